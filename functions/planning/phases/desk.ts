import { periodsSet } from "../../../shared/domain/calendar/owed.ts"
import type { Period } from "../../../shared/domain/calendar/period.ts"
import { burdensOf, type SiteBurden } from "../../../shared/domain/calendar/phase-burden.ts"
import type { PhaseCheck } from "../../../shared/domain/calendar/phase-check.ts"
import { phaseChecks } from "../../../shared/domain/calendar/phase-checks.ts"
import { isPhaseCode } from "../../../shared/domain/calendar/phase-forms.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { changesIn } from "../../../shared/store/changes.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Action } from "../../../shared/store/table.ts"
import { canonical, type Json } from "../../../shared/values/canonical.ts"
import { shortHash } from "../../../shared/values/hash.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { changeHere } from "../../../shared/web/programme/change.ts"
import { calendarHere, recordOf } from "../../../shared/web/programme/spread.ts"
import type { C } from "../desk.ts"

export type { C } from "../desk.ts"

/** For whoever may see a phase and not plan it. */
const planners = "You can read about every phase. A programme coordinator prepares and publishes them."

export const mayPlan = ({ var: { actor } }: C) => mayInProgramme(actor, "plan")

export const plannersOnly = (c: C) => {
  if (!mayPlan(c)) throw new Refused("not allowed", { says: planners })
}

export const phaseHere = async (c: C): Promise<WithSites> => {
  const id = c.req.param("phase") ?? ""
  const found = isPhaseCode(id) ? await calendarHere(c).phase(id) : undefined
  if (!found) throw new Refused("not found")
  return found
}

export const phaseToPlan = (c: C): Promise<WithSites> => {
  plannersOnly(c)
  return phaseHere(c)
}

/** The coaches of the programme who are there now. */
export const coachesHere = async ({ var: { world } }: C): Promise<Member[]> =>
  (await peopleIn(world.table).membersOf(programmeItself)).filter(
    (one) => one.role === "coach" && isLive(one, world.now()),
  )

/** What a page showed of something, as one mark: another one where somebody changed it meanwhile. */
export const seenOf = (answers: Json) => shortHash(canonical(JSON.parse(JSON.stringify(answers))))

export const someoneElse = () =>
  new Refused("changed by someone else", {
    says: "Somebody else saved this page after you opened it. If yours is right, save it again.",
  })

export type OnDesk = {
  phase: WithSites
  mayPlan: boolean
  checks: PhaseCheck[]
  burdens: SiteBurden[]
  periods: Period[]
  history: (Event & { note?: string })[]
}

/** What is known of a phase besides itself, for its checks. */
export const checkedHere = async (c: C, phase: WithSites) => {
  const { table, now } = c.var.world
  const people = peopleIn(table)
  const [programme, stored, ...members] = await Promise.all([
    people.membersOf(programmeItself),
    calendarHere(c).periods(),
    ...phase.sites.map(
      async ({ organisation }) => [organisation, await people.membersOf(organisation)] as const,
    ),
  ])
  const burdens = burdensOf(phase, stored, londonDate(now()))
  const about = { now: now(), programme, people: new Map(members), burdens }
  return { about, burdens, stored, checks: phaseChecks(phase, about) }
}

/** One phase with what is missing, what it asks of each site, and what was done to it. */
export const deskHere = async (c: C): Promise<OnDesk> => {
  const phase = await phaseHere(c)
  const [{ burdens, stored, checks }, history] = await Promise.all([
    checkedHere(c, phase),
    changesIn(c.var.world.table).history(recordOf(phase.id)),
  ])
  const periods = periodsSet(phase, phase.sites, stored)
  return { phase, mayPlan: mayPlan(c), checks, burdens, periods, history }
}

type Planned<Result extends Json> = () => Promise<{ actions: Action[]; result: Result }>

/** A change of one phase, with its line of history. */
export const planning = <Result extends Json>(
  c: C,
  { phase, ...asked }: { phase: string; move: string; note?: string; key?: MoveKey },
  decide: Planned<Result>,
) => changeHere(c, { right: "plan", says: planners, record: recordOf(phase), ...asked }, decide)
