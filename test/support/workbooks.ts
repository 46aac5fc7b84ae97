import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import type { Answers } from "../../shared/form/question.ts"
import { type KindId, kindOf } from "../../shared/kinds/index.ts"
import { sampleReturn } from "../../shared/kinds/return-facts.ts"
import type { About } from "../../shared/workbook/about.ts"
import type { Expecting } from "../../shared/workbook/expecting.ts"
import { bookOf } from "../../shared/workbook/layout.ts"
import { odsOf } from "../../shared/workbook/ods.ts"
import { opened } from "../../shared/workbook/opened.ts"
import { takenFrom } from "../../shared/workbook/taken.ts"
import { Unreadable } from "../../shared/workbook/unreadable.ts"
import { xlsxOf } from "../../shared/workbook/xlsx.ts"

export const reference = "NSW2-HAL-F-7K3PQ4"

/** A return as a workbook is made of it, without anything around it. */
export const about = (
  id: KindId,
  answers: Record<string, Answers> = {},
  facts: unknown = sampleReturn,
): About => {
  const kind = kindOf(id)
  return {
    service: "The service",
    title: kind.title,
    site: "Halton Borough Council",
    covers: "1 January 2018 to 31 March 2018",
    due: "Due at 5pm on Monday 23 April 2018.",
    address: "https://example.test/workbook",
    organisation: "halton",
    kind: id,
    edition: kind.edition,
    reference,
    revision: 3,
    sections: kind.sections(facts),
    answers,
    begins: {},
  }
}

export const expecting = (one: About): Expecting => one

export type Format = "xlsx" | "ods"
export const formats: Format[] = ["xlsx", "ods"]
export const fileOf = (format: Format, one: About) =>
  format === "xlsx" ? xlsxOf(bookOf(one)) : odsOf(bookOf(one))

/** What a file comes to for a return: taken, or refused in words. */
export const givenBack = (one: About, bytes: Uint8Array, name = "workbook.xlsx") => {
  try {
    return { taken: takenFrom(opened(name, bytes), expecting(one)) }
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.says }
    throw error
  }
}

/** The parts of a file as text, changed by hand, and put together again. */
export const reworked = (bytes: Uint8Array, change: (parts: Record<string, string>) => void) => {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  )
  change(parts)
  const files: Zippable = {}
  for (const [name, text] of Object.entries(parts))
    files[name] = name === "mimetype" ? [strToU8(text), { level: 0 }] : strToU8(text)
  return zipSync(files, { level: 1 })
}

/** The part of the sheet that is called so, in an XLSX file. */
export const sheetPart = (parts: Record<string, string>, name: string) => {
  const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, one]) => one)
  return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`
}

/** Puts a cell in the place of another, whatever was there. */
export const withCell = (sheet: string, cell: string, xml: string) => {
  const at = new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`)
  if (!at.test(sheet)) throw new Error(`There is no cell ${cell}`)
  return sheet.replace(at, () => xml)
}

/** The number of the row that has this hidden mark. */
export const rowOf = (sheet: string, mark: string) => {
  const before = sheet.slice(0, sheet.indexOf(`>${mark}</t>`))
  return Number(before.slice(before.lastIndexOf('<row r="')).match(/<row r="(\d+)"/)?.[1])
}
