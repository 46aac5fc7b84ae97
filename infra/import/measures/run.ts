import {
  type MeasuresMap,
  measureColumnProblems,
  measuresMap,
  plainMap,
} from "../../../shared/domain/evaluation/import/map.ts"
import {
  type Entry,
  entriesOf,
  type Known,
  type SiteMeasures,
} from "../../../shared/domain/evaluation/import/rows.ts"
import { conflicts, setsOf } from "../../../shared/domain/evaluation/import/sets.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { coreMeasureList } from "../../../shared/kinds/measures/core.ts"
import { calendarIn, type WithSites } from "../../../shared/store/calendar.ts"
import { evaluationIn } from "../../../shared/store/evaluation.ts"
import type { Table } from "../../../shared/store/table.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { readMap } from "../read-map.ts"
import { type Reports, readReports } from "../reports.ts"
import { unusable } from "../unusable.ts"
import { evaluatorNamed } from "./evaluators.ts"
import { type Kept, keep } from "./keep.ts"

export type MeasuresAsked = {
  table: Table
  file: Uint8Array
  /** What the file is called, where no map says where it comes from. */
  fileName: string
  map?: string
  programme: string
  by?: string
  phase?: string
  now: Date
  dry: boolean
}

type Outcome = {
  number: number
  became: "taken over" | "already there" | "nothing in it" | "refused"
  says: string[]
}

/**
 * Takes values of measures kept elsewhere over, beside what returns say, or names each row that cannot be, with every
 * problem by its column. False where a row was refused; a file or a map that cannot be used is refused whole.
 */
export const importMeasures = async (asked: MeasuresAsked, say: (line: string) => void): Promise<boolean> => {
  const { table, now, dry, by: email } = asked
  if (email === undefined) throw unusable("Say who takes them over: --by EMAIL of an evaluator.")
  const given = asked.map === undefined ? undefined : readMap(asked.map, measuresMap)
  const reports = readReports(asked.file, given?.separator ?? ",")
  const map = given ?? plain(asked, reports)
  const problems = measureColumnProblems(map, reports.columns)
  if (problems.length > 0) throw unusable("Nothing was taken over.", ...problems)
  const by = await evaluatorNamed(table, email, now)
  const phases = await calendarIn(table, asked.programme).phases()
  const known = await knownOf(asked, map, phases)
  for (const line of reports.says) say(line)
  for (const { columns, because } of map.ignore) say(`Not taken over: ${columns.join(", ")} (${because})`)
  say("Rows are counted as a spreadsheet counts them: the headings are row 1.")
  const read = readAll(reports, map, known)
  const kept = await keepAll(read.whole, (organisation, phase) => ({
    table,
    source: map.source,
    by,
    at: now,
    dry,
    name: siteOf(phases, organisation, phase)?.name ?? organisation,
  }))
  const outcomes = reports.rows.map(({ number }) => outcomeOf(number, read, kept))
  for (const line of outcomes.flatMap((one) => linesOf(one, dry))) say(line)
  for (const line of totals(outcomes, reports, dry)) say(line)
  return outcomes.every(({ became }) => became !== "refused")
}

/** Without a map: the headings are the words that this asks for. */
const plain = ({ fileName }: MeasuresAsked, { columns }: Reports): MeasuresMap => {
  const missing = ["site", "measure"].filter((one) => !columns.includes(one))
  if (missing.length > 0 || !(columns.includes("point") || columns.includes("month")))
    throw unusable(
      "Without a map the headings are: site, point (or month), measure, value, numerator, denominator, n, date, method, complete, reason, known by, phase. Name them so, or write a map: --map MAP.",
    )
  return plainMap(fileName, columns)
}

const siteOf = (phases: readonly WithSites[], organisation: string, phase: string) =>
  phases.find(({ id }) => id === phase)?.sites.find((one) => one.organisation === organisation)

/** The measures of every site of the phases, as they are agreed: the core measures alone where none are. */
const knownOf = async (
  { table, phase, now }: MeasuresAsked,
  map: MeasuresMap,
  phases: readonly WithSites[],
): Promise<Known> => {
  const during = phase ?? (typeof map.phase === "string" ? map.phase : undefined)
  if (during === undefined && map.phase === undefined)
    throw unusable("Say which phase the values are of: --phase, or “phase” in the map or the file.")
  if (during !== undefined && !phases.some(({ id }) => id === during))
    throw unusable(
      `There is no phase ${during}. There are: ${phases.map(({ id }) => id).join(", ") || "none"}.`,
    )
  const found = new Map<string, SiteMeasures>()
  for (const one of phases.filter(({ id }) => during === undefined || id === during))
    for (const { organisation } of one.sites) {
      const agreed = await evaluationIn(table).agreed(organisation, one.id)
      found.set(`${organisation}#${one.id}`, agreed ?? { measures: coreMeasureList, notOurGroup: {} })
    }
  return {
    today: londonDate(now),
    ...(during !== undefined && { phase: during }),
    measuresOf: (organisation, id) => found.get(`${organisation}#${id}`),
  }
}

type Read = {
  refused: Map<number, string[]>
  whole: { number: number; entries: Entry[] }[]
}

const readAll = ({ rows }: Reports, map: MeasuresMap, known: Known): Read => {
  const refused = new Map<number, string[]>()
  const read: Read["whole"] = []
  for (const one of rows) {
    const made = "refused" in one ? { problems: [one.refused] } : entriesOf(one.row, map, known)
    if ("problems" in made) refused.set(one.number, made.problems)
    else read.push({ number: one.number, entries: made.entries })
  }
  const differ = conflicts(read)
  for (const [number, says] of differ) refused.set(number, [says])
  return { refused, whole: read.filter(({ number }) => !differ.has(number)) }
}

type KeptOf = { rows: number[]; kept: Kept }

const keepAll = async (
  whole: Read["whole"],
  keeping: (organisation: string, phase: string) => Parameters<typeof keep>[0],
): Promise<KeptOf[]> => {
  const all: KeptOf[] = []
  for (const set of setsOf(whole)) {
    const kept = await keep(keeping(set.organisation, set.phase), set).catch((error: unknown): Kept => {
      if (error instanceof Refused) return { refused: "others were writing about its site: run this again" }
      throw error
    })
    all.push({ rows: set.rows, kept })
  }
  return all
}

const outcomeOf = (number: number, { refused, whole }: Read, kept: KeptOf[]): Outcome => {
  const because = refused.get(number)
  if (because) return { number, became: "refused", says: because }
  if (whole.find((one) => one.number === number)?.entries.length === 0)
    return { number, became: "nothing in it", says: [] }
  const mine = kept.filter(({ rows }) => rows.includes(number)).map((one) => one.kept)
  const not = mine.flatMap((one) => (typeof one === "object" ? [one.refused] : []))
  if (not.length > 0) return { number, became: "refused", says: not }
  return {
    number,
    became: mine.every((one) => one === "already there") ? "already there" : "taken over",
    says: [],
  }
}

const wordsOf = (became: Outcome["became"], dry: boolean) =>
  dry && became === "taken over" ? "would be taken over" : became

const linesOf = ({ number, became, says }: Outcome, dry: boolean): string[] => {
  const [first = "", ...more] = says
  return [
    `${`row ${number}`.padEnd(9)} ${wordsOf(became, dry).padEnd(dry ? 21 : 14)} ${first}`.trimEnd(),
    ...more.map((one) => `            ${one}`),
  ]
}

const totals = (outcomes: Outcome[], { empty }: Reports, dry: boolean): string[] => {
  const counted = (became: Outcome["became"]) => outcomes.filter((one) => one.became === became).length
  return [
    `${outcomes.length === 1 ? "1 row" : `${outcomes.length} rows`}: ${counted("taken over")} ${wordsOf("taken over", dry)}, ${counted("already there")} already there, ${counted("nothing in it")} with nothing in it, ${counted("refused")} refused.`,
    ...(empty.length > 0 ? [`Besides, ${empty.length} empty.`] : []),
    ...(dry ? ["Nothing was written: this was a dry run."] : []),
  ]
}
