import type { PlainDate } from "../../../values/london.ts"
import { addMonths, dateWords } from "../../../values/london.ts"
import { type SessionKind, sessionKinds } from "../session-kinds.ts"
import { cellIn, type Row, textOf } from "./cells.ts"
import { type Day, readDay } from "./dates.ts"
import { type DayColumns, folded, type ImportMap, said } from "./map.ts"

/** What a row is about: without any of it there is no session. `coach` is an address, where the row names one. */
export type RowHead = {
  id: string
  organisation: string
  phase: string
  on: PlainDate
  time?: string
  kind: SessionKind
  coach?: string
  /** What was taken for granted, in words. */
  notes: string[]
}

type Known = { today: PlainDate; phase?: string }

/** Which session a row tells of; or in words why none, by its columns and never by what stands in them. */
export const headOf = (row: Row, map: ImportMap, { today, phase }: Known): RowHead | { refused: string } => {
  const id = folded(textOf(cellIn(row, map.id)))
  if (id === "") return refused(`it has no id in “${map.id}”`)
  const organisation = valueIn(row, map.site.column, map.site.sites)
  if (organisation === undefined) return refused(notSaid(row, map.site.column, "which site it is"))
  const during = phaseOf(row, map, phase)
  if (during === undefined) return refused(`the map does not say which phase it is in`)
  const on = dayIn(row, map.on)
  if (on === undefined) return refused(`it has no day in ${listed(map.on.columns)}`)
  if ("problem" in on) return refused(on.problem)
  const outside = outsideOf(on.date, today)
  if (outside) return refused(outside)
  const kind = kindOf(row, map)
  if (kind === undefined)
    return refused(notSaid(row, "column" in map.kind ? map.kind.column : "", "how they met"))
  const coach = coachOf(row, map)
  if (coach === "not said") return refused(notSaid(row, map.coach?.column ?? "", "who coached"))
  return {
    id,
    organisation,
    phase: during,
    on: on.date,
    ...(on.time !== undefined && { time: on.time }),
    ...kind,
    ...(coach !== undefined && { coach }),
  }
}

const refused = (because: string) => ({ refused: because })

const valueIn = <To>(row: Row, column: string, values: Record<string, To>): To | undefined =>
  said(values, textOf(cellIn(row, column)))

const notSaid = (row: Row, column: string, what: string) =>
  textOf(cellIn(row, column)) === ""
    ? `nothing stands in “${column}”, which says ${what}`
    : `the map does not know what stands in “${column}”, which says ${what}`

export const listed = (columns: readonly string[]) => columns.map((one) => `“${one}”`).join(" or ")

const phaseOf = (row: Row, { phase }: ImportMap, asked: string | undefined) => {
  if (typeof phase === "object") return valueIn(row, phase.column, phase.phases)
  return asked ?? phase
}

/** What the first of the columns says that is filled in; nothing where none is. */
export const dayIn = (row: Row, { columns, formats }: DayColumns): Day | { problem: string } | undefined => {
  const column = columns.find((one) => cellIn(row, one).trim() !== "")
  if (column === undefined) return undefined
  const read = readDay(cellIn(row, column), formats)
  return "problem" in read ? { problem: `what stands in “${column}” ${read.problem}` } : read
}

/** The days that a session may have been held on: those that its form takes. */
const outsideOf = (on: PlainDate, today: PlainDate) => {
  if (on > today) return `its day, ${dateWords(on)}, has not come yet`
  if (on < addMonths(today, -24)) return `its day, ${dateWords(on)}, is more than 24 months ago`
  return undefined
}

const kindOf = (row: Row, { kind }: ImportMap): Pick<RowHead, "kind" | "notes"> | undefined => {
  if (!("column" in kind)) return { kind: kind.otherwise, notes: [] }
  const known = valueIn(row, kind.column, kind.kinds)
  if (known !== undefined) return { kind: known, notes: [] }
  if (kind.otherwise === undefined) return undefined
  const why = textOf(cellIn(row, kind.column)) === "" ? "is empty" : "has a value that the map does not list"
  const notes = [`${kind.column}: ${why}. Taken as: ${sessionKinds[kind.otherwise].words.toLowerCase()}.`]
  return { kind: kind.otherwise, notes }
}

/** Nothing where the row names nobody; a name that the map does not know is never passed over. */
const coachOf = (row: Row, { coach }: ImportMap): string | undefined | "not said" => {
  if (!coach || textOf(cellIn(row, coach.column)) === "") return undefined
  return valueIn(row, coach.column, coach.people) ?? "not said"
}
