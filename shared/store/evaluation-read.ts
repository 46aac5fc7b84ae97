import { type AgreedPlan, agreedPlan } from "../domain/evaluation/agreed-plan.ts"
import { type EvaluationHead, evaluationHead } from "../domain/evaluation/head.ts"
import { type Event, event as eventSchema } from "../domain/submissions/event.ts"
import { type Figures, figures } from "../kinds/measures/figure.ts"
import type { Item } from "./action.ts"
import { everyItem } from "./every.ts"
import { byRound, type EvaluationRecord, keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** Which evaluation: of a site, in a phase. `name` is what the site is called on lists. */
export type EvaluationPlace = Pick<EvaluationHead, "organisation" | "phase" | "name">

/** Under which the evaluation of a phase is listed. */
export const evaluationListOf = (phase: string) => `EVALUATION#${phase}`

/** The record that its events are kept under, in the log of the site. */
export const recordOf = (phase: string) => `evaluation-${phase}`

/** The same for whoever reads and changes nothing. */
export const evaluationRead = (table: Table) => {
  const head = async (organisation: string, phase: string): Promise<EvaluationHead | undefined> => {
    const item = await table.get(keys.evaluationHead(organisation, phase), { strong: true })
    return item && evaluationHead.parse(item)
  }

  /** Of every site in a phase, by name, in one query: as it was a moment ago. */
  const inPhase = async (phase: string): Promise<EvaluationHead[]> =>
    (await everyItem(table, { pk: evaluationListOf(phase), index: byRound }))
      .map(({ summary }) => evaluationHead.parse(summary))
      .sort((a, b) => a.name.localeCompare(b.name))

  const agreed = async (organisation: string, phase: string): Promise<AgreedPlan | undefined> => {
    const item = await table.get(keys.evaluation(organisation, "AGREEDPLAN", phase, ""), { strong: true })
    return item && agreedPlan.parse(item)
  }

  /** What each return of the site says in figures, in one query: one item for each, whatever was sent before. */
  const figuresOf = async (organisation: string, phase: string): Promise<Figures[]> =>
    (await records({ organisation, phase }, "FIGURES")).map((item) => figures.parse(item))

  /** All records of one sort in a phase, by their ids. */
  const records = (
    { organisation, phase }: Omit<EvaluationPlace, "name">,
    what: EvaluationRecord,
  ): Promise<Item[]> => {
    const { pk, sk } = keys.evaluation(organisation, what, phase, "")
    return everyItem(table, { pk, begins: sk, strong: true })
  }

  /** What happened, newest first, a hundred lines at most. */
  const history = async (organisation: string, phase: string): Promise<Event[]> => {
    const { pk, sk } = keys.event(organisation, recordOf(phase), 0)
    const { items } = await table.query({
      pk,
      begins: sk.slice(0, -6),
      newestFirst: true,
      limit: 100,
      strong: true,
    })
    return items.map((item) => eventSchema.parse(item))
  }

  /** What one return says in figures, where it says anything so. */
  const figuresIn = async (
    organisation: string,
    phase: string,
    round: string,
  ): Promise<Figures | undefined> => {
    const item = await table.get(keys.evaluation(organisation, "FIGURES", phase, round), { strong: true })
    return item && figures.parse(item)
  }

  return { head, inPhase, agreed, figuresOf, figuresIn, records, history }
}
