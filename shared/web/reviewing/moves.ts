import { answered } from "../../domain/answered.ts"
import type { FigureQuestion } from "../../domain/funding/question.ts"
import {
  allOfIt,
  dueAt,
  questionForm,
  standingOf,
  subjectsIn,
  valueAt,
} from "../../domain/funding/questions.ts"
import { may } from "../../domain/people/policy.ts"
import { Refused } from "../../domain/refused.ts"
import { type Step, take } from "../../domain/submissions/take.ts"
import type { Reviewing } from "../../form/workflow.ts"
import type { Action, Key } from "../../store/action.ts"
import { putFigureQuestion } from "../../store/figure-questions.ts"
import { keyedWrite } from "../../store/keyed.ts"
import type { MoveKey } from "../../store/moves.ts"
import { storing } from "../../store/storing.ts"
import { carriedOn, contextOf, type OnReview, type Reader } from "./desk.ts"
import { carriedToDo, noMoreToDo, toAnswer } from "./to-do.ts"

export type Reviewed = { reference: string; state: string; revision: number; version: number }

/** Who does each thing, for whoever may read it and not do it. */
export type Says = Partial<Record<Reviewing, string>>

/** Whoever reads a return and may not do this is told who may; whoever may not read it finds nothing. */
export const onlyFor = <Desk extends OnReview>(c: Reader, desk: Desk, move: Reviewing, says: Says): Desk => {
  if (!may(c.var.actor, move, desk.head)) throw new Refused("not allowed", { says: says[move] })
  return desk
}

export type Decided = { step: Step; more?: Action[] }

type About<Desk> = {
  /** Where the move's own key is kept. */
  at: Key
  key: MoveKey
  /** The return as it stands: asked again where somebody was quicker. */
  load: () => Promise<Desk>
  decide: (desk: Desk) => Decided | Promise<Decided>
}

/** One move about a return: its head, its line of history, where it stands and what goes with it, together or not at all. */
export const reviewing = <Desk extends OnReview>(
  c: Reader,
  { at, key, load, decide }: About<Desk>,
): Promise<Reviewed> =>
  keyedWrite(c.var.world.table, { at, key }, async () => {
    const desk = await load()
    const { step, more = [] } = await decide(desk)
    const change = take(step, desk, contextOf(c, desk))
    const { reference, state, revision, version } = change.head
    return {
      actions: change.event
        ? [...storing(desk.organisation.id, desk.organisation.code, change), ...more]
        : [],
      result: { reference, state, revision, version },
    }
  })

/** What a question may be about, as its form offers it. */
export const subjectsOn = ({ said, drawn }: Pick<OnReview, "said" | "drawn">) => subjectsIn(said, drawn)

/** A question more, with what the site has to do about it. */
export const asking = (c: Reader, desk: OnReview, given: Record<string, unknown>): Decided => {
  const { actor, world } = c.var
  const now = world.now()
  const { head, phase, organisation, asked, questions, of } = desk
  const subjects = subjectsOn(desk)
  const { about, text, answerBy } = answered(questionForm(subjects, now), given, now)
  const subject = about === allOfIt ? undefined : subjects.find(({ name }) => name === about)
  const question: FigureQuestion = {
    organisation: organisation.id,
    phase,
    ...(of === "the evaluation" && { of }),
    number: Math.max(0, ...asked.map(({ number }) => number)) + 1,
    round: head.round,
    reference: head.reference,
    version: head.version,
    title: head.title,
    ...(subject && { about: withoutName(subject) }),
    text: String(text),
    asked: { by: { person: actor.id, name: actor.name }, at: now.toISOString() },
    answerBy: dueAt(String(answerBy)),
    revision: 0,
  }
  return {
    step: { move: "ask", ...standingOf([...questions.own, question]), note: question.text },
    more: [putFigureQuestion(question), ...toAnswer(desk, question)],
  }
}

const withoutName = ({ name: _, ...about }: ReturnType<typeof subjectsOn>[number]) => about

type Closed = NonNullable<FigureQuestion["closed"]>

/** Closes a question, answered or not: what stands there now is remembered, so that a change of it is seen. */
export const settling = async (c: Reader, desk: OnReview, number: string | undefined): Promise<Decided> => {
  const { actor, world } = c.var
  const before = questionIn(desk, number)
  if (before.closed)
    throw new Refused("not possible now", { says: `${before.closed.by.name} has closed it already.` })
  const closed = {
    by: { person: actor.id, name: actor.name },
    at: world.now().toISOString(),
    version: desk.head.version,
    ...(before.about && { value: (valueAt(desk.said, before.about) ?? null) as Closed["value"] }),
  }
  const after: FigureQuestion = { ...before, closed }
  const own = desk.questions.own.map((one) => (one === before ? after : one))
  return {
    step: { move: "settle", ...standingOf(own) },
    more: [putFigureQuestion(after, before), ...(await noMoreToDo(c, desk, after))],
  }
}

/** What is asked and not closed goes on in the next return, with what there is to do about it. */
export const carrying = async (c: Reader, desk: OnReview): Promise<Action[]> => {
  const carried = carriedOn(desk)
  return [
    ...carried.map(({ before, after }) => putFigureQuestion(after, before)),
    ...(await carriedToDo(c, desk, carried)),
  ]
}

/** A question that was asked about this very return. */
const questionIn = ({ questions }: Pick<OnReview, "questions">, number: string | undefined) => {
  const found = questions.own.find((one) => String(one.number) === number)
  if (!found) throw new Refused("not found")
  return found
}
