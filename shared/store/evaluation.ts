import { type EvaluationHead, type EvaluationMove, newEvaluationHead } from "../domain/evaluation/head.ts"
import type { EvaluationLetter } from "../domain/letters/written.ts"
import type { Json } from "../values/canonical.ts"
import { londonDate } from "../values/london.ts"
import type { Action } from "./action.ts"
import { type Chains, changesIn } from "./changes.ts"
import { putEvaluationHead } from "./evaluation-head.ts"
import { type EvaluationPlace, evaluationRead, recordOf } from "./evaluation-read.ts"
import { type EvaluationRecord, keys } from "./keys.ts"
import { type Moving, nextLine } from "./site-chain.ts"
import type { Table } from "./table.ts"

export type { EvaluationPlace } from "./evaluation-read.ts"

/** What a line of the evaluation of a site is about: its title holds no word that anybody wrote. */
export type EvaluationAbout = { kind: "plan" | "figure" | "story" | "one page"; id: string; title: string }

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
  const read = evaluationRead(table)
  const { head } = read

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

  return { ...read, change, line }
}

const chainsOf = (organisation: string): Chains => ({
  chain: (record) => keys.evaluationChain(organisation, record),
  move: (person, key) => keys.evaluationMove(organisation, person, key),
  event: (record, number) => keys.event(organisation, record, number),
  contents: (record, number) => keys.contents(organisation, record, number),
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
