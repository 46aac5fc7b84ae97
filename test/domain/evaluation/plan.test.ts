import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { AgreedPlan } from "../../../shared/domain/evaluation/agreed-plan.ts"
import { measureLike, newEvaluationPlan } from "../../../shared/domain/evaluation/plan/begin.ts"
import { lockProblems } from "../../../shared/domain/evaluation/plan/lock.ts"
import { measureForm } from "../../../shared/domain/evaluation/plan/measure-form.ts"
import {
  answersOfMeasure,
  coreAsked,
  measureFrom,
  sameMeasure,
} from "../../../shared/domain/evaluation/plan/measures.ts"
import {
  agreedBy,
  openedAgain,
  openedForChange,
  proposed,
  writable,
} from "../../../shared/domain/evaluation/plan/moves.ts"
import {
  agreedIn,
  type EvaluationPlan,
  evaluationSides,
  proposedIn,
  wordsOwed,
} from "../../../shared/domain/evaluation/plan/plan.ts"
import type { EvaluationVersion } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { promiseFrom } from "../../../shared/domain/selection/joining.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { problemsIn } from "../../../shared/form/section.ts"
import { notSo, waysOf } from "../../../shared/kinds/measures/adding-up.ts"
import { pointsAsked } from "../../../shared/kinds/measures/asked-points.ts"
import { coreMeasureList } from "../../../shared/kinds/measures/core.ts"
import { library, libraryIds } from "../../../shared/kinds/measures/library.ts"
import { type Measure, measure, type Point, units } from "../../../shared/kinds/measures/measure.ts"

const asked: Point[] = ["baseline", "final"]
const shelf = libraryIds.map((id) => library[id].measure as Measure)

describe("the measures of the library", () => {
  test.each([...coreMeasureList, ...shelf])("$id is one, and adds up as its unit may", (one) => {
    expect(measure.parse(one)).toEqual(one)
    expect(notSo(one.unit, { sites: one.acrossSites, time: one.acrossTime })).toBeUndefined()
  })

  test.each(shelf)(
    "$id fills a form that is whole but for a tool’s scale, and comes back as it is",
    (one) => {
      const { entry, answers } = measureLike("s-1", one, asked, { library: one.id })
      const form = measureForm(entry.id, { points: asked })
      const whole = one.unit === "mean" && !one.scale ? { ...answers, least: 0, most: 24 } : answers
      expect(problemsIn(form, whole)).toEqual([])
      const made = measureFrom(entry, form, whole, asked)
      expect(made.of).toBe(one.unit === "mean" && !one.scale ? "site" : "library")
      if (made.of === "library") expect(sameMeasure(made, one)).toBe(true)
      else expect(made.maps).toBe(one.id)
    },
  )

  test("a changed definition is the site’s own, and goes with the one of the library", () => {
    const one = library["settled-home"].measure as Measure
    const { entry, answers } = measureLike("s-1", one, asked, { library: one.id })
    const form = measureForm(entry.id, { points: asked })
    const made = measureFrom(entry, form, { ...answers, definition: "Own home alone." }, asked)
    expect(made).toMatchObject({ id: "s-1", of: "site", maps: "settled-home" })
  })
})

describe("how values add up", () => {
  test.each(Object.keys(units) as (keyof typeof units)[])("of a %s: what is first is allowed", (unit) => {
    const { acrossSites, acrossTime } = waysOf[unit]
    expect(notSo(unit, { sites: acrossSites[0] ?? "sum", time: acrossTime[0] ?? "last" })).toBeUndefined()
  })

  test("an average is added up neither over sites nor over time", () => {
    expect(notSo("mean", { sites: "sum", time: "last" })).toBeDefined()
    expect(notSo("mean", { sites: "weighted", time: "sum" })).toBeDefined()
    expect(notSo("amount", { sites: "weighted", time: "sum" })).toBeDefined()
    expect(notSo("amount", { sites: "sum", time: "sum" })).toBeUndefined()
  })
})

const site = (id: string, more: Partial<Measure> = {}): Measure => ({
  ...(library["settled-home"].measure as Measure),
  id,
  of: "site",
  ...more,
})
const held = (measures: Measure[]) => ({
  lockedAt: "2017-12-04T10:00:00.000Z",
  agreed: { measures } as AgreedPlan,
})

describe("the lock", () => {
  const locked = [site("s-1"), site("s-2")]
  const frozen = {
    name: "Another",
    question: "Another?",
    definition: "Another.",
    level: "system",
    unit: "count",
    counts: "others",
    outOf: "others",
    scale: { least: 1, most: 2 },
    direction: "less",
    acrossSites: "sum",
    acrossTime: "sum",
    hidesSmall: false,
  } as const

  test("before the baseline everything may change", () => {
    expect(lockProblems([site("s-3")], { agreed: { measures: locked } as AgreedPlan })).toEqual([])
  })

  test.each(Object.entries(frozen))("after it the %s of a measure does not", (key, value) => {
    const problems = lockProblems([site("s-1", { [key]: value }), site("s-2")], held(locked))
    expect(problems).toMatchObject([{ question: "s-1" }])
  })

  test.each(["source", "collectedBy", "maps"])("its %s may", (key) => {
    expect(lockProblems([site("s-1", { [key]: "another" }), site("s-2")], held(locked))).toEqual([])
  })

  test("none goes but where another takes its place, and none comes without saying why it has no baseline", () => {
    expect(lockProblems([site("s-1")], held(locked))).toMatchObject([{ question: "s-2" }])
    const instead = site("s-3", { bridge: { takesPlaceOf: "s-2", note: "Both." } })
    expect(lockProblems([site("s-1"), instead], held(locked))).toEqual([])
    expect(lockProblems([...locked, site("s-4")], held(locked))).toMatchObject([{ question: "s-4" }])
    expect(lockProblems([...locked, site("s-4", { noBaseline: "New." })], held(locked))).toEqual([])
  })
})

const by = { person: "p-1", name: "One" }
const at = "2017-10-23T09:00:00.000Z"
const begun = () =>
  newEvaluationPlan({ organisation: "halton", phase: "P", beginning: {}, ids: String, asked, by, at })
const text = (plan: EvaluationPlan) =>
  ({ version: plan.versions.length + 1, hash: `h${plan.versions.length}`, by, at }) as EvaluationVersion

type Step = (plan: EvaluationPlan) => EvaluationPlan
const steps: Record<string, Step> = {
  propose: (plan) => proposed(plan, text(plan), []),
  "propose for the site": (plan) => proposed(plan, text(plan), ["the site"]),
  "agree for the site": (plan) => agreedBy(plan, plan.versions.length, ["the site"], { by, at }),
  "agree for the evaluator": (plan) => agreedBy(plan, plan.versions.length, ["the evaluator"], { by, at }),
  "not yet": (plan) => openedAgain(plan, plan.versions.length, "not yet", { by, at }),
  "take back": (plan) => openedAgain(plan, plan.versions.length, "taken back", { by, at }),
  open: openedForChange,
}

describe("the life of an evaluation plan", () => {
  test("whatever is pressed in whatever order, what counts has both words on its hash, and never goes back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 25 }), (pressed) => {
        let plan = begun()
        let counting = 0
        for (const name of pressed) {
          const before = structuredClone(plan)
          try {
            plan = steps[name]?.(plan) ?? plan
          } catch (error) {
            expect(error).toBeInstanceOf(Refused)
          }
          expect(plan.versions.slice(0, before.versions.length).map(({ hash }) => hash)).toEqual(
            before.versions.map(({ hash }) => hash),
          )
          const counts = agreedIn(plan)
          expect(counts?.version ?? 0).toBeGreaterThanOrEqual(counting)
          counting = counts?.version ?? 0
          if (counts) {
            expect(wordsOwed(counts)).toEqual([])
            for (const side of evaluationSides)
              expect(counts.agreements.find((one) => one.side === side)?.hash).toBe(counts.hash)
          }
          expect(plan.state === "proposed").toBe(proposedIn(plan) !== undefined)
          if (plan.state === "draft") writable(plan)
          else expect(() => writable(plan)).toThrow()
        }
      }),
      { numRuns: 200 },
    )
  })
})

test("a site that goes on begins with the measures that it agreed, and with the ids it had", () => {
  const own = site("s-9", { points: ["baseline", "final"] })
  const before = { sections: [], measures: [...coreMeasureList, own] } as unknown as EvaluationVersion
  const plan = newEvaluationPlan({
    organisation: "halton",
    phase: "P",
    beginning: { before, promised: [{ indicator: "Something else" }] },
    ids: (number) => `s-new${number}`,
    asked,
    by,
    at,
  })
  expect(plan.began.from).toBe("plan before")
  expect(plan.measures).toEqual([{ id: "s-9" }])
  expect(plan.sections["s-9"]?.answers).toEqual(answersOfMeasure(own, asked))
})

test("a site that applied begins with what it promised to measure", () => {
  const plan = newEvaluationPlan({
    organisation: "halton",
    phase: "P",
    beginning: { promised: [{ indicator: "Reviews that people lead", source: "Review forms" }] },
    ids: (number) => `s-${number}`,
    asked,
    by,
    at,
  })
  expect(plan.sections["s-0"]?.answers).toEqual({
    name: "Reviews that people lead",
    definition: "Reviews that people lead",
    source: "Review forms",
  })
})

describe("when measures are taken", () => {
  test("half way only where the phase asks for it", () => {
    expect(pointsAsked(["evaluation-baseline", "evaluation-final"])).toEqual(["baseline", "final"])
    expect(pointsAsked(["evaluation-midpoint"])).toEqual(["baseline", "midpoint", "final"])
  })

  test("core measures that do not fit the group are not asked, and the reason is kept", () => {
    const { measures, notOurGroup } = coreAsked({ admissions: "not", because: "Nobody is in hospital." }, [
      "baseline",
      "midpoint",
      "final",
    ])
    expect(measures.map(({ id }) => id)).not.toContain("discharges")
    expect(measures).toHaveLength(coreMeasureList.length - 2)
    expect(notOurGroup).toEqual({
      admissions: "Nobody is in hospital.",
      discharges: "Nobody is in hospital.",
    })
    expect(measures.every(({ points }) => points.length === 3)).toBe(true)
  })
})

test("what an expression of interest would measure is carried into the phase", () => {
  const sent = {
    sections: [
      {
        id: "measures",
        title: "Measures",
        questions: [
          {
            id: "measures",
            type: "repeated",
            label: "How will you measure whether it helps?",
            words: "",
            answer: [{ id: "a", indicator: "Reviews that people lead", source: "Forms", owner: "Manager" }],
          },
        ],
      },
    ],
  } as unknown as Sent
  const one = { organisation: "halton", reference: "R", version: 1, groups: [] }
  const promised = promiseFrom(
    { round: { id: "r" }, phase: { id: "P" }, one, decision: {} } as never,
    sent,
    new Date(at),
  )
  expect(promised.measures).toEqual([{ indicator: "Reviews that people lead", source: "Forms" }])
})
