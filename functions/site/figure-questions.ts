import { closed } from "../../shared/domain/actions/action.ts"
import { answeredBy, openAbout } from "../../shared/domain/actions/from-question.ts"
import { answered } from "../../shared/domain/answered.ts"
import type { FigureQuestion } from "../../shared/domain/funding/question.ts"
import { answerForm, questionState, standingOf } from "../../shared/domain/funding/questions.ts"
import { may } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { take } from "../../shared/domain/submissions/take.ts"
import { actionsIn, putAction } from "../../shared/store/actions.ts"
import { askedAbout, figureQuestionsOf, putFigureQuestion } from "../../shared/store/figure-questions.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { storing } from "../../shared/store/storing.ts"
import { stampWords } from "../../shared/values/london.ts"
import { contextHere } from "./context.ts"
import { type C, load, type OnDesk } from "./desk.ts"
import { isReviewed } from "./reviewed.ts"

export type FigureQuestions = { own: FigureQuestion[]; carried: FigureQuestion[] }

/** What whoever accepts a return asks about it, and what they asked before and is not closed. */
export const figureQuestionsHere = async (c: C, desk: OnDesk): Promise<FigureQuestions> => {
  if (!isReviewed(desk) || !desk.expected) return { own: [], carried: [] }
  const { phase } = desk.expected
  const of = desk.kind.readBy && "the evaluation"
  const all = await figureQuestionsOf(c.var.world.table, desk.organisation.id, phase, of)
  return askedAbout(all, desk.head)
}

export type FigureAsked = { desk: OnDesk; question: FigureQuestion; own: FigureQuestion[] }

/** The question in the address, about the return in it. */
export const figureQuestionHere = async (c: C): Promise<FigureAsked> => {
  const desk = await load(c)
  const { own } = await figureQuestionsHere(c, desk)
  const question = own.find(({ number }) => String(number) === c.req.param("number"))
  if (!question) throw new Refused("not found")
  return { desk, question, own }
}

export const mayAnswerFigures = (c: C, { head }: Pick<OnDesk, "head">) => may(c.var.actor, "answer", head)

/** Whether it still waits for the site: however late. */
export const waitsForSite = ({ answer, closed }: FigureQuestion) => !answer && !closed

/** Answers it, once: the head of the return says so in the same write, and by that every list of it. */
export const answeringFigure = async (c: C, given: { answer?: unknown }, key: MoveKey) => {
  const { actor, world } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const at = keys.siteMove(organisation, actor.id, key.key)
  const result = await keyedWrite(world.table, { at, key }, async () => {
    const { desk, question, own } = await figureQuestionHere(c)
    if (!mayAnswerFigures(c, desk))
      throw new Refused("not allowed", { says: "The site lead or a contributor answers it." })
    if (question.answer) throw answeredAlready(question.answer)
    if (question.closed)
      throw new Refused("not possible now", { says: "It was closed: it is not answered any more." })
    const now = world.now()
    const text = String(answered(answerForm, given, now).answer)
    const answer = { text, by: { person: actor.id, name: actor.name }, at: now.toISOString() }
    const after = { ...question, answer }
    const standing = standingOf(own.map((one) => (one === question ? after : one)))
    const change = take({ move: "answer", ...standing }, desk, contextHere(c, desk, desk.head.reference))
    const open = await actionsIn(world.table, organisation).open()
    return {
      actions: [
        ...storing(organisation, desk.organisation.code, change),
        putFigureQuestion(after, question),
        ...openAbout(open, question).flatMap((one) =>
          putAction(closed(one, answeredBy(question), answer.by, now), one),
        ),
      ],
      result: { reference: question.reference, number: question.number },
    }
  })
  const { reference, number } = result
  return {
    body: { reference, number },
    at: `/organisations/${organisation}/submissions/${reference}/figure-questions/${number}`,
  }
}

const answeredAlready = ({ by, at }: NonNullable<FigureQuestion["answer"]>) =>
  new Refused("changed by someone else", {
    says: `${by.name} answered it already, ${stampWords(new Date(at))}. That answer was sent, and stands.`,
  })

/** A question as the API shows it to the site. */
export const figureQuestionShown = (one: FigureQuestion) => ({
  number: one.number,
  reference: one.reference,
  version: one.version,
  title: one.title,
  ...(one.about && { about: one.about.label }),
  text: one.text,
  askedBy: one.asked.by.name,
  askedAt: one.asked.at,
  answerBy: one.answerBy,
  state: questionState(one, undefined),
  ...(one.answer && { answer: { text: one.answer.text, by: one.answer.by.name, at: one.answer.at } }),
})
