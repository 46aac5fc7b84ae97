import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded } from "../support/funding/award.ts"
import { acceptedReturn, accountIn, december, does, phase, reads, siteAt } from "../support/funding/payers.ts"
import { type Life, mortal } from "../support/mortal.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let finance: Client
const life: Life = {}
const sample = `/funding/phases/${phase}/sample`
const sites = ["halton", "bradford", "shropshire", "sheffield"]

beforeAll(async () => {
  service = await startService({ around: mortal(life) })
  await publishPhaseTwo(service)
  service.at("2018-01-24T09:00:00.000Z")
  for (const organisation of sites) await awarded(service, { organisation, amount: 5_000_000 })
  finance = await service.as("finance@doh.example")
})
beforeEach(() => {
  life.writes = undefined
})
afterAll(() => service.stop())

const text = async (answer: Response) => (await answer.text()).replace(/\s+/g, " ")
const checks = async (organisation: string) => (await accountIn(service, organisation)).checks

test("nothing is chosen before anything is accepted, and never less than a tenth", async () => {
  expect(await text(await finance.get(sample))).toContain("Nothing is accepted yet.")
  expect((await does(finance, sample, { rate: 10 })).status).toBe(409)
  for (const organisation of sites) await acceptedReturn(service, 1_000_000, { organisation })
  const less = await finance.post(sample, { key: newKey(), rate: "9", seed: "" })
  expect(less.status).toBe(422)
  expect(await text(less)).toContain("The part by value must be 10 or more")
})

test("what was broken off after the choice was kept goes on with the same claims", async () => {
  const key = newKey()
  life.writes = 1
  const asked = { rate: 50, seed: "24 January 2018" }
  expect((await does(finance, sample, asked, key)).status).toBe(500)
  life.writes = undefined
  const [kept] = (await reads(finance, sample)).samples
  expect(kept).toMatchObject({ seed: "24 January 2018", rate: 50, total: 4_000_000, value: 2_000_000 })
  expect(kept.chosen).toHaveLength(2)
  expect(await text(await finance.get(sample))).toContain("Go on with those that are missing")
  const again = await does(finance, sample, asked, key)
  expect(again.body.id).toBe(kept.id)
  const chosen = kept.chosen.map(({ organisation }: { organisation: string }) => organisation)
  for (const one of sites) expect((await checks(one)).length).toBe(chosen.includes(one) ? 1 : 0)
  const same = await does(finance, sample, asked)
  expect(same.body.chosen).toEqual(kept.chosen.map(({ result: _, ...one }: { result: string }) => one))
  const lines = await fundingIn(service.table).entries(chosen[0], phase)
  expect(lines.filter(({ verb }) => verb === "choose for checking")).toHaveLength(1)
})

test("what is found is recorded with its reason; what is wrong leads to asking for it back", async () => {
  const [{ chosen }] = (await reads(finance, sample)).samples
  const [{ organisation }] = chosen
  const at = `${siteAt(organisation)}/checks/${december}`
  expect(await text(await finance.get(at))).toContain("£10,000")
  const refused = await finance.post(at, {
    key: newKey(),
    result: "wrong",
    wrong: "12,000",
    because: "Looked.",
  })
  expect(refused.status).toBe(409)
  expect(await text(refused)).toContain("£10,000 was claimed: no more than that can be wrong.")
  const none = await finance.post(at, { key: newKey(), result: "wrong", because: "Looked at the ledger." })
  expect(none.status).toBe(422)
  const found = { result: "wrong", wrong: "120.50", because: "One invoice is of another project." }
  expect((await finance.post(at, { key: newKey(), ...found })).status).toBe(303)
  expect(await checks(organisation)).toMatchObject([{ result: "wrong", wrong: 12_050 }])
  const page = await text(await finance.get(at))
  expect(page).toContain(`${siteAt(organisation)}/recoveries?amount=12050`)
  expect(page).toContain("Ask for £120.50 back")

  const other = chosen[1].organisation
  await does(finance, `${siteAt(other)}/checks/${december}`, {
    result: "right",
    because: "Every line is there.",
  })
  expect(await checks(other)).toMatchObject([{ result: "right" }])
  expect((await finance.get(`${siteAt()}/checks/none`)).status).toBe(404)
  const coordinator = await service.as("coordinator@innovation-unit.example")
  expect((await coordinator.get(at)).status).toBe(200)
  expect((await coordinator.post(at, { key: newKey(), ...found })).status).toBe(403)
})
