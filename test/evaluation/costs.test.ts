import { afterAll, beforeAll, expect, test } from "vitest"
import { costsOf, costVersions } from "../../shared/store/costs.ts"
import { findingsChanges } from "../../shared/store/findings.ts"
import { watching } from "../support/evaluation/within.ts"
import { awarded } from "../support/funding/award.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const watched = watching()
let service: Service
let evaluator: Client
const at = "/findings/NSW2/costs"
const of = () => ({ programme: service.world.settings.programme, phase: "NSW2" })

const line = {
  change: "Days in a hospital far from home",
  shownBy: "Admissions",
  effect: "less",
  count: { low: 20, high: 45 },
  unit: { low: 40_000, high: 62_050 },
  priceYear: 2017,
  source: "Unit costs of health and social care 2017, page 29",
  confidence: "medium",
  benefits: "nhs",
  sort: "fiscal",
}
type Estimate = {
  revision: number
  lines: { id: string; worth: { low: number; high: number } }[]
  totals: { fiscal: { less: unknown; more: unknown }; social: { less: unknown } }
  pilot: { sites: number; reported: number }
  warnings: string[]
}
const read = async () => (await (await evaluator.api("GET", at)).json()) as Estimate
const adds = (more: Record<string, unknown> = {}, key = newKey()) =>
  evaluator.api("POST", `${at}/lines`, { ...line, ...more }, keyed(key))

beforeAll(async () => {
  service = await startService({ around: watched.noted })
  await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  evaluator = watched.seen(await service.as("evaluator@scie.example"))
})
afterAll(() => service.stop())

test("before any line the page says what is asked, and what the pilot costs by the accounts there are", async () => {
  const page = await (await evaluator.get(at)).text()
  expect(page).toContain("No line is written yet.")
  expect(page).toContain("Not known: no spending was accepted yet")
  expect(await read()).toMatchObject({ revision: 0, lines: [], pilot: { sites: 6, reported: 0 } })
})

test("a line is added once for a key, and comes to a range in which fiscal and social stand apart", async () => {
  const key = newKey()
  const first = await adds({}, key)
  expect(first.status, await first.clone().text()).toBe(200)
  expect(await (await adds({}, key)).json()).toEqual(await first.json())
  expect((await adds({ sort: "social", benefits: "person", count: { low: 1, high: 1 } })).status).toBe(200)
  const { totals, warnings, revision } = await read()
  expect(revision).toBe(2)
  expect(totals.fiscal.less).toEqual({ low: 800_000, high: 2_792_250 })
  expect(totals.social.less).toEqual({ low: 40_000, high: 62_050 })
  const page = await (await evaluator.get(at)).text()
  expect(page).toContain("£8,000 to £27,922.50")
  for (const says of warnings) expect(page).toContain(says)
  const printed = await (await evaluator.get(`${at}/print`)).text()
  expect(printed).toContain("Unit costs of health and social care 2017, page 29")
  expect(printed).not.toContain("<form")
})

test("on the page what is wrong is said beside its cause, with what was typed", async () => {
  const typed = {
    ...line,
    count: "",
    unit: "",
    countLow: "5",
    countHigh: "4",
    unitLow: "400",
    unitHigh: "a lot",
    priceYear: "2017",
    key: newKey(),
  }
  const refused = await evaluator.post(`${at}/lines`, typed as unknown as Record<string, string>)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain("What each costs at the most must be an amount in pounds")
  const again = await evaluator.post(`${at}/lines`, {
    ...typed,
    key: newKey(),
    unitHigh: "620",
  } as unknown as Record<string, string>)
  const page = await again.text()
  expect(page).toContain("How many at the most must be 5 or more")
  expect(page).toContain("Days in a hospital far from home")
  expect((await adds({ count: { low: 2, high: 1 } })).status).toBe(422)
  expect((await read()).revision).toBe(2)
})

test("a change is of the revision that was read, and every revision is kept with a line of history without a figure", async () => {
  const { lines, revision } = await read()
  const [first, second] = lines
  const one = `${at}/lines/${first?.id}`
  const stale = await evaluator.api("POST", one, { ...line, revision: revision - 1 }, keyed())
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain("was changed after you opened the page")
  const more = { count: { low: 10, high: 12 }, revision }
  expect((await evaluator.api("POST", one, { ...line, ...more }, keyed())).status).toBe(200)
  expect((await evaluator.get(`${one}/remove`)).status).toBe(200)
  const removing = `${at}/lines/${second?.id}/remove`
  expect((await evaluator.api("POST", removing, { revision: revision + 1 }, keyed())).status).toBe(200)
  expect((await evaluator.api("POST", removing, { revision: revision + 2 }, keyed())).status).toBe(404)
  expect((await costsOf(service.table, of()))?.lines.map(({ count }) => count)).toEqual([more.count])
  const versions = await costVersions(service.table, of())
  expect(versions.map(({ lines }) => lines.length)).toEqual([1, 2, 2, 1])
  const history = await findingsChanges(service.table, of().programme).history("costs-NSW2")
  expect(history.map(({ move }) => move)).toEqual([
    "remove cost line",
    "change cost line",
    "add cost line",
    "add cost line",
  ])
  expect(JSON.stringify(history)).not.toMatch(/hospital|40.?000/)
})

test("the lines are a file with the least and the most of each, in pounds", async () => {
  const [head, row] = (await (await evaluator.get(`${at}/lines.csv`)).text()).split("\r\n")
  expect(head).toContain('"worth, least, pounds","worth, most, pounds"')
  expect(row).toContain(",10,12,400.00,620.50,4000.00,7446.00,2017 to 2018,")
})

test.each([
  ["coordinator@innovation-unit.example", 403],
  ["coach@innovation-unit.example", 403],
  ["chair@doh.example", 403],
  ["site-lead@halton.example", 404],
])("%s reads none of it", async (email, status) => {
  const who = await service.as(email)
  for (const path of [at, `${at}/lines.csv`, `${at}/print`, `${at}/lines`])
    expect((await who.get(path)).status).toBe(status)
  expect((await who.api("POST", `${at}/lines`, line, keyed())).status).toBe(status)
})

test("all of that is within what the function is let", () => {
  expect(watched.beyond("findings")).toEqual([])
})
