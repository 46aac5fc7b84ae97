import type { Context } from "hono"
import type { DraftRound } from "../../../shared/domain/calendar/draft-round.ts"
import { type Check, checksOf, unusualIn } from "../../../shared/domain/calendar/publishing.ts"
import { type Round, standingOf } from "../../../shared/domain/calendar/round.ts"
import { type Burden, burdenOf } from "../../../shared/domain/calendar/round-burden.ts"
import type { Known } from "../../../shared/domain/calendar/round-facts/page.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { changesIn } from "../../../shared/store/changes.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { roundsIn } from "../../../shared/store/rounds.ts"
import type { Action } from "../../../shared/store/table.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import type { SignedIn } from "../../../shared/web/env.ts"

import { changeHere } from "../../../shared/web/programme/change.ts"

export type C = Context<SignedIn>

/** A round in its life: a draft, then published, then what its dates make of it. */
export type Stage = "draft" | "not open yet" | "open" | "closed"

export type Here = {
  stage: Stage
  round: DraftRound
  /** The round itself, once it is published. */
  published?: Round
  mayPlan: boolean
}

export const roundsHere = ({ var: { world } }: C) => roundsIn(world.table, world.settings.programme)

export const stageOf = (round: Pick<Round, "opens" | "closes"> | undefined, now: Date): Stage =>
  round ? standingOf(round, now) : "draft"

export const roundHere = async (c: C): Promise<Here> => {
  const { actor, world } = c.var
  const found = await roundsHere(c).find(c.req.param("round") ?? "")
  if (!found) throw new Refused("not found")
  const published = found.state === "published" ? found.round : undefined
  return {
    stage: stageOf(published, world.now()),
    round: found.round,
    published,
    mayPlan: mayInProgramme(actor, "plan"),
  }
}

/** Whether its facts can still be changed, each on its own page. */
export const canChange = ({ stage, mayPlan }: Here) =>
  mayPlan && (stage === "draft" || stage === "not open yet")

export type OnDesk = Here & {
  checks: Check[]
  unusual: string[]
  burden: Burden
  known: Known
  history: (Event & { note?: string })[]
}

/** One round with what is missing, what it asks, and what was done to it. */
export const deskHere = async (c: C): Promise<OnDesk> => {
  const { world } = c.var
  const here = await roundHere(c)
  const [members, known, history] = await Promise.all([
    peopleIn(world.table).membersOf(programmeItself),
    knownHere(c, Boolean(here.round.barred?.length)),
    changesIn(world.table).history(recordOf(here.round.id)),
  ])
  const now = world.now()
  return {
    ...here,
    checks: checksOf(here.round, { now, members }),
    unusual: unusualIn(here.round, now),
    burden: burdenOf(here.round),
    known,
    history,
  }
}

export const recordOf = (round: string) => `round-${round}`

/** What facts are drawn with: the organisations only where some are named. */
export const knownHere = async ({ var: { world } }: C, names: boolean): Promise<Known> => ({
  now: world.now(),
  organisations: names ? await directoryIn(world.table).organisations() : [],
})

/** For whoever may see a round and not plan it. */
const planners = "You can read about every round. A programme coordinator prepares and publishes them."

export const plannersOnly = (c: C) => {
  if (!mayInProgramme(c.var.actor, "plan")) throw new Refused("not allowed", { says: planners })
}

export const roundToPlan = (c: C): Promise<Here> => {
  plannersOnly(c)
  return roundHere(c)
}

type Planned<Result extends Json> = () => Promise<{ actions: Action[]; result: Result }>

/** A change of one round, with its line of history. */
export const planning = <Result extends Json>(
  c: C,
  { round, ...asked }: { round: string; move: string; note?: string; key?: MoveKey },
  decide: Planned<Result>,
) => changeHere(c, { right: "plan", says: planners, record: recordOf(round), ...asked }, decide)
