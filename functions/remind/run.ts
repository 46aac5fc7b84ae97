import type { Recipient } from "../../shared/domain/notices/addressed.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { calendarIn, type WithSites } from "../../shared/store/calendar.ts"
import { dayIn } from "../../shared/store/day.ts"
import { noticesIn, type Telling } from "../../shared/store/notices.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { spreadAll } from "../../shared/store/spreading.ts"
import { addDays, londonDate, type PlainDate } from "../../shared/values/london.ts"
import { isWorkingDay } from "../../shared/values/working-days.ts"
import type { Unkeyed } from "../../shared/web/world.ts"
import { actionMatter, coachingMatter } from "./coaching.ts"
import { evaluationMatter } from "./evaluation.ts"
import { followLeaving } from "./leaving.ts"
import type { Matter, People, Planned } from "./matter.ts"
import { returnMatter } from "./returns.ts"
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
  const people = peopleFor(world, phases)
  let left = await waiting(world, since ?? addDays(day, -firstLook), day)
  for (let pass = 1; pass <= passes && left.length > 0; pass++)
    left = await morning(world, { people, left, ran })
  if (left.length === 0) await notices.done(day)
  world.log.info("the calendar ran", { ...ran, left: left.length })
  return ran
}

/** Everything whose day has come since a day, that day again too. */
const waiting = async (world: CalendarWorld, since: PlainDate, day: PlainDate): Promise<Matter[]> => {
  const { table } = world
  const now = world.now()
  const today = { day, now }
  const found: Matter[] = []
  const from = addDays(day, -furthest) > since ? addDays(day, -furthest) : since
  for (let at = from; at <= day; at = addDays(at, 1))
    if (isWorkingDay(at)) {
      const { returns, actions, heads, evaluations } = await dayIn(table, at)
      found.push(
        ...returns.map((one) => returnMatter(table, one, now, day)),
        ...actions.map((one) => actionMatter(table, one, today)),
        ...heads.map((one) => coachingMatter(table, one, today)),
        ...evaluations.map((one) => evaluationMatter(table, one, today)),
      )
    }
  return found.sort((a, b) => compare(a.order, b.order))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const peopleFor = ({ table }: CalendarWorld, phases: WithSites[]): People => {
  const known = new Map<string, Promise<Member[]>>()
  return {
    at: (place) => {
      const found = known.get(place) ?? peopleIn(table).membersOf(place)
      known.set(place, found)
      return found
    },
    coachOf: (organisation, phase) =>
      phases.find(({ id }) => id === phase)?.sites.find((one) => one.organisation === organisation)?.coach
        ?.person,
  }
}

type Morning = { people: People; left: Matter[]; ran: Ran }

/** Tells what is to be told of these, and gives back those that changed meanwhile, as they are now. */
const morning = async (world: CalendarWorld, { people, left, ran }: Morning): Promise<Matter[]> => {
  const today = { day: ran.day, now: world.now() }
  const planned: { one: Matter; plan: Planned }[] = []
  for (const one of left) planned.push({ one, plan: await one.plan(people, today) })
  const { waits, changed, letters } = await tellAll(world, planned, ran.day)
  ran.letters += letters
  const again: Matter[] = []
  for (const { one, plan } of planned) {
    const stood =
      !changed.has(one) && (await world.table.write([one.advanced(ran.day, waits.has(one))])).written
    if (stood) {
      ran.moved++
      ran.superseded += plan.superseded
      continue
    }
    const now = await one.again()
    if (now) again.push(now)
  }
  return again
}

/** A letter to each person with everything of today in it. What has had to wait, or changed, is said. */
const tellAll = async (
  { settings: { programme }, table }: CalendarWorld,
  planned: { one: Matter; plan: Planned }[],
  day: PlainDate,
) => {
  const notices = noticesIn(table, programme)
  const matterOf = new Map<Telling, Matter>()
  const people = new Map<string, [Recipient, Telling[]]>()
  for (const { one, plan } of planned)
    for (const { to, telling } of plan.sends) {
      matterOf.set(telling, one)
      const found = people.get(to.person) ?? [to, []]
      found[1].push(telling)
      people.set(to.person, found)
    }
  const matters = (tellings: Telling[]) => tellings.flatMap((one) => matterOf.get(one) ?? [])
  const waits = new Set<Matter>()
  const changed = new Set<Matter>()
  let letters = 0
  for (const [to, tellings] of people.values()) {
    const tried = await notices.tell(to, day, tellings)
    letters += tried.letters
    for (const one of matters(tried.tomorrow)) waits.add(one)
    for (const one of matters(tried.changed)) changed.add(one)
  }
  return { waits, changed, letters }
}
