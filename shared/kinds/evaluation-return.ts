import { defineKind, type KindOf } from "../form/kind.ts"
import type { Section } from "../form/section.ts"
import { baselineChecks, figureWarnings } from "./evaluation-return/checks.ts"
import { baselineOf } from "./evaluation-return/earlier.ts"
import { levelSections } from "./evaluation-return/levels.ts"
import { begunFromTallies, figuresSaid } from "./evaluation-return/said.ts"
import { after, beginning, learning, limits, takenOn, voice } from "./evaluation-return/words.ts"
import type { Point } from "./measures/measure.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

type Kind = KindOf<ReturnFacts>
type One = Pick<Kind, "id" | "title" | "called"> &
  Partial<Pick<Kind, "checks" | "begins">> & {
    point: Point
    around: (facts: ReturnFacts) => { before: Section[]; after: Section[] }
  }

const people = { label: "People with a named social worker", section: "people", question: "people" }
const cannotShow = { label: "What this cannot show", section: "limits", question: "limits" }

/** What the evaluation asks at one point: figures by level, made of what the site and the evaluator agreed to measure. */
const evaluationReturn = ({ point, around, ...one }: One): Kind =>
  defineKind<ReturnFacts>({
    letter: "V",
    edition: 1,
    workflow: "sent and accepted",
    readBy: "the evaluators",
    needs: "the evaluation",
    asked: "of a site",
    facts: returnFacts,
    sample: sampleReturn,
    sections: (facts) => {
      const { before, after } = around(facts)
      return [...before, ...levelSections(facts, point), ...after]
    },
    signatures: () => [
      { role: "lead", declares: ["Nobody can be recognised from this."], covers: "all", differsFrom: [] },
    ],
    checks: () => [],
    warns: (facts, answers) => figureWarnings(facts, answers, point),
    figures: (facts, answers) => figuresSaid(facts, answers, point),
    summary: { baseline: [people], midpoint: [cannotShow], final: [people, cannotShow] }[point],
    ...one,
  })

/** Where a site stands as it begins. */
export const evaluationBaseline = evaluationReturn({
  id: "evaluation-baseline",
  title: "Baseline",
  called: "baseline",
  point: "baseline",
  around: () => ({ before: [beginning], after: [] }),
  checks: baselineChecks,
})

/** Half way, where the phase asks for it. */
export const evaluationMidpoint = evaluationReturn({
  id: "evaluation-midpoint",
  title: "Midpoint evaluation",
  called: "midpoint evaluation",
  point: "midpoint",
  around: (facts) => ({ before: [takenOn(baselineOf(facts) !== undefined)], after: [limits] }),
  begins: (facts) => begunFromTallies(facts, "midpoint"),
})

/** What changed, what it cannot show, and what happens to people afterwards. */
export const evaluationFinal = evaluationReturn({
  id: "evaluation-final",
  title: "Final evaluation",
  called: "final evaluation",
  point: "final",
  around: (facts) => ({
    before: [takenOn(baselineOf(facts) !== undefined)],
    after: [learning, voice, limits, after(facts)],
  }),
  begins: (facts) => begunFromTallies(facts, "final"),
})
