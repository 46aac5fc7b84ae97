import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { addresses, differences, dryWhileOn, fetched, knocked } from "../support/crawl.ts"
import {
  afterClose,
  because,
  canApply,
  nobodyLinked,
  openedRound,
  panelPeople,
  pointsOf,
  round,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let people: Awaited<ReturnType<typeof panelPeople>>
let references: Awaited<ReturnType<typeof openedRound>>
let feeds: Record<string, string>

const store = () => panelIn(service.table, round)
const other = { person: "p-other-reader", name: "Another reader" }
const later = "2017-08-31T09:00:00.000Z"

const assigned: Partial<Reading> = { ...canApply, said: nobodyLinked }
const sentBy = (one: typeof other, scores: number[], at = afterClose, version = 1) => ({
  ...one,
  sent: { at, version, points: pointsOf(scores) },
})

beforeAll(async () => {
  service = await startService({ around: dryWhileOn })
  references = await openedRound(service, {
    halton: { ...assigned, readers: [who.reader, who.second] },
    bradford: { ...assigned, readers: [who.second, other] },
    shropshire: { ...assigned, readers: [who.reader, who.chair] },
  })
  people = await panelPeople(service)
  feeds = {}
  for (const one of ["reader", "chair"] as const) {
    await people[one].post("/home/calendar", { key: newKey() })
    const page = await (await people[one].get("/home/calendar")).text()
    feeds[one] = /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? ""
    expect(feeds[one]).not.toBe("")
  }
  service.at("2017-09-01T09:00:00.000Z")
  await service.morning()
  await service.deliver()
})
afterAll(() => service.stop())

const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })

/** What may have happened to the two that somebody has no sheet to send of. */
const happening = fc.record({
  halton: scores,
  bradford: fc.tuple(scores, scores),
  again: fc.boolean(),
  moderated: fc.boolean(),
  decided: fc.constantFrom("successful" as const, "unsuccessful" as const, "reserve" as const, undefined),
  feedback: fc.boolean(),
  notes: fc.integer({ min: 0, max: 2 }),
  flags: fc.integer({ min: 0, max: 2 }),
  sealed: fc.boolean(),
})
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

const happen = async (one: Happening) => {
  const { decided, moderated, again } = one
  const after = (reading: Reading, readers: Reading["readers"]): Reading => ({
    ...reading,
    readers,
    scorers: [
      ...readers.flatMap(({ person, sent }) => (sent ? [person] : [])),
      ...(moderated ? ["p-another-chair"] : []),
    ],
    compared: true,
    moderated: moderated
      ? { by: { person: "p-another-chair", name: "Another chair" }, at: later, points: pointsOf([1]) }
      : undefined,
    decided: decided && {
      decision: decided,
      ...(decided === "successful" && { amount: 5_000_000 }),
      ...(decided === "reserve" && { place: 1 }),
      conditions: 0,
      version: 1,
      by: who.decider,
      at: later,
    },
    feedback: one.feedback ? { by: who.second, at: later } : undefined,
    sealed: one.sealed ? { mark: "0".repeat(64), at: later } : undefined,
    notes: one.notes,
    flags: Array.from({ length: one.flags }, (_, at) => ({
      id: `flag-${at}`,
      because: `I gave ${one.halton.join()}.`,
      by: who.second,
      at: later,
    })),
  })
  const [halton, bradford] = await Promise.all([
    store().reading(references.halton),
    store().reading(references.bradford),
  ])
  if (!halton || !bradford) throw new Error("They are there")
  const second = (given: number[]) => sentBy(who.second, given, again ? later : afterClose, again ? 2 : 1)
  const sheet = (reference: string, given: number[]) => ({
    put: {
      ...keysOf(reference),
      reference,
      ...who.second,
      version: 1,
      at: afterClose,
      scores: Object.fromEntries(given.map((score, at) => [`c${at + 1}`, { score, because }])),
    },
  })
  await service.table.write([
    store().put(after(halton, [sentBy(who.reader, [2, 2, 2, 2, 2]), second(one.halton)]), halton),
    store().put(after(bradford, [second(one.bradford[0]), sentBy(other, one.bradford[1])]), bradford),
    sheet(references.halton, one.halton),
    sheet(references.bradford, one.bradford[0]),
  ])
}

const keysOf = (reference: string) => {
  const [action] = [
    store().addSent({ reference, ...who.second, version: 1, at: afterClose, scores: {} }),
  ] as { put: { pk: string; sk: string } }[]
  const { pk = "", sk = "" } = action?.put ?? {}
  return { pk, sk }
}

const each = () => [references.halton, references.bradford, references.shropshire]

const crawl = (client: Client, name: string) =>
  fetched(client, [...addresses(each()), ...(feeds[name] ? [feeds[name]] : [])])

const first: Happening = {
  halton: [2, 2, 2, 2, 2],
  bradford: [
    [3, 3, 3, 3, 3],
    [3, 3, 3, 3, 3],
  ],
  again: false,
  moderated: false,
  decided: undefined,
  feedback: false,
  notes: 0,
  flags: 0,
  sealed: false,
}

const samples = fc.sample(happening, { seed: 20170829, numRuns: 3 })
const states: Happening[] = [
  {
    ...first,
    halton: [4, 0, 4, 0, 4],
    moderated: true,
    decided: "successful",
    feedback: true,
    notes: 1,
    flags: 1,
    sealed: true,
  },
  {
    ...first,
    bradford: [
      [0, 0, 0, 0, 0],
      [4, 4, 4, 4, 4],
    ],
    decided: "reserve",
  },
  ...samples,
]

describe.each(["reader", "chair"] as const)("the %s, who has still a sheet to send", (name) => {
  test("can fetch, and is answered, the same whatever others scored, settled, decided or wrote", async () => {
    await happen(first)
    const before = { ...(await crawl(people[name], name)), ...(await knocked(service, people[name], each())) }
    expect(Object.values(before).filter((text) => text.includes('"status":200')).length).toBeGreaterThan(60)
    expect(Object.values(before).filter((text) => text.includes('"status":5'))).toEqual([])
    const mails = service.mails.length
    for (const one of states) {
      await happen(one)
      const after = {
        ...(await crawl(people[name], name)),
        ...(await knocked(service, people[name], each())),
      }
      expect(differences(before, after)).toEqual([])
      await service.morning()
      await service.deliver()
    }
    expect(service.mails.length).toBe(mails)
  }, 120_000)
})

describe.each(["adviser", "coordinator"] as const)("the %s", (name) => {
  test("can fetch the same whatever was scored and settled", async () => {
    const undecided = states.map((one) => ({ ...one, decided: undefined }))
    await happen(first)
    const before = await crawl(people[name], name)
    for (const one of undecided) {
      await happen(one)
      expect(differences(before, await crawl(people[name], name))).toEqual([])
    }
  }, 120_000)
})

test("the same people see it all once they have sent their own", async () => {
  await happen(first)
  const owed = await store().reading(references.shropshire)
  if (!owed) throw new Error("It is there")
  await service.table.write([
    store().put(
      { ...owed, readers: [who.reader, who.chair].map((one) => sentBy(one, [1, 1, 1, 1, 1])) },
      owed,
    ),
  ])
  for (const name of ["reader", "chair"] as const) {
    await happen(first)
    const before = await crawl(people[name], name)
    await happen(states[0] ?? first)
    const changed = differences(before, await crawl(people[name], name))
    expect(changed.length).toBeGreaterThan(10)
  }
})
