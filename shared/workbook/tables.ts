import type { Expecting } from "./expecting.ts"
import type { Found, FoundSheet } from "./found.ts"
import { isTable } from "./layout.ts"
import { cornerOf, marker, markerName, singles, tableOf } from "./marker.ts"
import { sheetName } from "./sheet-name.ts"
import { cornersIn, type FoundTable, placeOf, tableAt, textAt } from "./table.ts"
import { Unreadable } from "./unreadable.ts"

export type Tables = Map<string, FoundTable>

const ofOurs = ["Read me", "Notes", "Worked out", "Issues", markerName]

/** The tables of ours in a file, and what it says of itself. What is of another return is refused. */
export const tablesOf = (found: Found, expecting: Expecting) => {
  const { sections, reference } = expecting
  const problems: string[] = []
  const warnings: string[] = []
  const says = markerIn(found, expecting)
  const names = [
    singles,
    ...sections.flatMap(({ id, asks }) =>
      Object.entries(asks).flatMap(([key, question]) => (isTable(question) ? [tableOf(id, key)] : [])),
    ),
  ]
  const tables: Tables = new Map()
  for (const sheet of found.sheets) {
    if (sheet.more)
      problems.push(`${sheet.name}: there are more rows than this return has. Take out what is not of it`)
    const corners = cornersIn(sheet, (text) => isCorner(text))
    for (const [row, column] of corners) {
      const [whose = "", name = ""] = textAt(sheet, row, column).split(" ")
      if (whose !== reference) throw another(whose, reference)
      if (!names.includes(name)) continue
      if (tables.has(name))
        problems.push(`${placeOf(sheet, row, column)}: this table is there twice. Take one of them out`)
      else tables.set(name, tableAt(sheet, row, column))
    }
    if (corners.length === 0 && !isOurs(sheet, expecting))
      warnings.push(`The sheet “${sheet.name}” is none of ours: it was not read`)
  }
  if (tables.size === 0 && !says) throw notOurs()
  if (!says && found.format !== "csv")
    throw new Unreadable(
      "The hidden sheet that says what this workbook is of is gone. Download it again and copy your answers into it",
    )
  return { tables, marks: says?.marks, revision: says?.revision, problems, warnings }
}

export const missing = (label: string) =>
  `${sheetName(label)}: the table is not there, or its hidden first row is gone. Download the workbook again and copy your answers into it`

const isCorner = (text: string) => /^[A-Z0-9]+(?:-[A-Z0-9]+){3} [a-z][\w.-]*$/i.test(text)

const isOurs = ({ name }: FoundSheet, { sections }: Expecting) =>
  ofOurs.some((one) => name === one || name.startsWith(`${one} `)) ||
  name === "Answers" ||
  sections.some(({ title, asks }) =>
    [title, ...Object.values(asks).map(({ label }) => label)].some((one) => name.startsWith(sheetName(one))),
  )

const notOurs = () =>
  new Unreadable("The file must be the workbook of this return. Download it, and fill that in")

const another = (whose: string, reference: string) =>
  new Unreadable(
    `This workbook is of another return, ${whose.slice(0, 40)}. Choose the workbook of ${cornerOf(reference, "").trim()}`,
  )

const markerIn = ({ sheets }: Found, { reference, kind, edition, organisation }: Expecting) => {
  const sheet = sheets.find((one) => textAt(one, 0, 0) === "marker")
  if (!sheet) return undefined
  const lines = new Map([...sheet.rows.keys()].map((row) => [textAt(sheet, row, 0), textAt(sheet, row, 1)]))
  const { success, data } = marker.safeParse(Object.fromEntries(lines))
  if (!success) throw notOurs()
  if (data.organisation !== organisation || data.reference !== reference)
    throw another(data.reference, reference)
  if (data.kind !== kind) throw notOurs()
  if (data.edition !== String(edition))
    throw new Unreadable(
      "The questions have changed since this workbook was made. Download it again and copy your answers into it",
    )
  const marks = new Map(
    [...lines].flatMap(([name, value]) => (name.startsWith("was.") ? [[name.slice(4), value] as const] : [])),
  )
  return { marks, revision: Number(data.revision) }
}
