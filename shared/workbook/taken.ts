import type { Question } from "../form/question.ts"
import type { Row } from "../form/questions/repeated.ts"
import type { Section } from "../form/section.ts"
import type { Json } from "../values/canonical.ts"
import type { Expecting } from "./expecting.ts"
import { fieldsIn } from "./field.ts"
import type { Found } from "./found.ts"
import { answerIn, type Gathered, gridIn, lost, rowsIn } from "./gathered.ts"
import { isTable } from "./layout.ts"
import { markOf, singles, tableOf } from "./marker.ts"
import { answerOf } from "./read.ts"
import { type FoundTable, linesOf, placeOf } from "./table.ts"
import { missing, type Tables, tablesOf } from "./tables.ts"

/** What a file says: answers that it changes, `null` for one that it takes away; and what is wrong, where. */
export type Taken = {
  /** At which revision it was made; nothing where it does not say. */
  revision?: number
  answers: Record<string, Record<string, Json>>
  problems: string[]
  warnings: string[]
  /** Where each question stands in the file. */
  places: Record<string, string>
}

const mostProblems = 100

/** Everything in a file as answers of this return; whoever sends one of another return is told so. */
export const takenFrom = (found: Found, expecting: Expecting): Taken => {
  const { tables, marks, revision, problems, warnings } = tablesOf(found, expecting)
  const taken: Taken = { revision, answers: {}, problems, warnings, places: {} }
  const about = { found, expecting, tables, taken }
  const lines = singleLines(tables, taken)
  for (const section of expecting.sections)
    for (const [key, question] of Object.entries(section.asks)) {
      const gathered = gather(about, lines, section, key, question)
      if (!gathered) continue
      const [first] = gathered.places.values()
      if (first) taken.places[tableOf(section.id, key)] = first
      taken.problems.push(...gathered.problems)
      const { value, problems } = answerOf(key, question, gathered)
      taken.problems.push(...problems)
      if (gathered.problems.length + problems.length > 0) continue
      const name = tableOf(section.id, key)
      const was = marks?.get(name) ?? markOf(expecting.answers[section.id]?.[key])
      if (markOf(value) === was) continue
      taken.answers[section.id] = { ...taken.answers[section.id], [key]: value ?? null }
    }
  if (taken.problems.length > mostProblems)
    taken.problems = [
      ...taken.problems.slice(0, mostProblems),
      "There is more like this. Put these right first",
    ]
  return taken
}

type About = { found: Found; expecting: Expecting; tables: Tables; taken: Taken }

const gather = (
  { found: { format, from1904 }, expecting, tables, taken }: About,
  lines: Map<string, ReturnType<typeof linesOf>[number]>,
  section: Section,
  key: string,
  question: Question,
): Gathered | undefined => {
  const name = isTable(question) ? tableOf(section.id, key) : singles
  const table = tables.get(name)
  if (!table) {
    const said = isTable(question) ? question.label : "Answers"
    const says = missing(said)
    if (
      format !== "csv" &&
      !taken.problems.includes(says) &&
      (isTable(question) || fieldsIn(question).length > 0)
    )
      taken.problems.push(says)
    return undefined
  }
  if (question.type === "moneyGrid") return gridIn({ table, from1904 }, key, question)
  if (question.type === "repeated") {
    const rows = (expecting.answers[section.id]?.[key] ?? []) as Row[]
    return rowsIn(
      { table, from1904 },
      key,
      question,
      rows.map(({ id }) => id),
    )
  }
  return answerIn({ table, from1904 }, lines, section.id, key, question)
}

/** The lines of the sheet of answers by their marks, each once. */
const singleLines = (tables: Tables, taken: Taken) => {
  const lines = new Map<string, ReturnType<typeof linesOf>[number]>()
  const table = tables.get(singles)
  if (!table) return lines
  if (!table.columns.has("answer")) taken.problems.push(lost(table, "the column “Your answer”"))
  for (const line of linesOf(table)) {
    const before = lines.get(line.id)
    if (line.id === "") alone(table, line, taken)
    else if (before)
      taken.problems.push(
        `${placeOf(table.sheet, line.row, table.column)}: this row is a copy of row ${before.row + 1}. Take it out`,
      )
    else lines.set(line.id, line)
  }
  return lines
}

const alone = (table: FoundTable, { row, cells }: ReturnType<typeof linesOf>[number], taken: Taken) => {
  const column = table.columns.get("answer")
  if (column !== undefined && cells.get(column))
    taken.problems.push(`${placeOf(table.sheet, row, column)}: this row is none of the form. Take it out`)
}
