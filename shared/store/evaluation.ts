import { type AgreedPlan, agreedPlan } from "../domain/evaluation/agreed-plan.ts"
import {
  type EvaluationHead,
  type EvaluationMove,
  evaluationHead,
  newEvaluationHead,
} from "../domain/evaluation/head.ts"
import type { EvaluationLetter } from "../domain/letters/written.ts"
import { nextChase } from "../domain/notices/chases.ts"
import { chasesOfEvaluation } from "../domain/notices/evaluation-chases.ts"
import { type Event, event as eventSchema } from "../domain/submissions/event.ts"
import { type Figures, figures } from "../kinds/measures/figure.ts"
import type { Json } from "../values/canonical.ts"
import { londonDate, type PlainDate } from "../values/london.ts"
import { addWorkingDays } from "../values/working-days.ts"
import type { Action, Item } from "./action.ts"
import { type Chains, changesIn } from "./changes.ts"
import { everyItem } from "./every.ts"
import { byRound, type EvaluationRecord, keys } from "./keys.ts"
import { type Moving, nextLine } from "./site-chain.ts"
import type { Table } from "./table.ts"

/** Which evaluation: of a site, in a phase. `name` is what the site is called on lists. */
export type EvaluationPlace = Pick<EvaluationHead, "organisation" | "phase" | "name">

/** What a line of the evaluation of a site is about: its title holds no word that anybody wrote. */
export type EvaluationAbout = { kind: "plan" | "figure" | "story"; id: string; title: string }

/**
 * What a move is decided to be by what stands there: the next line of the history, where the evaluation stands then, and
 * whatever else changes with it, in one write.
 */
export type EvaluationDecided<Result extends Json> = {
  move: EvaluationMove
  about: EvaluationAbout
  note?: string
  head?: Partial<Omit<EvaluationHead, "organisation" | "phase" | "revision">>
  actions?: Action[]
  letters?: EvaluationLetter[]
  result: Result
}

/** The evaluation of one site: where it stands, what it keeps, and how it changes. */
export const evaluationIn = (table: Table) => {
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

  /** One line more: see `nextLine`. */
  const change = <Result extends Json>(
    place: EvaluationPlace,
    moving: Moving,
    decide: (before: EvaluationHead) => Promise<EvaluationDecided<Result>>,
  ): Promise<Result> => {
    const { organisation, phase } = place
    const where = { record: recordOf(phase), chains: chainsOf(organisation) }
    return nextLine(table, where, moving, async () => {
      const found = await head(organisation, phase)
      const before = found ?? newEvaluationHead(place)
      const { head: changed, actions = [], letters = [], ...line } = await decide(before)
      return {
        ...line,
        actions: [
          putEvaluationHead({ ...before, ...changed }, found, londonDate(moving.at)),
          ...actions,
          ...letters.map(putLetter),
        ],
      }
    })
  }

  /** One line more as actions of a write that is decided elsewhere: of a return, say, that is accepted. */
  const line = async (
    place: EvaluationPlace,
    { by, at }: Pick<Moving, "by" | "at">,
    decide: (before: EvaluationHead) => Omit<EvaluationDecided<null>, "result" | "note" | "letters">,
  ): Promise<Action[]> => {
    const { organisation, phase } = place
    const found = await head(organisation, phase)
    const before = found ?? newEvaluationHead(place)
    const { head: changed, actions = [], move, about } = decide(before)
    const chains = chainsOf(organisation)
    return [
      ...(await changesIn(table, chains).next({ record: recordOf(phase), move, about, by, at })),
      putEvaluationHead({ ...before, ...changed }, found, londonDate(at)),
      ...actions,
    ]
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

  return { head, inPhase, agreed, figuresOf, figuresIn, records, history, change, line }
}

/** Under which the evaluation of a phase is listed. */
export const evaluationListOf = (phase: string) => `EVALUATION#${phase}`

const recordOf = (phase: string) => `evaluation-${phase}`

const chainsOf = (organisation: string): Chains => ({
  chain: (record) => keys.evaluationChain(organisation, record),
  move: (person, key) => keys.evaluationMove(organisation, person, key),
  event: (record, number) => keys.event(organisation, record, number),
  contents: (record, number) => keys.contents(organisation, record, number),
})

/** As it stands after a change on this day, or after what is to be told on it was told. */
export const putEvaluationHead = (
  after: EvaluationHead,
  before: EvaluationHead | undefined,
  today?: PlainDate,
): Action => {
  const chases = chasesOfEvaluation(after)
  const told = Object.fromEntries(
    Object.entries(after.told ?? {}).filter(([mark]) => chases.some((one) => one.mark === mark)),
  )
  const day = nextChase(chases, told, today ? addWorkingDays(today, 1) : "")
  const next = { ...after, told, revision: (before?.revision ?? 0) + 1 }
  return {
    put: {
      ...keys.evaluationHead(next.organisation, next.phase),
      ...next,
      ...(day !== undefined && { onDay: day }),
      summary: next,
      inRound: evaluationListOf(next.phase),
      site: next.organisation,
    },
    when: before ? { is: { revision: before.revision } } : "new",
  }
}

/** That it stands as it was read. */
export const checkEvaluationHead = ({ organisation, phase, revision }: EvaluationHead): Action => ({
  check: keys.evaluationHead(organisation, phase),
  when: { is: { revision } },
})

const putLetter = (one: EvaluationLetter): Action => ({
  put: { ...keys.evaluationLetter(one.organisation, one.id), ...one },
  when: "new",
})

type Revised = { organisation: string; phase: string; revision: number }

/** One record of the evaluation of a site: new, or the same where it lies there as it was read. */
export const putEvaluation = <One extends Revised>(
  what: EvaluationRecord,
  id: string,
  after: One,
  before?: One,
): Action => ({
  put: {
    ...keys.evaluation(after.organisation, what, after.phase, id),
    ...after,
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})
