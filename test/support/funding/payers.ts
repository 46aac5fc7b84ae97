import { fundingIn } from "../../../shared/store/funding.ts"
import type { Client, Service } from "../service.ts"
import { newKey } from "../submission.ts"
import { people, posts } from "./award.ts"

export const phase = "NSW2"
export const december = "nsw2-spending-2017-12-31"
export const siteAt = (organisation = "halton") => `/funding/phases/${phase}/sites/${organisation}`

/** Makes a move by the API, with a key, and gives its status and body. */
export const does = async (who: Client, path: string, body: unknown = {}, key = newKey()) => {
  const answer = await who.api("POST", path, body, { "idempotency-key": key })
  // biome-ignore lint/suspicious/noExplicitAny: whatever the operation gives
  return { status: answer.status, body: (await answer.json()) as any }
}

export const reads = async (who: Client, path: string) => {
  const answer = await who.api("GET", path)
  // biome-ignore lint/suspicious/noExplicitAny: whatever the operation gives
  return (await answer.json()) as any
}

export const accountIn = async ({ table }: Pick<Service, "table">, organisation = "halton") => {
  const found = await fundingIn(table).account(organisation, phase)
  if (!found) throw new Error("There is no award")
  return found
}

/** A payment that is authorised, and the reference that the payer has of it. */
export const authorised = async (
  service: Service,
  who: Client,
  { organisation = "halton", number = 1 } = {},
): Promise<string> => {
  const given = await does(who, `${siteAt(organisation)}/payments/${number}`)
  if (given.status !== 200) throw new Error(JSON.stringify(given.body))
  return (
    (await accountIn(service, organisation)).payments.find((one) => one.number === number)?.reference ?? ""
  )
}

const head = "Reference,Outcome,Date,Payer's reference,Remittance text,Reason,Amount"

/** A file of the payer. */
export const answerOf = (...rows: string[]) => `${[head, ...rows].join("\r\n")}\r\n`

export const sends = (who: Client, text: string, key = newKey()) =>
  does(who, "/funding/payer-files", { name: "answer.csv", text }, key)

/** A spending update that somebody of finance accepted. */
export const acceptedReturn = (
  service: Service,
  amount: number,
  {
    organisation = "halton",
    round = december,
    by = people.finance as { id: string; name: string; role: string },
  } = {},
) =>
  posts(service, { organisation, phase }, by, "accept return", {
    round,
    reference: "NSW2-HAL-F-222222",
    version: 1,
    title: "Spending update, October to December 2017",
    from: "2017-09-01",
    to: round.slice(-10),
    posting: {
      spent: [{ year: "2017-18", row: "workers", amount }],
      corrections: [],
      accrued: {},
      committed: {},
      forecast: [],
      virements: [],
      reasons: [],
    },
  })

export const acceptedStatement = (service: Service, used: number, organisation = "halton") =>
  posts(service, { organisation, phase }, people.other, "accept statement", {
    reference: "NSW2-HAL-S-222222",
    version: 1,
    used: { "2017-18": used },
    unspent: 0,
    certifiedBy: "Section 151 officer",
  })
