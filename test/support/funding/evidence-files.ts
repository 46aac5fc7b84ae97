import { strToU8, zipSync } from "fflate"

/** The file that every scanner takes for a virus. It stands here in two pieces, so that no scanner takes this one for it. */
export const virus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "ANTIVIRUS-TEST-FILE!$H+H*"].join("-")

export const ledger = "date,amount\n2017-11-03,1204.00\n2017-12-11,88.20\n"

export const pdf = ({ author = "" } = {}) =>
  `%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n2 0 obj << /Producer (Writer) /Author (${author}) >> endobj\n%%EOF\n`

const properties = (author: string) =>
  `<?xml version="1.0"?><cp:coreProperties><dc:creator>${author}</dc:creator></cp:coreProperties>`

/** A workbook, as far as anybody looks at it. */
export const workbook = ({ author = "", macros = false } = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<workbook/>"),
    "docProps/core.xml": strToU8(properties(author)),
    ...(macros && { "xl/vbaProject.bin": new Uint8Array([1, 2, 3]) }),
  })
