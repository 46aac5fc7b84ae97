import { londonDate } from "../../values/london.ts"
import type { FigureQuestion } from "../funding/question.ts"
import { type Action, newAction } from "./action.ts"

type About = Pick<FigureQuestion, "reference" | "number" | "title">

/** What a question of whoever reads a return asks of the site: to answer it, by the day it is asked for. */
export const questionAction = (question: FigureQuestion, site: string): Action => {
  const { organisation, phase, reference, number, title, asked, answerBy, of } = question
  const due = londonDate(new Date(answerBy))
  return newAction(
    {
      id: `${due}-${reference}-question-${number}`,
      organisation,
      phase,
      name: site,
      text: `Answer question ${number} of ${askedBy(of)} on ${title}`,
      due,
      from: { kind: "question", reference, number, title },
      owner: "site",
    },
    asked.by,
    new Date(asked.at),
  )
}

/** What is open about a question. */
export const openAbout = (open: readonly Action[], { reference, number }: About): Action[] =>
  open.filter(
    ({ from }) => from.kind === "question" && from.reference === reference && from.number === number,
  )

export const answeredBy = ({ number, title }: About) => ({
  evidence: `Answered: question ${number} on ${title}.`,
})
export const closedByReader = ({ of }: Pick<FigureQuestion, "of">) => ({
  evidence: `Closed by ${askedBy(of)}.`,
})

const askedBy = (of: FigureQuestion["of"]) => (of ? "the evaluator" : "the Department")
