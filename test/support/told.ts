import type { Condition, Decision } from "../../shared/domain/selection/decision.ts"
import type { DecisionWord } from "../../shared/domain/selection/decision-word.ts"
import { type Reading, reading } from "../../shared/domain/selection/reading.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { round, scoredBy, who } from "./panel.ts"
import type { Service } from "./service.ts"

export const decidedAt = "2017-09-12T09:00:00.000Z"

export const strengths = ["The need is dated and clear.", "Young people shaped the plan."]
export const gaps = ["Cover for leave is not described.", "What happens afterwards is general."]
export const condition: Condition = {
  id: "1",
  text: "Name who covers the other work of each social worker.",
  due: "2017-10-31",
}

type Given = {
  decision: DecisionWord
  amount?: number
  place?: number
  conditions?: readonly Condition[]
  version?: number
}

const scored = scoredBy([3, 3, 4, 3, 2], [3, 4, 4, 3, 2])

/** What a reading says of a decision, as the decision-maker's move leaves it: to be written with `wroteOf`. */
export const decidedAs = ({
  decision,
  amount,
  place,
  conditions = [],
  version = 1,
}: Given): Partial<Reading> => ({
  ...scored,
  feedback: { by: who.chair, at: decidedAt },
  decided: {
    decision,
    amount,
    place,
    conditions: conditions.length,
    version,
    by: who.decider,
    at: decidedAt,
  },
})

type Applicant = { organisation: string; reference: string; name: string }

/** One applicant's expression of interest as the panel of a round has taken it in, decided. */
export const readingIn = (
  service: Pick<Service, "table">,
  one: Applicant & { round: string },
  given: Given,
  more: Partial<Reading> = {},
) =>
  panelIn(service.table, one.round).put(
    reading.parse({
      ...one,
      kind: "council",
      version: 1,
      sentAt: "2017-08-14T08:00:00.000Z",
      ...decidedAs(given),
      ...more,
      revision: 0,
    }),
  )

export const readingOf = (service: Service, one: Applicant, given: Given) =>
  readingIn(service, { ...one, round }, given)

/** The panel of the round, open for reading. */
export const panelOf = (service: Service, taken: number) =>
  panelIn(service.table, round).putHead({
    round,
    opening: { at: decidedAt, by: who.chair, taken, done: true },
    revision: 0,
  })

/** The decision and the feedback behind it. */
export const wroteOf = (service: Service, reference: string, given: Given) => {
  const store = panelIn(service.table, round)
  const { version = 1, conditions = [], ...rest } = given
  const one: Decision = {
    ...rest,
    reference,
    version,
    conditions: [...conditions],
    reason: `The reason of ${reference}, which stays with the panel.`,
    by: who.decider,
    at: decidedAt,
  }
  return [
    store.addDecision(one),
    ...(version === 1
      ? [store.putFeedback({ reference, strengths, gaps, by: who.chair, at: decidedAt, revision: 0 })]
      : []),
  ]
}
