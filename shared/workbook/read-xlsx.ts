import { columnIn } from "./book.ts"
import { emptySheet, type Found, type FoundCell, type FoundSheet, mostSheets, put } from "./found.ts"
import { hearing } from "./sax.ts"
import { damaged, Unreadable } from "./unreadable.ts"
import { unzipped } from "./zip.ts"

const again = "Save it as an Excel workbook (.xlsx) without them, then try again"
const forbidden: [RegExp, string][] = [
  [/vbaProject|\/macrosheets\/|\.bin$(?<!printerSettings\d*\.bin)/i, `The file has macros in it. ${again}`],
  [/\/externalLinks\//i, `The file has links to other workbooks in it. ${again}`],
  [/\/(?:embeddings|activeX|ctrlProps)\//i, `The file has other files or controls in it. ${again}`],
  [/\/connections\.xml$|\/queryTables\//i, `The file has connections to data in it. ${again}`],
]

/** As long as all the words of all the cells together may be. */
const mostText = 6_000_000

type Waiting = { sheet: FoundSheet; row: number; column: number; cell: FoundCell; shared: number }

/** The sheets of an XLSX file, one part after another as they come. */
export const readXlsx = (bytes: Uint8Array): Found => {
  const parts = new Map<string, FoundSheet>()
  const targets = new Map<string, string>()
  const named: { name: string; id: string }[] = []
  const shared: string[] = []
  const waiting: Waiting[] = []
  let from1904 = false

  unzipped(bytes, (name) => {
    for (const [which, says] of forbidden) if (which.test(name)) throw new Unreadable(says)
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) {
      const sheet = emptySheet("")
      parts.set(name.toLowerCase(), sheet)
      if (parts.size > mostSheets) throw damaged()
      return hearing(sheetIn(sheet, waiting))
    }
    if (/^xl\/sharedStrings\.xml$/i.test(name)) return hearing(stringsIn(shared))
    if (/^xl\/workbook\.xml$/i.test(name))
      return hearing({
        opens: (tag, { name: called = "", id = "", date1904 }) => {
          if (tag === "sheet") named.push({ name: called, id })
          if (tag === "workbookPr" && (date1904 === "1" || date1904 === "true")) from1904 = true
        },
      })
    if (/\.rels$/i.test(name)) return hearing(relationsIn(name, targets))
    if (/^\[Content_Types\]\.xml$/i.test(name)) return hearing({ opens: typeIn })
    return /\.xml$/i.test(name) ? hearing({}) : undefined
  })

  for (const { sheet, row, column, cell, shared: at } of waiting)
    put(sheet, row, column, { ...cell, text: shared[at] ?? "" })
  const sheets = named.flatMap(({ name, id }) => {
    const sheet = parts.get((targets.get(id) ?? "").toLowerCase())
    return sheet ? [Object.assign(sheet, { name })] : []
  })
  if (sheets.length === 0) throw damaged()
  return { format: "xlsx", sheets, from1904 }
}

const typeIn = (_: string, { ContentType = "" }: Record<string, string>) => {
  if (/macroEnabled|vbaProject|macrosheet/i.test(ContentType))
    throw new Unreadable(`The file has macros in it. ${again}`)
}

const relationsIn = (part: string, targets: Map<string, string>) => ({
  opens: (_: string, { Id = "", Target = "", TargetMode, Type = "" }: Record<string, string>) => {
    if (TargetMode === "External" && !/\/hyperlink$/.test(Type))
      throw new Unreadable(`The file has links to other files in it. ${again}`)
    if (/^xl\/_rels\/workbook\.xml\.rels$/i.test(part))
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`)
  },
})

/** Text of several runs is one text; how it is to be read aloud is none of it. */
const stringsIn = (shared: string[]) => {
  let now: string | undefined
  let reads = false
  let spoken = false
  let length = 0
  return {
    opens: (tag: string) => {
      if (tag === "si") now = ""
      if (tag === "rPh") spoken = true
      reads = tag === "t" && !spoken
    },
    closes: (tag: string) => {
      if (tag === "rPh") spoken = false
      if (tag === "t") reads = false
      if (tag === "si" && now !== undefined) shared.push(unescaped(now))
    },
    text: (text: string) => {
      if (!reads || now === undefined) return
      length += text.length
      if (length > mostText) throw damaged()
      now += text
    },
  }
}

const sheetIn = (sheet: FoundSheet, waiting: Waiting[]) => {
  let row = -1
  let column = -1
  let type = "n"
  let text = ""
  let formula = false
  let reads = false
  let spoken = false
  return {
    opens: (tag: string, { r, t, ref }: Record<string, string>) => {
      if (tag === "row") {
        row = r === undefined ? row + 1 : Number(r) - 1
        column = -1
        if (!Number.isInteger(row) || row < 0) throw damaged()
      }
      if (tag === "c") {
        column = r === undefined ? column + 1 : columnIn(/^[A-Z]{1,3}(?=\d)/.exec(r)?.[0] ?? "")
        if (column < 0) throw damaged()
        type = t ?? "n"
        text = ""
        formula = false
      }
      if (tag === "f") formula = true
      if (tag === "rPh") spoken = true
      if (tag === "mergeCell" && ref && sheet.merged.length < 500) sheet.merged.push(ref)
      reads = (tag === "v" || tag === "t") && !spoken
    },
    closes: (tag: string) => {
      if (tag === "rPh") spoken = false
      if (tag === "v" || tag === "t") reads = false
      if (tag !== "c") return
      const cell: FoundCell = {
        text: type === "inlineStr" || type === "str" ? unescaped(text) : text,
        is: kindOf(type),
        ...(formula && { formula }),
      }
      if (type === "s" && !formula) later(waiting, { sheet, row, column, cell, shared: Number(text) })
      else put(sheet, row, column, cell)
    },
    text: (given: string) => {
      if (reads) text += given
    },
    done: () => sheet.more,
  }
}

const mostWaiting = 200_000

const later = (waiting: Waiting[], one: Waiting) => {
  if (one.sheet.rows.size > 0 && waiting.length >= mostWaiting) one.sheet.more = true
  else waiting.push(one)
}

const kinds: Record<string, FoundCell["is"]> = { n: "number", b: "boolean", e: "error", d: "date" }
const kindOf = (type: string): FoundCell["is"] => kinds[type] ?? "text"

/** Characters that the format spells out: "_x000D_". */
const unescaped = (text: string) =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n")
