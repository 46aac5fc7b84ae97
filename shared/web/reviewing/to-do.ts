import { carriedInto, closed } from "../../domain/actions/action.ts"
import { closedByReader, openAbout, questionAction } from "../../domain/actions/from-question.ts"
import type { FigureQuestion } from "../../domain/funding/question.ts"
import type { Action } from "../../store/action.ts"
import { actionsIn, putAction } from "../../store/actions.ts"
import { nextAfter, type OnReview, type Reader } from "./desk.ts"

const openAt = (c: Reader, { organisation }: OnReview) => actionsIn(c.var.world.table, organisation.id).open()

/** What a new question asks of the site. */
export const toAnswer = ({ expected }: OnReview, question: FigureQuestion): Action[] =>
  putAction(questionAction(question, expected.name))

/** A question that is closed asks nothing more. */
export const noMoreToDo = async (c: Reader, desk: OnReview, question: FigureQuestion): Promise<Action[]> => {
  const { closed: how } = question
  if (!how) return []
  return openAbout(await openAt(c, desk), question).flatMap((one) =>
    putAction(closed(one, closedByReader(question), how.by, new Date(how.at)), one),
  )
}

/** What there is to do about questions goes on with them, into the next return. */
export const carriedToDo = async (
  c: Reader,
  desk: OnReview,
  carried: readonly { after: FigureQuestion }[],
): Promise<Action[]> => {
  const next = nextAfter(desk)
  if (!next || carried.length === 0) return []
  const into = { kind: "return", id: next.round, title: next.title }
  const open = await openAt(c, desk)
  return carried
    .flatMap(({ after }) => openAbout(open, after))
    .flatMap((one) => putAction(carriedInto(one, into, c.var.world.now()), one))
}
