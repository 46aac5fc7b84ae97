import { personalDataIn } from "../../shared/domain/coaching/import/before-sharing.ts"
import { columnProblems } from "../../shared/domain/coaching/import/columns.ts"
import { type ImportMap, importMap } from "../../shared/domain/coaching/import/map.ts"
import { hashOfRow } from "../../shared/domain/coaching/import/taken.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { takenOverFrom } from "../../shared/store/taken-over.ts"
import { coachesIn } from "./coaches.ts"
import { readMap } from "./read-map.ts"
import { type Numbered, type Reports, readReports } from "./reports.ts"
import { idIn, outcomeOf, outcomeOfTaken, type Taking } from "./row.ts"
import { type Outcome, outcomeLines, totalLines } from "./said.ts"
import { unusable } from "./unusable.ts"

export type Asked = Pick<Taking, "table" | "programme" | "by" | "phase" | "now" | "dry" | "sessionAt"> & {
  file: Uint8Array
  map: string
}

/**
 * Takes visit reports kept elsewhere over as drafts of their coach, one a row, or says of each row why not. What was taken
 * over before stays as it is: the same file again doubles nothing. False where a row was refused; a file or a map that
 * cannot be used is refused whole, and nothing is written.
 */
export const importReports = async (asked: Asked, say: (line: string) => void): Promise<boolean> => {
  const map = readMap(asked.map, importMap)
  const reports = readReports(asked.file, map.separator)
  const problems = columnProblems(map, reports.columns)
  if (problems.length > 0) throw unusable("Nothing was taken over.", ...problems)
  const taking = await takingOf(asked, map)
  for (const line of [...reports.says, ...ignoredLines(map)]) say(line)
  say("Rows are counted as a spreadsheet counts them: the headings are row 1.")
  const outcomes = await taken(taking, reports, say)
  for (const line of besideLines(reports, map, asked.now)) say(line)
  for (const line of totalLines(outcomes, reports.empty, asked.dry)) say(line)
  return outcomes.every(({ became }) => became !== "refused")
}

const takingOf = async ({ file: _, map: __, ...asked }: Asked, map: ImportMap): Promise<Taking> => {
  const { table, programme, by, phase, now } = asked
  const phases = await calendarIn(table, programme).phases()
  const coaches = coachesIn(table, phases, now)
  const during = phase ?? (typeof map.phase === "string" ? map.phase : undefined)
  if (phase !== undefined && map.phase !== undefined && map.phase !== phase)
    throw unusable("The map says which phase it is: leave --phase out, or say the same.")
  if (during === undefined && map.phase === undefined)
    throw unusable("Say which phase the reports are about: --phase, or “phase” in the map.")
  if (during !== undefined && !phases.some(({ id }) => id === during))
    throw unusable(
      `There is no phase ${during}. There are: ${phases.map(({ id }) => id).join(", ") || "none"}.`,
    )
  if (by === undefined && !map.coach)
    throw unusable("Say whose drafts they become: --by EMAIL of the coach, or “coach” in the map.")
  if (by !== undefined && !(await coaches.named(by))) throw unusable(`Nobody here has the address ${by}.`)
  return { ...asked, map, phases, coaches, ...(during !== undefined && { phase: during }) }
}

const ignoredLines = ({ ignore }: ImportMap) =>
  ignore.map(({ columns, because }) => `Kept in no answer: ${columns.join(", ")} (${because})`)

/** Row by row, so that whatever ends it in the middle leaves only whole drafts; the rest is taken the next time. */
const taken = async (taking: Taking, { rows }: Reports, say: (line: string) => void): Promise<Outcome[]> => {
  const before = await takenOverFrom(taking.table, taking.programme, taking.map.source).all()
  const same = sameIds(rows, taking.map)
  const outcomes: Outcome[] = []
  const at = new Map<number, Outcome>()
  for (const one of rows) {
    const outcome = await outcomeOfRow(one)
    at.set(one.number, outcome)
    outcomes.push(outcome)
    for (const line of outcomeLines(outcome, taking.dry)) say(line)
  }
  return outcomes

  async function outcomeOfRow(one: Numbered): Promise<Outcome> {
    const { number } = one
    if ("refused" in one) return { number, became: "refused", because: one.refused, notes: [] }
    const id = idIn(one.row, taking.map)
    const { first, differ } = same.get(id) ?? { first: number, differ: [] }
    if (differ.length > 0)
      return {
        number,
        id,
        became: "refused",
        because: `its id is that of rows ${differ.join(" and ")}, which differ`,
        notes: [],
      }
    const earlier = at.get(first)
    if (earlier) return repeated(earlier, number)
    const there = before.get(id)
    return there ? outcomeOfTaken(taking, number, one.row, there) : outcomeOf(taking, number, one.row)
  }
}

/** A row that stands in the file twice, cell for cell, is one report. */
const repeated = (earlier: Outcome, number: number): Outcome => ({
  ...earlier,
  number,
  ...(earlier.became === "taken over" && { became: "already there" }),
  notes: [`It is the same as row ${earlier.number}.`],
})

/** The rows that share an id: the first of them, and all of them where they are not the same. */
const sameIds = (rows: Numbered[], map: ImportMap) => {
  const found = new Map<string, { first: number; hash: string; all: number[]; differ: number[] }>()
  for (const one of rows) {
    if ("refused" in one) continue
    const id = idIn(one.row, map)
    if (id === "") continue
    const hash = hashOfRow(one.row)
    const before = found.get(id) ?? { first: one.number, hash, all: [], differ: [] }
    const all = [...before.all, one.number]
    const differs = before.differ.length > 0 || before.hash !== hash
    found.set(id, { ...before, all, differ: differs ? all : [] })
  }
  return found
}

/** What looks like personal data in columns that go into no answer: once a column, since it is never shared. */
const besideLines = ({ rows }: Reports, map: ImportMap, now: Date): string[] => {
  const counted = new Map<string, Set<number>>()
  for (const one of rows)
    if ("row" in one)
      for (const { column } of personalDataIn(one.row, map, now).beside)
        counted.set(column, (counted.get(column) ?? new Set()).add(one.number))
  return [...counted].map(
    ([column, { size }]) =>
      `${column}: looks like personal data in ${size === 1 ? "1 row" : `${size} rows`}. It is kept for the coach and the coordinators, and never shared.`,
  )
}
