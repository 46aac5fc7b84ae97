import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { addressed, type Recipient } from "../../shared/domain/notices/addressed.ts"
import { dueNotices, type NoticeName, nextDay } from "../../shared/domain/notices/notices.ts"
import { noticeItemOf } from "../../shared/domain/notices/words.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { noticesIn, type Telling } from "../../shared/store/notices.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { spreadAll } from "../../shared/store/spreading.ts"
import { addDays, londonDate, type PlainDate } from "../../shared/values/london.ts"
import { addWorkingDays, isWorkingDay } from "../../shared/values/working-days.ts"
import type { Unkeyed } from "../../shared/web/world.ts"
import { followLeaving } from "./leaving.ts"
import { noteRounds } from "./rounds.ts"
import { finishTelling } from "./telling.ts"

/** It makes no links of its own: it is given no key. */
export type CalendarWorld = Unkeyed

export type Ran = { day: PlainDate; letters: number; superseded: number; moved: number }

/** How often what changed while it was looked at is looked at again, before it is left for the next run. */
const passes = 3

/** How far back the very first run looks: one before it may have been broken off. In days. */
const firstLook = 30

/** The furthest back that a run looks, in days: longer than anybody leaves it broken. */
const furthest = 400

/**
 * One morning of the calendar: everybody whose day it is gets one letter. Run twice, late or broken off it comes to the
 * same: a moment that has passed is superseded, and only the latest that is still true is told. On a day that is no
 * working day nothing is done: nobody would answer the telephone.
 */
export const runCalendar = async (world: CalendarWorld): Promise<Ran> => {
  const now = world.now()
  const day = londonDate(now)
  const ran: Ran = { day, letters: 0, superseded: 0, moved: 0 }
  const notices = noticesIn(world.table, world.settings.programme)
  const since = await notices.through()
  const told = await noteRounds(world, since)
  const phases = await followLeaving(world, await calendarIn(world.table, world.settings.programme).phases())
  const unfinished = await spreadAll(world.table, world.settings.programme, now, phases)
  if (unfinished.length > 0) world.log.error("a phase has not reached every site", { phases: unfinished })
  await finishTelling(world, told)
  if (!isWorkingDay(day)) return ran
  let left = await waiting(world, since ?? addDays(day, -firstLook), day)
  for (let pass = 1; pass <= passes && left.length > 0; pass++) left = await morning(world, left, ran)
  if (left.length === 0) await notices.done(day)
  world.log.info("the calendar ran", { ...ran, left: left.length })
  return ran
}

/** Everything whose day has come since a day, that day again too. */
const waiting = async ({ table }: CalendarWorld, since: PlainDate, day: PlainDate): Promise<Expected[]> => {
  const expected = expectedIn(table)
  const found: Expected[] = []
  const from = addDays(day, -furthest) > since ? addDays(day, -furthest) : since
  for (let at = from; at <= day; at = addDays(at, 1))
    if (isWorkingDay(at)) found.push(...(await expected.onDay(at)))
  return found.sort((a, b) => compare(`${a.organisation} ${a.round}`, `${b.organisation} ${b.round}`))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Planned = {
  one: Expected
  notices: NoticeName[]
  superseded: NoticeName[]
  to: { notice: NoticeName; recipient: Recipient }[]
}

/** Tells what is to be told of these, and gives back those that changed meanwhile, as they are now. */
const morning = async (world: CalendarWorld, all: Expected[], ran: Ran): Promise<Expected[]> => {
  const planned = await planFor(world, all)
  const { waits, changed, letters } = await tellAll(world, planned, ran.day)
  ran.letters += letters
  const again: Expected[] = []
  for (const plan of planned) {
    const { one } = plan
    const moved = changed.has(one) ? undefined : advanced(plan, ran.day, waits.has(one))
    const written =
      moved && (await world.table.write([putExpected(moved, one)])).written
        ? moved
        : await expectedIn(world.table).of(one.organisation, one.round)
    if (written === moved) {
      ran.moved++
      ran.superseded += plan.superseded.length
    } else if (written) again.push(written)
  }
  return again
}

/** What stands after a morning: told, superseded, and the day that comes next. */
const advanced = ({ one, notices, superseded }: Planned, day: PlainDate, waits: boolean): Expected => {
  const tomorrow = addWorkingDays(day, 1)
  if (waits) return { ...one, next: tomorrow }
  const told = {
    ...one.told,
    ...Object.fromEntries(superseded.map((notice) => [notice, { on: day, as: "superseded" as const }])),
    ...Object.fromEntries(notices.map((notice) => [notice, { on: day, as: "sent" as const }])),
  }
  return { ...one, told, next: nextDay({ ...one, told }, tomorrow) }
}

const planFor = async (world: CalendarWorld, all: Expected[]): Promise<Planned[]> => {
  const now = world.now()
  const membersOf = remembered((id: string) => peopleIn(world.table).membersOf(id))
  const planned: Planned[] = []
  for (const one of all) {
    const { send, superseded } = dueNotices(one, londonDate(now), now)
    const to: Planned["to"] = []
    for (const { notice, to: told } of send) {
      const site = await membersOf(one.organisation)
      const programme = await membersOf("programme")
      const found = addressed({ one, told, site, programme, at: now })
      for (const recipient of found)
        if (!to.some(({ recipient: { person } }) => person === recipient.person))
          to.push({ notice, recipient })
    }
    planned.push({ one, notices: send.map(({ notice }) => notice), superseded, to })
  }
  return planned
}

const remembered = (find: (id: string) => Promise<Member[]>) => {
  const known = new Map<string, Promise<Member[]>>()
  return (id: string) => {
    const found = known.get(id) ?? find(id)
    known.set(id, found)
    return found
  }
}

/** A letter to each person with everything of today in it. What has had to wait, or changed, is said. */
const tellAll = async (world: CalendarWorld, planned: Planned[], day: PlainDate) => {
  const { settings, table } = world
  const notices = noticesIn(table, settings.programme)
  const waits = new Set<Expected>()
  const changed = new Set<Expected>()
  let letters = 0
  for (const [to, tellings] of byPerson(planned)) {
    const tried = await notices.tell(to, day, tellings, (left, id) => ({
      letter: "notices",
      id,
      programme: settings.programme,
      person: to.person,
      name: to.name,
      email: to.email,
      on: day,
      items: left.map(({ one, notice, role }) =>
        noticeItemOf(one, { notice, role, organisationName: one.name, at: world.now() }),
      ),
    }))
    letters += tried.letters
    for (const { one } of tried.tomorrow) waits.add(one)
    for (const { one } of tried.changed) changed.add(one)
  }
  return { waits, changed, letters }
}

const byPerson = (planned: Planned[]): [Recipient, Telling[]][] => {
  const people = new Map<string, [Recipient, Telling[]]>()
  for (const { one, to } of planned)
    for (const { notice, recipient } of to) {
      const found = people.get(recipient.person) ?? [recipient, []]
      found[1].push({ one, notice, role: recipient.role })
      people.set(recipient.person, found)
    }
  return [...people.values()]
}
