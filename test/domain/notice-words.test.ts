import { describe, expect, test } from "vitest"
import { expectedStates } from "../../shared/domain/calendar/state.ts"
import { exampleOf } from "../../shared/domain/notices/example.ts"
import { noticeNames, noticeOf } from "../../shared/domain/notices/notices.ts"
import { pathOf } from "../../shared/domain/notices/where.ts"
import {
  byUrgency,
  linesOf,
  noticeItemOf,
  noticeLetter,
  subjectOf,
} from "../../shared/domain/notices/words.ts"
import { at, december, inRound, owedInPhaseTwo, stands } from "./calendar-given.ts"

const origin = "https://pilots.example"
const halton = () => {
  const [one] = inRound(december).filter(({ organisation }) => organisation === "halton")
  if (!one) throw new Error("Halton owes nothing")
  return one
}
const item = (
  notice: (typeof noticeNames)[number],
  role: Parameters<typeof noticeItemOf>[1]["role"],
  moment: string,
  one = halton(),
) => noticeItemOf(one, { notice, role, organisationName: "Halton Borough Council", at: at(moment) })
const letterOf = (on: string, ...items: ReturnType<typeof item>[]) => ({ name: "Ann Example", on, items })

describe("a letter about one thing", () => {
  const late = letterOf("2018-01-23", item("late", "lead", "2018-01-23T08:00:00.000Z"))

  test("has it in its subject", () => {
    expect(subjectOf(late)).toBe(
      "1 working day late: Spending update, September to December 2017, Halton Borough Council",
    )
  })

  test("says what is missing, who can do it, until when, and where", () => {
    expect(linesOf(late, origin)).toEqual([
      "Ann Example,",
      [
        "Spending update, September to December 2017: Halton Borough Council",
        "1 working day late. It was due at 5pm on Monday 22 January 2018, and can still be sent until 5pm on Monday 19 February 2018.",
        "Missing: nobody has begun it.",
        "The site lead can send it, and can ask for more time there, or telephone us.",
        "“Reported” and “Nothing to report” are both answers. No answer on the day is “Missing”.",
        "https://pilots.example/organisations/halton/returns/nsw2-spending-2017-12-31",
      ].join("\n"),
    ])
  })

  test("uses the words of every page for reported, nothing to report and missing", () => {
    const text = linesOf(late, origin).join("\n")
    for (const state of ["reported", "nil", "missing"] as const) expect(text).toContain(expectedStates[state])
  })

  test("takes a coordinator to the programme’s page, and says that nothing goes to a sponsor by itself", () => {
    const telephone = item("telephone", "coordinator", "2018-01-29T08:00:00.000Z")
    expect(pathOf(telephone)).toBe("/programme/sites/halton/returns/nsw2-spending-2017-12-31")
    expect(linesOf(letterOf("2018-01-29", telephone), origin)[1]).toContain(
      "A letter to the sponsor goes only when you have read it and pressed Send.",
    )
    expect(subjectOf(letterOf("2018-01-29", telephone))).toContain(
      "Telephone the lead, 5 working days late: ",
    )
  })

  test("asks the certifier one question with three answers", () => {
    const one = owedInPhaseTwo().find(({ signs }) => signs.includes("certifier"))
    const asked = item("certifier asked", "certifier", "2018-04-09T08:00:00.000Z", one)
    const letter = letterOf("2018-04-09", asked)
    expect(subjectOf(letter)).toMatch(/^Will you be here on Monday 30 April 2018 to certify it\? Statement/)
    const text = linesOf(letter, origin)[1]
    expect(text).toContain("“I will be here”, “My deputy will”, “Somebody else certifies now”")
    expect(text).toContain(
      "Still needed: the signature of the site lead; the signature of the section 151 officer.",
    )
    expect(text).toMatch(/\/cover$/)
  })

  test("says so where nobody at the site is there to be told", () => {
    const letter = letterOf("2018-01-23", item("late", "coordinator", "2018-01-23T08:00:00.000Z"))
    expect(linesOf(letter, origin)[1]).toContain("Nobody at Halton Borough Council is there to be told")
  })

  test("of an expression of interest goes to itself", () => {
    const one = {
      ...halton(),
      owed: false,
      rule: "closes" as const,
      stands: stands({ reference: "NSW2-HAL-E-7K3PQ4" }),
    }
    expect(pathOf(item("closing soon", "lead", "2018-01-15T08:00:00.000Z", one))).toBe(
      "/organisations/halton/submissions/NSW2-HAL-E-7K3PQ4",
    )
  })
})

describe("a letter about several things", () => {
  const soon = item("due soon", "lead", "2018-01-23T08:00:00.000Z", {
    ...halton(),
    title: "Another return",
    by: "2018-01-30T17:00:00.000Z",
  })
  const late = item("late", "lead", "2018-01-23T08:00:00.000Z")

  test("has the most urgent first, and counts the others in its subject", () => {
    const letter = letterOf("2018-01-23", soon, late)
    expect(byUrgency(letter.items).map(({ notice }) => notice)).toEqual(["late", "due soon"])
    expect(subjectOf(letter)).toMatch(/^1 working day late: .*, and 1 other thing$/)
    const lines = linesOf(letter, origin)
    expect(lines[1]).toBe("2 things, the most urgent first.")
    expect(lines[2]).toContain("1 working day late")
    expect(lines[3]).toContain("Due on Tuesday 30 January 2018")
  })
})

describe.each(noticeNames)("%s", (notice) => {
  test("has an example for each who is told, which is a letter as it is kept", () => {
    const examples = exampleOf(notice)
    const told = new Set(Object.values(noticeOf(notice).tells).flat())
    expect(examples).toHaveLength(told.size)
    for (const { letter } of examples) {
      expect(noticeLetter.parse(letter)).toEqual(letter)
      const text = [subjectOf(letter), ...linesOf(letter, origin)].join("\n")
      expect(text).toContain("(invented)")
      expect(text).toMatch(/https:\/\/pilots\.example\/(organisations|programme\/sites)\/exampleshire\//)
      expect(text).not.toMatch(/undefined|\bplease\b|\bsorry\b|\bvalid\b/i)
    }
  })
})
