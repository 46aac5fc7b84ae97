import { afterAll, beforeAll, expect, test } from "vitest"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { brokenAt } from "../../shared/domain/submissions/event.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { submissionsOf } from "../../shared/store/submissions.ts"
import { tallyTokenFor } from "../../shared/web/link-token.ts"
import { fieldsOn } from "../support/evaluation/tally.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, type Moved, newKey } from "../support/submission.ts"

const { asked, now, noted } = noting()
let service: Service
let months: Expected[]
let lead: Client
let helper: Client
beforeAll(async () => {
  service = await startService({ around: noted })
  const { expected } = await publishPhaseTwo(service, "2017-10-12", true)
  months = expected.filter(({ organisation, kind }) => organisation === "halton" && kind === "monthly-tally")
  lead = noticed(await service.as("site-lead@halton.example"))
  helper = noticed(await service.as("contributor@halton.example"))
})
afterAll(() => service.stop())

/** Whose requests of tallies are noted as asked by the function that answers them. */
const noticed = (one: Client): Client => ({
  ...one,
  get: (path, headers) => by(path, () => one.get(path, headers)),
  post: (path, fields, headers) => by(path, () => one.post(path, fields, headers)),
  api: (method, path, body, headers) => by(path, () => one.api(method, path, body, headers)),
})
const by = async (path: string, ask: () => Promise<Response>) => {
  now.by = functionFor(path.split("?")[0] ?? "")
  const answer = await ask()
  now.by = "a test"
  return answer
}

const month = (point: string) => months.find(({ covers }) => covers?.to.startsWith(point)) as Expected
const tallyOf = (point: string) => `/organisations/halton/tally/${month(point).round}`

const number = (given: number) => ({ number: given })
const row = (name: string, people: number, more: Record<string, unknown> = {}) => ({
  name,
  people: number(people),
  kept: number(people),
  started: number(0),
  stopped: number(0),
  admissions: number(0),
  discharges: number(0),
  formal: number(0),
  meeting: number(0),
  changed: number(0),
  days: 2.5,
  ...more,
})
const post = (
  who: Client,
  point: string,
  team: Record<string, unknown>[],
  { revision = 0, how = "send", key = newKey(), ...more }: Record<string, unknown> = {},
) => who.api("POST", `${tallyOf(point)}/${how}`, { revision, team, ...more }, keyed(String(key)))
const read = async (who: Client, point: string) =>
  (await who.api("GET", tallyOf(point))).json() as Promise<{
    state: string
    revision: number
    version: number
    team: Record<string, unknown>[]
    totals: { label: string; total: string }[]
    sameAsLastMonth?: Record<string, unknown>[]
  }>

const valueAt = async (point: string, measure: string) =>
  (await evaluationIn(service.table).figuresOf("halton", "NSW2"))
    .find((one) => one.point === point)
    ?.figures.find((one) => one.measure === measure)?.value

const historyOf = async (reference: string) => {
  const known = await peopleIn(service.table).known("p-halton-site-lead")
  const actor = { ...known?.person, grants: known?.grants ?? [] } as never
  return (await submissionsOf("halton", actor, service.table).history(reference)).toReversed()
}

test("anybody of the team begins, saves and sends a month by one act, and it is figures from then on", async () => {
  service.at("2017-11-02T09:00:00Z")
  const team = [row("AB", 9, { formal: number(1), changed: number(1) }), row("CD", 8)]
  const key = newKey()
  const sent = await post(helper, "2017-10", team, { key })
  expect(sent.status).toBe(200)
  const moved = (await sent.json()) as Moved
  expect(moved).toMatchObject({ state: "sent", version: 1 })

  expect(await valueAt("2017-10", "people")).toEqual({ count: 17 })
  expect(await valueAt("2017-10", "admissions")).toEqual({ count: 0 })
  expect(await valueAt("2017-10", "challenges-changed")).toEqual({ numerator: 1, denominator: 1 })
  expect(await valueAt("2017-10", "protected-days")).toEqual({ amount: 2.5, n: 2 })

  const again = await post(helper, "2017-10", team, { key })
  expect(await again.json()).toEqual(moved)
  const events = await historyOf(moved.reference)
  expect(events.map(({ move }) => move)).toEqual(["start", "save", "send"])
  expect(brokenAt(events, { number: 3, hash: events[2]?.hash ?? "" })).toBeUndefined()

  const mails = await service.deliver()
  expect(mails.map(({ to }) => to)).toEqual(["contributor@halton.example"])
  expect(mails.map(({ text }) => text).join()).not.toMatch(/\b17\b|People now/)
})

test("what is sent says so with its reference on the page, and a list of the site leads there", async () => {
  const page = await lead.get(tallyOf("2017-10"))
  const html = await page.text()
  expect(html).toContain('data-sentence="SENT"')
  expect(html).toMatch(/Reference <\/?|Reference NSW2-HAL-T-/)
  expect(html).toContain("Change what was sent")
  const [, reference = ""] = /(NSW2-HAL-T-\w{6})/.exec(html) ?? []
  const task = await lead.get(`/organisations/halton/submissions/${reference}`)
  expect([task.status, task.headers.get("location")]).toEqual([303, tallyOf("2017-10")])
  const start = await lead.get(`/organisations/halton/rounds/${month("2017-11").round}/start`)
  expect(start.headers.get("location")).toBe(tallyOf("2017-11"))
  expect(
    (await (await service.as("sponsor@halton.example")).get(`/organisations/halton/submissions/${reference}`))
      .status,
  ).toBe(200)
})

test("a draft is for the next of the team to go on with", async () => {
  service.at("2017-12-04T09:00:00Z")
  const saved = await post(helper, "2017-11", [{ name: "AB", people: number(9) }], { how: "save" })
  expect(await saved.json()).toMatchObject({ state: "draft", version: 0 })
  expect(await valueAt("2017-11", "people")).toBeUndefined()
  const early = await post(lead, "2017-11", [{ name: "AB", people: number(9) }], { revision: 2 })
  expect(early.status).toBe(422)
  const html = await (await lead.get(tallyOf("2017-11"))).text()
  expect(html).toContain('data-sentence="NOT SENT"')
  expect(html).toContain("Last saved by Halton contributor")
})

test("what does not fit the month before is asked about once, and sent where it is so", async () => {
  const { team } = await read(lead, "2017-11")
  const filled = [{ ...row("AB", 19), id: team[0]?.id }]
  const refused = await post(lead, "2017-11", filled, { revision: 2 })
  const said = (await refused.json()) as { asks: { mark: string; says: string }[] }
  expect(refused.status).toBe(422)
  expect(said.asks[0]?.says).toMatch(/there were 17.*makes 17, and you say 19/)
  expect((await read(lead, "2017-11")).state).toBe("draft")
  const sent = await post(lead, "2017-11", filled, { revision: 2, stays: said.asks.map(({ mark }) => mark) })
  expect(await sent.json()).toMatchObject({ state: "sent", version: 1 })
})

test("what was sent can be changed until it locks, and the same again changes nothing", async () => {
  const { team, revision } = await read(lead, "2017-11")
  const same = await post(helper, "2017-11", team, { revision, how: "send" })
  expect(await same.json()).toMatchObject({ state: "sent", version: 1 })
  const changed = team.map((one) => ({ ...one, people: number(17), kept: { notKnown: "AB is away" } }))
  const sent = await post(helper, "2017-11", changed, { revision })
  const moved = (await sent.json()) as Moved
  expect(moved).toMatchObject({ state: "sent", version: 2 })
  expect(await valueAt("2017-11", "people")).toEqual({ count: 17 })
  expect(await valueAt("2017-11", "kept")).toEqual({ notKnown: "AB is away", knownBy: "2017-12-31" })
  expect((await historyOf(moved.reference)).map(({ move }) => move).slice(-3)).toEqual([
    "change",
    "save",
    "send",
  ])

  service.at("2017-12-20T09:00:00Z")
  const late = await post(helper, "2017-11", team, { revision: moved.revision })
  expect(late.status).toBe(409)
})

test("two who write at once are told of each other", async () => {
  service.at("2018-01-03T09:00:00Z")
  const [one, other] = await Promise.all([
    post(lead, "2017-12", [row("AB", 17)]),
    post(helper, "2017-12", [row("CD", 17)]),
  ])
  expect([one.status, other.status].sort()).toEqual([200, 409])
})

test("the same as last month fills the page, and sends nothing", async () => {
  service.at("2018-02-02T09:00:00Z")
  const { sameAsLastMonth } = await read(lead, "2018-01")
  expect(sameAsLastMonth?.[0]).toMatchObject({
    name: expect.stringMatching(/^(?:AB|CD)$/),
    started: number(0),
    stopped: number(0),
  })
  const page = await lead.get(`${tallyOf("2018-01")}?as=last-month`)
  const fields = fieldsOn(await page.text())
  expect((await read(lead, "2018-01")).state).toBe("not started")
  const sent = await lead.post(`${tallyOf("2018-01")}/send`, fields)
  expect([sent.status, sent.headers.get("location")]).toEqual([303, tallyOf("2018-01")])
  expect((await read(lead, "2018-01")).state).toBe("sent")
  expect(await valueAt("2018-01", "people")).toEqual(await valueAt("2017-12", "people"))
})

test("an empty place is not a nought: it is asked for, or said once for its column to be not known", async () => {
  service.at("2018-03-02T09:00:00Z")
  const fields = fieldsOn(await (await lead.get(tallyOf("2018-02"))).text())
  const typed = {
    ...fields,
    "team.new-1.people": "17",
    "team.new-1.kept": "?",
    "team.new-1.started": "0",
    "team.new-1.stopped": "0",
    "team.new-1.formal": "0",
    "team.new-1.meeting": "0",
    "team.new-1.changed": "0",
    "team.new-1.days": "2",
  }
  const refused = await (await lead.post(`${tallyOf("2018-02")}/send`, typed)).text()
  expect(refused).toContain('href="#why.kept"')
  const without = await lead.post(`${tallyOf("2018-02")}/send`, {
    ...typed,
    "why.kept": "The list is not here",
  })
  expect(without.status).toBe(422)
  const html = await without.text()
  expect(html).toMatch(/href="#team\.new-1\.admissions"/)
  expect(html).toContain('value="The list is not here"')
  const rows = await lead.post(`${tallyOf("2018-02")}/rows`, typed)
  expect(await rows.text()).toContain("team.new-4.people")
  const stays = {
    "why.kept": "The list is not here",
    "why.admissions": "The ward has not said",
    "why.discharges": "The ward has not said",
  }
  const page = await lead.post(`${tallyOf("2018-02")}/send`, { ...typed, ...stays, key: newKey() })
  const mark = /name="stays"[^>]*value="([^"]+)"/.exec(await page.text())?.[1]
  const sent = mark
    ? await lead.post(`${tallyOf("2018-02")}/send`, { ...typed, ...stays, key: newKey(), stays: mark })
    : page
  expect(sent.status).toBe(303)
  expect(await valueAt("2018-02", "admissions")).toMatchObject({ notKnown: "The ward has not said" })
  expect((await read(lead, "2018-02")).totals.find(({ label }) => label === "Admissions")?.total).toMatch(
    /^Not known/,
  )
})

test("nobody else fills one in, and what identifies a person is stopped", async () => {
  const others = [
    "sponsor@halton.example",
    "governance@halton.example",
    "site-lead@sheffield.example",
    "evaluator@scie.example",
    "coordinator@innovation-unit.example",
  ]
  for (const email of others)
    expect((await (await service.as(email)).api("GET", tallyOf("2018-02"))).status).toBe(404)
  service.at("2018-04-04T09:00:00Z")
  const named = await post(lead, "2018-03", [row("943 476 5919", 3)])
  expect(named.status).toBe(422)
  expect(await named.json()).toMatchObject({ type: "/problems/personal-data" })
  const spending = await lead.api("GET", "/organisations/halton/tally/nsw2-baseline-2017-09-01")
  expect(spending.status).toBe(404)
})

test("the function reaches what this took, and is let nothing besides", async () => {
  const link = {
    organisation: "halton",
    round: month("2018-03").round,
    person: "p-halton-contributor",
    until: "2018-04-30",
  }
  const page = `/tally/${tallyTokenFor(service.world.settings.linkKey, link)}`
  const mail = noticed(service.nobody)
  const sent = await mail.post(`${page}/save`, fieldsOn(await (await mail.get(page)).text()))
  expect(sent.status).toBe(303)
  service.later(11 * 60_000)
  expect((await lead.get(tallyOf("2018-03"))).status).toBe(200)
  const reached = asked.filter((one) => one.by === "tally")
  const beyond = reached.filter((one) => !reaches.tally.some((reach) => covers(reach, one)))
  expect([...new Set(beyond.map(({ action, partition }) => `${action} of ${partition}`))]).toEqual([])
  expect(unusedOf(reaches.tally, reached)).toEqual([])
})
