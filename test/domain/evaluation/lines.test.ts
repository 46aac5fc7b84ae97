import { describe, expect, test } from "vitest"
import type { Expected, Stands } from "../../../shared/domain/calendar/expected.ts"
import type { Matter } from "../../../shared/domain/calendar/matter.ts"
import { firstToAccept, locked, locksPlan } from "../../../shared/domain/evaluation/accepting.ts"
import type { AgreedPlan } from "../../../shared/domain/evaluation/agreed-plan.ts"
import { type EvaluationHead, newEvaluationHead } from "../../../shared/domain/evaluation/head.ts"
import { evaluationWaits, storiesWait, tallyLine } from "../../../shared/domain/evaluation/home-words.ts"
import { evaluatorLine, followingLine, planStands } from "../../../shared/domain/evaluation/lines.ts"
import { lastAndNext, returnStands } from "../../../shared/domain/evaluation/return-stands.ts"
import { chasesOfEvaluation, chasesOfReturn } from "../../../shared/domain/notices/evaluation-chases.ts"
import type { Figures } from "../../../shared/kinds/measures/figure.ts"
import { stands } from "../calendar-given.ts"

const at = new Date("2017-12-06T09:00:00.000Z")
const sites = ["bradford", "halton", "hertfordshire", "liverpool", "sheffield", "shropshire"]

const baselineOf = (organisation: string, one?: Stands): Expected => ({
  organisation,
  name: organisation,
  phase: "NSW2",
  round: "nsw2-baseline-2017-10-01",
  kind: "evaluation-baseline",
  title: "Baseline",
  owed: true,
  rule: "due",
  opens: "2017-10-01T00:00:00.000Z",
  by: "2017-11-24T17:00:00.000Z",
  locks: "2018-01-24T17:00:00.000Z",
  sequence: 0,
  signs: ["lead"],
  told: {},
  events: { number: 0, hash: "" },
  revision: 1,
  ...(one && { stands: one }),
})

const by = { person: "p-evaluator", name: "The evaluator" }
const sent = (more: Partial<Stands> = {}) =>
  stands({ state: "sent", version: 1, sentAt: "2017-11-22T10:00:00.000Z", ...more })
const accepted = sent({
  state: "accepted",
  review: { open: [], answered: 0, accepted: { by, at: "2017-11-30T10:00:00.000Z", version: 1 } },
})
const asked = sent({
  review: {
    open: [{ number: 1, askedAt: "2017-11-24T10:00:00.000Z", answerBy: "2017-12-01T17:00:00.000Z" }],
    answered: 0,
  },
})
const head = (organisation: string, more: Partial<EvaluationHead> = {}): EvaluationHead => ({
  ...newEvaluationHead({ organisation, phase: "NSW2", name: organisation }),
  ...more,
})
const returnsOf = (all: (Stands | undefined)[]) =>
  all.map((one, index) => returnStands(baselineOf(sites[index] ?? "halton", one), at))

describe("the first line of the evaluator", () => {
  test("says what is accepted, who has the rest and for how long, and which stories are ready", () => {
    const returns = returnsOf([accepted, accepted, accepted, accepted, accepted, asked])
    const heads = [head("halton", { storiesShared: 1 })]
    expect(evaluatorLine({ returns, heads, at })).toBe(
      "5 of 6 baselines accepted. 1 waits for the site, 8 working days. 1 story ready.",
    )
  })

  test("says first what waits for whoever reads it, the oldest by its age", () => {
    const returns = returnsOf([accepted, sent(), sent({ sentAt: "2017-11-29T10:00:00.000Z" })])
    const plan = {
      version: 0,
      waitsFor: ["the evaluator" as const],
      since: "2017-12-04T10:00:00.000Z",
      draft: false,
    }
    expect(evaluatorLine({ returns, heads: [head("halton", { plan })], at })).toBe(
      "1 of 3 baselines accepted. 2 wait for you, the oldest 10 working days. 1 evaluation plan waits for you, 2 working days.",
    )
    expect(followingLine({ returns, heads: [], at })).toBe(
      "1 of 3 baselines accepted. 2 wait for the evaluator, the oldest 10 working days.",
    )
  })

  test("is never empty", () => {
    expect(evaluatorLine({ returns: [], heads: [], at })).toBe("No return of the evaluation is open yet.")
    expect(evaluatorLine({ returns: returnsOf([accepted]), heads: [], at })).toBe("1 of 1 baseline accepted.")
  })
})

describe("who has a return", () => {
  const waits = (one: Stands | undefined) => {
    const { waitsFor, days } = returnStands(baselineOf("halton", one), at)
    return [waitsFor, days]
  }
  const back = {
    move: "send back" as const,
    sections: [{ id: "people", title: "People" }],
    note: "n",
    by,
    at: "2017-12-04T10:00:00.000Z",
  }

  test("is the site until it is sent, where it is asked something, where it is sent back, and where it changes it", () => {
    expect(waits(undefined)).toEqual(["the site", 48])
    expect(waits(asked)).toEqual(["the site", 8])
    expect(waits(sent({ state: "draft", back }))).toEqual(["the site", 2])
    expect(waits(sent({ state: "draft", changedAt: "2017-12-05T10:00:00.000Z" }))).toEqual(["the site", 1])
  })

  test("is the evaluator from when it is sent, and nobody once it is accepted or not needed", () => {
    expect(waits(sent())).toEqual(["the evaluator", 10])
    expect(waits(accepted)).toEqual([undefined, undefined])
    const notNeeded = { because: "It left.", by, at: "2017-11-01T10:00:00.000Z" }
    expect(returnStands({ ...baselineOf("halton"), notNeeded }, at)).toMatchObject({ who: "" })
  })

  test("what was due last and is due next goes by its day", () => {
    const final = { ...baselineOf("halton"), round: "final", title: "Final", by: "2018-05-10T16:00:00.000Z" }
    const all = [final, baselineOf("halton")].map((one) => returnStands(one, at))
    expect(lastAndNext(all, at)).toMatchObject({
      last: { one: { title: "Baseline" } },
      next: { one: { title: "Final" } },
    })
  })
})

describe("accepting", () => {
  const agreed = { version: 2, at: "2017-10-20T10:00:00.000Z" } as AgreedPlan
  const figures = (point: Figures["point"]) => ({ point }) as Figures

  test("locks the measures with the first baseline, and with nothing else", () => {
    expect(locksPlan(figures("baseline"), agreed, {})).toBe(true)
    expect(locksPlan(figures("final"), agreed, {})).toBe(false)
    const lockedAt = "2017-12-01T10:00:00.000Z"
    expect(locksPlan(figures("baseline"), { ...agreed, lockedAt }, {})).toBe(false)
    const plan = { version: 0, waitsFor: [], draft: true }
    expect(locksPlan(figures("baseline"), undefined, {})).toBe(true)
    expect(locksPlan(figures("baseline"), undefined, { plan })).toBe(true)
    expect(locksPlan(figures("baseline"), undefined, { plan: { ...plan, lockedAt } })).toBe(false)
    expect(locked(undefined, { plan }, at)).toEqual({ plan: { ...plan, lockedAt: at.toISOString() } })
    expect(locked(agreed, {}, at)).toMatchObject({
      agreed: { version: 2, lockedAt: at.toISOString() },
      plan: { version: 2, lockedAt: at.toISOString() },
    })
  })

  test("goes in order: what was sent and is due before it comes first", () => {
    const baseline = baselineOf("halton", sent())
    const final = { ...baselineOf("halton", sent()), round: "final", by: "2018-05-10T16:00:00.000Z" }
    expect(firstToAccept([baseline, final], final)).toBe(baseline)
    expect(firstToAccept([baseline, final], baseline)).toBeUndefined()
    expect(firstToAccept([{ ...baseline, stands: accepted }, final], final)).toBeUndefined()
  })
})

describe("what is agreed to be measured, in words", () => {
  const plan = { version: 1, waitsFor: [], draft: false }
  test.each([
    [undefined, "Not begun"],
    [{ ...plan, version: 0, draft: true }, "Being written"],
    [
      { ...plan, waitsFor: ["the site" as const, "the evaluator" as const] },
      "Waits for the site and the evaluator",
    ],
    [plan, "Agreed, version 1"],
    [{ ...plan, draft: true }, "Agreed, version 1, and being changed"],
    [{ ...plan, lockedAt: "2017-12-04T10:00:00.000Z" }, "Agreed, version 1, locked with the baseline"],
  ])("%# is said", (one, says) => {
    expect(planStands(head("halton", one && { plan: one }))).toBe(says)
  })
})

describe("a home at the site", () => {
  const actorAs = (role: "lead" | "contributor" | "governance") => ({
    actor: {
      id: "p",
      name: "Somebody",
      email: "p@halton.example",
      grants: [
        {
          id: "g",
          role,
          organisation: "halton",
          from: "2017-01-01T00:00:00.000Z",
          to: "2019-01-01T00:00:00.000Z",
          by: "t",
        },
      ],
    },
    organisation: "halton",
    today: "2018-01-16",
  })
  const plan = {
    version: 0,
    waitsFor: ["the site" as const],
    since: "2018-01-15T10:00:00.000Z",
    draft: false,
  }
  const heads = [
    head("halton", { plan, storiesToCheck: [{ story: "s", since: "2018-01-12T10:00:00.000Z" }] }),
  ]

  test("says to the lead that the plan waits, and to the officer alone that a story does", () => {
    expect(evaluationWaits(heads, actorAs("lead"))).toEqual(["agree the evaluation plan"])
    expect(evaluationWaits(heads, actorAs("contributor"))).toEqual([])
    expect(storiesWait(heads, actorAs("governance"))).toEqual([
      "One story to check, 2 working days old. Nobody else can read it until you answer.",
    ])
    expect(storiesWait(heads, actorAs("lead"))).toEqual([])
  })

  test("says to whoever counts which tally was sent, and which comes by when", () => {
    const tally = (month: string, byDay: string, one?: Stands): Matter => ({
      ...baselineOf("halton", one),
      kind: "monthly-tally",
      title: `Monthly tally, ${month}`,
      opens: "2018-01-01T00:00:00.000Z",
      by: `${byDay}T17:00:00.000Z`,
    })
    const december = tally("December 2017", "2018-01-08", sent({ sentAt: "2018-01-08T10:00:00.000Z" }))
    const matters = [tally("January 2018", "2018-02-07"), december]
    expect(tallyLine(matters, new Date("2018-01-16T09:00:00.000Z"))).toBe(
      "December’s tally: sent on 8 January 2018. Next: January’s, by Wednesday 7 February 2018, 2 minutes.",
    )
    expect(tallyLine([], at)).toBe("")
  })
})

describe("what is chased", () => {
  test("is a plan and a story after a week, each where it waits; agreed and checked nothing is", () => {
    const plan = {
      version: 0,
      waitsFor: ["the evaluator" as const],
      since: "2018-01-05T10:00:00.000Z",
      draft: false,
    }
    const one = head("halton", { plan, storiesToCheck: [{ story: "s", since: "2018-01-08T10:00:00.000Z" }] })
    expect(chasesOfEvaluation(one).map(({ chase, day, tells }) => [chase, day, tells])).toEqual([
      ["plan unsigned by the evaluator", "2018-01-12", ["evaluator"]],
      ["story unchecked", "2018-01-15", ["governance"]],
    ])
    expect(chasesOfEvaluation(head("halton", { plan: { ...plan, waitsFor: [] } }))).toEqual([])
  })

  test("is a return that nobody opened in ten working days, and none that somebody reads, that is of money or that nobody has to accept", () => {
    const one = baselineOf("halton", sent())
    expect(chasesOfReturn(one)).toMatchObject([{ chase: "return unread", day: "2017-12-06" }])
    const looked = sent({ review: { looked: { by, at: "2017-11-23T10:00:00.000Z" }, open: [], answered: 0 } })
    expect(chasesOfReturn(baselineOf("halton", looked))).toEqual([])
    expect(chasesOfReturn({ ...one, kind: "spending-update" })).toEqual([])
    expect(chasesOfReturn({ ...one, kind: "monthly-tally" })).toEqual([])
    expect(chasesOfReturn(baselineOf("halton"))).toEqual([])
  })
})
