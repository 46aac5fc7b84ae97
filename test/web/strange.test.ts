import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  addressIn,
  type EveryDoor,
  everyDoor,
  isApi,
  methodOf,
  ofThePanel,
  sendable,
} from "../support/doors.ts"
import { holderOf } from "../support/on-panel.ts"
import { canApply, nobodyLinked, openedRound, type PanelPeople, panelPeople, who } from "../support/panel.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let coordinator: Client
let panel: PanelPeople

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  const flags = [{ id: "flag-0", because: "Look here.", by: who.chair, at: "2017-08-29T09:00:00.000Z" }]
  const readers = [who.chair, who.reader]
  const references = await openedRound(service, {
    halton: { ...canApply, said: nobodyLinked, readers, flags },
  })
  real.reference = [references.halton, references.bradford]
  panel = await panelPeople(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  const asked = { kind: "spending-update", cadence: "after", months: 24, workingDays: 60, locksAfter: 250 }
  const post = (path: string, body: unknown) =>
    coordinator.api("POST", `/programme/phases${path}`, body, keyed(newKey()))
  await post("/new", { id: "NSW4", title: "Phase 4" })
  await post("/NSW4/lines/new", { ...asked, because: "To know." })
})
afterAll(() => service.stop())

const real: Record<string, string[]> = {
  reference: [],
  criterion: ["c1"],
  flag: ["flag-0"],
  number: ["1"],
  token: ["none"],
  action: ["none"],
  phase: ["NSW2", "NSW4"],
  line: ["after-24", "spending"],
  organisation: ["halton", "sheffield", "leeds"],
  id: ["halton", "leeds"],
  period: [returns.december, returns.march],
  round: [returns.december, returns.march, "nsw-2-2017"],
  person: ["p-halton-contributor"],
  grant: ["g-halton-contributor"],
  notice: ["due-soon"],
  question: ["none"],
}

/** Ids that nobody gave anything: marks of our own keys, what a path means, what is not seen, and far too much. */
const strangeIds = [
  "#",
  "a#b",
  "halton#",
  "PHASE#NSW2",
  "..",
  "%",
  "%00",
  "\u0000",
  "\u200b",
  "ha\u200blton",
  "\u202enotlah",
  "żółć",
  "👩‍👩‍👧",
  "programme",
  "new",
  "__proto__",
  "constructor",
  "nsw2-spending-9999-99-99",
  "nsw2-spending-2017-12-31#x",
  "2017-12-31",
  "x".repeat(1_000),
  "ż".repeat(700),
  "x".repeat(2_100),
]
const strangeDays = [
  "0000-01-01",
  "0001-01-01",
  "1752-09-10",
  "1970-01-01",
  "2018-01-15",
  "2018-01-16",
  "2018-02-29",
  "2018-03-25",
  "2018-03-30",
  "2020-02-29",
  "9999-12-31",
  "10000-01-01",
  "-000001-01-01",
  "2018-1-1",
  "2018-01-16T09:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "0000-01-01T00:00:00.000Z",
]
const strangeWords = [
  "",
  " ",
  "\u200b",
  "\u200b\u200d\ufeff",
  "x".repeat(25_000),
  "żółć 👩‍👩‍👧",
  "\u202eabc",
  "a\nb",
  "=1+1",
]
const strangeNumbers = [0, -1, 1, 60, 61, 1e9, 1e308, 2 ** 53, 0.5]

const strange = fc.oneof(
  fc.constantFrom(...strangeDays),
  fc.constantFrom(...strangeWords),
  fc.constantFrom(...strangeIds),
  fc.constantFrom<unknown>(...strangeNumbers, null, true, [], {}, [{}], { id: "r1" }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
)

const runs = { seed: 20180116, numRuns: 15 }
const about =
  /^(POST|GET) (\/api)?\/(programme|department|announcements|organisations\/:organisation\/(returns|people|actions))/
const chosen = everyDoor.filter(({ door }) => about.test(door))
const params = (door: string) => [...door.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "")

/** Ids in an address as a browser or a program would write them: sometimes ours, sometimes strange. */
const ids = (door: string, often: number) =>
  fc.record(
    Object.fromEntries(
      params(door).map((name) => [
        name,
        fc.oneof(
          { weight: often, arbitrary: fc.nat().map((at) => real[name]?.[at % real[name].length] ?? "none") },
          { weight: 1, arbitrary: fc.constantFrom(...strangeIds).map(encoded) },
        ),
      ]),
    ),
  )
const encoded = (id: string) => (id.isWellFormed() ? encodeURIComponent(id) : "%ff")

const whoFor = (one: EveryDoor) =>
  ofThePanel.includes(one.app) ? fc.constant(() => holderOf(panel, one)) : others(one)

const others = ({ door }: EveryDoor) =>
  fc.constantFrom(...(door.includes("/programme") ? [() => coordinator] : [() => lead, () => coordinator]))

let client = 0
const knock = async (door: EveryDoor, who: Client, at: Record<string, string>, init: RequestInit) => {
  const before = service.faults.length
  const answer = await service.request(addressIn(door, at), {
    ...init,
    headers: {
      origin: "http://127.0.0.1:3000",
      cookie: who.cookie ?? "",
      "cloudfront-viewer-address": `2001:db8:4:${(client++).toString(16)}::1:40000`,
      ...Object.fromEntries(new Headers(init.headers)),
    },
  })
  const body = await answer.text()
  expect(
    answer.status,
    `${JSON.stringify(at)} ${String(init.body).slice(0, 300)}\n${body.slice(-800)}`,
  ).toBeLessThan(500)
  expect(service.faults.slice(before)).toEqual([])
}

describe.each(chosen.filter(({ door }) => methodOf({ door }) === "GET"))("$door", (door) => {
  test("answers a strange id, and a strange question, with an answer", () =>
    fc.assert(
      fc.asyncProperty(ids(door.door, 1), whoFor(door), async (at, who) => {
        await knock(door, who(), at, {})
      }),
      { ...runs, numRuns: 8 },
    ))
})

describe.each(chosen.filter(({ door }) => methodOf({ door }) === "POST"))("$door", (door) => {
  const whole = door.gives?.(1) ?? {}
  const names = Object.keys(whole)
  const changed = fc.dictionary(
    fc.constantFrom(...(names.length > 0 ? names : ["none"]), "offDay", "lastDay", "scope", "months", "seen"),
    strange,
    { maxKeys: 2 },
  )

  test("answers whatever is in it with an answer", () =>
    fc.assert(
      fc.asyncProperty(ids(door.door, 8), whoFor(door), changed, async (at, who, more) => {
        const body =
          whole.answers && typeof whole.answers === "object"
            ? { ...whole, answers: { ...whole.answers, ...more } }
            : { ...whole, ...more }
        const asked = sendable({ ...door, gives: () => (isApi(door) ? body : stringsOf(body)) })
        await knock(door, who(), at, asked)
      }),
      runs,
    ))
})

const stringsOf = (body: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === "string" ? value : (JSON.stringify(value) ?? ""),
    ]),
  )
