import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import { damaged } from "./unreadable.ts"
import { made } from "./xlsx.ts"
import { escaped } from "./xml.ts"
import { limits } from "./zip.ts"

/** Their own file with one sheet more, which says what is wrong. Of their parts only the list of sheets is another. */
export const withIssues = (
  format: "xlsx" | "ods",
  bytes: Uint8Array,
  issues: string[],
): Uint8Array<ArrayBuffer> => {
  const parts = unzipped(bytes)
  const lines = ["What is to be put right before this file can be taken in", ...issues]
  const name = freeName(parts, format)
  const changed = format === "xlsx" ? inXlsx(parts, name, lines) : inOds(parts, name, lines)
  const files: Zippable = {}
  for (const [part, content] of Object.entries({ ...parts, ...changed }))
    files[part] = part === "mimetype" ? [content, { level: 0 }] : content
  return zipSync(files, { mtime: made }) as Uint8Array<ArrayBuffer>
}

type Parts = Record<string, Uint8Array>

/** The list at the end of a file may say something else than its parts: it is held to the same limits. */
const unzipped = (bytes: Uint8Array): Parts => {
  let all = 0
  let count = 0
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      all += originalSize
      if (++count > limits.entries || all > limits.all) throw damaged()
      return true
    },
  })
}

const freeName = (parts: Parts, format: "xlsx" | "ods") => {
  const list = textOf(parts, format === "xlsx" ? "xl/workbook.xml" : "content.xml")
  for (let count = 1; ; count++) {
    const name = count === 1 ? "Issues" : `Issues ${count}`
    if (!list.includes(`name="${name}"`)) return name
  }
}

const textOf = (parts: Parts, name: string) => strFromU8(parts[name] ?? new Uint8Array())

/** Puts something before the end of an element, by whichever prefix its file knows it. */
const before = (parts: Parts, name: string, element: string, added: (prefix: string) => string) => {
  const text = textOf(parts, name)
  const [end, prefix = ""] = new RegExp(`</(\\w+:)?${element}\\s*>`).exec(text) ?? []
  if (end === undefined) throw new Error(`There is no end of ${element} in ${name}`)
  const at = text.lastIndexOf(end)
  return { [name]: strToU8(text.slice(0, at) + added(prefix) + text.slice(at)) }
}

const inXlsx = (parts: Parts, name: string, lines: string[]): Parts => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const ids = [...textOf(parts, "xl/workbook.xml").matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id))
  const part = ["", 2, 3, 4].map((one) => `issues${one}.xml`).find((one) => !parts[`xl/worksheets/${one}`])
  const rows = lines.map(
    (one, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(one)}</t></is></c></row>`,
  )
  return {
    [`xl/worksheets/${part}`]: strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}"><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ),
    ...before(
      parts,
      "[Content_Types].xml",
      "Types",
      (prefix) =>
        `<${prefix}Override PartName="/xl/worksheets/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    ),
    ...before(
      parts,
      "xl/_rels/workbook.xml.rels",
      "Relationships",
      (prefix) =>
        `<${prefix}Relationship Id="rIdIssues" Type="${office}/worksheet" Target="worksheets/${part}"/>`,
    ),
    ...before(
      parts,
      "xl/workbook.xml",
      "sheets",
      (prefix) =>
        `<${prefix}sheet xmlns:issues="${office}" name="${name}" sheetId="${Math.max(0, ...ids) + 1}" issues:id="rIdIssues"/>`,
    ),
  }
}

const inOds = (parts: Parts, name: string, lines: string[]): Parts => {
  const oasis = "urn:oasis:names:tc:opendocument:xmlns"
  const rows = lines.map(
    (one) =>
      `<t:table-row><t:table-cell o:value-type="string"><p:p>${escaped(one)}</p:p></t:table-cell></t:table-row>`,
  )
  return before(
    parts,
    "content.xml",
    "spreadsheet",
    () =>
      `<t:table xmlns:t="${oasis}:table:1.0" xmlns:o="${oasis}:office:1.0" xmlns:p="${oasis}:text:1.0" t:name="${name}"><t:table-column/>${rows.join("")}</t:table>`,
  )
}
