import { addDays, daysBetween, londonDate, type PlainDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import type { SitePhase } from "../calendar/site-phase.ts"
import type { Summary } from "./summary.ts"

/** The figures of a list of sites: each stands in its table, and some of them in its chart. */
export const figureColumns = {
  award: "Award",
  paid: "Paid",
  profileToDate: "Profile to date",
  spent: "Spent to date",
  variance: "Spent against profile",
  forecast: "Expected after that",
  outturn: "Expected in all",
  unallocated: "Award less that",
  cashHeld: "Cash held",
} as const
export type FigureColumn = keyof typeof figureColumns
export type Line = Record<FigureColumn, number>

/** Spent is what was paid for and what was had: both are what the profile expects by that day. */
export const lineOf = (one: Summary): Line => {
  const spent = one.actual + one.accrued
  const { award, paid, profileToDate, forecast, outturn, unallocated, cashHeld } = one
  const variance = one.accepted === undefined ? 0 : spent - profileToDate
  return { award, paid, profileToDate, spent, variance, forecast, outturn, unallocated, cashHeld }
}

/** An offer that nobody has accepted is no award yet: it is in no sum. */
export const counts = ({ state }: Pick<Summary, "state">) => state === "accepted" || state === "closed"

export const totalLine = (all: readonly Summary[]): Line => {
  const lines = all.filter(counts).map(lineOf)
  const sum = (column: FigureColumn) => lines.reduce((whole, one) => whole + one[column], 0)
  return Object.fromEntries(
    Object.keys(figureColumns).map((column) => [column, sum(column as FigureColumn)]),
  ) as Line
}

/** A return that was sent and is not accepted: whose turn it is, and for how many working days it has been so. */
export type Waiting = { one: Expected; reference: string; days: number; checked: boolean; asked: boolean }

/** Those that wait, the oldest first. One that was opened for changes is with its site and waits for nobody here. */
export const returnsWaiting = (expected: readonly Expected[], at: Date): Waiting[] => {
  const today = londonDate(at)
  return expected
    .flatMap((one): Waiting[] => {
      const { stands } = one
      if (stands?.state !== "sent" || stands.sentAt === undefined) return []
      const { reference, version, sentAt, review } = stands
      return [
        {
          one,
          reference,
          days: workingDaysBetween(londonDate(new Date(sentAt)), today),
          checked: review?.checked?.version === version,
          asked: (review?.open.length ?? 0) > 0,
        },
      ]
    })
    .toSorted((a, b) => b.days - a.days || a.one.name.localeCompare(b.one.name))
}

/** The day in the middle of a pilot: from then on it is decided whether the site goes on. */
export const middleDay = ({ from, to }: { from: PlainDate; to: PlainDate }): PlainDate =>
  addDays(from, Math.floor(daysBetween(from, to) / 2))

type MidPhases = { due: Summary[]; next?: { on: PlainDate; sites: number } }

/** Sites in the middle of their pilot about which nothing is decided; and when the next of them will be. */
export const midPhasesIn = (
  accounts: readonly Summary[],
  sites: readonly SitePhase[],
  today: PlainDate,
): MidPhases => {
  const open = accounts
    .filter((one) => one.state === "accepted" && !one.midPhase && !one.leaving && !one.usage)
    .flatMap((one) => {
      const { from, to } = sites.find(({ organisation }) => organisation === one.organisation) ?? {}
      return from && to ? [{ one, on: middleDay({ from, to }) }] : []
    })
  const later = open.filter(({ on }) => on > today).toSorted((a, b) => a.on.localeCompare(b.on))
  const [first] = later
  return {
    due: open.filter(({ on }) => on <= today).map(({ one }) => one),
    ...(first && { next: { on: first.on, sites: later.filter(({ on }) => on === first.on).length } }),
  }
}
