import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { columnsIn, fieldsOf, sameAs, tableOf } from "../../functions/tally/typed.ts"
import type { Answers } from "../../shared/form/question.ts"
import { derivedIn, problemsIn, warningsIn } from "../../shared/form/section.ts"
import { coreMeasureList } from "../../shared/kinds/measures/core.ts"
import { figure } from "../../shared/kinds/measures/figure.ts"
import { library } from "../../shared/kinds/measures/library.ts"
import { countColumns, type TallyRow } from "../../shared/kinds/monthly-tally/columns.ts"
import { monthlyTally } from "../../shared/kinds/monthly-tally.ts"
import { type ReturnFacts, sampleReturn } from "../../shared/kinds/return-facts.ts"
import type { Json } from "../../shared/values/canonical.ts"

const december: ReturnFacts = {
  ...sampleReturn,
  return: { id: "december", title: "Monthly tally, December 2017", from: "2017-12-01", to: "2017-12-31" },
  evaluation: { version: 0, measures: [...coreMeasureList], notOurGroup: {}, earlier: [], promised: {} },
}
const sectionFor = (facts: ReturnFacts) => {
  const [section] = monthlyTally.sections(facts)
  if (!section) throw new Error("A tally has a section")
  return section
}
const figuresOf = (team: readonly TallyRow[], facts = december, workers?: number) => {
  const tally = { team: team as unknown as Json, ...(workers !== undefined && { workers }) }
  return monthlyTally.figures?.(facts, { tally })?.figures as ReturnType<typeof figure.parse>[]
}
const saidOf = (team: readonly TallyRow[], measure: string, ...rest: [ReturnFacts?, number?]) =>
  figuresOf(team, ...rest).find((one) => one.measure === measure)?.value

const kept = countColumns.filter((column) => column !== "hours")
const known = fc.integer({ min: 0, max: 40 }).map((number) => ({ number }))
const unknown = fc.constantFrom("The list is away", "AB is ill").map((notKnown) => ({ notKnown }))
const rowOf = (count: fc.Arbitrary<unknown>) =>
  fc
    .record({
      name: fc.constantFrom("AB", "CD", "Team"),
      days: fc.integer({ min: 0, max: 70 }).map((tenths) => tenths / 10),
      ...Object.fromEntries(kept.map((column) => [column, count])),
    })
    .map((row) => row as unknown as Omit<TallyRow, "id">)
const teamOf = (count: fc.Arbitrary<unknown>) =>
  fc
    .array(rowOf(count), { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map((row, at): TallyRow => ({ ...row, id: `r${at}` })))
const whole = teamOf(known)
const any = teamOf(fc.oneof({ weight: 6, arbitrary: known }, unknown, fc.constant(undefined)))

describe("what a month says in figures", () => {
  test("is the sum over workers, and a share is of the people of the same month", () => {
    fc.assert(
      fc.property(whole, (team) => {
        const sum = (column: (typeof kept)[number]) =>
          team.reduce((all, row) => all + (row[column] as { number: number }).number, 0)
        expect(saidOf(team, "people")).toEqual({ count: sum("people") })
        expect(saidOf(team, "admissions")).toEqual({ count: sum("admissions") })
        expect(saidOf(team, "challenges-formal")).toEqual({ count: sum("formal") })
        expect(saidOf(team, "kept")).toEqual({ numerator: sum("kept"), denominator: sum("people") })
        expect(saidOf(team, "challenges-changed")).toEqual({
          numerator: sum("changed"),
          denominator: sum("formal") + sum("meeting"),
        })
      }),
    )
  })

  test("never has a nought for what is blank or not known: one such row makes the whole measure so", () => {
    fc.assert(
      fc.property(any, (team) => {
        for (const [measure, column] of [
          ["people", "people"],
          ["admissions", "admissions"],
          ["challenges-meeting", "meeting"],
        ] as const) {
          const said = saidOf(team, measure)
          const blank = team.some((row) => row[column] === undefined)
          const missing = team.some((row) => row[column] !== undefined && "notKnown" in row[column])
          if (blank) expect(said).toBeUndefined()
          else if (missing)
            expect(said).toMatchObject({ notKnown: expect.any(String), knownBy: "2018-01-31" })
          else expect(said).toHaveProperty("count")
        }
      }),
    )
  })

  test("is the same in whatever order the rows stand, and always what a figure may be", () => {
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat()), (team, chance) => {
        const shuffled = team
          .map((row) => ({ row, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ row }) => row)
        expect(figuresOf(shuffled)).toEqual(figuresOf(team))
        for (const one of figuresOf(team)) expect(figure.parse(one)).toEqual(one)
      }),
    )
  })

  test("is the same whether a row stands for one worker or is split between two", () => {
    fc.assert(
      fc.property(rowOf(known), fc.nat(), (row, chance) => {
        const [part, rest] = [
          { ...row, id: "a" },
          { ...row, id: "b" },
        ] as Record<string, unknown>[] as [TallyRow, TallyRow]
        const split = kept.map((column) => {
          const { number } = row[column] as { number: number }
          const some = chance % (number + 1)
          return [column, { number: some }, { number: number - some }] as const
        })
        const first = { ...part, ...Object.fromEntries(split.map(([column, some]) => [column, some])) }
        const second = { ...rest, ...Object.fromEntries(split.map(([column, , other]) => [column, other])) }
        const counts = (team: TallyRow[]) =>
          figuresOf(team).filter(({ measure }) => measure !== "protected-days")
        expect(counts([first, second])).toEqual(counts([{ ...row, id: "c" }]))
      }),
    )
  })

  test("days are those of one worker on average, of as many as there are", () => {
    const row = (id: string, days: number): TallyRow => ({ id, name: id, days })
    expect(saidOf([row("a", 2.5), row("b", 1)], "protected-days")).toEqual({ amount: 1.75, n: 2 })
    expect(saidOf([row("a", 2)], "protected-days", december, 4)).toEqual({ amount: 2, n: 4 })
    expect(saidOf([{ id: "a", noDays: "The rota is away" }, row("b", 1)], "protected-days")).toEqual({
      notKnown: "The rota is away",
      knownBy: "2018-01-31",
    })
  })

  test("what does not fit the group is asked of nobody and is no nought", () => {
    const facts = {
      ...december,
      evaluation: { ...december.evaluation, notOurGroup: { admissions: "Nobody is near a ward" } },
    } as ReturnFacts
    expect(Object.keys(sectionFor(facts).asks.team?.shape.of ?? {})).not.toContain("admissions")
    expect(saidOf([{ id: "a" }], "admissions", facts)).toEqual({ notApplicable: "Nobody is near a ward" })
  })

  test("hours are asked where the site chose to measure them, and come to so many for each person", () => {
    const measures = [library["contact-hours"].measure]
    const facts = { ...december, evaluation: { ...december.evaluation, measures } } as ReturnFacts
    const team: TallyRow[] = [{ id: "a", people: { number: 8 }, hours: { number: 20 } }]
    expect(sectionFor(facts).asks.team?.shape.of).toHaveProperty("hours")
    expect(saidOf(team, "contact-hours", facts)).toEqual({ amount: 2.5, n: 8 })
    expect(saidOf(team, "contact-hours")).toBeUndefined()
  })
})

describe("what is asked before it goes", () => {
  const good = (more: Partial<TallyRow> = {}): Answers => ({
    team: [
      {
        id: "a",
        name: "AB",
        ...Object.fromEntries(kept.map((column) => [column, { number: 3 }])),
        days: 2,
        ...more,
      },
    ] as unknown as Json,
  })
  const said = (answers: Answers, facts = december) =>
    problemsIn(sectionFor(facts), answers)
      .map(({ says }) => says)
      .join()

  test("nothing, where everything is there", () => expect(said(good())).toBe(""))
  test("each empty place", () => {
    for (const column of kept)
      expect(said(good({ [column]: undefined })), column).toMatch(/^Enter .*, or say that it is not known/)
    expect(said(good({ days: undefined }))).toMatch(/protected days a week AB really had/)
  })
  test("no more kept their worker than there are, and nothing changed after more challenges than were raised", () => {
    expect(said(good({ kept: { number: 4 } }))).toMatch(/than there are people: AB/)
    expect(said(good({ changed: { number: 7 } }))).toMatch(/than were raised: AB/)
  })

  const lastMonth = (month: string): ReturnFacts => ({
    ...december,
    evaluation: {
      version: 0,
      measures: [],
      notOurGroup: {},
      promised: {},
      earlier: [{ point: month, title: "Before", figures: [{ measure: "people", value: { count: 5 } }] }],
    },
  })
  const asked = (answers: Answers, facts: ReturnFacts) =>
    warningsIn(sectionFor(facts), answers).map(({ says }) => says)

  test("a question, and never a mistake, where it does not follow from the month before", () => {
    const answers = good({ started: { number: 1 }, stopped: { number: 0 } })
    expect(asked(answers, lastMonth("2017-11"))).toEqual([
      "The month before there were 5. With 1 who started and 0 who stopped that makes 6, and you say 3. Is it so?",
    ])
    expect(said(answers, lastMonth("2017-11"))).toBe("")
    expect(asked(good({ started: { number: 0 }, stopped: { number: 2 } }), lastMonth("2017-11"))).toEqual([])
    expect(asked(answers, lastMonth("2017-10"))).toEqual([])
  })

  test("what it comes to stands beside it, and what is not known says so", () => {
    const [sums] = derivedIn(sectionFor(december), { tally: good({ admissions: { notKnown: "Ward" } }) })
    expect(sums?.rows.find(({ label }) => label === "Admissions")?.cells).toEqual([
      "Not known: Ward (0 counted)",
    ])
    expect(sums?.rows.find(({ label }) => label === "People now")?.cells).toEqual(["3"])
  })
})

describe("the table of the page", () => {
  const desk = { section: sectionFor(december) }

  test("gives back what stands in it", () => {
    const oneReason = teamOf(
      fc.oneof({ weight: 6, arbitrary: known }, fc.constant({ notKnown: "The list is away" })),
    )
    fc.assert(
      fc.property(oneReason, (team) => {
        const read = desk.section.asks.team?.read(fieldsOf(desk, tableOf(team)), "team")
        expect(read).toEqual({ value: team })
      }),
    )
  })

  test("the same as last month keeps who is there, has nobody come or gone, and repeats nothing that happened", () => {
    fc.assert(
      fc.property(any, (team) => {
        const filled = sameAs({ title: "November", rows: team }, columnsIn(desk))
        expect(filled.map(({ name }) => name)).toEqual(team.map(({ name }) => name))
        for (const [at, row] of filled.entries()) {
          const was = team[at] as TallyRow
          expect(row.started).toEqual({ number: 0 })
          for (const column of kept) {
            const given = row[column]
            if (given === undefined) continue
            expect(given).toHaveProperty("number")
            if (column === "people" || column === "kept") expect(given).toEqual(was[column])
            else expect(given).toEqual({ number: 0 })
          }
        }
        const once = sameAs({ title: "November", rows: filled }, columnsIn(desk))
        expect(once).toEqual(filled)
        expect(desk.section.asks.team?.schema.safeParse(filled).success).toBe(true)
      }),
    )
  })
})
