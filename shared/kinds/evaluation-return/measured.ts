import type { Question } from "../../form/question.ts"
import { figure } from "../../form/questions/index.ts"
import { addMonths } from "../../values/london.ts"
import { coreMeasureList } from "../measures/core.ts"
import { attributions } from "../measures/figure.ts"
import type { Measure, Point } from "../measures/measure.ts"
import type { EvaluationFacts, ReturnFacts } from "../return-facts.ts"

const none: EvaluationFacts = {
  version: 0,
  measures: [...coreMeasureList],
  notOurGroup: {},
  earlier: [],
  promised: {},
}

export const evaluationOf = ({ evaluation }: ReturnFacts): EvaluationFacts => evaluation ?? none

/** What the site itself is asked at a point: what people answer past it, and what does not fit its group, is not. */
export const measuresAt = (facts: ReturnFacts, point: Point): Measure[] => {
  const { measures, notOurGroup } = evaluationOf(facts)
  return measures.filter(
    ({ id, from, points }) => from !== "answers" && points.includes(point) && notOurGroup[id] === undefined,
  )
}

/** Days between which somebody can say that a figure will be known. */
const knownBy = ({ return: { to } }: ReturnFacts) => ({ notBefore: to, notAfter: addMonths(to, 24) })

/** One measure as its question. At a baseline it may have none; at the end, what made the difference is asked too. */
export const figureOf = (one: Measure, facts: ReturnFacts, point: Point): Question =>
  figure({
    label: one.name,
    called: `“${one.name}”`,
    hint: one.definition,
    unit: one.unit,
    counts: one.counts,
    outOf: one.outOf,
    scale: one.scale,
    none: point === "baseline" ? "There is no baseline" : "Does not apply",
    ...(point === "baseline" && { optional: true }),
    ...(point === "final" && one.direction !== "neither" && { causes: attributions }),
    knownBy: knownBy(facts),
  })

/** What becomes of people afterwards: asked once, of every site, and of no plan. */
export const afterwards = {
  "after-same-worker": {
    label: "People who keep the same named social worker",
    hint: "How many, of those the pilot worked with, keep the same one now that it ends.",
  },
  "after-told": {
    label: "People who have been told what happens next",
    hint: "In a way they understand: how many know who their social worker is from now on.",
  },
} as const

export const afterwardsOf = (facts: ReturnFacts): Record<keyof typeof afterwards, Question> => {
  const asked = (id: keyof typeof afterwards) =>
    figure({
      ...afterwards[id],
      called: `“${afterwards[id].label}”`,
      unit: "count",
      counts: "people",
      none: "Does not apply",
      knownBy: knownBy(facts),
    })
  return { "after-same-worker": asked("after-same-worker"), "after-told": asked("after-told") }
}
