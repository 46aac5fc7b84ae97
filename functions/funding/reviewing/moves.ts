import { answered } from "../../../shared/domain/answered.ts"
import type { FigureQuestion } from "../../../shared/domain/funding/question.ts"
import {
  allOfIt,
  dueAt,
  questionForm,
  standingOf,
  subjectsIn,
  valueAt,
} from "../../../shared/domain/funding/questions.ts"
import { fundingGrantFor } from "../../../shared/domain/people/funding-policy.ts"
import { may } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Step, take } from "../../../shared/domain/submissions/take.ts"
import type { Reviewing } from "../../../shared/form/workflow.ts"
import type { Action } from "../../../shared/store/action.ts"
import { putFigureQuestion } from "../../../shared/store/figure-questions.ts"
import { posted } from "../../../shared/store/funding.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { storing } from "../../../shared/store/storing.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { acceptingOf, carriedOn, earlierThan, refuseWhere, reopeningOf, standsInTheWay } from "./accepting.ts"
import { contextOf, type OnReview, returnHere } from "./desk.ts"
import { carriedToDo, noMoreToDo, toAnswer } from "./to-do.ts"

export type Reviewed = { reference: string; state: string; revision: number; version: number }

const says: Partial<Record<Reviewing, string>> = {
  look: "Coordinators and the department’s finance people read returns.",
  "check completeness": "Coordinators check that a return is complete.",
  ask: "The department’s finance people ask about figures.",
  settle: "The department’s finance people close a question.",
  "send back": "Coordinators and the department’s finance people send a return back.",
  accept: "The department’s finance people accept returns.",
  reopen: "The department’s finance people open a return again.",
}

/** Whoever reads a return and may not do this is told who may; whoever may not read it finds nothing. */
export const onlyFor = async (c: C, move: Reviewing): Promise<OnReview> => {
  const desk = await returnHere(c)
  if (!may(c.var.actor, move, desk.head)) throw new Refused("not allowed", { says: says[move] })
  return desk
}

type Decided = { step: Step; more?: Action[] }

/** One move about a return: its head, its line of history, where it stands and what goes with it, together or not at all. */
const reviewing = async (
  c: C,
  move: Reviewing,
  key: MoveKey,
  decide: (desk: OnReview) => Decided | Promise<Decided>,
): Promise<Reviewed> => {
  const { actor, world } = c.var
  const at = keys.fundingMove(accountIn(c).organisation, actor.id, key.key)
  return keyedWrite(world.table, { at, key }, async () => {
    const desk = await onlyFor(c, move)
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
}

export const look = (c: C, key: MoveKey) => reviewing(c, "look", key, () => ({ step: { move: "look" } }))

export const checkCompleteness = (c: C, seen: number, key: MoveKey) =>
  reviewing(c, "check completeness", key, () => ({ step: { move: "check completeness", seen } }))

/** Who acts on the ledger, now. */
const postingBy = (c: C, right: "accept return" | "reopen return") => {
  const { actor, world } = c.var
  const grant = fundingGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says: says.accept })
  return { by: { actor, grant }, at: world.now() }
}

/** Accepts the version that was read: from now on it counts in the account of the site. */
export const accept = (c: C, seen: number, key: MoveKey) =>
  reviewing(c, "accept", key, async (desk) => {
    const step: Step = { move: "accept", seen }
    take(step, desk, contextOf(c, desk))
    refuseWhere(standsInTheWay({ ...desk, earlier: earlierThan(desk) }))
    const { actions } = posted(desk.account, postingBy(c, "accept return"), acceptingOf(desk))
    const carried = carriedOn(desk)
    return {
      step,
      more: [
        ...actions,
        ...carried.map(({ before, after }) => putFigureQuestion(after, before)),
        ...(await carriedToDo(c, desk, carried)),
      ],
    }
  })

export type Opening = { sections: string[]; note: string }

export const sendBack = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "send back", key, () => ({ step: { move: "send back", ...given, seen } }))

/** Opens again what was accepted: until it is accepted again it counts for nothing. */
export const reopen = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "reopen", key, (desk) => {
    const step: Step = { move: "reopen", ...given, seen }
    const { contents } = take(step, desk, contextOf(c, desk))
    const opening = reopeningOf(desk, contents?.note ?? "")
    const { actions } = posted(desk.account, postingBy(c, "reopen return"), opening)
    return { step, more: actions }
  })

/** What a question may be about, as its form offers it. */
export const subjectsOn = ({ said, drawn }: Pick<OnReview, "said" | "drawn">) => subjectsIn(said, drawn)

export const ask = (c: C, given: Record<string, unknown>, key: MoveKey) =>
  reviewing(c, "ask", key, (desk) => {
    const { actor, world } = c.var
    const now = world.now()
    const { head, phase, organisation, asked, questions } = desk
    const subjects = subjectsOn(desk)
    const { about, text, answerBy } = answered(questionForm(subjects, now), given, now)
    const subject = about === allOfIt ? undefined : subjects.find(({ name }) => name === about)
    const question: FigureQuestion = {
      organisation: organisation.id,
      phase,
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
  })

const withoutName = ({ name: _, ...about }: ReturnType<typeof subjectsOn>[number]) => about

type Closed = NonNullable<FigureQuestion["closed"]>

/** Closes a question, answered or not: what stands there now is remembered, so that a change of it is seen. */
export const settle = (c: C, key: MoveKey) =>
  reviewing(c, "settle", key, async (desk) => {
    const { actor, world } = c.var
    const before = questionIn(desk, c.req.param("number"))
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
  })

/** A question that was asked about this very return. */
export const questionIn = ({ questions }: Pick<OnReview, "questions">, number: string | undefined) => {
  const found = questions.own.find((one) => String(one.number) === number)
  if (!found) throw new Refused("not found")
  return found
}
