import type { Entries, Problem } from "../../shared/form/question.ts"
import { idsIn } from "../../shared/form/questions/repeated.ts"
import {
  type CountColumn,
  countColumns,
  heads,
  type TallyRow,
} from "../../shared/kinds/monthly-tally/columns.ts"
import type { Before, Desk } from "./desk.ts"

/**
 * What is typed in the table goes into the fields of its questions, and back. In a cell stands a number, or a question
 * mark for what is not known; why, is said once under its column, and then for every empty cell of it.
 */

const team = "team"
const unknown = /^(\?|nk|n\/k|not known|unknown)$/i

/** The columns of the table that a site has, with the days at the end. */
export const columnsIn = ({ section }: Pick<Desk, "section">): (CountColumn | "days")[] => {
  const of = section.asks.team?.shape.of ?? {}
  return [...countColumns.filter((column) => column in of), "days"]
}

export const whyOf = (column: string) => `why.${column}`

/** The rows of a page as fields of the questions that they answer. */
export const fieldsOf = (desk: Pick<Desk, "section">, typed: Entries): Entries => {
  const fields: Entries = { ...typed }
  for (const id of idsIn(typed, team)) {
    const said = columnsIn(desk).some((column) => typed[cellOf(id, column)]?.trim())
    if (!said && !typed[`${team}.${id}.name`]?.trim()) continue
    for (const column of columnsIn(desk)) {
      const cell = cellOf(id, column)
      const given = typed[cell]?.trim() ?? ""
      const why = typed[whyOf(column)]?.trim() ?? ""
      if (!unknown.test(given) && !(given === "" && why)) continue
      fields[cell] = ""
      if (column === "days") fields[`${team}.${id}.noDays`] = why
      else Object.assign(fields, { [`${cell}.is`]: "not known", [`${cell}.why`]: why })
    }
  }
  return fields
}

/** A question mark without its reason, of which a field alone would say nothing. */
export const withoutWhy = (desk: Pick<Desk, "section">, typed: Entries): Problem[] =>
  columnsIn(desk).flatMap((column) =>
    idsIn(typed, team).some((id) => unknown.test(typed[cellOf(id, column)]?.trim() ?? "")) &&
    !typed[whyOf(column)]?.trim()
      ? [{ question: whyOf(column), says: `Enter why “${heads[column]}” is not known` }]
      : [],
  )

const cellOf = (id: string, column: string) => `${team}.${id}.${column}`

/** Rows as they stand in the table. */
export const tableOf = (rows: readonly TallyRow[], workers?: number): Entries => {
  const entries: Entries = {
    [`${team}.rows`]: rows.map(({ id }) => id).join(","),
    ...(workers !== undefined && { workers: String(workers) }),
  }
  for (const row of rows) {
    entries[`${team}.${row.id}.name`] = row.name ?? ""
    for (const column of countColumns) {
      const given = row[column]
      if (given === undefined) continue
      entries[cellOf(row.id, column)] = "number" in given ? String(given.number) : "?"
      if ("notKnown" in given) entries[whyOf(column)] ??= given.notKnown
    }
    if (row.days !== undefined) entries[cellOf(row.id, "days")] = String(row.days)
    else if (row.noDays) {
      entries[cellOf(row.id, "days")] = "?"
      entries[whyOf("days")] ??= row.noDays
    }
  }
  return entries
}

const lasting: CountColumn[] = ["people", "kept"]
const moving: CountColumn[] = ["started", "stopped"]
const isMove = (column: CountColumn) => moving.includes(column)

/**
 * The rows of the month before, for this one: who is there stays as it was, and nobody started or stopped. What was none
 * stays none; what happened then is asked again, because it has not happened twice.
 */
export const sameAs = ({ rows }: Before, columns: readonly string[]): TallyRow[] =>
  rows.map((row, at) => {
    const stays = countColumns.filter((column) => {
      const given = row[column]
      if (!given || !("number" in given) || isMove(column)) return false
      return lasting.includes(column) || (column !== "hours" && given.number === 0)
    })
    const said = [
      ...stays.map((column) => [column, row[column]] as const),
      ...moving.map((column) => [column, { number: 0 }] as const),
    ].filter(([column]) => columns.includes(column))
    return {
      id: `new-${at + 1}`,
      ...(row.name !== undefined && { name: row.name }),
      ...(row.days !== undefined && { days: row.days }),
      ...Object.fromEntries(said),
    }
  })

/** The same rows with nothing said in them. */
export const namesOf = ({ rows }: Before): TallyRow[] =>
  rows.map(({ name }, at) => ({ id: `new-${at + 1}`, ...(name !== undefined && { name }) }))

/** As many rows as are there, and some to spare: what stays empty is left out. */
export const withSpare = (entries: Entries, most: number, spare = 2): Entries => {
  const ids = idsIn(entries, team)
  const taken = new Set(ids)
  const more: string[] = []
  for (let at = 1; more.length < spare && ids.length + more.length < most; at++) {
    const id = `new-${at}`
    if (!taken.has(id)) more.push(id)
  }
  return { ...entries, [`${team}.rows`]: [...ids, ...more].join(",") }
}
