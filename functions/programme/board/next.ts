import { ahead, type Coming, type DayAhead } from "../../../shared/domain/calendar/ahead.ts"
import { type Cell, cellOf } from "../../../shared/domain/calendar/board.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import type { ListedRound, Round } from "../../../shared/domain/calendar/round.ts"
import { standingOf } from "../../../shared/domain/calendar/round.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../desk.ts"
import { nearHere } from "./here.ts"

const shortest = 7
const furthest = 90

export type OnNext = { days: DayAhead[]; many: number; asAt: Date }

/** What will happen in the next days, if nothing changes: thirty of them, or as many as the address says. */
export const nextHere = async (c: C): Promise<OnNext> => {
  const { table, now, settings } = c.var.world
  const asAt = now()
  const many = daysIn(c)
  const near = await nearHere(c, many)
  const directory = directoryIn(table)
  const listed = await directory.rounds(settings.programme)
  const soon = listed.filter((one) => !isOver(one, asAt))
  const [rounds, begun] = await Promise.all([
    Promise.all(soon.map(({ id }) => directory.round(id))),
    Promise.all(soon.map(({ id }) => expectedIn(table).inRound(id))),
  ])
  const expected: Expected[] = [...near.cells.map(({ one }) => one), ...begun.flat()]
  const unsettled = expected.filter((one) => isTold(cellOf(one, asAt)))
  const [members, programme] = await Promise.all([
    membersOf(
      c,
      unsettled.map(({ organisation }) => organisation),
    ),
    peopleIn(table).membersOf(programmeItself),
  ])
  const known = {
    expected,
    rounds: rounds.filter((one): one is Round => one !== undefined),
    members,
    programme,
  }
  return { days: ahead(known, asAt, many), many, asAt }
}

/** Letters go about what nobody has sent: only then does it matter who is there. */
const isTold = ({ state }: Cell) =>
  ["not open yet", "not started", "in hand", "waiting", "missing", "not received"].includes(state)

const isOver = (one: ListedRound, at: Date) =>
  standingOf(one, at) === "closed" && one.decisionsBy < londonDate(at)

const daysIn = (c: C): number => {
  const given = c.req.query("days")
  if (given === undefined || given === "") return 30
  const days = /^\d{1,3}$/.test(given) ? Number(given) : 0
  if (days < shortest || days > furthest)
    throw new Refused("not understood", {
      says: `Ask for ${shortest} to ${furthest} days.`,
    })
  return days
}

/** Who belongs to each of some organisations, twenty at a time. */
export const membersOf = async (
  c: C,
  organisations: readonly string[],
): Promise<Record<string, Member[]>> => {
  const people = peopleIn(c.var.world.table)
  const found: Record<string, Member[]> = {}
  const once = [...new Set(organisations)]
  for (let from = 0; from < once.length; from += 20)
    await Promise.all(
      once.slice(from, from + 20).map(async (id) => {
        found[id] = await people.membersOf(id)
      }),
    )
  return found
}

export const nextColumns = ["day", "at", "what", "title", "sites", "to", "people"] as const

export const nextRow = ({ day, at, says, title, sites, to, people }: Coming): string[] => [
  day,
  at ?? "",
  says,
  title,
  sites.join("; "),
  to ?? "",
  people === undefined ? "" : String(people),
]
