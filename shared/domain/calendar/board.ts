import { kindOf } from "../../kinds/index.ts"
import type { PlainDate } from "../../values/london.ts"
import type { Expected } from "./expected.ts"
import { isDated, owedBy, periodsSet } from "./owed.ts"
import type { Period } from "./period.ts"
import type { Phase } from "./phase.ts"
import { sharedTitle } from "./shared-title.ts"
import type { SitePhase } from "./site-phase.ts"
import { type ExpectedState, expectedStates, isSettled, stateOf, stateWords, whoHasIt } from "./state.ts"
import { workingDaysLate } from "./window.ts"

/** What one site is expected to send in one round, as it stands at an instant. */
export type Cell = {
  one: Expected
  state: ExpectedState
  /** "Reported, 2 working days late" */
  says: string
  /** In words, where somebody has still to do something; nothing where nobody has. */
  who: string
  daysLate: number
}

export const cellOf = (one: Expected, at: Date): Cell => ({
  one,
  state: stateOf(one, at),
  says: stateWords(one, at),
  who: isSettled(one, at) ? "" : whoHasIt(one),
  daysLate: daysLate(one, at),
})

const daysLate = (one: Expected, at: Date): number => {
  const state = stateOf(one, at)
  if (state === "missing" || state === "not received") return workingDaysLate(one, at)
  const sent = ["reported", "sent", "nil", "accepted", "sent back"].includes(state) && one.stands?.firstSentAt
  return sent ? workingDaysLate(one, new Date(sent)) : 0
}

export const filterNames = ["kind", "state", "site", "round"] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Partial<Record<FilterName, string>>

const valueBy = ({ one, state }: Cell, by: FilterName): string =>
  ({ kind: one.kind, state, site: one.organisation, round: one.round })[by]

const wordsBy = ({ one, state }: Cell, by: Exclude<FilterName, "round">): string =>
  ({ kind: kindOf(one.kind).title, state: expectedStates[state], site: one.name })[by]

export const matching = (cells: readonly Cell[], filters: Filters): Cell[] =>
  cells.filter((cell) =>
    filterNames.every((by) => filters[by] === undefined || valueBy(cell, by) === filters[by]),
  )

export type Choice = { value: string; words: string; count: number }

/** What can be chosen by one filter while the others stay: `count` is the length of the list behind it. */
export const choicesBy = (by: FilterName, cells: readonly Cell[], filters: Filters): Choice[] => {
  const others = matching(cells, { ...filters, [by]: undefined })
  const values = [...new Set(others.map((cell) => valueBy(cell, by)))]
  const choices = values.flatMap((value) => {
    const found = others.filter((cell) => valueBy(cell, by) === value)
    const words =
      by === "round" ? sharedTitle(found.map(({ one }) => one)) : found[0] && wordsBy(found[0], by)
    return words ? [{ value, words, count: found.length }] : []
  })
  const states = Object.keys(expectedStates)
  return by === "state"
    ? choices.toSorted((a, b) => states.indexOf(a.value) - states.indexOf(b.value))
    : choices.toSorted((a, b) => a.words.localeCompare(b.words))
}

export type Column = { round: string; title: string }
export type Row = { organisation: string; name: string; cells: (Cell | undefined)[] }

/** Sites by name, returns by the day the first of them is due. A site that is not asked has no cell. */
export const tableOf = (cells: readonly Cell[]): { columns: Column[]; rows: Row[] } => {
  const inOrder = cells.toSorted((a, b) => a.one.by.localeCompare(b.one.by))
  const columns = [...Map.groupBy(inOrder, ({ one }) => one.round)].map(([round, all]) => ({
    round,
    title: sharedTitle(all.map(({ one }) => one)),
  }))
  const sites = [...Map.groupBy(inOrder, ({ one }) => one.organisation)]
  const rows = sites.map(([organisation, own]) => ({
    organisation,
    name: own[0]?.one.name ?? organisation,
    cells: columns.map(({ round }) => own.find(({ one }) => one.round === round)),
  }))
  return { columns, rows: rows.toSorted((a, b) => a.name.localeCompare(b.name)) }
}

/** A return that a phase asks for: from when for the first of its sites, until when for the last. */
export type Asked = { phase: string; round: string; title: string; opens: string; by: string; locks: string }

/** Every return that a phase asks of anybody, by its own rules, earliest first: before anything was moved for a site. */
export const askedIn = (
  phase: Phase & { sites: SitePhase[] },
  stored: Period[],
  today: PlainDate,
): Asked[] => {
  const periods = periodsSet(phase, phase.sites, stored)
  const owed = phase.sites.filter(isDated).flatMap((site) => owedBy(phase, site, periods, today))
  return [...Map.groupBy(owed, ({ round }) => round)]
    .map(([round, all]) => {
      const earliest = (of: (one: Expected) => string) => all.map(of).sort()[0] ?? ""
      const latest = (of: (one: Expected) => string) => all.map(of).sort().at(-1) ?? ""
      return {
        phase: phase.id,
        round,
        title: sharedTitle(all),
        opens: earliest(({ opens }) => opens),
        by: earliest(({ by }) => by),
        locks: latest(({ locks, by }) => locks ?? by),
      }
    })
    .sort((a, b) => a.by.localeCompare(b.by))
}

export type Arrivals = { begun: number; waiting: number; sent: number; withdrawn: number; all: Expected[] }

/** Who has begun an expression of interest in a round, and who has sent one: nothing of what it says. */
export const arrivalsOf = (all: readonly Expected[]): Arrivals => {
  const states = all.map((one) => arrivalOf(one))
  const count = (state: Arrival) => states.filter((one) => one === state).length
  return {
    begun: count("begun"),
    waiting: count("waiting"),
    sent: count("sent"),
    withdrawn: count("withdrawn"),
    all: all.toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

export const arrivals = {
  begun: "Begun, not sent",
  waiting: "Waiting for a signature, not sent",
  sent: "Sent",
  withdrawn: "Withdrawn",
} as const
export type Arrival = keyof typeof arrivals

export const arrivalOf = ({ stands }: Pick<Expected, "stands">): Arrival => {
  if (stands?.state === "withdrawn") return "withdrawn"
  if (stands && stands.version > 0) return "sent"
  return stands?.state === "waiting" ? "waiting" : "begun"
}

/** The phase that a list is about where nobody chose one: the latest that has begun, or else the next. */
export const currentPhase = <One extends Phase & { sites: SitePhase[] }>(
  phases: readonly One[],
  today: PlainDate,
): One | undefined => {
  const dated = phases
    .filter(({ published }) => published !== undefined)
    .flatMap((one) => {
      const from = firstDay(one)
      return from ? [{ one, from }] : []
    })
    .sort((a, b) => a.from.localeCompare(b.from))
  return (dated.findLast(({ from }) => from <= today) ?? dated[0])?.one
}

/** The first day of a phase, or of the earliest of its sites. */
export const firstDay = ({ from, sites }: Phase & { sites: SitePhase[] }): PlainDate | undefined =>
  [from, ...sites.map((one) => one.from)].filter((day) => day !== undefined).sort()[0]
