import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { readyCaveats } from "../../shared/domain/selection/checking.ts"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { plain } from "../support/page-form.ts"
import {
  type Applicant,
  afterClose,
  department,
  nobodyLinked,
  openedRound,
  type PanelPeople,
  panelPeople,
  round,
  scoredBy,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let people: PanelPeople
let references: Record<Applicant, string>
beforeEach(async () => {
  service = await startService()
  people = await panelPeople(service)
})
afterEach(() => service.stop())

const coordinator = { person: "p-coordinator", name: "Programme coordinator (demonstration)" }
const said = [...nobodyLinked, { ...coordinator, link: "none" as const, at: afterClose }]
const open = async (given: Partial<Record<Applicant, Partial<Reading>>> = {}) => {
  references = await openedRound(service, { halton: { said }, bradford: { said }, ...given })
}
const at = (one: Applicant) => `${department}/expressions/${references[one]}/check`
const check = (whom: Client, one: Applicant, given: Record<string, unknown>, key = newKey()) =>
  whom.api("POST", at(one), given, keyed(key))
const applyOf = async (one: Applicant) =>
  (await panelIn(service.table, round).reading(references[one]))?.apply

const because = "The combined authority leads another one."

describe("can they apply", () => {
  test("is asked of a coordinator and the chair, who see who signed and never the answers", async () => {
    await open({ halton: { said, found: ["Halton sent another one in phase 1."] } })
    for (const one of [people.coordinator, people.chair]) {
      const page = plain(await (await one.get(at("halton"))).text())
      for (const words of ["Halton: Council", "£50,000 of up to", "Halton sponsor (demonstration), sponsor"])
        expect(page).toContain(words)
      expect(page).toContain("Halton sent another one in phase 1.")
      expect(page).toContain(readyCaveats.finance)
    }
    const api = (await (await people.coordinator.api("GET", at("halton"))).json()) as Record<string, unknown>
    expect(Object.keys(api).sort()).toEqual(
      ["amount", "ceiling", "found", "kind", "name", "reference", "signatures"].sort(),
    )
    expect((await people.reader.get(at("halton"))).status).toBe(403)
    expect((await check(people.decider, "halton", { answer: "yes" })).status).toBe(403)
    const unsaid = await people.coordinator.get(at("shropshire"))
    expect(unsaid.headers.get("location")).toBe(`${department}/expressions/${references.shropshire}/links`)
    expect((await check(people.coordinator, "shropshire", { answer: "yes" })).status).toBe(409)
  })

  test("one answer leads to the next, then to the list", async () => {
    await open()
    const yes = (one: Applicant) => people.coordinator.post(at(one), { key: newKey(), answer: "yes" })
    expect((await yes("halton")).headers.get("location")).toBe(at("bradford"))
    expect((await yes("bradford")).headers.get("location")).toBe(department)
    expect(await applyOf("halton")).toEqual({ answer: "yes", caveats: [], by: coordinator, at: afterClose })
  })

  test("with a caveat it has one to three, ready ones and their own, of 50 words each", async () => {
    await open()
    const answer = { answer: "yes, but" }
    const long = "word ".repeat(51)
    const statuses = await Promise.all(
      [
        answer,
        { ...answer, caveat1: long },
        { ...answer, ready: ["finance", "partner"], caveat1: "One.", caveat2: "Two." },
        { ...answer, ready: ["nonsense"] },
        { answer: "no" },
        { answer: "no", because: "word ".repeat(101) },
        { answer: "perhaps" },
      ].map(async (given) => (await check(people.chair, "halton", given)).status),
    )
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 422])
    const tried = await people.chair.post(at("halton"), { key: newKey(), ...answer, caveat1: long })
    expect(await tried.text()).toContain("The caveat must be 50 words or fewer. You have 51")
    expect(await applyOf("halton")).toBeUndefined()
    const fields = { key: newKey(), ...answer, "ready.finance": "finance", caveat1: "Tell us who leads." }
    expect((await people.chair.post(at("halton"), fields)).status).toBe(303)
    expect((await applyOf("halton"))?.caveats).toEqual([readyCaveats.finance, "Tell us who leads."])
    const again = plain(await (await people.chair.get(at("halton"))).text())
    expect(again).toContain("Yes, with a caveat, by Chair of the selection panel")
    expect(again).toContain("Tell us who leads.")
  })

  test("a no after sheets were sent keeps them, and is one move however often it is pressed", async () => {
    const scored = scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3])
    await open({ halton: { ...scored, said } })
    const key = newKey()
    const given = { answer: "no", because }
    const answers = [
      await check(people.coordinator, "halton", given, key),
      await check(people.coordinator, "halton", given, key),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const reading = await panelIn(service.table, round).reading(references.halton)
    expect(reading?.apply).toEqual({ answer: "no", because, caveats: [], by: coordinator, at: afterClose })
    expect(reading?.readers).toEqual(scored.readers)
    const history = await panelIn(service.table, round).changes.history(references.halton)
    expect(history.map(({ move, note }) => [move, note])).toEqual([["check who can apply", `No\n${because}`]])
  })

  test("stands once a decision is made", async () => {
    const decided = {
      decision: "unsuccessful" as const,
      conditions: 0,
      version: 1,
      by: who.decider,
      at: afterClose,
    }
    await open({ halton: { ...scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3]), said, decided } })
    const page = await (await people.chair.get(at("halton"))).text()
    expect(page).toContain("it cannot be changed any longer")
    expect(page).not.toContain("<form")
    expect((await check(people.chair, "halton", { answer: "no", because })).status).toBe(409)
  })
})
