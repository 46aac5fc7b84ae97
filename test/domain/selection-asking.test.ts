import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { PanelAsks } from "../../shared/domain/calendar/expected.ts"
import { firstLine } from "../../shared/domain/calendar/first-line.ts"
import {
  answerByOf,
  asksAbout,
  openOf,
  questionForm,
  questionState,
  usually,
  withAnswered,
  withAsked,
} from "../../shared/domain/selection/asking.ts"
import { answersCome, askedSentence, countsOf } from "../../shared/domain/selection/asking-words.ts"
import type { PanelQuestion } from "../../shared/domain/selection/notes.ts"
import { problemsIn } from "../../shared/form/section.ts"
import { addDays, atLondon } from "../../shared/values/london.ts"
import { isWorkingDay, workingDaysBetween } from "../../shared/values/working-days.ts"
import { someone } from "./given.ts"
import "../support/chance.ts"

const now = atLondon("2017-08-29", "10:00")
const question = (number: number, answerBy = "2017-09-05", askedAt = now): PanelQuestion => ({
  organisation: "halton",
  reference: "NSW2-HAL-E-7K3PQ4",
  round: "nsw-2-2017",
  number,
  version: 1,
  section: "amount",
  sectionTitle: "The amount",
  question: "What does the first month buy?",
  askedAt: askedAt.toISOString(),
  answerBy: answerByOf(answerBy),
  revision: 1,
})
const sent = { loud: "SENT" as const, rest: " to the Department of Health." }

describe("the day to answer by", () => {
  const wrong = (answerBy: string, at = now) =>
    problemsIn(questionForm({ amount: "The amount" }, at), {
      section: "amount",
      question: "What?",
      answerBy,
    }).map(({ says }) => says)

  test("is a working day, three to ten of them ahead, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -5, max: 25 }), (from, ahead) => {
        const today = addDays("2016-01-01", from)
        const day = addDays(today, ahead)
        const days = workingDaysBetween(today, day)
        const right = isWorkingDay(day) && days >= 3 && days <= 10
        expect(wrong(day, atLondon(today, "12:00")).length === 0).toBe(right)
      }),
    )
  })

  test("is suggested so that it is right", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (from) => {
        const at = atLondon(addDays("2016-01-01", from), "12:00")
        expect(wrong(String(usually(at).answerBy), at)).toEqual([])
      }),
    )
  })

  test("ends at five in London, in summer and in winter", () => {
    expect(answerByOf("2017-09-05")).toBe("2017-09-05T16:00:00.000Z")
    expect(answerByOf("2017-12-05")).toBe("2017-12-05T17:00:00.000Z")
    const before = new Date("2017-09-05T15:59:59.999Z")
    expect(questionState(question(1), before)).toBe("open")
    expect(questionState(question(1), new Date("2017-09-05T16:00:00.000Z"))).toBe("passed")
  })
})

describe("what a site's own calendar says of it", () => {
  test("is what the questions say, however they are asked, answered and left", () => {
    const step = fc.record({ hours: fc.integer({ min: 0, max: 60 }), answers: fc.option(fc.nat(6)) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const questions: PanelQuestion[] = []
        let asks: PanelAsks | undefined
        let at = now
        for (const { hours, answers } of steps) {
          at = new Date(at.getTime() + hours * 3_600_000)
          const open = questions.filter((one) => questionState(one, at) === "open")
          const one = answers === null ? undefined : open[answers % Math.max(1, open.length)]
          if (one) {
            one.answer = { text: "Two posts.", by: { person: "p", name: "N" }, at: at.toISOString() }
            asks = withAnswered(asks, one)
          } else {
            const next = question(questions.length + 1, addDays(at.toISOString().slice(0, 10), 4), at)
            questions.push(next)
            asks = withAsked(asks, next, at)
          }
        }
        const states = questions.map((each) => questionState(each, at))
        const many = (state: string) => states.filter((each) => each === state).length
        expect(countsOf(asks, at)).toEqual({
          asked: questions.length,
          answered: many("answered"),
          open: many("open"),
          passed: many("passed"),
        })
      }),
    )
  })

  test("is of the one submission that it was asked about", () => {
    const panelAsks = withAsked(undefined, question(1), now)
    expect(asksAbout({ panelAsks }, "NSW2-HAL-E-7K3PQ4")).toBe(panelAsks)
    expect(asksAbout({ panelAsks }, "NSW2-HAL-E-222222")).toBeUndefined()
  })
})

describe("in words", () => {
  const one = withAsked(undefined, question(1), now)
  const two = withAsked(one, question(2, "2017-09-01"), now)

  test.each([
    [one, "One question for you, asked on 29 August 2017; answer by 5pm on Tuesday 5 September 2017."],
    [
      two,
      "2 questions for you, asked on 29 August 2017; answer the first by 5pm on Friday 1 September 2017.",
    ],
  ])("a question is what something sent says first", (asks, rest) => {
    expect(askedSentence(sent, asks, now, "you")).toEqual({ loud: "SENT", rest })
  })

  test("nothing else is said of what is not sent, of what is answered, or after its time", () => {
    const draft = { loud: "NOT SENT" as const, rest: "Only your team can see this." }
    expect(askedSentence(draft, one, now, "you")).toBe(draft)
    expect(askedSentence(sent, undefined, now, "you")).toBe(sent)
    expect(askedSentence(sent, withAnswered(one, question(1)), now, "you")).toBe(sent)
    expect(askedSentence(sent, one, new Date(question(1).answerBy), "you")).toBe(sent)
    expect(openOf(two, new Date(answerByOf("2017-09-01"))).map(({ number }) => number)).toEqual([1])
  })

  test("a home begins with it, for whoever may answer and nobody else", () => {
    const matter = {
      title: "Phase 2",
      kind: "expression-of-interest" as const,
      owed: false,
      rule: "closes" as const,
      opens: now.toISOString(),
      by: now.toISOString(),
      signs: [],
      panelAsks: one,
    }
    const organisation = { id: "halton", shortName: "Halton" }
    const line = (role: "lead" | "contributor" | "sponsor" | "governance") =>
      firstLine([matter], { actor: someone(role), organisation, at: now })
    for (const role of ["lead", "contributor"] as const)
      expect(line(role)).toMatch(/^The selection panel asks about Phase 2\. One question for you, asked on/)
    for (const role of ["sponsor", "governance"] as const) expect(line(role)).not.toContain("question")
  })

  test("answers that have come are counted for a desk, and none is nothing", () => {
    const answered = withAnswered(one, question(1))
    expect(answersCome([undefined, one])).toBeUndefined()
    expect(answersCome([answered, one])).toBe("1 answer has come")
    expect(answersCome([answered, answered])).toBe("2 answers have come")
  })
})
