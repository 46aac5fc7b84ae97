import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { agreedOf, type Plan, planSides, proposedOf } from "../../shared/domain/coaching/plan.ts"
import { besideQuestion, firstAnswers, newPlan, originOf } from "../../shared/domain/coaching/plan-begin.ts"
import { besidePlan } from "../../shared/domain/coaching/plan-beside.ts"
import { answersIn, linesOf, planSections } from "../../shared/domain/coaching/plan-form.ts"
import {
  countsWords,
  milestoneCounts,
  milestonesOf,
  milestoneWords,
  movedTo,
  reached,
} from "../../shared/domain/coaching/plan-milestones.ts"
import {
  agreed,
  openedAgain,
  openedForChange,
  planHead,
  proposed,
} from "../../shared/domain/coaching/plan-moves.ts"
import { foreseenRisks } from "../../shared/domain/coaching/plan-risks.ts"
import { answersOf, planCompared, saidIn, versionFrom } from "../../shared/domain/coaching/plan-version.ts"
import { planStands } from "../../shared/domain/coaching/plan-words.ts"
import { coachingPolicy } from "../../shared/domain/people/coaching-policy.ts"
import { problemsIn } from "../../shared/form/section.ts"
import { promisedBy, wholeMore, wholePlan } from "../support/coaching/planning.ts"

const sections = planSections({ from: "2017-09-01", to: "2018-04-30" })
const by = { person: "p-lead", name: "Site lead" }
const at = (day: string) => `2017-10-${day}T09:00:00.000Z`
const withIds = (rows: object[]) => rows.map((row, index) => ({ id: `r${index + 1}`, ...row }))
const answers = {
  core: { ...wholePlan, team: withIds(wholePlan.team), milestones: withIds(wholePlan.milestones) },
  more: { ...wholeMore, risks: withIds(wholeMore.risks) },
}
const draft: Plan = {
  ...newPlan({ organisation: "halton", phase: "NSW2", from: "nothing", answers, by, at: at("02") }),
  revision: 1,
}
const textOf = (plan: Plan, version: number, day: string) =>
  versionFrom({
    organisation: "halton",
    phase: "NSW2",
    version,
    at: at(day),
    by,
    sections: saidIn(sections, plan.sections),
  })
const proposing = (plan: Plan, version: number, day: string) =>
  proposed(plan, textOf(plan, version, day), false)
const both = (plan: Plan, version: number, day: string) =>
  agreed(plan, version, planSides, { by, at: at(day) })
const milestones = (plan: Plan, text: ReturnType<typeof textOf>) =>
  milestonesOf(answersOf(text), plan.milestones, text)

describe("what a plan asks", () => {
  test("is one page that everybody answers, of at most seven questions, and one of which nothing is owed", () => {
    const [core, more] = sections
    expect(Object.values(core?.asks ?? {}).filter(({ optional }) => !optional).length).toBeLessThanOrEqual(7)
    expect(Object.values(more?.asks ?? {}).every(({ optional }) => optional)).toBe(true)
    expect(sections.flatMap((one) => problemsIn(one, draft.sections[one.id]?.answers ?? {}))).toEqual([])
  })

  test("no two of its questions have one name: comments, sources and differences hang on it", () => {
    const names = sections.flatMap(({ asks }) => Object.keys(asks))
    expect(new Set(names).size).toBe(names.length)
  })

  test("every line can be commented on by name, each row of it too", () => {
    const lines = linesOf(sections, answersIn(draft.sections))
    expect(lines).toMatchObject({
      model: "What does a named social worker do here?",
      "milestones.r2": "What are the milestones: milestone 2",
      "risks.r1": "What could go wrong: risk 1",
    })
  })
})

describe("what a plan begins with", () => {
  const promise = promisedBy("halton")

  test("is what was promised, and it stands beside the answer for ever", () => {
    expect(firstAnswers(sections, { promise, continuing: false }).core).toEqual({
      model: "One worker stays with each person.",
      stops: "Two posts are backfilled.",
      people: { number: 17 },
    })
    expect(besideQuestion({ promise, continuing: false }, "stops")).toEqual({
      title: "What you promised in your expression of interest",
      label: "How will you free people’s time?",
      words: "Two posts are backfilled.",
    })
    expect(besideQuestion({ promise, continuing: false }, "team")).toBeUndefined()
  })

  test("leaves out what is too long for its question: it stands beside it, and is written anew", () => {
    const long = {
      ...promise,
      answers: promise.answers.map((one) => ({ ...one, words: "word ".repeat(301) })),
    }
    expect(firstAnswers(sections, { promise: long, continuing: false }).core).toEqual({
      people: { number: 17 },
    })
    expect(besideQuestion({ promise: long, continuing: false }, "model")?.words).toBe("word ".repeat(301))
  })

  test("is the plan of the phase before where the site goes on, and the promise where it applied again", () => {
    const text = textOf(draft, 1, "03")
    expect(originOf({ promise, agreed: text, continuing: true })).toBe("plan before")
    expect(originOf({ promise, agreed: text, continuing: false })).toBe("promise")
    expect(originOf({ agreed: text, continuing: false })).toBe("plan before")
    expect(originOf({ continuing: true })).toBe("nothing")
    const { core } = firstAnswers(sections, { agreed: text, done: ["r1"], continuing: true })
    expect(core?.milestones).toEqual([
      { id: "r2", what: "Everybody has met theirs", who: "Named social workers" },
    ])
    expect(core?.model).toBe(wholePlan.model)
  })
})

describe("who agrees", () => {
  test("both, in any order, each to the hash of what was proposed; until then the plan before counts", () => {
    for (const order of [planSides, planSides.toReversed()]) {
      const waiting = proposing(draft, 1, "03")
      const [first, second] = order as [(typeof planSides)[number], (typeof planSides)[number]]
      const one = agreed(waiting, 1, [first], { by, at: at("04") })
      expect([one.state, agreedOf(one)]).toEqual(["proposed", undefined])
      expect(planHead(one).waitsFor).toEqual([second])
      const two = agreed(one, 1, [second], { by, at: at("05") })
      expect(agreedOf(two)?.agreements.map(({ hash }) => hash)).toEqual(
        Array(2).fill(textOf(draft, 1, "03").hash),
      )
      expect(() => agreed(two, 1, [first], { by, at: at("06") })).toThrow()
    }
  })

  test("whoever speaks for both gives both by one press, and nobody twice", () => {
    const waiting = proposing(draft, 1, "03")
    expect(both(waiting, 1, "04").state).toBe("agreed")
    const one = agreed(waiting, 1, ["the site"], { by, at: at("04") })
    expect(() => agreed(one, 1, ["the site"], { by, at: at("05") })).toThrow()
    expect(() => agreed(one, 1, [], { by, at: at("05") })).toThrow()
  })

  test("whatever happens, at most one version waits, numbers only grow, and an agreed one stays agreed", () => {
    const moves = ["propose", "site", "programme", "not yet", "open"] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (happens) => {
        let plan = draft
        happens.forEach((move, index) => {
          const stamp = { by, at: `2017-11-01T09:00:${String(index).padStart(2, "0")}.000Z` }
          const version = plan.versions.length
          const before = plan
          try {
            if (move === "propose") plan = proposing(plan, version + 1, "09")
            else if (move === "site") plan = agreed(plan, version, ["the site"], stamp)
            else if (move === "programme") plan = agreed(plan, version, ["the programme"], stamp)
            else if (move === "not yet") plan = openedAgain(plan, version, "not yet", stamp)
            else plan = openedForChange(plan, stamp)
          } catch {
            expect(plan).toBe(before)
          }
          expect(plan.versions.filter(({ fate }) => fate === "proposed").length).toBe(
            Number(plan.state === "proposed"),
          )
          expect(plan.versions.map(({ version: number }) => number)).toEqual(
            plan.versions.map((_, at) => at + 1),
          )
          const kept = before.versions.filter(({ fate }) => fate === "agreed").map(({ version: n }) => n)
          for (const number of kept) expect(plan.versions[number - 1]?.fate).toBe("agreed")
          expect(planHead(plan).waitsFor.length > 0).toBe(proposedOf(plan) !== undefined)
          expect(planStands(plan).length).toBeGreaterThan(0)
        })
      }),
    )
  })

  test("a draft never looks agreed, and an agreed plan says that it counts while a draft is open", () => {
    expect(planStands(undefined)).toEqual(["NOT BEGUN."])
    expect(planStands(draft).join()).not.toContain("AGREED")
    const open = openedForChange(both(proposing(draft, 1, "03"), 1, "04"), { by, at: at("05") })
    expect(planStands(open)).toEqual([
      "AGREED: version 1, by both on 4 October 2017.",
      "A draft of another version is open. It is NOT PROPOSED YET: version 1 counts until another is agreed.",
    ])
  })

  test("the door of agreeing is for the two who agree, and for nobody else", () => {
    expect(Object.keys(coachingPolicy["agree plan"]).sort()).toEqual(
      [
        ...Object.keys(coachingPolicy["agree plan for the site"]),
        ...Object.keys(coachingPolicy["agree plan for the programme"]),
      ].sort(),
    )
  })

  test("nobody who reads a summary has any other right about the plan", () => {
    for (const right of ["read plan", "write plan", "comment on plan", "agree plan"] as const)
      expect(Object.values(coachingPolicy[right]).every((view) => view === "whole")).toBe(true)
  })
})

describe("a version", () => {
  test("is another one when a letter of it is, by its hash", () => {
    const text = textOf(draft, 1, "03")
    const other = structuredClone(draft)
    const core = other.sections.core
    if (core) core.answers = { ...core.answers, stops: "Duty on Monday; the second team covers it." }
    expect(textOf(other, 1, "03").hash).not.toBe(text.hash)
    expect(textOf(draft, 1, "03").hash).toBe(text.hash)
  })

  test("is compared row by row, by the ids of rows", () => {
    const other = structuredClone(draft)
    const core = other.sections.core
    if (core) core.answers = { ...core.answers, milestones: withIds(wholePlan.milestones).slice(1) }
    const { sections: found } = planCompared(
      sections,
      { sections: saidIn(sections, draft.sections) },
      { sections: saidIn(sections, other.sections) },
    )
    expect(found.flatMap(({ differences }) => differences)).toEqual([
      { label: "milestone 1, what", before: "Workers are named", after: undefined },
      { label: "milestone 1, by when", before: "20 October 2017", after: undefined },
      { label: "milestone 1, who sees to it", before: "Team manager", after: undefined },
    ])
  })

  test("gives the risks that it foresaw, by their rows", () => {
    expect(foreseenRisks(textOf(draft, 1, "03"))).toEqual([
      { row: "r1", risk: "Cover falls through", against: "The agency holds two names." },
      { row: "r2", risk: "Nobody joins" },
    ])
    expect(foreseenRisks({ sections: [] })).toEqual([])
  })
})

/** The day of the first milestone in a draft. */
const firstDay = ({ sections: { core } }: Plan) =>
  ((core?.answers.milestones ?? []) as { by: string }[]).at(0)?.by

describe("milestones", () => {
  const text = textOf(draft, 1, "03")
  const plan = both(proposing(draft, 1, "03"), 1, "04")
  const stamp = { by, at: at("06") }
  const [first, second] = milestones(plan, text)

  test("say where they stand, late by working days across a bank holiday", () => {
    if (!second) throw new Error("There are two")
    expect(milestoneWords(second, "2017-12-15")).toBe("Due today.")
    expect(milestoneWords(second, "2017-12-14")).toBe("By Friday 15 December 2017, in 1 working day.")
    expect(milestoneWords(second, "2017-12-16")).toBe("LATE: it was due on Friday 15 December 2017.")
    expect(milestoneWords(second, "2017-12-27")).toBe(
      "LATE: it was due on Friday 15 December 2017, 6 working days ago.",
    )
  })

  test("are counted, and nothing of their words is in the count", () => {
    if (!first) throw new Error("There are two")
    const done = reached(plan, first, { on: "2017-10-06", says: "They are." }, stamp)
    const counts = milestoneCounts(milestones(done, text), "2017-10-30")
    expect(counts).toEqual({ all: 2, done: 1, late: 0, next: "2017-12-15" })
    expect(countsWords(counts)).toBe("2 milestones: 1 done; the next by Friday 15 December 2017.")
    expect(countsWords(milestoneCounts(milestones(plan, text), "2017-10-30"))).toBe(
      "2 milestones: 0 done, 1 late; the next was due Friday 20 October 2017.",
    )
  })

  test("that are moved keep every day they had, and the agreed text keeps the first", () => {
    if (!first) throw new Error("There are two")
    const once = movedTo(plan, first, { to: "2017-10-27", because: "The room." }, stamp)
    const [moved] = milestones(once, text)
    if (!moved) throw new Error("There are two")
    const twice = movedTo(once, moved, { to: "2017-11-03", because: "The key." }, { by, at: at("07") })
    expect(milestones(twice, text)[0]).toMatchObject({
      by: "2017-11-03",
      moved: [
        { from: "2017-10-20", to: "2017-10-27" },
        { from: "2017-10-27", to: "2017-11-03" },
      ],
    })
    expect(twice.sections).toEqual(plan.sections)
    const open = openedForChange(twice, { by, at: at("08") })
    expect(firstDay(open)).toBe("2017-11-03")
    expect(open.sections.core?.stamps.milestones).toBe(plan.revision + 1)
    expect(() => movedTo(once, moved, { to: "2017-10-27", because: "Again." }, stamp)).toThrow()
  })

  test("moved while a version waits keep that day where it is opened again, and where it is agreed", () => {
    const open = openedForChange(plan, { by, at: at("08") })
    const waiting = proposing(open, 2, "09")
    if (!first) throw new Error("There are two")
    const moved = movedTo(waiting, first, { to: "2017-11-10", because: "The key." }, { by, at: at("10") })
    const text2 = textOf(open, 2, "09")
    expect(milestones(both(moved, 2, "11"), text2)[0]?.by).toBe("2017-11-10")
    const back = openedAgain(moved, 2, "not yet", { by, at: at("11") })
    expect(firstDay(back)).toBe("2017-11-10")
  })

  test("a day that the writers gave in their draft is theirs: a move of the agreed one leaves it", () => {
    const open = openedForChange(plan, { by, at: at("08") })
    const core = open.sections.core
    if (!core || !first) throw new Error("There is a draft")
    const own = withIds(wholePlan.milestones).map((row, index) =>
      index === 0 ? { ...row, by: "2017-11-30" } : row,
    )
    const theirs = {
      ...open,
      sections: { ...open.sections, core: { ...core, answers: { ...core.answers, milestones: own } } },
    }
    const moved = movedTo(theirs, first, { to: "2017-11-10", because: "The key." }, { by, at: at("09") })
    expect(firstDay(moved)).toBe("2017-11-30")
  })
})

describe("promised, planned, now", () => {
  const planned = answersOf(textOf(draft, 1, "03"))

  test("says only what somebody has said: what is not known is left out, never nought", () => {
    expect(besidePlan({ now: {} })).toEqual([])
    expect(besidePlan({ planned, now: {} })).toEqual([
      { label: "People with a named social worker", planned: "17" },
      { label: "Protected days a week, together", planned: "10" },
    ])
  })

  test("adds days up in tenths, over everybody of a role", () => {
    const team = [
      { id: "r1", role: "Worker", number: 3, days: 0.1 },
      { id: "r2", role: "Manager", number: 1, days: 0.2 },
    ]
    expect(besidePlan({ planned: { team }, now: {} })).toEqual([
      { label: "Protected days a week, together", planned: "0.5" },
    ])
  })

  test("shows people and money as they are known, with where that was said", () => {
    const money = {
      award: 9_282_700,
      actual: 1_000_000,
      accrued: 50_000,
      outturn: 9_282_700,
      accepted: "2017-12-31",
    }
    const people = { count: { notKnown: "two have moved" }, says: "session of 9 January 2018" }
    expect(besidePlan({ promised: promisedBy("halton"), planned, now: { money, people } })).toMatchObject([
      { promised: "17", planned: "17", now: "Not known: two have moved (session of 9 January 2018)" },
      {},
      {
        promised: "£92,827 asked for",
        planned: "£92,827 awarded",
        now: "£10,500 spent to 31 December 2017, £92,827 expected in all",
      },
    ])
  })
})
