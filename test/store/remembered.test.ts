import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { byDay, newest } from "../../shared/store/keys.ts"
import type { Action, Asked, Cost, Table } from "../../shared/store/table.ts"
import { remembered } from "../support/remembered.ts"
import { type Place, startPlace } from "./place.ts"

let place: Place
beforeAll(async () => {
  place = await startPlace()
})
afterAll(() => place.stop())

const partitions = ["TEST#a", "TEST#b"]
const names = ["A#1", "A#2", "B"]
const key = fc.record({ pk: fc.constantFrom(...partitions), sk: fc.constantFrom(...names) })
const day = { [byDay.hash]: "2017-08-14" }
const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(key, fc.nat(9))
    .map(([key, worth]) => ({ put: { ...key, [newest.sort]: `${worth}`, ...day, worth } })),
  key.map((key) => ({ put: { ...key, rows: [{ worth: 1 }] }, when: "new" as const })),
  key.map((key) => ({ remove: key })),
  key.map((key) => ({ set: { ...key, said: "so" }, adds: { times: 1 } })),
)
const step = fc.oneof(
  action.map((one) => ({ write: one })),
  key.map((one) => ({ count: { ...one, sk: "COUNT" } })),
  key.map((one) => ({ get: one })),
)
type Step = { write: Action } | { count: { pk: string; sk: string } } | { get: { pk: string; sk: string } }

const take = async (table: Table, one: Step) => {
  if ("write" in one) await table.write([one.write])
  else if ("count" in one) await table.count(one.count, 2_000_000_000)
  else await table.get(one.get)
}

const questions: Asked[] = [
  ...partitions.flatMap((pk) => [
    { pk },
    { pk, begins: "A#", newestFirst: true },
    { pk, limit: 1 },
    { pk, index: newest },
  ]),
  { pk: "2017-08-14", index: byDay },
]
const everything = async (table: Table) => ({
  queries: await Promise.all(questions.map(table.query)),
  gets: await Promise.all(partitions.flatMap((pk) => names.map((sk) => table.get({ pk, sk })))),
})

test("a table that remembers answers as the table itself, whatever is asked and written at once", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      async (all) => {
        const table = remembered(place.table)
        for (const atOnce of all) {
          await Promise.all([...atOnce.map((one) => take(table, one)), everything(table)])
          const now = await everything(place.table)
          expect(await everything(table)).toEqual(now)
          expect(await everything(table)).toEqual(now)
        }
      },
    ),
    { numRuns: 20 },
  ))

test("what is asked again is metered again, and asked of the table once", async () => {
  const key = { pk: "TEST#metered", sk: "A" }
  const asked: Cost[] = []
  const counted: Table = {
    ...place.table,
    metered: (meter) =>
      place.table.metered((cost) => {
        asked.push(cost)
        meter(cost)
      }),
  }
  const told: Cost[] = []
  const table = remembered(counted).metered((cost) => told.push(cost))
  await table.write([{ put: key }])
  await table.get(key)
  await table.get(key)
  expect(asked.map(({ operation }) => operation)).toEqual(["write", "get"])
  expect(told).toEqual([...asked, asked[1]])
})

test("what somebody does with an answer is nothing to who asks next", async () => {
  const item = { pk: "TEST#own", sk: "A", rows: [{ worth: 1 }], bytes: Uint8Array.of(1, 2) }
  const table = remembered(place.table)
  await table.write([{ put: item }])
  for (let times = 0; times < 3; times++) {
    const found = (await table.get(item)) as typeof item
    expect(found).toEqual(item)
    found.rows.push({ worth: 2 })
    found.bytes[0] = 9
  }
})

test("while somebody writes there, the table itself is asked", async () => {
  const key = { pk: "TEST#slow", sk: "A" }
  const [begun, kept, over] = [gate(), gate(), gate()]
  const slow = (table: Table): Table => ({
    ...table,
    metered: (meter) => slow(table.metered(meter)),
    write: async (actions) => {
      await begun.passed
      const written = await table.write(actions)
      kept.open()
      await over.passed
      return written
    },
  })
  const table = remembered(slow(place.table))
  expect(await table.get(key)).toBeUndefined()
  const writing = table.write([{ put: key }])
  expect(await table.get(key)).toBeUndefined()
  begun.open()
  await kept.passed
  expect(await table.get(key)).toEqual(key)
  over.open()
  await writing
  expect(await table.get(key)).toEqual(key)
})

const gate = () => {
  const { promise: passed, resolve: open } = Promise.withResolvers<void>()
  return { passed, open }
}
