import { expect } from "vitest"
import type { Client, Service } from "./service.ts"

export const round = "nsw-2-2017"

let drawn = 0
/** A key as a page or a client makes one: new for each move, the same for each try. */
export const newKey = () => `test-key-${String(drawn++).padStart(12, "0")}`
export const keyed = (key = newKey()) => ({ "idempotency-key": key })

const person = (name: string, jobTitle: string, email: string) => ({ name, jobTitle, email })

/** Every answer of the short form, as the API takes them. */
export const shortForm = {
  organisation: {
    lead: person("Site lead", "Principal manager", "site-lead@halton.example"),
    sponsor: person("Sponsor", "Director of adult social services", "sponsor@halton.example"),
    together: false,
  },
  people: { groups: ["transition"], expected: { number: 17 } },
  proposal: {
    whyHere: "Eleven young people live far from home.",
    differently: "One worker stays with each person.",
    livedExperience: "The self-advocacy group wrote the first draft.",
  },
  delivery: {
    freeTime: "Two posts are backfilled.",
    knowItHelps: "People can say who their worker is.",
    afterwards: "The workers stay.",
  },
  amount: { amount: 9_282_700 },
  declaration: { links: "none", declared: true },
}

export type Moved = { reference: string; state: string; revision: number; version: number }

const moved = async (answer: Response): Promise<Moved> => {
  const body = await answer.json()
  expect(answer.status, JSON.stringify(body)).toBeLessThan(300)
  return body as Moved
}

/** A submission that somebody has begun, with the moves on it as sentences. */
export const begun = async (lead: Client, organisation = "halton", forRound = round) => {
  const at = `/organisations/${organisation}/submissions`
  const { reference } = await moved(await lead.api("POST", at, { round: forRound }, keyed()))
  const here = `${at}/${reference}`
  const revision = async (who: Client) => ((await (await who.api("GET", here)).json()) as Moved).revision
  return {
    reference,
    here,
    read: async (who: Client = lead) => (await who.api("GET", here)).json(),
    save: async (
      who: Client,
      section: string,
      answers: Record<string, unknown>,
      more: Record<string, unknown> = {},
    ) => who.api("POST", `${here}/sections/${section}`, { revision: await revision(who), answers, ...more }),
    sign: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/sign`, { revision: await revision(who) }, keyed(key)),
    send: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/send`, { revision: await revision(who) }, keyed(key)),
    change: async (who: Client, key = newKey()) =>
      who.api("POST", `${here}/change`, { revision: await revision(who) }, keyed(key)),
    withdraw: async (who: Client, note = "We join another bid.", key = newKey()) =>
      who.api("POST", `${here}/withdraw`, { note }, keyed(key)),
  }
}

export type Begun = Awaited<ReturnType<typeof begun>>

export const filled = async (
  one: Begun,
  lead: Client,
  form: Record<string, Record<string, unknown>> = shortForm,
) => {
  for (const [section, answers] of Object.entries(form)) await moved(await one.save(lead, section, answers))
}

/** Begun, filled in, confirmed by lead and sponsor: it could be sent now. */
export const ready = async (service: Service, organisation = "halton") => {
  const lead = await service.as(`site-lead@${organisation}.example`)
  const sponsor = await service.as(`sponsor@${organisation}.example`)
  const one = await begun(lead, organisation)
  await filled(one, lead)
  await moved(await one.sign(lead))
  await moved(await one.sign(sponsor))
  return { one, lead, sponsor }
}

export const sent = async (service: Service, organisation = "halton") => {
  const made = await ready(service, organisation)
  await moved(await made.one.send(made.lead))
  return made
}
