import { answered } from "../../../shared/domain/answered.ts"
import { type DraftRound, roundFrom } from "../../../shared/domain/calendar/draft-round.ts"
import { checksOf, isReady } from "../../../shared/domain/calendar/publishing.ts"
import type { Round } from "../../../shared/domain/calendar/round.ts"
import { notYetOpened } from "../../../shared/domain/calendar/round-changes.ts"
import type { FactsPage, Known } from "../../../shared/domain/calendar/round-facts/page.ts"
import { wrongIn } from "../../../shared/domain/calendar/round-facts/pages.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { canonical } from "../../../shared/values/canonical.ts"
import { shortHash } from "../../../shared/values/hash.ts"
import { type C, knownHere, planning, roundHere, roundsHere, roundToPlan } from "./desk.ts"

/** What was written on a page of facts, and what stood there when the page was drawn. */
export type Written = {
  /** All of a page, or what is to change of it: `null` takes an answer away. */
  answers: Record<string, unknown>
  whole: boolean
  seen?: string
}

/** What a page's answers are, as one mark: another one where somebody changed it meanwhile. */
export const seenOf = (page: FactsPage, round: DraftRound) => shortHash(canonical(page.answers(round)))

export type Saved = { round: string; page: string; seen: string }

/** Saves one page of facts. A round that is published stays one that could be published now. */
export const saveFacts = async (c: C, page: FactsPage, written: Written): Promise<Saved> => {
  const { id } = (await roundToPlan(c)).round
  const known = await knownHere(c, page.id === "who-may-lead")
  const decided = async () => {
    const { round, published } = await roundHere(c)
    if (published) notYetOpened(published, known.now)
    const after = next(page, round, written, known)
    const same = seenOf(page, after) === seenOf(page, round)
    if (!same && written.seen !== undefined && written.seen !== seenOf(page, round)) throw someoneElse()
    const ready = published && !same ? await stillReady(c, after) : undefined
    return { after, same, ready }
  }
  const first = await decided()
  if (first.same) return { round: id, page: page.id, seen: seenOf(page, first.after) }
  return planning(c, { round: id, move: `change ${page.id}` }, async () => {
    const { after, ready } = await decided()
    const rounds = roundsHere(c)
    return {
      actions: ready ? rounds.changing(ready) : rounds.saving(after),
      result: { round: id, page: page.id, seen: seenOf(page, after) },
    }
  })
}

/** The round with what was written in it, where nothing of it is wrong. */
const next = (page: FactsPage, round: DraftRound, { answers, whole }: Written, known: Known): DraftRound => {
  const section = page.section(round, known)
  const before = page.answers(round)
  const given = answered(section, whole ? answers : { ...before, ...answers }, known.now, wrongIn)
  return page.into(round, given)
}

const stillReady = async (c: C, after: DraftRound): Promise<Round> => {
  const { world } = c.var
  const members = await peopleIn(world.table).membersOf(programmeItself)
  const checks = checksOf(after, { now: world.now(), members })
  const round = roundFrom(after)
  if (round && isReady(checks)) return round
  const missing = checks.filter(({ done }) => !done).map(({ says }) => says)
  throw new Refused("not valid", {
    says: "This round is published: it must stay one that could be published now.",
    problems: missing.map((says) => ({ question: "", says })),
  })
}

const someoneElse = () =>
  new Refused("changed by someone else", {
    says: "Somebody else saved this page after you opened it. What stands there now is shown above your form. If yours is right, save it again.",
  })
