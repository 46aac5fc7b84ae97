import { type Action, inOrder } from "../../../shared/domain/actions/action.ts"
import { type Cell, cellOf, currentPhase } from "../../../shared/domain/calendar/board.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { decisionWords } from "../../../shared/domain/calendar/line.ts"
import type { Telling } from "../../../shared/domain/letters/told.ts"
import { noticeNames, noticeOf } from "../../../shared/domain/notices/notices.ts"
import type { SponsorLetter } from "../../../shared/domain/notices/sponsor-letter.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { type SiteTold, siteDeskIn } from "../../../shared/store/site-desk.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../desk.ts"
import { calendarHere } from "./here.ts"

/** One line of what happened at a site: a decision about a date, a letter, something sent. */
export type Happened = { at: string; round: string; title: string; says: string; by: string }

export type OnSite = {
  organisation: Organisation
  /** Who has access now. */
  members: Member[]
  /** The phases that this site is or was in. */
  phases: WithSites[]
  phase?: WithSites
  /** What it owes in the chosen phase, and what it began in rounds. */
  cells: Cell[]
  begun: Expected[]
  /** What is to be done about it, and what became of the conditions of its award. */
  actions: Action[]
  timeline: Happened[]
  asAt: Date
}

const organisationHere = async (c: C): Promise<Organisation> => {
  const found = await directoryIn(c.var.world.table).organisation(c.req.param("organisation") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

const liveMembers = async (c: C, organisation: string) => {
  const { table, now } = c.var.world
  return (await peopleIn(table).membersOf(organisation)).filter((one) => isLive(one, now()))
}

/** A site: its people, its dates, what it owes and has sent in a phase. Nothing of what it wrote. */
export const siteHere = async (c: C): Promise<OnSite> => {
  const { table, now } = c.var.world
  const id = c.req.param("organisation") ?? ""
  const asAt = now()
  const [organisation, members, all, expected, told] = await Promise.all([
    organisationHere(c),
    liveMembers(c, id),
    calendarHere(c).phases(),
    expectedIn(table).all(id),
    siteDeskIn(table, id).told(),
  ])
  const phases = all.filter(({ sites }) => sites.some((one) => one.organisation === id))
  const chosen = c.req.query("phase")
  const phase = chosen
    ? phases.find((one) => one.id === chosen)
    : (currentPhase(phases, londonDate(asAt)) ?? phases.at(-1))
  if (chosen && !phase) throw new Refused("not found")
  const owed = expected.filter((one) => one.owed && one.phase === phase?.id)
  return {
    organisation,
    members,
    phases,
    phase,
    cells: owed.toSorted((a, b) => a.by.localeCompare(b.by)).map((one) => cellOf(one, asAt)),
    begun: expected.filter((one) => !one.owed),
    actions: inOrder(await actionsIn(table, id).all()).filter(
      ({ state, from }) => state === "open" || from.kind === "condition",
    ),
    timeline: await timelineOf(c, owed, told),
    asAt,
  }
}

/** What was done about these returns, newest first: those whose chain has begun are asked for it, one query each. */
const timelineOf = async (c: C, owed: Expected[], told: SiteTold[]): Promise<Happened[]> => {
  const { table } = c.var.world
  const events = await Promise.all(
    owed
      .filter((one) => one.events.number > 0)
      .map(async (one) => (await siteDeskIn(table, one.organisation).events(one.round)).map(eventOf(one))),
  )
  const letters = owed.flatMap((one) => told.filter(({ round }) => round === one.round).map(toldOf(one)))
  return [...events.flat(), ...letters, ...owed.flatMap(sentOf)].sort((a, b) => b.at.localeCompare(a.at))
}

const eventOf =
  ({ round, title }: Expected) =>
  ({ at, move, by }: Event): Happened => ({ at, round, title, says: moveWords(move), by: by.name })

const toldOf =
  ({ round, title }: Expected) =>
  ({ on, notice, name }: SiteTold): Happened => ({
    at: on,
    round,
    title,
    says: `Letter to ${name}: ${calledOf(notice)}`,
    by: "the calendar",
  })

const calledOf = (name: string) => {
  const notice = noticeNames.find((one) => one === name)
  return notice ? noticeOf(notice).called : name
}

/** The first that was sent, and the newest. */
const sentOf = ({ round, title, stands }: Expected): Happened[] => {
  if (!stands || stands.version === 0) return []
  const { firstSentAt, sentAt, sentBy = "", version } = stands
  const line = (at: string, says: string) => ({ at, round, title, says, by: sentBy })
  const first = firstSentAt && firstSentAt !== sentAt ? [line(firstSentAt, "Sent, version 1")] : []
  return [...first, ...(sentAt ? [line(sentAt, `Sent, version ${version}`)] : [])]
}

const words: Record<string, string> = {
  ...decisionWords,
  "ask for more time": "Asked for more time",
  "answer cover": "Said who certifies on the day",
  "write to the sponsor": "Wrote to the sponsor",
}
export const moveWords = (move: string) => words[move] ?? move.charAt(0).toUpperCase() + move.slice(1)

export type OnReturn = {
  organisation: Organisation
  members: Member[]
  cell: Cell
  /** Whose signatures it needs, in words. */
  signs: string[]
  events: Event[]
  told: SiteTold[]
  toSponsor?: { letter: SponsorLetter; tellings: Telling[] }
  mayGrant: boolean
  mayWrite: boolean
}

/** One return of one site: where it stands, what was done about it and who was told. */
export const returnHere = async (c: C): Promise<OnReturn> => {
  const { actor, world } = c.var
  const { organisation: id = "", round = "" } = c.req.param()
  const desk = siteDeskIn(world.table, id)
  const [organisation, members, one, events, told, toSponsor] = await Promise.all([
    organisationHere(c),
    liveMembers(c, id),
    expectedIn(world.table).of(id, round),
    desk.events(round),
    desk.told(round),
    desk.toSponsor(round),
  ])
  if (!one?.owed) throw new Refused("not found")
  return {
    organisation,
    members,
    cell: cellOf(one, world.now()),
    signs: one.signs.map((name) => roles[name as Role]?.words ?? name),
    events,
    told,
    toSponsor,
    mayGrant: mayInProgramme(actor, "grant time"),
    mayWrite: mayInProgramme(actor, "write to sponsors"),
  }
}

/** What happened to one return, newest first. */
export const happenedTo = ({ cell: { one }, events, told }: OnReturn): Happened[] =>
  [...events.map(eventOf(one)), ...told.map(toldOf(one)), ...sentOf(one)].sort((a, b) =>
    b.at.localeCompare(a.at),
  )
