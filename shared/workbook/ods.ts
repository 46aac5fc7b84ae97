import { strToU8, zipSync } from "fflate"
import { type Book, type Cell, isTyped, looks, type Sheet } from "./book.ts"
import { made } from "./xlsx.ts"
import { declaration, escaped } from "./xml.ts"

const oasis = "urn:oasis:names:tc:opendocument:xmlns"
const names = ["office", "table", "text", "style", "meta"]
  .map((one) => `xmlns:${one}="${oasis}:${one}:1.0"`)
  .join(" ")
const more = `${names} xmlns:fo="${oasis}:xsl-fo-compatible:1.0" xmlns:number="${oasis}:datastyle:1.0" xmlns:of="${oasis}:of:1.2" xmlns:dc="http://purl.org/dc/elements/1.1/"`
const mimetype = "application/vnd.oasis.opendocument.spreadsheet"

/** The same book as ODS. Its type stands first in it and is not packed, as the format asks. */
export const odsOf = (book: Book): Uint8Array<ArrayBuffer> => {
  const part = (text: string) => strToU8(declaration + text)
  return zipSync(
    {
      mimetype: [strToU8(mimetype), { level: 0 }],
      "META-INF/manifest.xml": part(
        `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
      ),
      "meta.xml": part(
        `<office:document-meta ${more} office:version="1.2"><office:meta><dc:title>${escaped(book.title)}</dc:title><meta:initial-creator>${escaped(book.service)}</meta:initial-creator><dc:creator>${escaped(book.service)}</dc:creator></office:meta></office:document-meta>`,
      ),
      "content.xml": part(contentXml(book.sheets)),
    },
    { mtime: made },
  ) as Uint8Array<ArrayBuffer>
}

const contentXml = (sheets: Sheet[]) => {
  const lists = [...new Set(sheets.flatMap(({ rows }) => rows.flat().map(listOf)))].filter(Boolean)
  const rules = lists.map(
    (list, at) =>
      `<table:content-validation table:name="list${at}" table:condition="of:cell-content-is-in-list(${escaped(list)})" table:allow-empty-cell="true"/>`,
  )
  const tables = sheets.map((sheet) => tableXml(sheet, lists))
  return `<office:document-content ${more} office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${rules.length > 0 ? `<table:content-validations>${rules.join("")}</table:content-validations>` : ""}${tables.join("")}</office:spreadsheet></office:body></office:document-content>`
}

const listOf = ({ options }: Cell) =>
  options && !options.some((one) => one.includes('"')) ? options.map((one) => `"${one}"`).join(";") : ""

const tableXml = (
  { name, rows, widths, hides = { rows: 0, columns: 0 }, hidden }: Sheet,
  lists: string[],
) => {
  const columns = widths.map((width, at) => {
    const style = width > 45 ? "wide" : width > 20 ? "middle" : "narrow"
    return `<table:table-column table:style-name="${style}"${at < hides.columns ? ' table:visibility="collapse"' : ""}/>`
  })
  const lines = rows.map(
    (row, at) =>
      `<table:table-row${at < hides.rows ? ' table:visibility="collapse"' : ""}>${row.map((cell) => cellXml(cell, lists)).join("")}</table:table-row>`,
  )
  return `<table:table table:name="${escaped(name)}" table:style-name="${hidden ? "hidden" : "shown"}" table:protected="true">${columns.join("")}${lines.join("")}</table:table>`
}

const cellXml = (cell: Cell, lists: string[]) => {
  const list = lists.indexOf(listOf(cell))
  const start = `<table:table-cell table:style-name="c${looks.indexOf(cell.look)}"${list >= 0 ? ` table:content-validation-name="list${list}"` : ""}`
  if (cell.number !== undefined)
    return `${start} office:value-type="float" office:value="${cell.number}"><text:p>${cell.number}</text:p></table:table-cell>`
  if (cell.date !== undefined)
    return `${start} office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p></table:table-cell>`
  if (cell.text) return `${start} office:value-type="string">${paragraphs(cell.text)}</table:table-cell>`
  return `${start}/>`
}

const paragraphs = (text: string) =>
  text
    .split("\n")
    .map((line) => `<text:p>${spaced(escaped(line))}</text:p>`)
    .join("")

/** White space that would be lost: at either end, or more than one in a row. */
const spaced = (line: string) =>
  line.replace(/\t/g, "<text:tab/>").replace(/^ +| +$| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)

const widthOf = { narrow: 4, middle: 7, wide: 12 }

const styles = `<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>${Object.entries(
  widthOf,
)
  .map(
    ([name, width]) =>
      `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  )
  .join(
    "",
  )}<number:number-style style:name="money"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style><number:date-style style:name="day"><number:day/><number:text> </number:text><number:month number:textual="true" number:style="long"/><number:text> </number:text><number:year number:style="long"/></number:date-style>${looks
  .map((look, at) => {
    const format = /money|worked/.test(look) ? "money" : look === "types date" ? "day" : ""
    const bold = ["title", "heading", "worked out"].includes(look)
    return `<style:style style:name="c${at}" style:family="table-cell"${format && ` style:data-style-name="${format}"`}><style:table-cell-properties style:cell-protect="${isTyped(look) ? "none" : "protected"}" fo:wrap-option="wrap"${isTyped(look) ? ' fo:background-color="#fff7bf" fo:border="0.5pt solid #0b0c0c"' : ""}/>${bold ? '<style:text-properties fo:font-weight="bold"/>' : ""}</style:style>`
  })
  .join("")}`
