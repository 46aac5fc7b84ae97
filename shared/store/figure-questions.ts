import { type FigureQuestion, figureQuestion as schema } from "../domain/funding/question.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What the department asks about the returns of one site in one phase, in the order it was asked. */
export const figureQuestionsOf = async (
  table: Table,
  organisation: string,
  phase: string,
): Promise<FigureQuestion[]> => {
  const { pk, sk } = keys.figureQuestion(organisation, phase, 0)
  return (await everyItem(table, { pk, begins: sk.slice(0, -4), strong: true })).map((item) =>
    schema.parse(item),
  )
}

/** A new one, or the same where it lies there as it was read. */
export const putFigureQuestion = (one: FigureQuestion, before?: FigureQuestion): Action => ({
  put: {
    ...keys.figureQuestion(one.organisation, one.phase, one.number),
    ...one,
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

/** Those that are asked about a return, and those that were carried into it and are not closed. */
export const askedAbout = (
  all: readonly FigureQuestion[],
  { reference, round }: { reference?: string; round: string },
) => ({
  own: all.filter((one) => one.reference === reference),
  carried: all.filter((one) => one.carried === round && one.reference !== reference && !one.closed),
})
