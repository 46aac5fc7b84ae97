import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Desk, desks, newAction } from "../../shared/domain/actions/action.ts"
import { newHead } from "../../shared/domain/coaching/head.ts"
import {
  chaseNames,
  chases,
  chasesOfAction,
  chasesOfCoaching,
  dueChases,
  nextChase,
  type ToldChases,
  toldOfAction,
} from "../../shared/domain/notices/chases.ts"
import { addDays } from "../../shared/values/london.ts"
import { isWorkingDay } from "../../shared/values/working-days.ts"

const by = { person: "p", name: "Somebody" }
const actionDue = (due: string, owner: Desk = "site") =>
  newAction(
    { id: "1", organisation: "halton", phase: "NSW2", text: "Do it.", due, from: { kind: "by hand" }, owner },
    by,
    new Date("2017-10-02T09:00:00.000Z"),
  )
const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2017-09-01", n))

describe("what is told about coaching", () => {
  test("every chase is told to somebody", () => {
    for (const name of chaseNames) {
      const told =
        name === "action late" || name === "action long late"
          ? (Object.keys(desks) as Desk[]).flatMap((desk) => toldOfAction(name, desk))
          : chases[name].tells
      expect([name, told.length > 0]).toEqual([name, true])
    }
  })

  test("an action of every desk is told to somebody when it is late", () => {
    for (const desk of Object.keys(desks) as Desk[]) expect(toldOfAction("action late", desk)).not.toEqual([])
  })

  test("each comes on a working day, and after what it is about", () => {
    fc.assert(
      fc.property(days, (due) => {
        for (const { day } of chasesOfAction(actionDue(due))) {
          expect(isWorkingDay(day)).toBe(true)
          expect(day > due).toBe(true)
        }
      }),
    )
  })

  test("told morning by morning, each is told once, whatever mornings are missed", () => {
    fc.assert(
      fc.property(days, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (due, mornings) => {
        const all = chasesOfAction(actionDue(due))
        let told: ToldChases = {}
        const said: string[] = []
        let today = addDays(due, -5)
        for (const isKept of [...mornings, true]) {
          today = addDays(today, 1)
          if (!isKept) continue
          const come = dueChases(all, told, today)
          said.push(...come.map(({ mark }) => mark))
          told = { ...told, ...Object.fromEntries(come.map(({ mark }) => [mark, today])) }
          const next = nextChase(all, told, addDays(today, 1))
          if (next) expect(next > today).toBe(true)
        }
        expect(said.toSorted()).toEqual(all.map(({ mark }) => mark).toSorted())
      }),
    )
  })

  test("of what is done, or agreed, nothing is left to tell", () => {
    expect(chasesOfAction({ ...actionDue("2018-01-08"), state: "done" })).toEqual([])
    expect(chasesOfCoaching(newHead({ organisation: "halton", phase: "NSW2", name: "Halton" }))).toEqual([])
  })
})
