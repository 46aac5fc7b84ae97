import { strToU8, zipSync } from "fflate"
import { about, fileOf, reference, reworked, sheetPart, withCell } from "./workbooks.ts"

const base = about("spending-update")
const xlsx = fileOf("xlsx", base)
const ods = fileOf("ods", base)

/** One broken or odd workbook, and what is to be said of it: a refusal, a located problem, a warning, or an answer. */
export type Broken = {
  name: string
  file?: string
  bytes: Uint8Array
  refused?: RegExp
  problem?: RegExp
  warning?: RegExp
  spent?: number
  says?: Record<string, unknown>
}

const table = "What you spent"

/** A spending update with something in the cell of what was spent on workers. */
const cell = (name: string, xml: string, rest: Partial<Broken>): Broken => ({
  name,
  bytes: reworked(xlsx, (parts) => {
    const part = sheetPart(parts, table)
    parts[part] = withCell(parts[part] ?? "", "C3", `<c r="C3"${xml}</c>`)
  }),
  ...rest,
})

const typed = (text: string, rest: Partial<Broken>) =>
  cell(`typed ${JSON.stringify(text)}`, ` t="inlineStr"><is><t xml:space="preserve">${text}</t></is>`, rest)

const sheet = (name: string, change: (xml: string) => string, rest: Partial<Broken>): Broken => ({
  name,
  bytes: reworked(xlsx, (parts) => {
    const part = sheetPart(parts, table)
    parts[part] = change(parts[part] ?? "")
  }),
  ...rest,
})

const parts = (
  name: string,
  change: (all: Record<string, string>) => void,
  rest: Partial<Broken>,
): Broken => ({
  name,
  bytes: reworked(xlsx, change),
  ...rest,
})

const inOds = (name: string, change: (xml: string) => string, rest: Partial<Broken>): Broken => ({
  name,
  bytes: reworked(ods, (all) => {
    const before = all["content.xml"] ?? ""
    const after = change(before)
    if (before === after) throw new Error(`Nothing changed: ${name}`)
    all["content.xml"] = after
  }),
  ...rest,
})

const csv = (name: string, text: string | Uint8Array, rest: Partial<Broken>): Broken => ({
  name,
  file: "table.csv",
  bytes: typeof text === "string" ? strToU8(text) : text,
  ...rest,
})

/** The rows of the table in XLSX moved down from this one on. */
const shifted = (xml: string, from: number, by: number) =>
  xml
    .replace(
      /<row r="(\d+)"/g,
      (_, row: string) => `<row r="${Number(row) >= from ? Number(row) + by : row}"`,
    )
    .replace(
      /<c r="([A-Z]+)(\d+)"/g,
      (_, column: string, row: string) => `<c r="${column}${Number(row) >= from ? Number(row) + by : row}"`,
    )

const columnsSwapped = (xml: string) =>
  xml.replace(
    /<c r="([CD])(\d+)"/g,
    (_, column: string, row: string) => `<c r="${column === "C" ? "D" : "C"}${row}"`,
  )

const corner = `${reference} spending.spending`
const lines = ["workers", "experience", "training", "evaluation", "rest"]
const csvOf = (spent: string, corners = corner) =>
  [
    `${corners},label,spent,expected,~total`,
    "~head,What did you spend?,Spent,Expected,Total",
    ...lines.map((id, at) => `${id},${id},${at === 0 ? spent : ""},,`),
  ].join("\r\n")

const at = (xml: string, mark: string, other: string) => xml.replace(`>${mark}</t>`, `>${other}</t>`)
const relation =
  '<Relationship Id="rId99" Type="http://x/oleObject" Target="file:///c:/x" TargetMode="External"/></Relationships>'
const opening = /<office:spreadsheet>/
const firstInput =
  /(?<=>workers<\/text:p><\/table:table-cell><table:table-cell[^>]*><text:p>[^<]*<\/text:p><\/table:table-cell>)<table:table-cell table:style-name="c5"\/>/

export const corpus: Broken[] = [
  parts(
    "what a printer was told",
    (all) => {
      all["xl/printerSettings/printerSettings1.bin"] = "x"
    },
    { says: {} },
  ),
  parts(
    "a drawing that is no XML",
    (all) => {
      all["xl/drawings/vmlDrawing1.vml"] = "<xml><br></xml>"
    },
    { says: {} },
  ),
  {
    name: "an empty part in ODS",
    bytes: reworked(ods, (all) => {
      all["Configurations2/accelerator/current.xml"] = ""
    }),
    says: {},
  },
  inOds(
    "an error in ODS",
    (xml) =>
      xml.replace(
        firstInput,
        '<table:table-cell table:formula="of:=#REF!.A1" office:value-type="string" office:string-value="" calcext:value-type="error" xmlns:calcext="urn:x"><text:p>#REF!</text:p></table:table-cell>',
      ),
    { problem: /^What you spent, C3 shows #REF!/ },
  ),

  typed("£1,200.50 ", { spent: 120_050 }),
  typed(" 1 200.50", { spent: 120_050 }),
  typed("\u00a01\u00a0200", { spent: 120_000 }),
  typed("1200", { spent: 120_000 }),
  typed("1.2E+03", { spent: 120_000 }),
  typed("0", { spent: 0 }),
  typed("(1,200)", { problem: /^What you spent, C3: .*£0 or more/ }),
  typed("-5", { problem: /^What you spent, C3: .*£0 or more/ }),
  typed("1.234", { problem: /^What you spent, C3: .*pence of two figures/ }),
  typed("about 500", { problem: /^What you spent, C3: .*an amount in pounds/ }),
  typed("n/a", { problem: /^What you spent, C3: .*an amount in pounds/ }),
  typed("1,20", { problem: /^What you spent, C3: .*an amount in pounds/ }),
  typed("1.200,50", { problem: /^What you spent, C3: / }),
  typed("99999999999", { problem: /^What you spent, C3: .*or less/ }),
  typed("9".repeat(40), { problem: /^What you spent, C3: .*or less/ }),
  typed("   ", { says: {} }),
  typed("£", { says: {} }),
  typed("1e400", { problem: /^What you spent, C3: / }),
  typed("=1+1", { problem: /^What you spent, C3: / }),
  typed("12_x0030_", { spent: 12_000 }),
  cell("a number", "><v>1200.5</v>", { spent: 120_050 }),
  cell("a number with an exponent", "><v>1.2E3</v>", { spent: 120_000 }),
  cell("what arithmetic adds to a number", "><v>0.30000000000000004</v>", { spent: 30 }),
  cell("three decimals", "><v>1.005</v>", { problem: /^What you spent, C3: .*pence/ }),
  cell("no number", "><v>NaN</v>", { problem: /^What you spent, C3: / }),
  cell("a formula", "><f>SUM(D3:D9)</f><v>12</v>", {
    problem: /^What you spent, C3 holds a formula: type the figure in its place$/,
  }),
  cell("a formula that calls a program", "><f>cmd|' /C calc'!A0</f><v>1</v>", {
    problem: /^What you spent, C3 holds a formula/,
  }),
  cell("a formula that gives text", ' t="str"><f>"1"</f><v>1</v>', {
    problem: /^What you spent, C3 holds a formula/,
  }),
  cell("a formula without a value", "><f>1+1</f>", { problem: /^What you spent, C3 holds a formula/ }),
  cell("#REF!", ' t="e"><v>#REF!</v>', { problem: /^What you spent, C3 shows #REF!: type/ }),
  cell("#DIV/0!", ' t="e"><v>#DIV/0!</v>', { problem: /^What you spent, C3 shows #DIV\/0!/ }),
  cell("true", ' t="b"><v>1</v>', { spent: 100 }),
  cell("a shared text that is not there", ' t="s"><v>99</v>', { says: {} }),
  cell("text of several runs", ' t="inlineStr"><is><r><t>12</t></r><r><t>00</t></r></is>', {
    spent: 120_000,
  }),
  cell("how it is read aloud", ' t="inlineStr"><is><t>1200</t><rPh sb="0" eb="1"><t>9</t></rPh></is>', {
    spent: 120_000,
  }),
  cell("a cell of an unknown kind", ' t="zz"><v>1200</v>', { spent: 120_000 }),
  parts(
    "a shared text of several runs",
    (all) => {
      const part = sheetPart(all, table)
      all[part] = withCell(all[part] ?? "", "C3", '<c r="C3" t="s"><v>0</v></c>')
      all["xl/sharedStrings.xml"] = "<sst><si><r><t>£1,</t></r><r><t>200</t></r></si></sst>"
    },
    { spent: 120_000 },
  ),
  sheet("rows put in before", (xml) => shifted(withCell(xml, "C3", '<c r="C3"><v>12</v></c>'), 1, 3), {
    spent: 1_200,
  }),
  sheet("rows put in between", (xml) => shifted(withCell(xml, "C3", '<c r="C3"><v>12</v></c>'), 3, 4), {
    spent: 1_200,
  }),
  sheet(
    "columns that changed places",
    (xml) => columnsSwapped(withCell(xml, "C3", '<c r="C3"><v>12</v></c>')),
    { spent: 1_200 },
  ),
  sheet(
    "a hidden row",
    (xml) => withCell(xml, "C3", '<c r="C3"><v>12</v></c>').replace('<row r="3"', '<row hidden="1" r="3"'),
    { spent: 1_200 },
  ),
  sheet(
    "a row without its mark",
    (xml) => at(withCell(xml, "C3", '<c r="C3"><v>12</v></c>'), "workers", ""),
    { problem: /^What you spent, C3: this row is none of the form/ },
  ),
  sheet(
    "a row with another mark",
    (xml) => at(withCell(xml, "C3", '<c r="C3"><v>12</v></c>'), "workers", "nobody"),
    { problem: /^What you spent, C3: this row is none of the form/ },
  ),
  sheet("a row whose mark is gone, with nothing in it", (xml) => at(xml, "workers", ""), {
    problem: /^What you spent, A1: the line “Named social workers.* has lost its hidden mark/,
  }),
  sheet("a row twice", (xml) => at(xml, "experience", "workers"), {
    problem: /^What you spent, A4: this row is a copy of row 3/,
  }),
  sheet("a column without its mark", (xml) => at(xml, "spent", ""), {
    problem: /^What you spent, A1: the column “Spent in this period” has lost its hidden mark/,
  }),
  sheet("a column twice", (xml) => at(xml, "expected", "spent"), {
    problem: /^What you spent, D1: this column is there twice/,
  }),
  sheet("the first row gone", (xml) => at(xml, corner, ""), {
    problem: /^What did you spend: the table is not there/,
  }),
  sheet("the table of another return", (xml) => at(xml, corner, "NSW2-BRD-F-222222 spending.spending"), {
    refused: /another return, NSW2-BRD-F-222222/,
  }),
  sheet(
    "merged cells",
    (xml) =>
      xml.replace("<sheetProtection", '<mergeCells><mergeCell ref="C3:D4"/></mergeCells><sheetProtection'),
    { problem: /^What you spent, D3 is merged/ },
  ),
  sheet(
    "a merged heading",
    (xml) =>
      withCell(xml, "C3", '<c r="C3"><v>12</v></c>').replace(
        "<sheetProtection",
        '<mergeCells><mergeCell ref="B2:D2"/></mergeCells><sheetProtection',
      ),
    { spent: 1_200 },
  ),
  sheet("a total typed over", (xml) => withCell(xml, "E3", '<c r="E3"><v>1</v></c>'), { says: {} }),
  sheet(
    "a note beside the table",
    (xml) =>
      xml.replace(
        "</row></sheetData>",
        '<c r="Z8" t="inlineStr"><is><t>hello</t></is></c></row></sheetData>',
      ),
    { says: {} },
  ),
  sheet(
    "three thousand rows",
    (xml) =>
      xml.replace(
        "</sheetData>",
        `${Array.from({ length: 3_000 }, (_, row) => `<row r="${row + 100}"><c r="B${row + 100}"><v>1</v></c></row>`).join("")}</sheetData>`,
      ),
    { problem: /^What you spent: there are more rows/ },
  ),
  sheet("a row below nothing", (xml) => xml.replace('<row r="3"', '<row r="-3"'), { refused: /damaged/ }),
  sheet("a cell of no column", (xml) => xml.replace('<c r="C3"', '<c r="33"'), { refused: /damaged/ }),
  sheet("a sheet cut off", (xml) => xml.slice(0, xml.length / 2), { refused: /damaged/ }),
  sheet("a DOCTYPE", (xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'), {
    refused: /declarations/,
  }),
  sheet("elements very deep", (xml) => xml.replace("</sheetData>", `${"<a>".repeat(5_000)}</sheetData>`), {
    refused: /damaged/,
  }),
  sheet(
    "attributes without end",
    (xml) =>
      xml.replace(
        "<sheetData>",
        `<sheetData ${Array.from({ length: 900 }, (_, n) => `a${n}=""`).join(" ")}>`,
      ),
    { refused: /damaged/ },
  ),
  parts(
    "another name of the sheet",
    (all) => {
      all["xl/workbook.xml"] = (all["xl/workbook.xml"] ?? "").replace(
        'name="What you spent"',
        'name="Copy of it"',
      )
    },
    { says: {} },
  ),
  parts(
    "a sheet of their own",
    (all) => {
      all["xl/workbook.xml"] = (all["xl/workbook.xml"] ?? "").replace('name="Read me"', 'name="Ledger"')
    },
    { warning: /“Ledger” is none of ours/ },
  ),
  parts(
    "no marker",
    (all) => {
      all[sheetPart(all, "Workbook marker")] = "<worksheet><sheetData/></worksheet>"
    },
    { refused: /hidden sheet .* is gone/ },
  ),
  parts(
    "the marker of another return",
    (all) => {
      const part = sheetPart(all, "Workbook marker")
      all[part] = (all[part] ?? "").replaceAll(reference, "NSW2-BRD-F-222222")
    },
    { refused: /another return, NSW2-BRD/ },
  ),
  parts(
    "the marker of another council",
    (all) => {
      const part = sheetPart(all, "Workbook marker")
      all[part] = at(all[part] ?? "", "halton", "bradford")
    },
    { refused: /another return/ },
  ),
  parts(
    "another kind",
    (all) => {
      const part = sheetPart(all, "Workbook marker")
      all[part] = at(all[part] ?? "", "spending-update", "funding-return")
    },
    { refused: /must be the workbook of this return/ },
  ),
  parts(
    "other questions",
    (all) => {
      const part = sheetPart(all, "Workbook marker")
      all[part] = (all[part] ?? "").replace(
        />edition<\/t><\/is><\/c>(<c [^>]*><is><t [^>]*>)\d+/,
        ">edition</t></is></c>$199",
      )
    },
    { refused: /questions have changed/ },
  ),
  parts(
    "an older revision",
    (all) => {
      const part = sheetPart(all, "Workbook marker")
      all[part] = (all[part] ?? "").replace(
        />revision<\/t><\/is><\/c>(<c [^>]*><is><t [^>]*>)\d+/,
        ">revision</t></is></c>$11",
      )
    },
    { says: {} },
  ),
  parts(
    "macros",
    (all) => {
      all["xl/vbaProject.bin"] = "x"
    },
    { refused: /macros/ },
  ),
  parts(
    "macros of another name",
    (all) => {
      all["[Content_Types].xml"] = (all["[Content_Types].xml"] ?? "").replace(
        "sheet.main+xml",
        "sheet.macroEnabled.main+xml",
      )
    },
    { refused: /macros/ },
  ),
  parts(
    "a sheet of macros",
    (all) => {
      all["xl/macrosheets/sheet1.xml"] = "<x/>"
    },
    { refused: /macros/ },
  ),
  parts(
    "links to other workbooks",
    (all) => {
      all["xl/externalLinks/externalLink1.xml"] = "<x/>"
    },
    { refused: /links to other/ },
  ),
  parts(
    "a link to a file",
    (all) => {
      all["xl/_rels/workbook.xml.rels"] = (all["xl/_rels/workbook.xml.rels"] ?? "").replace(
        "</Relationships>",
        relation,
      )
    },
    { refused: /links to other files/ },
  ),
  parts(
    "an address that somebody typed",
    (all) => {
      all["xl/worksheets/_rels/sheet4.xml.rels"] =
        `<Relationships>${relation.replace("oleObject", "hyperlink")}`
    },
    { says: {} },
  ),
  parts(
    "another file inside",
    (all) => {
      all["xl/embeddings/oleObject1.bin"] = "x"
    },
    { refused: /macros|other files/ },
  ),
  parts(
    "a connection to data",
    (all) => {
      all["xl/connections.xml"] = "<x/>"
    },
    { refused: /connections/ },
  ),
  parts(
    "a DOCTYPE in another part",
    (all) => {
      all["docProps/core.xml"] = "<!DOCTYPE x><x/>"
    },
    { refused: /declarations/ },
  ),
  parts(
    "no list of sheets",
    (all) => {
      delete all["xl/workbook.xml"]
    },
    { refused: /damaged/ },
  ),
  parts(
    "parts without end",
    (all) => {
      for (let n = 0; n < 300; n++) all[`xl/media/x${n}.png`] = ""
    },
    { refused: /far more/ },
  ),
  parts(
    "dates from 1904",
    (all) => {
      all["xl/workbook.xml"] = (all["xl/workbook.xml"] ?? "").replace(
        "<sheets>",
        '<workbookPr date1904="1"/><sheets>',
      )
    },
    { says: {} },
  ),
  {
    name: "a bomb",
    bytes: zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000) }),
    refused: /far more/,
  },
  {
    name: "a text bomb",
    bytes: zipSync({ "xl/sharedStrings.xml": strToU8(`<sst><si><t>${"a".repeat(19_000_000)}`) }),
    refused: /far more|damaged/,
  },
  { name: "nothing", bytes: new Uint8Array(), refused: /empty/ },
  {
    name: "a picture",
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    refused: /must be an Excel workbook/,
  },
  { name: "a password", bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), refused: /password/ },
  {
    name: "an old Excel file",
    file: "a.xls",
    bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    refused: /old kind of Excel/,
  },
  { name: "half a file", bytes: xlsx.slice(0, xlsx.length / 2), refused: /damaged|hidden sheet|far more/ },
  { name: "a zip of something else", bytes: zipSync({ "a.txt": strToU8("x") }), refused: /damaged/ },
  { name: "more than 2 MB", bytes: new Uint8Array(2_000_001), refused: /smaller than 2 MB/ },
  inOds(
    "a number in ODS",
    (xml) =>
      xml.replace(
        firstInput,
        '<table:table-cell office:value-type="float" office:value="1200.5"><text:p>£1,200.50</text:p></table:table-cell>',
      ),
    { spent: 120_050 },
  ),
  inOds(
    "a text in ODS",
    (xml) =>
      xml.replace(
        firstInput,
        '<table:table-cell office:value-type="string"><text:p><text:s/>£1<text:span>200</text:span></text:p></table:table-cell>',
      ),
    { spent: 120_000 },
  ),
  inOds(
    "a note on a cell in ODS",
    (xml) =>
      xml.replace(
        firstInput,
        '<table:table-cell office:value-type="float" office:value="3"><office:annotation><text:p>9</text:p></office:annotation><text:p>3</text:p></table:table-cell>',
      ),
    { spent: 300 },
  ),
  inOds(
    "a formula in ODS",
    (xml) =>
      xml.replace(
        firstInput,
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>',
      ),
    { problem: /^What you spent, C3 holds a formula/ },
  ),
  inOds(
    "many empty rows in ODS",
    (xml) =>
      xml.replace(
        "</table:table>",
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>',
      ),
    { says: {} },
  ),
  inOds(
    "a full row a million times in ODS",
    (xml) =>
      xml.replace(
        /<\/table:table>(?=<table:table table:name="Workbook)/,
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
      ),
    { problem: /there are more rows/ },
  ),
  inOds("links in ODS", (xml) => xml.replace(opening, "<office:spreadsheet><table:table-source/>"), {
    refused: /links to other files/,
  }),
  inOds(
    "a DOCTYPE in ODS",
    (xml) => xml.replace("<office:document-content", "<!DOCTYPE x><office:document-content"),
    { refused: /declarations/ },
  ),
  {
    name: "macros in ODS",
    bytes: reworked(ods, (all) => {
      all["Basic/script-lc.xml"] = "<x/>"
    }),
    refused: /macros/,
  },
  {
    name: "an object in ODS",
    bytes: reworked(ods, (all) => {
      all["Object 1/content.xml"] = "<x/>"
    }),
    refused: /other files/,
  },
  {
    name: "a password in ODS",
    bytes: reworked(ods, (all) => {
      all["META-INF/manifest.xml"] = "<m:manifest xmlns:m='a'><m:encryption-data/></m:manifest>"
    }),
    refused: /password/,
  },
  csv("a table as CSV", csvOf("1200"), { spent: 120_000 }),
  csv("a BOM in CSV", `\ufeff${csvOf('"1,200.50"')}`, { spent: 120_050 }),
  csv("commas at the ends of lines in CSV", csvOf("12").replaceAll("\r\n", ",,,,\r\n"), { spent: 1_200 }),
  csv("lines by LF alone in CSV", csvOf("12").replaceAll("\r\n", "\n"), { spent: 1_200 }),
  csv("the pound sign of an old code page in CSV", Buffer.from(csvOf("\u00a31200"), "latin1"), {
    spent: 120_000,
  }),
  csv("CSV of another return", csvOf("1", "NSW2-BRD-F-222222 spending.spending"), {
    refused: /another return/,
  }),
  csv("CSV of anything", "a,b\n1,2\n", { refused: /must be the workbook of this return/ }),
  csv("a quotation without an end in CSV", `${csvOf("1")}\r\n"`, { refused: /damaged/ }),
  csv("an error in CSV", csvOf("#REF!"), { problem: /^The table, C3: / }),
  csv("a nought byte in CSV", `${csvOf("1")}\0`, { refused: /damaged/ }),
]
