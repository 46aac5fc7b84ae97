import { addDays, atLondon, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, isWorkingDay } from "../../values/working-days.ts"
import { addressed, type Recipient, waitsFor } from "../notices/addressed.ts"
import { dueNotices, momentsOf, noticeOf, type Send, type Told } from "../notices/notices.ts"
import type { Member } from "../people/member.ts"
import { roles } from "../people/role.ts"
import type { Expected } from "./expected.ts"
import { listed } from "./programme-line.ts"
import type { Round } from "./round.ts"
import { sharedTitle } from "./shared-title.ts"
import { isSettled } from "./state.ts"

/** One thing that will happen, if nothing changes. */
export type Coming = {
  day: PlainDate
  /** To the minute, where it is. */
  at?: string
  what: "opens" | "due" | "closes" | "locks" | "letter" | "questions end" | "decisions"
  title: string
  round: string
  /** The sites it is about, by name. */
  sites: string[]
  says: string
  /** Of a letter: to whom, in words, and how many people. */
  to?: string
  people?: number
}

export type Ahead = {
  expected: readonly Expected[]
  rounds: readonly Pick<Round, "id" | "title" | "opens" | "closes" | "questionsUntil" | "decisionsBy">[]
  /** Who belongs to each organisation, and to the programme. */
  members: Readonly<Record<string, Member[]>>
  programme: Member[]
}

export type DayAhead = { day: PlainDate; comings: Coming[] }

/** What will happen from now until so many days from today, by day. */
export const ahead = (known: Ahead, now: Date, days: number): DayAhead[] => {
  const until = addDays(londonDate(now), days)
  const all = [
    ...known.rounds.flatMap(ofRound),
    ...ofReturns(known.expected),
    ...letters(known, londonDate(now), until),
  ].filter(({ day, at }) => day <= until && (at ? new Date(at) > now : day >= londonDate(now)))
  const inOrder = all.toSorted(
    (a, b) =>
      a.day.localeCompare(b.day) || (a.at ?? "").localeCompare(b.at ?? "") || a.title.localeCompare(b.title),
  )
  return [...Map.groupBy(inOrder, ({ day }) => day)].map(([day, comings]) => ({ day, comings }))
}

const ofRound = ({ id, title, opens, closes, questionsUntil, decisionsBy }: Ahead["rounds"][number]) => {
  const about = { round: id, title, sites: [] }
  const instant = (what: Coming["what"], at: string, says: string): Coming => ({
    ...about,
    day: londonDate(new Date(at)),
    at,
    what,
    says,
  })
  return [
    instant("opens", opens, "The round opens"),
    instant("closes", closes, "The round closes"),
    { ...about, day: questionsUntil, what: "questions end" as const, says: "Last day to ask a question" },
    { ...about, day: decisionsBy, what: "decisions" as const, says: "Councils hear by today" },
  ]
}

/** Openings, deadlines and locks of returns: sites that share a moment stand together. */
const ofReturns = (expected: readonly Expected[]): Coming[] => {
  const owed = expected.filter((one) => one.owed && !one.notNeeded)
  const moments = owed.flatMap((one) => {
    const { opens, by, locks } = one
    const open = (at: string) => !isSettled(one, new Date(new Date(at).getTime() - 1))
    return [
      ...(one.stands ? [] : [{ one, at: opens, what: "opens" as const, says: "Can be written from now on" }]),
      ...(open(by) ? [{ one, at: by, what: "due" as const, says: "Due" }] : []),
      ...(locks && open(locks)
        ? [{ one, at: locks, what: "locks" as const, says: "Cannot be sent any longer" }]
        : []),
      ...(locks && !open(locks)
        ? [{ one, at: locks, what: "locks" as const, says: "What was sent cannot be changed any longer" }]
        : []),
    ]
  })
  const together = Map.groupBy(moments, ({ one, at, says }) => `${at}#${one.round}#${says}`)
  return [...together.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { at, what, says, one } = first
    const sites = all.map(({ one }) => one.name).sort()
    const title = sharedTitle(all.map(({ one }) => one))
    return [{ day: londonDate(new Date(at)), at, what, says, title, round: one.round, sites }]
  })
}

type Sending = Send & { day: PlainDate; one: Expected; people: Recipient[] }

const letters = (known: Ahead, from: PlainDate, until: PlainDate): Coming[] => {
  const sendings = known.expected.flatMap((one) => sendingsOf(one, known, from, until))
  const together = Map.groupBy(sendings, ({ day, notice, one }) => `${day}#${notice}#${one.round}`)
  return [...together.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { day, notice, one } = first
    return [
      {
        day,
        what: "letter" as const,
        title: sharedTitle(all.map(({ one }) => one)),
        round: one.round,
        sites: all.map(({ one }) => one.name).sort(),
        says: `Letter: ${noticeOf(notice).called}`,
        to: listed([...new Set(all.flatMap(({ to, one }) => to.flatMap((each) => rolesIn(each, one))))]),
        people: new Set(all.flatMap(({ people }) => people.map(({ person }) => person))).size,
      },
    ]
  })
}

/** Each letter about it as it would go, one after another, as long as it stays as it is. */
const sendingsOf = (one: Expected, known: Ahead, from: PlainDate, until: PlainDate): Sending[] => {
  if (one.notNeeded) return []
  const first = isWorkingDay(from) ? from : addWorkingDays(from, 1)
  const days = [...new Set(momentsOf(one).map(({ day }) => (day < first ? first : day)))].sort()
  const sendings: Sending[] = []
  let then = one
  for (const day of days.filter((each) => each <= until)) {
    const at = atLondon(day, "09:00")
    const { send, superseded } = dueNotices(then, day, at)
    for (const { notice, to } of send) {
      const site = known.members[one.organisation] ?? []
      const people = addressed({ one: then, told: to, site, programme: known.programme, at })
      sendings.push({ day, notice, to, one, people })
    }
    const handled = [...superseded, ...send.map(({ notice }) => notice)]
    const told = Object.fromEntries(handled.map((notice) => [notice, { on: day, as: "sent" as const }]))
    then = { ...then, told: { ...then.told, ...told } }
  }
  return sendings
}

const rolesIn = (told: Told, one: Expected): string[] =>
  (told === "whoever must sign" ? waitsFor(one) : [told]).map((role) => roles[role].words)
