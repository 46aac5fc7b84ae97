import { answered } from "../../shared/domain/answered.ts"
import { may } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import {
  answerForm,
  questionState,
  questionStates,
  withAnswered,
} from "../../shared/domain/selection/asking.ts"
import type { PanelQuestion } from "../../shared/domain/selection/notes.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import { answerQuestion, putAsks } from "../../shared/store/asking.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { stampWords } from "../../shared/values/london.ts"
import { type C, load, type OnDesk, submissionsHere } from "./desk.ts"

/** One question of the selection panel, as it is asked of this organisation. */
export type Asked = { desk: OnDesk; question: PanelQuestion }

/** The question in the address: whoever may not read the submission whole finds none. */
export const questionHere = async (c: C): Promise<Asked> => {
  const number = c.req.param("number") ?? ""
  const desk = await load(c, { members: false })
  const question = desk.questions.find((one) => String(one.number) === number)
  if (!question) throw new Refused("not found")
  return { desk, question }
}

/** The section that it is about, as it was sent. */
export const sectionAsked = async (c: C, { desk, question }: Asked) => {
  const sent = sentIn(await submissionsHere(c).sent(desk.head.reference, question.version))
  return sent.sections.find(({ id }) => id === question.section)
}

export const mayAnswer = (c: C, { head }: Pick<OnDesk, "head">) => may(c.var.actor, "save", head)

/** Whether it still waits for an answer: until it is due, and no longer once they were told what was decided. */
export const isOpenHere = (c: C, { heard }: Pick<OnDesk, "heard">, question: PanelQuestion) =>
  !heard && questionState(question, c.var.world.now()) === "open"

export const decidedMeanwhile = "It was decided about: this is not answered any more."
export const timePassed = "The time to answer has passed. The panel decides with what you sent."

/**
 * Answers it, once: with it goes the word of it in the site's own calendar. Neither is the panel's record, which this
 * function may not write: the panel reads how many are open from these.
 */
export const answering = async (c: C, given: { answer?: unknown }, key: MoveKey) => {
  const { actor, world } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const at = keys.siteMove(organisation, actor.id, key.key)
  const result = await keyedWrite(world.table, { at, key }, async () => {
    const { desk, question } = await questionHere(c)
    if (!mayAnswer(c, desk))
      throw new Refused("not allowed", { says: "The site lead or a contributor answers it." })
    const now = world.now()
    if (question.answer) throw answeredAlready(question.answer)
    if (desk.heard) throw new Refused("not possible now", { says: decidedMeanwhile })
    if (questionState(question, now) === "passed") throw new Refused("not possible now", { says: timePassed })
    const text = String(answered(answerForm, { answer: given.answer }, now).answer)
    const own = await expectedIn(world.table).of(organisation, question.round)
    if (!own) throw new Refused("not found")
    const answer = { text, by: { person: actor.id, name: actor.name }, at: now.toISOString() }
    return {
      actions: [answerQuestion(question, answer), putAsks(own, withAnswered(own.panelAsks, question))],
      result: { reference: question.reference, number: question.number },
    }
  })
  const { reference, number } = result
  return {
    body: { reference, number },
    at: `/organisations/${organisation}/submissions/${reference}/panel-questions/${number}`,
  }
}

const answeredAlready = ({ by, at }: NonNullable<PanelQuestion["answer"]>) =>
  new Refused("changed by someone else", {
    says: `${by.name} answered it already, ${stampWords(new Date(at))}. That answer was sent, and stands.`,
  })

/** A question as the API shows it to the applicant. */
export const questionShown = (one: PanelQuestion, at: Date) => {
  const { number, version, section, sectionTitle, question, askedAt, answerBy, answer } = one
  const state = questionState(one, at)
  return {
    number,
    version,
    section,
    sectionTitle,
    question,
    askedAt,
    answerBy,
    state,
    says: questionStates[state],
    ...(answer && { answer: { text: answer.text, by: answer.by.name, at: answer.at } }),
  }
}
