import type { Answers, Entries, Question } from "../form/question.ts"
import { type Grid, rowTotal } from "../form/questions/money-grid.ts"
import type { Row } from "../form/questions/repeated.ts"
import { derivedIn, type Section } from "../form/section.ts"
import type { About } from "./about.ts"
import { type Book, type Cell, plain, type Sheet } from "./book.ts"
import { type Field, fieldsIn, nameOf, typedCell } from "./field.ts"
import { cornerOf, head, markerName, marksOf, singles, tableOf, total } from "./marker.ts"
import { named } from "./sheet-name.ts"
import { notesOf, readMeOf } from "./words.ts"

export const isTable = ({ type }: Question) => type === "moneyGrid" || type === "repeated"

/** The whole workbook: what it is, its rules, what is asked, what is worked out, and its marker. */
export const bookOf = (about: About): Book => {
  const { sections, service, title, site } = about
  const tables = sections.flatMap((section) =>
    Object.entries(section.asks)
      .filter(([, question]) => isTable(question))
      .map(([key, question]) => tableSheet(about, section, key, question)),
  )
  const answers = answersSheet(about)
  const sheets = [
    readMeOf(about),
    notesOf(about),
    ...(answers.rows.length > 2 ? [answers] : []),
    ...tables,
    ...workedOut(about),
    markerSheet(about),
  ]
  return { service, title: `${title}, ${site}`, sheets: named(sheets) }
}

/** What a sheet holds for a section now: what was saved, or else what it begins with. */
const given = ({ answers, begins }: About, { id }: Section): Answers => answers[id] ?? begins[id] ?? {}

const heading = (text: string): Cell => ({ text, look: "heading" })
const id = (text: string): Cell => ({ text, look: "id" })

const answersSheet = (about: About): Sheet => {
  const rows = about.sections.flatMap((section) => {
    const all = given(about, section)
    return Object.entries(section.asks).flatMap(([key, question]) => {
      const answer = all[key]
      const entries = answer === undefined ? {} : question.write(answer, key)
      return fieldsIn(question).map((field) => [
        id(nameOf(tableOf(section.id, key), field)),
        plain(section.title),
        plain(`${field.label}${onlyIf(section, question)}`),
        typedCell(field, key, entries),
        plain(field.how),
      ])
    })
  })
  return {
    name: "Answers",
    widths: [4, 22, 50, 40, 40],
    hides: { rows: 1, columns: 1 },
    rows: [
      [id(cornerOf(about.reference, singles)), id("section"), id("question"), id("answer"), id("how")],
      [
        id(head),
        heading("Section"),
        heading("Question"),
        heading("Your answer"),
        heading("How to fill it in"),
      ],
      ...rows,
    ],
  }
}

const onlyIf = ({ asks }: Section, { when }: Question) => {
  if (!when) return ""
  const asked = asks[when.question]
  return ` (Only if “${asked?.label}” is “${asked?.words(when.is)}”)`
}

const tableSheet = (about: About, section: Section, key: string, question: Question): Sheet => {
  const corner = id(cornerOf(about.reference, tableOf(section.id, key)))
  const answer = given(about, section)[key]
  const only = Object.values(section.asks).filter(isTable).length === 1
  const name = only ? section.title : question.label
  const fields = question.type === "moneyGrid" ? gridFields(question) : rowFields(question)
  const entries = answer === undefined ? {} : question.write(answer, key)
  const top = [
    [corner, id("label"), ...fields.map(({ part }) => id(part))],
    [id(head), heading(question.label), ...fields.map(({ label }) => heading(label))],
  ]
  const shape = { name, hides: { rows: 1, columns: 1 } }
  if (question.type === "moneyGrid") {
    const rows = gridRows(question, key, (answer ?? {}) as Grid, entries)
    const first = top[0] as Cell[]
    const second = top[1] as Cell[]
    return {
      ...shape,
      widths: [4, 50, ...fields.map(() => 22), 22],
      rows: [[...first, id(total)], [...second, heading("Total")], ...rows],
    }
  }
  const saved = about.answers[section.id] !== undefined
  const rows = repeatedRows({ key, question, fields, rows: (answer ?? []) as Row[], entries, saved })
  return { ...shape, widths: [4, 22, ...fields.map(() => 26)], rows: [...top, ...rows] }
}

/** One field for each column of a table of amounts. */
export const gridFields = ({ shape }: Question): Field[] =>
  (shape.columns ?? []).map(({ id: part, label }) => ({ part, label, is: "money", how: "" }))

/** One field for each part of each question that a row is made of: its part begins with the question's key. */
export const rowFields = ({ shape }: Question): Field[] =>
  Object.entries(shape.of ?? {}).flatMap(([key, one]) =>
    fieldsIn(one).map((field) => ({ ...field, part: nameOf(key, field) })),
  )

const gridRows = (question: Question, key: string, grid: Grid, entries: Entries): Cell[][] => {
  const { rows = [], columns = [] } = question.shape
  const sum = (pence: number): Cell => ({ number: (pence / 100).toFixed(2), look: "worked out" })
  const typed = rows.map((row) => [
    id(row.id),
    plain(row.label),
    ...gridFields(question).map((field) => typedCell(field, `${key}.${row.id}`, entries)),
    sum(rowTotal(grid, row.id)),
  ])
  const sums = columns.map((column) => rows.reduce((all, row) => all + (grid[row.id]?.[column.id] ?? 0), 0))
  const whole = sums.reduce((all, one) => all + one, 0)
  return [...typed, [id(total), heading("Total as it was"), ...sums.map(sum), sum(whole)]]
}

type Repeated = {
  key: string
  question: Question
  fields: Field[]
  rows: Row[]
  entries: Entries
  saved: boolean
}

/** The rows there are, then empty ones up to the most there may be. What only begins has no id of ours yet. */
const repeatedRows = ({ key, question, fields, rows, entries, saved }: Repeated): Cell[][] => {
  const { upTo = 1, calledRow = "row" } = question.shape
  return Array.from({ length: Math.max(upTo, rows.length) }, (_, at) => {
    const row = rows[at]
    return [
      id(row && saved ? row.id : ""),
      plain(`${calledRow.charAt(0).toUpperCase()}${calledRow.slice(1)} ${at + 1}`),
      ...fields.map((field) => typedCell(field, row ? `${key}.${row.id}` : "", row ? entries : {})),
    ]
  })
}

const workedOut = (about: About): Sheet[] => {
  const rows = about.sections.flatMap((section) =>
    derivedIn(section, { ...about.begins, ...about.answers }).flatMap(
      ({ caption, columns, rows: lines, says = [] }) => [
        [heading(caption), ...columns.map(heading)],
        ...lines.map(({ label, cells }) => [plain(label), ...cells.map(plain)]),
        ...says.map((one) => [plain(one)]),
        [plain("")],
      ],
    ),
  )
  if (rows.length === 0) return []
  const most = Math.max(...rows.map(({ length }) => length))
  return [{ name: "Worked out", widths: [40, ...Array<number>(most - 1).fill(20)], rows }]
}

const markerSheet = (about: About): Sheet => {
  const { kind, edition, organisation, reference, revision, sections, answers } = about
  const lines = [
    ["format", "1"],
    ["kind", kind],
    ["edition", String(edition)],
    ["organisation", organisation],
    ["reference", reference],
    ["revision", String(revision)],
    ...sections.flatMap((one) => marksOf(one.id, Object.keys(one.asks), answers[one.id] ?? {})),
  ]
  return {
    name: markerName,
    hidden: true,
    widths: [30, 40],
    rows: [["marker", reference], ...lines].map(([name = "", value = ""]) => [id(name), id(value)]),
  }
}
