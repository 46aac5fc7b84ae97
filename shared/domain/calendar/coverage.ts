import { addDays, addMonths, atLondon, daysBetween, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import { halfOf, type Period, type Span } from "./period.ts"
import type { Line } from "./phase.ts"

/** What one return of one site covers, and by which period it is known; `last` where no other of its line follows. */
export type Covered = { period: Period; covers: Span; last: boolean }

/** Six weeks, in days. */
const shortest = 42

/**
 * Which periods a site answers, by its own first and last day. What would cover less than six weeks joins the period
 * after it, or the one before where it is the last; a month stands by itself, and so does everything where nothing joins.
 */
export const coveredBy = (periods: Period[], line: Line, site: Span, joins = true): Covered[] => {
  const { cadence } = line
  if (cadence !== "month" && cadence !== "quarter")
    return periods.map((period) => ({ period, covers: once(line, site), last: true }))
  const overlaps = periods
    .toSorted((a, b) => a.to.localeCompare(b.to))
    .map((period) => ({ period, covers: overlap(period, site) }))
    .filter(({ covers }) => covers.from <= covers.to)
  const kept = cadence === "month" || !joins ? overlaps : neighboured(overlaps)
  return kept.map((one) => ({ ...one, last: one === kept.at(-1) }))
}

type Part = Omit<Covered, "last">

const neighboured = (parts: Part[]): Part[] => {
  const kept: Part[] = []
  let waiting: PlainDate | undefined
  for (const [at, { period, covers }] of parts.entries()) {
    const from: PlainDate = waiting ?? covers.from
    const before = kept.at(-1)
    const isLast = at === parts.length - 1
    const isShort = daysBetween(from, covers.to) + 1 < shortest
    waiting = isShort && !isLast ? from : undefined
    if (waiting !== undefined) continue
    if (isShort && before) before.covers = { from: before.covers.from, to: covers.to }
    else kept.push({ period, covers: { from, to: covers.to } })
  }
  return kept
}

const overlap = (period: Span, site: Span): Span => ({
  from: period.from > site.from ? period.from : site.from,
  to: period.to < site.to ? period.to : site.to,
})

const once = ({ cadence, months = 0 }: Line, site: Span): Span => {
  if (cadence === "start") return { from: site.from, to: site.from }
  if (cadence === "middle") return halfOf(site)
  if (cadence === "after") return { from: site.to, to: addMonths(site.to, months) }
  return site
}

/**
 * When a return opens, is due and locks: by the rule of its line, or as a coordinator has set it for its period
 * (which is not for a site whose return covers more than the period). `extraDays` are a site's own, in working days.
 */
export const datesOf = (line: Line, { period, covers, last }: Covered, extraDays = 0) => {
  const after = (last && line.lastWorkingDays) || line.workingDays
  const set = period.by !== undefined && covers.to === period.to ? period.by : undefined
  const rule = set ? new Date(set) : atLondon(addWorkingDays(covers.to, after), "17:00")
  const by = extraDays ? atLondon(addWorkingDays(londonDate(rule), extraDays), "17:00") : rule
  const locks = atLondon(addWorkingDays(londonDate(by), line.locksAfter), "17:00")
  const opens = atLondon(line.cadence === "start" ? covers.from : addDays(covers.to, 1), "00:00")
  return { opens: opens.toISOString(), by: by.toISOString(), locks: locks.toISOString() }
}
