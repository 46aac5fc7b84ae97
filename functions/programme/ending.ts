import type { Round } from "../../shared/domain/calendar/round.ts"
import { programmeGrantFor } from "../../shared/domain/people/actor.ts"
import { programmePolicy } from "../../shared/domain/people/policy.ts"
import type { AskedQuestion } from "../../shared/domain/questions/asked.ts"
import { closes, publishes, textsIn } from "../../shared/domain/questions/texts.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { link } from "../../shared/domain/submissions/event.ts"
import type { Done, MoveKey } from "../../shared/store/moves.ts"
import { type Desk, type Questions, questionsIn } from "../../shared/store/questions.ts"
import type { Action } from "../../shared/store/table.ts"
import { londonDate, momentWords } from "../../shared/values/london.ts"
import { type C, roundHere } from "./desk.ts"

/** How a question ended: with the number of its answer, where it was published. */
export type Ended = { question: string; number?: number }

/** Publishes the answer to a question that waits, to everybody at once, and tells whoever asked. */
export const publish = (c: C, given: Record<keyof typeof publishes, string>, key: MoveKey) =>
  end(c, key, ({ asked, before, ended, today, questions }) => {
    const texts = textsIn(publishes, given, { asker: asked.email, today })
    const { email, id, round, roundTitle } = asked
    const number = before.answers + 1
    return {
      event: { move: "publish", version: number },
      result: { question: id, number },
      actions: questions.answering(
        { number, ...texts, at: ended.endedAt },
        { ...ended, number },
        { letter: "question answered", id, round, roundTitle, ...texts, email },
        key.expires,
      ),
    }
  })

/** Closes a question that waits without publishing it. */
export const close = (c: C, given: Record<keyof typeof closes, string>, key: MoveKey) =>
  end(c, key, ({ asked, before, ended, today, questions }) => {
    const { reason } = textsIn(closes, given, { asker: asked.email, today })
    const salt = Buffer.from(c.var.world.random(12)).toString("base64url")
    return {
      event: { move: "close", version: 0 },
      note: { reason, salt },
      result: { question: asked.id },
      actions: questions.closing({ ...ended, reason, salt, event: before.number + 1 }),
    }
  })

type Found = {
  asked: AskedQuestion
  before: Desk
  /** What is kept of it, without who asked. */
  ended: Omit<AskedQuestion, "email"> & { endedAt: string; by: string }
  today: string
  questions: Questions
}

type Decided = {
  event: { move: "publish" | "close"; version: number }
  note?: { reason: string; salt: string }
  result: Ended
  actions: Action[]
}

/** The tries a move is given while other questions of the round are ended at the same moment. */
const tries = 5

/** Load, decide, write; again where another question ended meanwhile. The same key gives what it gave the first time. */
const end = async (c: C, key: MoveKey, decide: (found: Found) => Decided): Promise<Ended> => {
  const { world, actor } = c.var
  const grant = programmeGrantFor(actor, programmePolicy["publish answers"])
  if (!grant)
    throw new Refused("not allowed", {
      says: "You can read the questions. A programme coordinator answers them.",
    })
  const questions = questionsIn(world.table)
  const round = await roundHere(c)
  const id = c.req.param("question") ?? ""
  for (let attempt = 1; attempt <= tries; attempt++) {
    const [asked, before] = await Promise.all([questions.waits(round.id, id), questions.desk(round.id)])
    const done = await questions.replay(round.id, actor.id, key.key)
    if (done) return replayed(done, key)
    if (!asked) throw await endedAlready(questions, round, id)
    const now = world.now()
    const at = now.toISOString()
    const { email: _, ...kept } = asked
    const ended = { ...kept, endedAt: at, by: actor.name }
    const decided = decide({ asked, before, ended, today: londonDate(now), questions })
    const { event } = link(
      {
        ...decided.event,
        record: `questions-${round.id}`,
        number: before.number + 1,
        previous: before.hash,
        at,
        by: { person: actor.id, name: actor.name, role: grant.role, grant: grant.id },
        revision: 0,
      },
      decided.note?.reason,
      decided.note?.salt ?? "",
    )
    const written = await questions.end(asked, { before, event, answers: decided.result.number }, [
      questions.keyed(round.id, actor.id, key, decided.result),
      ...decided.actions,
    ])
    if (written) return decided.result
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const replayed = ({ fingerprint, result }: Done, key: MoveKey): Ended => {
  if (fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  const { question, number } = result as Ended
  return { question, ...(number !== undefined && { number }) }
}

/** Somebody was quicker: who, and when. */
const endedAlready = async (questions: Questions, round: Round, id: string): Promise<Refused> => {
  const ended = await questions.ended(round.id, id)
  if (!ended) return new Refused("not found")
  const { by, endedAt } = ended
  const how = "number" in ended ? `answered it, as number ${ended.number},` : "closed it without publishing"
  return new Refused("not possible now", {
    says: `This question does not wait any longer: ${by} ${how} at ${momentWords(new Date(endedAt))}.`,
  })
}
