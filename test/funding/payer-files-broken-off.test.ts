import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ledgerCheck } from "../../infra/ledger-check.ts"
import { offerHash } from "../../shared/domain/funding/offering.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { offerFor, people, posts } from "../support/funding/award.ts"
import { accountIn, answerOf, does, phase, reads, sends } from "../support/funding/payers.ts"
import { type Life, mortal } from "../support/mortal.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let finance: Client
const life: Life = {}
let sites = 0

beforeAll(async () => {
  service = await startService({ around: mortal(life) })
  await publishPhaseTwo(service)
  service.at("2017-10-16T09:00:00.000Z")
  finance = await service.as("finance@doh.example")
})
afterAll(() => service.stop())

/** A site of its own with four payments that are with the payer. */
const withPayer = async (): Promise<{ organisation: string; references: string[] }> => {
  sites += 1
  const organisation = `site-${sites}`
  const here = { organisation, phase }
  const payments = [1, 2, 3, 4].map((amount) => ({
    amount: amount * 1_000,
    condition: { is: "offer accepted" as const },
  }))
  const about = { organisation, name: `Site ${sites}`, code: `S${sites}A` }
  const profile = [{ to: "2018-03-31", amounts: { workers: 10_000 } }]
  const offer = { ...offerFor(about, 10_000), payments, profile }
  await posts(service, here, people.finance, "offer", offer)
  const accepting = { roles: ["sponsor" as const, "certifier" as const], hash: offerHash(offer) }
  await posts(service, here, people.sponsor, "accept offer", accepting)
  const references: string[] = []
  for (const number of [1, 2, 3, 4]) {
    const reference = `NSW2-S${sites}A-P${number}-222222`
    await posts(service, here, people.finance, "authorise payment", { number, reference })
    references.push(reference)
  }
  return { organisation, references }
}

const outcomes = fc.array(fc.constantFrom("paid", "unpaid"), { minLength: 4, maxLength: 4 })
const brokenOff = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 })

test("wherever a file is broken off, and however often it is sent, each payment is recorded once", async () => {
  await fc.assert(
    fc.asyncProperty(outcomes, brokenOff, async (said, breaks) => {
      const { organisation, references } = await withPayer()
      const before = (await fundingIn(service.table).entries(organisation, phase)).length
      const text = answerOf(
        ...references.map((one, at) =>
          said[at] === "paid" ? `${one},paid,16/10/2017,BACS,NSW,,` : `${one},unpaid,,,,No account,`,
        ),
      )
      const key = newKey()
      for (const [at, writes] of breaks.entries()) {
        life.writes = writes
        await sends(finance, text, at % 2 === 0 ? key : newKey())
      }
      life.writes = undefined
      const last = await sends(finance, text, key)
      expect(last).toMatchObject({ status: 200, body: { done: 4, rows: 4, notes: [] } })
      await sends(finance, text)
      await does(finance, `/funding/payer-files/${last.body.id}`)

      const { payments } = await accountIn(service, organisation)
      expect(payments.map(({ state }) => state)).toEqual(
        said.map((one) => (one === "paid" ? "paid" : "scheduled")),
      )
      expect(payments.flatMap(({ unpaid }) => unpaid)).toHaveLength(
        said.filter((one) => one === "unpaid").length,
      )
      expect((await fundingIn(service.table).entries(organisation, phase)).length).toBe(before + 4)
    }),
    { numRuns: 6 },
  )
  expect(await ledgerCheck(service.table, [], () => {})).toBe(true)
})

test("a row whose payment was answered otherwise meanwhile is noted, and the rest goes on", async () => {
  const { organisation, references } = await withPayer()
  const text = answerOf(...references.map((one) => `${one},paid,16/10/2017,BACS,NSW,,`))
  life.writes = 2
  expect((await sends(finance, text)).status).toBe(500)
  life.writes = undefined
  await posts(service, { organisation, phase }, people.other, "fail payment", {
    number: 2,
    because: "Closed.",
  })
  const rest = await sends(finance, text)
  expect(rest.body).toMatchObject({
    done: 4,
    notes: [{ row: 3, says: "The payment is not with the payer any more." }],
  })
  const { lines } = await reads(finance, `/funding/payer-files/${rest.body.id}`)
  expect(lines.map(({ stands }: { stands: string }) => stands)).toEqual([
    "Recorded as paid",
    "Not recorded: The payment is not with the payer any more.",
    "Recorded as paid",
    "Recorded as paid",
  ])
  expect(await (await finance.get("/funding/payer-files")).text()).toContain("1 of them not recorded")
})

test("a payment is authorised once by a key, and what it gave is given again", async () => {
  const organisation = (await withPayer()).organisation
  await posts(service, { organisation, phase }, people.other, "fail payment", {
    number: 1,
    because: "Closed.",
  })
  const at = `/funding/phases/${phase}/sites/${organisation}/payments/1`
  const key = newKey()
  const all = await Promise.all([1, 2, 3].map(() => does(finance, at, {}, key)))
  const first = all[0]
  expect(first?.status).toBe(200)
  for (const one of all) expect(one).toEqual(first)
  const account = await accountIn(service, organisation)
  expect(account.payments[0]).toMatchObject({ reference: first?.body.reference, state: "authorised" })
})
