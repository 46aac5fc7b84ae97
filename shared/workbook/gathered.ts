import type { Entries, Question } from "../form/question.ts"
import { type Field, fieldsIn, nameOf } from "./field.ts"
import { gridFields, rowFields } from "./layout.ts"
import { head } from "./marker.ts"
import { type FoundTable, type Line, linesOf, mergedAt, placeOf } from "./table.ts"
import { typedIn } from "./typed.ts"

/** What was typed for one question, where each of it stands, and which cells cannot be read. */
export type Gathered = { entries: Entries; places: Map<string, string>; problems: string[] }

export const nothing = (): Gathered => ({ entries: {}, places: new Map(), problems: [] })

type From = { table: FoundTable; from1904: boolean }

/** A table of amounts, by the marks of its rows and columns. */
export const gridIn = ({ table, from1904 }: From, key: string, question: Question): Gathered => {
  const into = nothing()
  const fields = columnsOf(table, gridFields(question), into)
  const rows = new Set(question.shape.rows?.map(({ id }) => id))
  const seen = new Map<string, number>()
  for (const line of linesOf(table)) {
    if (line.id === head) continue
    if (!rows.has(line.id)) strayed(table, line, fields, into)
    else if (!again(table, line, seen, into))
      for (const [field, column] of fields)
        cellIn({ table, from1904 }, line, { field, column, name: `${key}.${line.id}.${field.part}` }, into)
  }
  for (const { id, label } of question.shape.rows ?? [])
    if (!seen.has(id)) into.problems.push(lost(table, `the line “${label}”`))
  return into
}

/** Rows of questions: those with a mark that is known, and new ones without. */
export const rowsIn = (from: From, key: string, question: Question, known: string[]): Gathered => {
  const { table } = from
  const into = nothing()
  const fields = columnsOf(table, rowFields(question), into)
  const seen = new Map<string, number>()
  const ids: string[] = []
  const most = question.shape.upTo ?? 1
  for (const line of linesOf(table)) {
    if (line.id === head || !fields.some(([, column]) => filled(line, column))) continue
    const place = placeOf(table.sheet, line.row, fields[0]?.[1] ?? table.column)
    if (line.id !== "" && again(table, line, seen, into)) continue
    if (line.id !== "" && !known.includes(line.id)) {
      into.problems.push(
        `${place}: this row is none of the form, or no longer. Type it again in an empty row`,
      )
      continue
    }
    if (ids.length === most) {
      into.problems.push(
        `${place}: there may be ${most} rows or fewer. Take this one out, and those below it`,
      )
      break
    }
    const id = line.id || `new-${ids.length + 1}`
    ids.push(id)
    into.places.set(`${key}.${id}`, place)
    for (const [field, column] of fields)
      cellIn(from, line, { field, column, name: `${key}.${id}.${field.part}` }, into)
  }
  into.entries[`${key}.rows`] = ids.join(",")
  const counts = Object.entries(question.shape.of ?? {}).filter(([, { type }]) => type === "count")
  for (const id of ids) for (const [sub] of counts) orNotKnown(`${key}.${id}.${sub}`, into)
  return into
}

/** A question of the sheet of answers, one line for each part of it. */
export const answerIn = (
  { table, from1904 }: From,
  line: Map<string, Line>,
  section: string,
  key: string,
  question: Question,
): Gathered => {
  const into = nothing()
  const column = table.columns.get("answer") ?? -1
  for (const field of fieldsIn(question)) {
    const name = nameOf(key, field)
    const found = line.get(`${section}.${name}`)
    if (found) cellIn({ table, from1904 }, found, { field, column, name }, into)
    else into.problems.push(lost(table, `the question “${field.label.split("\n")[0]}”`))
  }
  if (question.type === "count") orNotKnown(key, into)
  return into
}

export const lost = ({ sheet, row, column }: FoundTable, what: string) =>
  `${placeOf(sheet, row, column)}: ${what} has lost its hidden mark. Download the workbook again and copy your answers into it`

/** The columns of the fields; those that are gone, or there twice, are a problem each. */
const columnsOf = (table: FoundTable, fields: Field[], into: Gathered): [Field, number][] => {
  for (const place of table.twice)
    into.problems.push(`${place}: this column is there twice. Take one of them out`)
  return fields.flatMap((field): [Field, number][] => {
    const column = table.columns.get(field.part)
    if (column === undefined) into.problems.push(lost(table, `the column “${field.label}”`))
    return column === undefined ? [] : [[field, column]]
  })
}

const filled = ({ cells }: Line, column: number) => {
  const cell = cells.get(column)
  return cell !== undefined && (cell.formula === true || cell.text.trim() !== "")
}

const strayed = ({ sheet }: FoundTable, line: Line, fields: [Field, number][], into: Gathered) => {
  const [, column] = fields.find(([, at]) => filled(line, at)) ?? []
  if (column === undefined) return
  const place = placeOf(sheet, line.row, column)
  into.problems.push(`${place}: this row is none of the form. Take it out, or type it in a line of the table`)
}

/** Whether a line's mark was met before: a row that was copied has the mark of the first. */
const again = (table: FoundTable, { id, row }: Line, seen: Map<string, number>, into: Gathered): boolean => {
  const before = seen.get(id)
  if (before === undefined) {
    seen.set(id, row)
    return false
  }
  const place = placeOf(table.sheet, row, table.column)
  into.problems.push(
    `${place}: this row is a copy of row ${before + 1}. Take it out, and type it in an empty row`,
  )
  return true
}

const cellIn = (
  { table, from1904 }: From,
  line: Line,
  { field, column, name }: { field: Field; column: number; name: string },
  into: Gathered,
) => {
  const place = placeOf(table.sheet, line.row, column)
  into.places.set(name, place)
  if (mergedAt(table.sheet, line.row, column)) {
    into.problems.push(`${place} is merged with another cell: unmerge it`)
    return
  }
  const typed = typedIn(field, name, line.cells.get(column), from1904)
  if ("problem" in typed) into.problems.push(`${place} ${typed.problem}`)
  else Object.assign(into.entries, typed.entries)
}

/** A number, or why it is not known. */
const orNotKnown = (name: string, { entries, places, problems }: Gathered) => {
  if (!entries[`${name}.why`]) return
  if (entries[name])
    problems.push(`${places.get(`${name}.why`)}: give the number, or why it is not known, not both`)
  entries[`${name}.is`] = "not known"
}
