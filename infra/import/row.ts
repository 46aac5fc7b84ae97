import { answersOf } from "../../shared/domain/coaching/import/answers.ts"
import {
  beforeSharing,
  foundWords,
  personalDataIn,
} from "../../shared/domain/coaching/import/before-sharing.ts"
import { cellIn, type Row, textOf } from "../../shared/domain/coaching/import/cells.ts"
import { folded, type ImportMap } from "../../shared/domain/coaching/import/map.ts"
import { headOf, type RowHead } from "../../shared/domain/coaching/import/row.ts"
import type { Taken } from "../../shared/domain/coaching/import/taken.ts"
import type { WithSites } from "../../shared/store/calendar.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import type { Table } from "../../shared/store/table.ts"
import { londonDate } from "../../shared/values/london.ts"
import { changedSince, movedSince } from "./already-there.ts"
import type { coachesIn } from "./coaches.ts"
import { isTooLarge, type Report, sessionOf } from "./report.ts"
import type { Outcome } from "./said.ts"
import { type Became, fullWords, mostWaiting, takeOver } from "./take-over.ts"

/** All that the rows of one file have in common. */
export type Taking = {
  table: Table
  map: ImportMap
  programme: string
  phases: readonly WithSites[]
  coaches: ReturnType<typeof coachesIn>
  /** Whose drafts they become where a row names nobody. */
  by?: string
  phase?: string
  now: Date
  dry: boolean
  sessionAt: (organisation: string, phase: string, session: string) => string
}

export const idIn = (row: Row, map: ImportMap) => folded(textOf(cellIn(row, map.id)))

/** What becomes of a row that nobody has taken over yet. */
export const outcomeOf = async (taking: Taking, number: number, row: Row): Promise<Outcome> => {
  const { table, map, now, phase, dry } = taking
  const id = idIn(row, map)
  const refused = (because: string): Outcome => ({ number, id, became: "refused", because, notes: [] })
  const head = headOf(row, map, { today: londonDate(now), phase })
  if ("refused" in head) return refused(head.refused)
  const report = await reportOf(taking, row, head)
  if ("refused" in report) return refused(report.refused)
  const session = sessionOf(report)
  const became = dry ? await wouldBecome(table, report) : await takeOver(table, taking.programme, report)
  if ("refused" in became) return refused(became.refused)
  if (became.became === "already there") return outcomeOfTaken(taking, number, row, became.taken)
  return {
    number,
    id,
    became: "taken over",
    at: taking.sessionAt(session.organisation, session.phase, session.id),
    notes: notesOf(taking, row, report),
  }
}

/** The same of a row that was taken over before: it is there, whatever the row has become since. */
export const outcomeOfTaken = async (
  { table, map, now, phase, sessionAt }: Taking,
  number: number,
  row: Row,
  taken: Taken,
): Promise<Outcome> => {
  const head = headOf(row, map, { today: londonDate(now), phase })
  return {
    number,
    id: taken.row,
    became: "already there",
    at: sessionAt(taken.organisation, taken.phase, taken.session),
    notes: [
      ...("refused" in head ? [] : movedSince(taken, head)),
      ...(await changedSince(table, taken, row)),
    ],
  }
}

const siteOf = ({ phases }: Pick<Taking, "phases">, { organisation, phase }: RowHead) =>
  phases.find(({ id }) => id === phase)?.sites.find((one) => one.organisation === organisation)

const reportOf = async (taking: Taking, row: Row, head: RowHead): Promise<Report | { refused: string }> => {
  const site = siteOf(taking, head)
  if (!site) return { refused: `${head.organisation} is no site of ${head.phase}` }
  const email = head.coach ?? taking.by
  if (email === undefined) return { refused: "it does not say who coached, and no coach was named" }
  const by = await taking.coaches.at(email, head)
  if ("refused" in by) return by
  const answers = answersOf(row, taking.map, head)
  if ("refused" in answers) return answers
  const report = { source: taking.map.source, row, head, answers, by, at: taking.now, name: site.name }
  return isTooLarge(report) ? { refused: "it holds more text than one record can: divide it" } : report
}

/** Without writing: whether there would be room for it. */
const wouldBecome = async (table: Table, { head: { organisation, phase } }: Report): Promise<Became> => {
  const waits = (await coachingIn(table).head(organisation, phase))?.waits ?? []
  return waits.length >= mostWaiting ? { refused: fullWords } : { became: "taken over" }
}

const notesOf = (taking: Taking, row: Row, { head, answers }: Report): string[] => {
  const { map, now } = taking
  const { from = head.on, to = head.on } = siteOf(taking, head) ?? {}
  return [
    ...(head.on < from ? ["Its day is before the first day of the pilot at this site."] : []),
    ...(head.on > to ? ["Its day is after the last day of the pilot at this site."] : []),
    ...head.notes,
    ...answers.notes,
    ...beforeSharing(answers, { now, ends: to < londonDate(now) }),
    ...personalDataIn(row, map, now).texts.map(foundWords),
  ]
}
