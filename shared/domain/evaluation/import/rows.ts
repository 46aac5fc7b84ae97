import { type Figure, type PointOrMonth, pointOrMonth } from "../../../kinds/measures/figure.ts"
import type { Measure } from "../../../kinds/measures/measure.ts"
import { dateWords, type PlainDate } from "../../../values/london.ts"
import { findPersonalData } from "../../../values/personal-data.ts"
import { cellIn, type Row, textOf } from "../../coaching/import/cells.ts"
import { readDay } from "../../coaching/import/dates.ts"
import { folded, said } from "../../coaching/import/map.ts"
import { type CellSays, readValueCell, unpacked } from "./cells.ts"
import type { MeasuresMap, ValueColumns } from "./map.ts"
import { type ValueCells, valueFrom } from "./value.ts"

/** One value of a file: of which site, at which point. */
export type Entry = { organisation: string; phase: string; point: PointOrMonth; figure: Figure }

/** What is known of a site in a phase; nothing where it is no site of it. */
export type SiteMeasures = { measures: readonly Measure[]; notOurGroup: Record<string, string> }
export type Known = {
  today: PlainDate
  phase?: string
  measuresOf: (organisation: string, phase: string) => SiteMeasures | undefined
}

/** What a row comes to: its values, or every problem with its column. A row with a problem gives none of its values. */
export type RowRead = { entries: Entry[] } | { problems: string[] }

export const entriesOf = (row: Row, map: MeasuresMap, known: Known): RowRead => {
  const rows = unpacked(row, map.packed)
  if ("refused" in rows) return { problems: [rows.refused] }
  const read = rows.flatMap((one) => map.values.map((value) => entryOf(one, map, value, known)))
  const problems = [...new Set(read.flatMap((one) => ("problem" in one ? [one.problem] : [])))]
  if (problems.length > 0) return { problems }
  return { entries: read.flatMap((one) => ("entry" in one ? [one.entry] : [])) }
}

type EntryRead = { entry: Entry } | { blank: true } | { problem: string }

const wrong = (problem: string) => ({ problem })
const inColumn = (column: string, problem: string) => wrong(`what stands in “${column}” ${problem}`)

const entryOf = (row: Row, map: MeasuresMap, columns: ValueColumns, known: Known): EntryRead => {
  const organisation = siteIn(row, map)
  if (typeof organisation !== "string") return organisation
  const phase = phaseIn(row, map, known)
  if (typeof phase !== "string") return phase
  const site = known.measuresOf(organisation, phase)
  if (!site) return wrong(`${organisation} is no site of ${phase}`)
  const point = pointIn(row, map)
  if (typeof point !== "string") return point
  if (/^\d/.test(point) && point > known.today.slice(0, 7)) return wrong(`${point} has not come yet`)
  const measure = measureIn(row, columns, site)
  if ("problem" in measure) return measure
  const around = aroundOf(row, map, known)
  if ("problem" in around) return around
  const { why, on, method, complete } = around
  const value = valueFrom(measure, cellsOf(row, columns, map), why)
  if ("problem" in value) return inColumn(value.column, value.problem)
  if ("blank" in value) return value
  if (!(/^\d/.test(point) || measure.points.some((one) => one === point)))
    return wrong(`the plan does not take “${measure.name}” at ${point}`)
  const figure: Figure = {
    measure: measure.id,
    value: value.value,
    ...(on !== undefined && { on }),
    ...(method !== undefined && { method }),
    ...(complete !== undefined && { complete }),
  }
  return { entry: { organisation, phase, point, figure } }
}

const siteIn = (row: Row, { site }: MeasuresMap) => {
  if ("is" in site) return site.is
  const cell = folded(textOf(cellIn(row, site.column)))
  if (cell === "") return wrong(`nothing stands in “${site.column}”, which says which site it is`)
  const known = said(site.sites, cell)
  if (known !== undefined) return known
  return Object.keys(site.sites).length === 0
    ? cell.toLowerCase()
    : wrong(`the map does not know what stands in “${site.column}”, which says which site it is`)
}

const phaseIn = (row: Row, { phase }: MeasuresMap, known: Known) => {
  if (typeof phase !== "object") return known.phase ?? phase ?? wrong("nothing says which phase it is in")
  const cell = folded(textOf(cellIn(row, phase.column)))
  return said(phase.phases, cell) ?? (cell === "" ? wrong(`nothing stands in “${phase.column}”`) : cell)
}

const pointIn = (row: Row, { point }: MeasuresMap): PointOrMonth | { problem: string } => {
  if ("is" in point) return point.is
  if ("monthOf" in point) {
    const found = dayIn(row, point.monthOf)
    if (found === undefined) return wrong("it has no day from which its month is known")
    return typeof found === "string" ? found.slice(0, 7) : found
  }
  const cell = folded(textOf(cellIn(row, point.column)))
  const known = said(point.points, cell) ?? pointOrMonth.safeParse(cell.toLowerCase()).data
  return (
    known ?? inColumn(point.column, "is no point: write baseline, midpoint, final, or a month as 2017-12")
  )
}

const measureIn = (
  row: Row,
  { measure }: ValueColumns,
  site: SiteMeasures,
): Measure | { problem: string } => {
  const named =
    "is" in measure
      ? measure.is
      : (said(measure.measures, textOf(cellIn(row, measure.column))) ??
        folded(textOf(cellIn(row, measure.column))))
  const where = "is" in measure ? "" : ` in “${measure.column}”`
  if (named === "") return wrong(`nothing stands${where}, which says which measure it is`)
  const found = site.measures.filter(
    ({ id, name }) => id === named || folded(name).toLowerCase() === named.toLowerCase(),
  )
  const [only, another] = found
  if (only && !another) return only
  if (another) return wrong(`two measures of the site are called what stands${where}: give its id`)
  return Object.hasOwn(site.notOurGroup, named)
    ? wrong(`“${named}” does not fit the group of the site: its plan does not ask for it`)
    : wrong(`the plan of the site has no measure of the name${where === "" ? ` “${named}”` : where}`)
}

type Around = {
  why: { reason?: string; knownBy?: PlainDate }
  on?: PlainDate
  method?: string
  complete?: number
}

/** What a row says beside its values. */
const aroundOf = (row: Row, map: MeasuresMap, { today }: Known): Around | { problem: string } => {
  const on = map.date && dayIn(row, map.date)
  if (typeof on === "object") return on
  if (on !== undefined && on > today) return wrong(`its day, ${dateWords(on)}, has not come yet`)
  const knownBy =
    map.knownBy === undefined ? undefined : "is" in map.knownBy ? map.knownBy.is : dayIn(row, map.knownBy)
  if (typeof knownBy === "object") return knownBy
  const method = wordsIn(row, map.method)
  const reason = wordsIn(row, map.reason)
  for (const one of [method, reason])
    if (one && findPersonalData(one.words, { workMailDomains: [], today }).length > 0)
      return inColumn(one.column, "looks like personal data: take it out")
  const complete = map.complete === undefined ? undefined : readValueCell(cellIn(row, map.complete))
  const share = complete && shareOf(complete)
  if (map.complete !== undefined && share === "wrong")
    return inColumn(map.complete, "is no whole percentage from 0 to 100")
  return {
    why: { ...(reason && { reason: reason.words }), ...(knownBy !== undefined && { knownBy }) },
    ...(on !== undefined && { on }),
    ...(method && { method: method.words }),
    ...(typeof share === "number" && { complete: share }),
  }
}

const shareOf = (one: CellSays): number | "wrong" | undefined => {
  if (one.says === "blank") return undefined
  const number = one.says === "percent" ? one.percent : one.says === "number" ? one.number : -1
  return Number.isInteger(number) && number >= 0 && number <= 100 ? number : "wrong"
}

const wordsIn = (row: Row, from: MeasuresMap["method"]) => {
  if (!from) return undefined
  const column = "column" in from ? from.column : ""
  const words = "is" in from ? from.is : folded(textOf(cellIn(row, column))).slice(0, 300)
  return words === "" ? undefined : { column, words }
}

/** The day in the first of the columns that is filled in; nothing where none is. */
const dayIn = (row: Row, { columns, formats }: NonNullable<MeasuresMap["date"]>) => {
  const column = columns.find((one) => cellIn(row, one).trim() !== "")
  if (column === undefined) return undefined
  const read = readDay(cellIn(row, column), formats)
  return "problem" in read ? inColumn(column, read.problem) : read.date
}

const cellsOf = (row: Row, columns: ValueColumns, { dash }: MeasuresMap): ValueCells => {
  const cells: ValueCells = {}
  for (const name of ["value", "numerator", "denominator", "n"] as const) {
    const column = columns[name]
    if (column === undefined) continue
    const says = readValueCell(cellIn(row, column))
    cells[name] = { column, says: says.says === "dash" && dash !== undefined ? { says: dash } : says }
  }
  return cells
}
