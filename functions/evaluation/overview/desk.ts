import { type EvaluationHead, newEvaluationHead } from "../../../shared/domain/evaluation/head.ts"
import {
  isAcceptedByEvaluator,
  isOfEvaluation,
  type ReturnStands,
  returnStands,
} from "../../../shared/domain/evaluation/return-stands.ts"
import type { EvaluationView } from "../../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { type EvaluationPlace, evaluationIn } from "../../../shared/store/evaluation.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { type C, phasesHere, placeHere, siteHere, viewHere } from "../../../shared/web/evaluation/here.ts"

export type OnOverview = {
  view: EvaluationView
  place: EvaluationPlace
  head: EvaluationHead
  /** What is read and accepted, and what is only counted: by when each is due. */
  returns: ReturnStands[]
  tallies: ReturnStands[]
  history: Event[]
  phases: ReturnType<typeof phasesHere>
}

const overviewOf = async (c: C, place: EvaluationPlace): Promise<OnOverview> => {
  const view = viewHere(c)
  const { table, now } = c.var.world
  const { organisation, phase } = place
  const evaluation = evaluationIn(table)
  const [head, owed, history] = await Promise.all([
    evaluation.head(organisation, phase),
    expectedIn(table).all(organisation),
    evaluation.history(organisation, phase),
  ])
  const all = owed
    .filter((one) => one.phase === phase && isOfEvaluation(one))
    .toSorted((a, b) => a.by.localeCompare(b.by))
    .map((one) => returnStands(one, now()))
  return {
    view,
    place,
    head: head ?? newEvaluationHead(place),
    returns: all.filter(({ one }) => isAcceptedByEvaluator(one)),
    tallies: all.filter(({ one }) => !isAcceptedByEvaluator(one)),
    history,
    phases: phasesHere(c),
  }
}

/** The evaluation of the site in the phase of the address: where everything of it stands, and no figure. */
export const overviewHere = (c: C): Promise<OnOverview> => overviewOf(c, placeHere(c))

/** The same of the phase that the site began last. */
export const latestHere = (c: C): Promise<OnOverview> => {
  const [latest] = phasesHere(c)
  if (!latest) throw new Refused("not found")
  const { phase, site } = latest
  return overviewOf(c, { organisation: siteHere(c), phase: phase.id, name: site.name })
}
