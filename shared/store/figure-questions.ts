import { type AskedOf, type FigureQuestion, figureQuestion as schema } from "../domain/funding/question.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What is asked about the returns of one site in one phase, of one sort of them, in the order it was asked. */
export const figureQuestionsOf = async (
  table: Table,
  organisation: string,
  phase: string,
  of: AskedOf = "the money",
): Promise<FigureQuestion[]> => {
  const { pk, sk } = questionKey({ organisation, phase, number: 0, of })
  return (await everyItem(table, { pk, begins: sk.slice(0, -4), strong: true })).map((item) =>
    schema.parse(item),
  )
}

/** A new one, or the same where it lies there as it was read: with the returns that it is of. */
export const putFigureQuestion = (one: FigureQuestion, before?: FigureQuestion): Action => ({
  put: {
    ...questionKey(one),
    ...one,
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

/** Each lies with what its readers alone reach. */
const questionKey = ({ organisation, phase, number, of = "the money" }: Numbered) =>
  of === "the evaluation"
    ? keys.evaluation(organisation, "QUESTION", phase, String(number).padStart(4, "0"))
    : keys.figureQuestion(organisation, phase, number)

type Numbered = Pick<FigureQuestion, "organisation" | "phase" | "number"> & { of?: AskedOf }

/** Those that are asked about a return, and those that were carried into it and are not closed. */
export const askedAbout = (
  all: readonly FigureQuestion[],
  { reference, round }: { reference?: string; round: string },
) => ({
  own: all.filter((one) => one.reference === reference),
  carried: all.filter((one) => one.carried === round && one.reference !== reference && !one.closed),
})
