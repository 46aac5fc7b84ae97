import { afterAll, beforeAll, expect, test } from "vitest"
import type { DecisionWord } from "../../shared/domain/selection/decision-word.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Action, Table } from "../../shared/store/table.ts"
import { toldDecisionOf } from "../../shared/store/told.ts"
import { department, type PanelPeople, panelPeople, round } from "../support/panel.ts"
import { type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { panelOf, readingOf, wroteOf } from "../support/told.ts"

/** How many more writes the machine makes before it stops; no end where it is not said. */
let left: number | undefined
const stopping = (table: Table): Table => ({
  ...table,
  metered: (meter) => stopping(table.metered(meter)),
  write: async (actions) => {
    if (left !== undefined && left-- <= 0) throw new Error("The machine stopped")
    return table.write(actions)
  },
})

const many = 300
const letters = "234679CDFGHJKLMNPQRTVWXYZ"
const words: DecisionWord[] = ["successful", "unsuccessful", "reserve"]

let service: Service
let people: PanelPeople
type One = { organisation: string; reference: string; name: string; decision: DecisionWord }
const all: One[] = Array.from({ length: many }, (_, place) => ({
  organisation: `council-${place}`,
  reference: `NSW2-AAA-E-2222${letters[Math.floor(place / 25)]}${letters[place % 25]}`,
  name: `Council ${place}`,
  decision: words[place % 3] as DecisionWord,
}))

const grant = { role: "lead", from: "2016-06-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z" } as const

const inHundreds = async (actions: Action[]) => {
  for (let from = 0; from < actions.length; from += 100)
    await service.table.write(actions.slice(from, from + 100))
}

beforeAll(async () => {
  service = await startService({ around: stopping })
  people = await panelPeople(service)
  const members = peopleIn(service.table)
  await inHundreds([
    panelOf(service, many),
    ...all.flatMap((one) => [
      readingOf(service, one, one),
      ...wroteOf(service, one.reference, { decision: one.decision }),
      ...members.granting(
        { id: `p-many-${one.organisation}`, name: one.name, email: `lead@${one.organisation}.example` },
        { ...grant, id: `g-many-${one.organisation}`, organisation: one.organisation, by: "tests" },
      ),
    ]),
  ])
  service.at("2017-09-14T09:00:00.000Z")
}, 60_000)
afterAll(() => service.stop())

const at = `${department}/telling`
const press = async (what: "seal" | "tell", stopsAfter?: number) => {
  left = stopsAfter
  const answer = await people.decider.api("POST", `${at}/${what}`, {}, keyed())
  left = undefined
  return answer.status
}
const read = async () =>
  (await people.chair.api("GET", at)).json() as Promise<{ says: string; ready: boolean }>

/** How many applicants could read their decision at this moment. */
const open = async () => {
  let found = 0
  for (const { organisation, reference, decision } of all) {
    const told = await toldDecisionOf(service.table, { organisation, reference, round })
    if (told) {
      expect([told.reference, told.decision]).toEqual([reference, decision])
      found++
    }
  }
  return found
}
const letterOf = ({ organisation, reference }: One) =>
  service.table.get(keys.siteLetter(organisation, `${reference}#decision-1`))
const put = async () => (await Promise.all(all.map(letterOf))).filter(Boolean).length

test("three hundred are sealed and told, however often the machine stops: one letter each, and nobody half told", async () => {
  for (const after of [0, 1, 2, 30]) expect(await press("seal", after)).toBe(500)
  expect((await read()).ready).toBe(false)
  expect(await press("tell")).toBe(409)
  for (let presses = 0; !(await read()).ready; presses++) {
    expect(await press("seal")).toBe(200)
    expect(presses).toBeLessThan(4)
  }
  expect(await open()).toBe(0)

  expect(await press("tell", 0)).toBe(500)
  expect([await open(), await put()]).toEqual([0, 0])
  expect(await press("tell", 1)).toBe(500)
  expect([await open(), await put()]).toEqual([many, 0])
  for (const after of [1, 2, 7, 8, 9, 60, 61]) expect(await press("tell", after)).toBe(500)
  expect(await open()).toBe(many)
  const some = await put()
  expect(some).toBeGreaterThan(100)
  expect(some).toBeLessThan(many)
  expect((await read()).says).toContain(`Letters: ${some} of ${many} put; go on.`)

  await Promise.all([press("tell"), press("tell")])
  for (let presses = 0; (await put()) < many; presses++) {
    expect(await press("tell")).toBe(200)
    expect(presses).toBeLessThan(3)
  }
  expect((await read()).says).toContain(`Letters: ${many} of ${many} put.`)
  const mails = await service.deliver({ again: true })
  const told = mails.map(({ to }) => to).filter((to) => to.startsWith("lead@"))
  expect(told).toHaveLength(many)
  expect(new Set(told).size).toBe(many)
  const lines = await panelIn(service.table, round).changes.history("panel")
  expect(lines.filter(({ move }) => move === "tell")).toHaveLength(1)
}, 240_000)

test("the page costs the same few requests, however many applied", async () => {
  service.costs.length = 0
  expect((await people.chair.get(at)).status).toBe(200)
  expect(service.costs.map(({ operation }) => operation)).toEqual(expect.arrayContaining(["query"]))
  expect(service.costs.length).toBeLessThanOrEqual(8)
})
