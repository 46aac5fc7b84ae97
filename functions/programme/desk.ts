import {
  type ListedRound,
  type PublishedAnswer,
  type Round,
  standingOf,
} from "../../shared/domain/calendar/round.ts"
import { mayInProgramme } from "../../shared/domain/people/policy.ts"
import type { AskedQuestion, UnpublishedQuestion } from "../../shared/domain/questions/asked.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { questionsIn } from "../../shared/store/questions.ts"
import { addDays, londonDate } from "../../shared/values/london.ts"
import type { C } from "../../shared/web/programme/here.ts"

export type { C } from "../../shared/web/programme/here.ts"

/** As many as one reads at a sitting; what is left comes up as these are answered. */
const most = { counted: 50, waiting: 20, published: 10, unpublished: 5 }

/** A round stays on the first page for thirty days after it closed: somebody may have asked on the last day. */
const staysFor = 30

export type OnBoard = {
  round: Round
  waiting: { items: AskedQuestion[]; more: boolean }
  last?: PublishedAnswer
}
export type Board = { now: OnBoard[]; earlier: ListedRound[] }

/** What waits in each round that is not long over: what it costs does not grow with the rounds that are. */
export const boardHere = async (c: C, rounds: ListedRound[]): Promise<Board> => {
  const { world } = c.var
  const today = londonDate(world.now())
  const isOver = (one: ListedRound) =>
    standingOf(one, world.now()) === "closed" && addDays(londonDate(new Date(one.closes)), staysFor) < today
  const now = rounds.filter((one) => !isOver(one)).sort((a, b) => a.closes.localeCompare(b.closes))
  return {
    now: (await Promise.all(now.map(({ id }) => onBoard(c, id)))).filter((one) => one !== undefined),
    earlier: rounds.filter(isOver),
  }
}

const onBoard = async (c: C, id: string): Promise<OnBoard | undefined> => {
  const { table } = c.var.world
  const directory = directoryIn(table)
  const [round, waiting, { items }] = await Promise.all([
    directory.round(id),
    questionsIn(table).waiting(id, most.counted),
    directory.newestAnswers(id, { limit: 1 }),
  ])
  return round && { round, waiting, last: items[0] }
}

export type OnDesk = {
  round: Round
  waiting: { items: AskedQuestion[]; more: boolean }
  published: PublishedAnswer[]
  /** The number that an earlier page of answers begins before. */
  next?: number
  unpublished: UnpublishedQuestion[]
  mayPublish: boolean
}

export const roundHere = async (c: C): Promise<Round> => {
  const round = await directoryIn(c.var.world.table).round(c.req.param("round") ?? "")
  if (!round) throw new Refused("not found")
  return round
}

/** The questions of one round: a page of what waits, and a page of what was published. */
export const questionsHere = async (c: C): Promise<OnDesk> => {
  const { actor, world } = c.var
  const id = c.req.param("round") ?? ""
  const questions = questionsIn(world.table)
  const [round, waiting, published, unpublished] = await Promise.all([
    roundHere(c),
    questions.waiting(id, most.waiting),
    directoryIn(world.table).newestAnswers(id, { limit: most.published, before: beforeIn(c) }),
    questions.unpublished(id, most.unpublished),
  ])
  return {
    round,
    waiting,
    published: published.items,
    next: published.more ? published.items.at(-1)?.number : undefined,
    unpublished,
    mayPublish: mayInProgramme(actor, "publish answers"),
  }
}

const beforeIn = (c: C): number | undefined => {
  const given = c.req.query("before")
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Refused("not found")
  return Number(given)
}
