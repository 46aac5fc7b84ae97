import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import { type DraftRound, roundFrom, roundIdFrom } from "../../../shared/domain/calendar/draft-round.ts"
import { checksOf, isReady } from "../../../shared/domain/calendar/publishing.ts"
import {
  laterForm,
  movedLater,
  notYetOpened,
  takingBack,
} from "../../../shared/domain/calendar/round-changes.ts"
import { naming } from "../../../shared/domain/calendar/round-facts/about.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Section, section } from "../../../shared/form/section.ts"
import { askedByRounds } from "../../../shared/kinds/of-rounds.ts"
import { followRound } from "../../../shared/store/following.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { canonical } from "../../../shared/values/canonical.ts"
import { shortHash } from "../../../shared/values/hash.ts"
import { atLondon, londonDate } from "../../../shared/values/london.ts"
import { type C, plannersOnly, planning, roundHere, roundsHere, roundToPlan } from "./desk.ts"

export type Moved = { round: string; state: "draft" | "published" }

/** What a new round begins with. */
export const beginning: Section = section({
  id: "new",
  title: "Prepare a new round",
  minutes: 0,
  asks: naming,
})

const named = z.object({ title: z.string(), phase: z.string() })
const reasoned = z.object({ because: z.string() })
const later = reasoned.extend({ closes: z.string(), closesAt: z.string(), decisionsBy: z.string() })

/** Begins a draft, under an id from its title and the year. */
export const begin = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Moved> => {
  plannersOnly(c)
  const { world } = c.var
  const rounds = roundsHere(c)
  const { title, phase } = named.parse(answered(beginning, given, world.now()))
  const { drafts, published } = await rounds.all()
  const taken = [...drafts, ...published].map(({ id }) => id)
  const id = roundIdFrom(title, londonDate(world.now()).slice(0, 4), taken)
  return planning(c, { round: id, move: "prepare", key }, async () => {
    if (await rounds.find(id)) throw new Refused("busy", { retryAfterSeconds: 1 })
    const draft = { id, programme: world.settings.programme, kind: askedByRounds, title, phase }
    return { actions: rounds.adding(draft), result: { round: id, state: "draft" as const } }
  })
}

/** A draft as it was read, as one mark: what is published is what somebody saw. */
export const readOf = (draft: DraftRound) => shortHash(canonical(JSON.parse(JSON.stringify(draft))))

/** Publishes a draft in which nothing is missing: everybody can read it from now, and it opens by itself. */
export const publish = async (c: C, seen: string | undefined, key: MoveKey): Promise<Moved> => {
  const { round } = await roundToPlan(c)
  return planning(c, { round: round.id, move: "publish", key }, async () => {
    const { world } = c.var
    const [{ round: draft, published }, members] = await Promise.all([
      roundHere(c),
      peopleIn(world.table).membersOf(programmeItself),
    ])
    if (published) throw new Refused("not possible now", { says: "This round is published already." })
    if (seen !== undefined && seen !== readOf(draft))
      throw new Refused("changed by someone else", {
        says: "Somebody changed this round after you opened the page. Nothing was published. Read it again first.",
      })
    const checks = checksOf(draft, { now: world.now(), members })
    const whole = roundFrom(draft)
    if (!whole || !isReady(checks))
      throw new Refused("not complete", {
        says: "Nothing was published.",
        problems: checks.filter(({ done }) => !done).map(({ id, says }) => ({ question: id, says })),
      })
    return {
      actions: roundsHere(c).publishing(whole),
      result: { round: whole.id, state: "published" as const },
    }
  })
}

/** Makes a draft again of a round that has not opened. */
export const takeBack = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Moved> => {
  const { round } = await roundToPlan(c)
  const { because: note } = reasoned.parse(answered(takingBack, given, c.var.world.now()))
  return planning(c, { round: round.id, move: "take back", note, key }, async () => {
    const { world } = c.var
    const { published } = await roundHere(c)
    if (!published) throw new Refused("not possible now", { says: "This round is a draft already." })
    notYetOpened(published, world.now())
    return {
      actions: roundsHere(c).takingBack(published, world.now()),
      result: { round: published.id, state: "draft" as const },
    }
  })
}

/** Moves the close of an open round, or its decisions: later, and with a reason that everybody reads. */
export const moveLater = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Moved> => {
  const { round } = await roundToPlan(c)
  const { closes, closesAt, decisionsBy, because } = later.parse(
    answered(laterForm(c.var.world.now()), given, c.var.world.now()),
  )
  const { world } = c.var
  const done = await planning(
    c,
    { round: round.id, move: "move the close", note: because, key },
    async () => {
      const { published } = await roundHere(c)
      if (!published)
        throw new Refused("not possible now", {
          says: "This round is a draft: change its dates on their own page.",
        })
      const instant = atLondon(closes, closesAt).toISOString()
      const moved = movedLater(published, { closes: instant, decisionsBy, because }, world.now())
      return {
        actions: roundsHere(c).changing(moved),
        result: { round: moved.id, state: "published" as const },
      }
    },
  )
  const { published } = await roundHere(c)
  if (published) await followRound(world.table, published, world.now())
  return done
}
