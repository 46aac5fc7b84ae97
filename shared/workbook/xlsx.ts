import { strToU8, zipSync } from "fflate"
import { type Book, type Cell, columnName, isTyped, looks, type Sheet } from "./book.ts"
import { serialOf } from "./day.ts"
import { declaration, escaped } from "./xml.ts"

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006"
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** Of every file in it: nothing says when it was made, so that the same book has the same bytes. */
export const made = new Date("2000-01-01T12:00:00Z")

/** A book as XLSX: no formula, no macro, no name of a person; locked but where somebody types. */
export const xlsxOf = ({ title, service, sheets }: Book): Uint8Array<ArrayBuffer> => {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(service)}</dc:creator></cp:coreProperties>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((one, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(one)])),
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(declaration + text)] as const)
  return zipSync(Object.fromEntries(files), { mtime: made }) as Uint8Array<ArrayBuffer>
}

const sheetXml = ({ rows, widths, hides = { rows: 0, columns: 0 } }: Sheet) => {
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${at < hides.columns ? ' hidden="1"' : ""}/>`,
  )
  const lines = rows.map(
    (row, at) =>
      `<row r="${at + 1}"${at < hides.rows ? ' hidden="1"' : ""}>${row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join("")}</row>`,
  )
  return `<worksheet xmlns="${main}"><cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData><sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0"/>${validations(rows)}</worksheet>`
}

const cellXml = (cell: Cell, at: string) => {
  const start = `<c r="${at}" s="${looks.indexOf(cell.look)}"`
  if (cell.number !== undefined) return `${start}><v>${cell.number}</v></c>`
  if (cell.date !== undefined) return `${start}><v>${serialOf(cell.date)}</v></c>`
  if (cell.text) return `${start} t="inlineStr"><is><t xml:space="preserve">${spelt(cell.text)}</t></is></c>`
  return `${start}/>`
}

/** What looks like an escape of the format is escaped itself. */
const spelt = (text: string) => escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"))

/** A list to choose from, where one fits in a cell's rule. */
const validations = (rows: Cell[][]) => {
  const all = rows.flatMap((row, at) =>
    row.flatMap(({ options }, column) => {
      const list = options?.join(",") ?? ""
      if (!options || list.length > 250 || options.some((one) => /[,"]/.test(one))) return []
      return [
        `<dataValidation type="list" allowBlank="1" sqref="${columnName(column)}${at + 1}"><formula1>"${escaped(list)}"</formula1></dataValidation>`,
      ]
    }),
  )
  return all.length > 0 ? `<dataValidations count="${all.length}">${all.join("")}</dataValidations>` : ""
}

const formats: Partial<Record<(typeof looks)[number], number>> = {
  "types text": 49,
  "types money": 4,
  "types date": 15,
  "worked out": 4,
}

const styles = `<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font><font><b/><sz val="14"/><name val="Arial"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF7BF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F2F1"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks
  .map((look) => {
    const font = look === "title" ? 2 : look === "heading" || look === "worked out" ? 1 : 0
    const fill = isTyped(look) ? 2 : look === "worked out" ? 3 : 0
    return `<xf xfId="0" numFmtId="${formats[look] ?? 0}" fontId="${font}" fillId="${fill}" borderId="${isTyped(look) ? 1 : 0}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${isTyped(look) ? 0 : 1}"/></xf>`
  })
  .join("")}</cellXfs></styleSheet>`
