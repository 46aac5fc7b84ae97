import type { Answers } from "../../../form/question.ts"
import { addDays, type PlainDate } from "../../../values/london.ts"
import type { Topic } from "../session-kinds.ts"
import { actionsIn } from "./actions.ts"
import { beside, cellIn, type Row, textOf, under, valuesIn } from "./cells.ts"
import { readDay } from "./dates.ts"
import { type ActionsColumn, type ImportMap, said } from "./map.ts"
import { dayIn, type RowHead } from "./row.ts"

/** The answers of a draft, whole whatever their length, and what could not be made an answer of, in words. */
export type RowAnswers = { core: Answers; more: Answers; topics: Topic[]; notes: string[] }

/** As many rows as a page of a form takes in. */
const mostRows = 100

export const answersOf = (
  row: Row,
  map: ImportMap,
  { on, kind, time }: Pick<RowHead, "on" | "kind" | "time">,
): RowAnswers | { refused: string } => {
  const actions = map.actions.map((one) => actionsOf(row, one, on))
  const rows = actions.flatMap((one) => one.rows)
  if (rows.length > mostRows)
    return { refused: `it has ${rows.length} actions, and a page takes in ${mostRows}: divide it` }
  const next = map.next && dayIn(row, map.next)
  const topics = topicsOf(row, map)
  const minutes = minutesOf(row, map)
  const stage = stageOf(row, map)
  const { aim, heard, tested, measures, secondCoach } = map.more
  return {
    core: {
      on,
      kind,
      ...filled("who", beside(row, map.who)),
      ...filled("talked", under(row, map.talked)),
      ...(rows.length > 0 && { actions: rows.map((one, at) => ({ id: `r-${at + 1}`, ...one })) }),
      ...(next && "date" in next && { next: next.date }),
    },
    more: {
      ...filled("time", time ?? ""),
      ...minutes.answer,
      ...filled("secondCoach", beside(row, secondCoach ?? [])),
      ...stage.answer,
      ...(topics.found.length > 0 && { topics: topics.found }),
      ...filled("aim", under(row, aim ?? [])),
      ...filled("heard", under(row, heard ?? [])),
      ...filled("tested", under(row, tested ?? [])),
      ...filled("measures", under(row, measures ?? [])),
    },
    topics: topics.found,
    notes: [
      ...(next && "problem" in next ? [`${next.problem}; left empty`] : []),
      ...actions.flatMap((one) => one.notes),
      ...topics.notes,
      ...minutes.notes,
      ...stage.notes,
    ],
  }
}

const filled = (key: string, text: string) => (text === "" ? {} : { [key]: text })

type ActionRow = { text: string; owner: string; due?: PlainDate }

const actionsOf = (row: Row, { column, owner, due, split, without }: ActionsColumn, on: PlainDate) => {
  const texts = actionsIn(textOf(cellIn(row, column)), split, without)
  const { day, notes } = texts.length === 0 ? { notes: [] } : dueOf(row, due, on)
  const rows = texts.map((text): ActionRow => ({ text, owner, ...(day !== undefined && { due: day }) }))
  return { rows, notes }
}

const dueOf = (row: Row, due: ActionsColumn["due"], on: PlainDate): { day?: PlainDate; notes: string[] } => {
  const after = (days: number | undefined) => (days === undefined ? {} : { day: addDays(on, days) })
  if (!("column" in due)) return { ...after(due.days), notes: [] }
  const cell = cellIn(row, due.column)
  if (cell.trim() === "") return { ...after(due.days), notes: [] }
  const read = readDay(cell, due.formats)
  if ("date" in read) return { day: read.date, notes: [] }
  return {
    notes: [`what stands in “${due.column}” ${read.problem}; the day that actions are due is left empty`],
  }
}

const topicsOf = (row: Row, map: ImportMap): { found: Topic[]; notes: string[] } => {
  const all = map.topics.flatMap(({ column, split, topics }) =>
    valuesIn(cellIn(row, column), split).map((value) => ({ column, topic: said(topics, value) })),
  )
  const unknown = new Set(all.filter(({ topic }) => topic === undefined).map(({ column }) => column))
  return {
    found: [...new Set(all.flatMap(({ topic }) => topic ?? []))],
    notes: [...unknown].map((column) => `${column}: has a topic that the map does not know; left out`),
  }
}

const minutesOf = (row: Row, { minutes }: ImportMap): { answer: Answers; notes: string[] } => {
  const cell = minutes ? cellIn(row, minutes.column).trim() : ""
  if (!minutes || cell === "") return { answer: {}, notes: [] }
  if (!/^\d{1,5}(?:\.\d{1,4})?$/.test(cell))
    return { answer: {}, notes: [`${minutes.column}: is no number of ${minutes.unit}; left out`] }
  return { answer: { minutes: Math.round(Number(cell) * (minutes.unit === "hours" ? 60 : 1)) }, notes: [] }
}

const stageOf = (row: Row, { more: { stage } }: ImportMap): { answer: Answers; notes: string[] } => {
  const cell = stage ? textOf(cellIn(row, stage.column)) : ""
  if (!stage || cell === "") return { answer: {}, notes: [] }
  const known = said(stage.stages, cell)
  return known === undefined
    ? { answer: {}, notes: [`${stage.column}: has a stage that the map does not know; left out`] }
    : { answer: { stage: known }, notes: [] }
}
