import { dayMomentWords, momentWords, type PlainDate } from "../../values/london.ts"
import { programmeItself } from "../people/organisation.ts"
import { askedIn } from "./board.ts"
import type { Expected } from "./expected.ts"
import type { Period } from "./period.ts"
import type { Phase } from "./phase.ts"
import { rowOf } from "./return-words.ts"
import type { ListedRound } from "./round.ts"
import type { SitePhase } from "./site-phase.ts"

/**
 * One thing in somebody's own calendar. `id` never changes; `sequence` grows whenever its date does; `changed` is
 * when its record was last written, as far as the record says. From the same records come the same dates.
 */
export type CalendarDate = {
  id: string
  title: string
  from: string
  to: string
  sequence: number
  changed: string
  cancelled: boolean
  /** A paragraph each: where it stands, and who has it. */
  says: string[]
  path: string
}

const halfAnHour = 30 * 60_000

/** Where a record does not say when it was written: before everything that is in a calendar. */
const atFirst = "2016-01-01T00:00:00.000Z"

/** What a site is expected to send: half an hour each, over at the moment it is due. */
export const datesAtSite = (all: readonly Expected[], at: Date): CalendarDate[] =>
  all.map((one) => ({
    id: `${one.round}.${one.organisation}`,
    title: `${one.rule === "closes" ? "Closes" : "Due"}: ${one.title} (${one.name})`,
    ...until(one.by),
    // What is not needed, and then is after all, has a number of its own each time.
    sequence: one.sequence * 2 + (one.notNeeded ? 1 : 0),
    changed: lastChange(one),
    cancelled: one.notNeeded !== undefined,
    says: saysOf(one, at),
    path: pathOf(one),
  }))

const until = (by: string) => ({ from: new Date(Date.parse(by) - halfAnHour).toISOString(), to: by })
const since = (opens: string) => ({
  from: opens,
  to: new Date(Date.parse(opens) + halfAnHour).toISOString(),
})

const lastChange = ({ stands, asked, extended, notNeeded, cover }: Expected) =>
  [atFirst, stands?.changedAt, asked?.at, extended?.at, notNeeded?.at, cover?.at]
    .filter((instant) => instant !== undefined)
    .sort()
    .at(-1) ?? atFirst

/** Facts alone, and no text that somebody wrote: whoever has the address can read them. */
const saysOf = (one: Expected, at: Date): string[] => {
  const { state, who, reference, covers } = rowOf(one, at)
  const { sentAt, sentBy } = one.stands ?? {}
  return [
    `${state}.${who && ` ${who}.`}`,
    ...(reference && sentAt
      ? [`Sent at ${momentWords(new Date(sentAt))} by ${sentBy ?? ""}. Reference ${reference}.`]
      : []),
    ...(one.extended ? [`At first it was due at ${dayMomentWords(new Date(one.extended.before))}.`] : []),
    ...(covers ? [`It covers ${covers}.`] : []),
  ]
}

const pathOf = ({ organisation, owed, round, stands }: Expected) => {
  const here = `/organisations/${organisation}`
  return !owed && stands ? `${here}/submissions/${stands.reference}` : `${here}/returns/${round}`
}

type Planned = {
  phases: readonly (Phase & { sites: SitePhase[] })[]
  periods: Period[]
  rounds: readonly ListedRound[]
}

/**
 * What is due across the programme, once each and no site by name: returns of phases that are published, from the
 * first site's date; and when rounds open and close.
 */
export const datesInProgramme = ({ phases, periods, rounds }: Planned, today: PlainDate): CalendarDate[] => [
  ...phases
    .filter(({ published }) => published !== undefined)
    .flatMap((phase) => returnsIn(phase, periods, today)),
  ...rounds.flatMap(openAndClose),
]

const returnsIn = (phase: Phase & { sites: SitePhase[] }, periods: Period[], today: PlainDate) => {
  const writes = [phase, ...phase.sites].reduce((sum, { revision }) => sum + revision, 0)
  return askedIn(phase, periods, today).map(({ round, title, by, locks }) => ({
    id: `${round}.${programmeItself}`,
    title: `Due: ${title}`,
    ...until(by),
    sequence: writes + (periods.find(({ id }) => id === round)?.revision ?? 0),
    changed: phase.published ?? atFirst,
    cancelled: false,
    says: [
      "This is the date of the first site. A site can have a later one.",
      `The last can be sent until ${dayMomentWords(new Date(locks))}.`,
    ],
    path: "/programme/board",
  }))
}

const openAndClose = ({ id, title, opens, closes }: ListedRound): CalendarDate[] => {
  const round = { changed: atFirst, cancelled: false, path: `/rounds/${id}` }
  return [
    {
      id: `${id}.${programmeItself}.opens`,
      title: `Opens: ${title}`,
      ...since(opens),
      sequence: minutes(opens),
      says: [`It closes at ${dayMomentWords(new Date(closes))}.`],
      ...round,
    },
    {
      id: `${id}.${programmeItself}.closes`,
      title: `Closes: ${title}`,
      ...until(closes),
      sequence: minutes(closes),
      says: [`It opened at ${dayMomentWords(new Date(opens))}.`],
      ...round,
    },
  ]
}

/** A date of a round that people have seen moves later, if at all: in minutes since 1970 it grows with each move. */
const minutes = (instant: string) => Math.floor(Date.parse(instant) / 60_000)
