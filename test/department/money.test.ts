import { afterAll, beforeAll, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { panelIn } from "../../shared/store/panel.ts"
import {
  department,
  openedRound,
  type PanelPeople,
  panelPeople,
  round,
  scoredBy,
  who,
} from "../support/panel.ts"
import { type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { type Call, watched } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let people: PanelPeople
let references: Awaited<ReturnType<typeof openedRound>>

const store = () => panelIn(service.table, round)
const at = () => `${department}/expressions/${references.halton}/decision`
const reason =
  "The need is clear and dated, and the plan says who covers the other work of each one. ".repeat(3)

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  const scored = scoredBy([3, 3, 3, 3, 3], [2, 2, 2, 2, 2])
  references = await openedRound(service, { halton: scored, bradford: scored, shropshire: scored })
  people = await panelPeople(service)
})
afterAll(() => service.stop())

const seen = async () => ((await (await people.decider.api("GET", at())).json()) as { seen: string }).seen
const decides = async (given: Record<string, unknown>) =>
  people.decider.api("POST", at(), { seen: await seen(), reason, ...given }, keyed())

test.each([
  [{ decision: "successful" }],
  [{ decision: "successful", amount: 0 }],
  [{ decision: "successful", amount: -1 }],
  [{ decision: "successful", amount: -5_000_000 }],
  [{ decision: "successful", amount: 50.5 }],
  [{ decision: "successful", amount: 10_000_001 }],
  [{ decision: "successful", amount: 1e15 }],
  [{ decision: "successful", amount: Number.MAX_SAFE_INTEGER }],
  [{ decision: "successful", amount: "5000000" }],
  [{ decision: "successful", amount: 5_000_100 }],
  [{ decision: "unsuccessful", amount: 1 }],
  [{ decision: "reserve", place: 0 }],
  [{ decision: "reserve", place: -1 }],
  [{ decision: "reserve", place: 1.5 }],
  [{ decision: "reserve" }],
  [{ decision: "with conditions", amount: 5_000_000, conditions: [] }],
  [
    {
      decision: "with conditions",
      amount: 5_000_000,
      conditions: [{ text: "Name who.", due: "2017-01-01" }],
    },
  ],
])("is refused, and nothing is kept: %j", async (given) => {
  const answer = await decides(given)
  expect([answer.status, await answer.text()]).toEqual([422, expect.any(String)])
  expect((await store().reading(references.halton))?.decided).toBeUndefined()
})

test("a reader who is taken off counts no longer, to the last digit, with three, two and one of them", async () => {
  const third = { person: "p-third", name: "Third" }
  const before = await store().reading(references.bradford)
  if (!before) throw new Error("It is there")
  const sent = (given: number[]) => ({
    at: "2017-08-29T09:00:00.000Z",
    version: 1,
    points: Object.fromEntries(given.map((score, place) => [`c${place + 1}`, score])),
  })
  const readers: Reading["readers"] = [
    { ...who.reader, sent: sent([3, 3, 3, 3, 3]) },
    { ...who.second, sent: sent([3, 3, 3, 3, 3]) },
    { ...third, sent: sent([2, 3, 3, 3, 3]) },
  ]
  await service.table.write([store().put({ ...before, readers }, before)])
  const total = async () => {
    const answer = await people.decider.api("GET", `${department}/ranking`)
    const { ranking } = (await answer.json()) as {
      ranking: { reference: string; total: { words: string } }[]
    }
    return ranking.find(({ reference }) => reference === references.bradford)?.total.words
  }
  const off = async (person: string) => {
    const body = {
      reference: references.bradford,
      person,
      because: "They are ill for the rest of the round.",
    }
    expect((await people.chair.api("POST", `${department}/assign/take-off`, body, keyed())).status).toBe(200)
  }
  expect(await total()).toBe("73.750")
  await off(who.reader.person)
  expect(await total()).toBe("73.125")
  await off(who.second.person)
  expect(await total()).toBe("71.250")
})

test("ranking, portfolio, telling and giving out ask the table as often, however many applied", async () => {
  const pages = ["ranking", "portfolio", "telling", "scores.csv", "decisions.csv", "assign", "linked"]
  const asked = async () => {
    const found: Record<string, number> = {}
    for (const page of pages) {
      calls.length = 0
      expect((await people.decider.get(`${department}/${page}`)).status).toBe(page === "assign" ? 403 : 200)
      found[page] = calls.length
    }
    calls.length = 0
    expect((await people.chair.get(`${department}/assign`)).status).toBe(200)
    return { ...found, assign: calls.length }
  }
  const few = await asked()
  const one = await store().reading(references.halton)
  if (!one) throw new Error("It is there")
  for (let from = 0; from < 90; from += 30)
    await service.table.write(
      Array.from({ length: 30 }, (_, place) =>
        store().put({
          ...one,
          reference: `NSW2-XYZ-E-${from + place + 100_000}`,
          organisation: `x${from + place}`,
          revision: 0,
        }),
      ),
    )
  expect(await asked()).toEqual(few)
})
