import type { PointOrMonth } from "../../../kinds/measures/figure.ts"
import { type Point, pointNames } from "../../../kinds/measures/measure.ts"
import { addedUp, fits, type Known, knownOf, overTime } from "./adding.ts"
import { type GatheredSite, isMonth, type Told, toldBy } from "./gathered.ts"
import { type Keyed, measuresAt, measuresOf } from "./measures.ts"
import { changesIn, columnsOf, saysOf, withWhatFollows } from "./saying.ts"
import { type CellAt, everySite, type Gap, type MeasureCell, type MeasureTable } from "./table.ts"

/** A cell with the value behind it: what totals are made of. */
type Made = { cell: MeasureCell; value?: Known }

/**
 * True counts of every site and together, whatever order they were entered in. A total is of what is known, says of how
 * many sites that is, and is a gap where nothing is.
 */
export const trueTable = (phase: string, sites: readonly GatheredSite[]): MeasureTable => {
  const byName = sites.toSorted((a, b) => a.name.localeCompare(b.name))
  const measures = measuresOf(sites)
  const told = new Map(byName.map((site) => [site.organisation, toldBy(site)]))
  const months = monthsIn([...told.values()].flat())
  const made = measures.flatMap((one) => {
    const own = byName
      .filter(({ organisation }) => one.at.includes(organisation))
      .flatMap((site) => ofSite(one, site, told.get(site.organisation) ?? [], months))
    return one.site === undefined ? [...own, ...totalsOf(one, own)] : own
  })
  const cells = made.map(({ cell }) => withWhatFollows(cell))
  const all = [...cells, ...changesIn(cells)]
  return {
    view: "true",
    phase,
    sites: byName.map(({ organisation, name, plan }) => ({ organisation, name, plan: plan?.version ?? 0 })),
    measures: measures.map(({ key, site, measure }) => ({ key, ...(site && { site }), measure })),
    at: columnsOf(all),
    cells: all,
  }
}

const monthsIn = (told: readonly Told[]) =>
  [...new Set(told.map(({ at }) => at).filter(isMonth))].toSorted() as PointOrMonth[]

const ofSite = (
  { key, measure }: Keyed,
  site: GatheredSite,
  told: readonly Told[],
  months: readonly PointOrMonth[],
): Made[] => {
  const own = told.filter(({ figure }) => figure.measure === measure.id)
  const asked = measuresAt(site).find(({ id }) => id === measure.id)?.points ?? measure.points
  const at = (when: CellAt) => ({ place: site.organisation, measure: key, at: when })
  const points = pointNames.filter(
    (point) => asked.includes(point) || own.some((one) => one.at === point),
  ) as Point[]
  const inMonths = measure.from === "tally" || own.some((one) => isMonth(one.at)) ? months : []
  const made = [...points, ...inMonths].map((when): Made => {
    const found = own.find((one) => one.at === when)
    if (!found) return { cell: { ...at(when), says: gapAt(when, measure, site) } }
    const value = knownOf(found.figure.value)
    return {
      cell: {
        ...at(when),
        says: saysOf(found.figure.value),
        ...(found.imported && { imported: true }),
        ...(found.direct && { direct: true }),
      },
      ...(value && fits(measure, value) && { value }),
    }
  })
  if (inMonths.length === 0) return made
  const known = made.flatMap(({ cell, value }) =>
    isMonth(cell.at) && value ? [{ month: cell.at, value }] : [],
  )
  const value = overTime(measure, known)
  const says = value ? saysOf(value) : gapOf(made.filter(({ cell }) => isMonth(cell.at)))
  return [...made, { cell: { ...at("months"), says }, ...(value && { value }) }]
}

const gapAt = (when: PointOrMonth, { id, from }: Keyed["measure"], site: GatheredSite): Gap => {
  const because = site.plan?.notOurGroup[id]
  if (because !== undefined) return { gap: "not our group", because }
  if (isMonth(when) && !isInPilot(when, site)) return { gap: "not asked" }
  return { gap: from === "answers" ? "no answers yet" : "not sent yet" }
}

const isInPilot = (month: string, { from, to }: GatheredSite) =>
  (from === undefined || month >= from.slice(0, 7)) && (to === undefined || month <= to.slice(0, 7))

/** The gap that a total is where nothing is known: what all of them say, or that it was not sent yet. */
const gapOf = (made: readonly Made[]): Gap => {
  const found = [...new Set(made.flatMap(({ cell: { says } }) => ("gap" in says ? [says.gap] : [])))]
  const [only] = found
  return { gap: only !== undefined && found.length === 1 ? only : "not sent yet" }
}

/** No value of it is expected of a site whose gap is one of these. */
const neverExpected: readonly Gap["gap"][] = ["not applicable", "not our group", "not asked"]

const totalsOf = ({ key, measure }: Keyed, own: readonly Made[]): Made[] =>
  [...new Set(own.map(({ cell }) => cell.at))].map((at) => {
    const there = own.filter(({ cell }) => cell.at === at)
    const known = there.flatMap(({ value }) => (value ? [value] : []))
    const { value, left } = addedUp(measure, known)
    const missing = there.filter(
      ({ value: one, cell: { says } }) => !one && !("gap" in says && neverExpected.includes(says.gap)),
    ).length
    const imported = there.some(({ cell }) => cell.imported)
    return {
      cell: {
        place: everySite,
        measure: key,
        at,
        says: value ? saysOf(value) : gapOf(there),
        of: { sites: known.length - left, missing: missing + left },
        ...(imported && { imported: true }),
      },
      ...(value && { value }),
    }
  })
