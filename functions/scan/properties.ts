import { type UnzipFileInfo, unzipSync } from "fflate"

/** Larger than any list of parts or properties is; what says it is more is not opened. */
const largestPart = 1024 * 1024

const author =
  "Its properties name an author. The name is not shown here, but whoever opens the file can see it."

const latin = new TextDecoder("latin1")
const utf8 = new TextDecoder()

/** The author of a PDF, in its properties or in the newer description of it: given, or not. The name is not kept. */
const nameInPdf =
  /\/Author\s*(?:\((?!\s*\))|<(?!<|\s*>))|<dc:creator>(?!\s{0,60}(?:<[^>]{0,60}>\s{0,60}){0,6}<\/dc:creator>)/

export const warningsInPdf = (bytes: Uint8Array): string[] =>
  nameInPdf.test(latin.decode(bytes)) ? [author] : []

const nameInWorkbook = /<(dc:creator|cp:lastModifiedBy)(?:\s[^>]{0,200})?>\s{0,200}[^<\s]/

export type Workbook = { macros: boolean; warnings: string[] }

/** What a workbook says of itself: nothing where it is none. */
export const workbookIn = (bytes: Uint8Array): Workbook | undefined => {
  const parts = new Set<string>()
  const opened = opening(bytes, ({ name, originalSize }) => {
    parts.add(name)
    return name === "docProps/core.xml" && originalSize <= largestPart
  })
  if (!opened || !parts.has("[Content_Types].xml") || !parts.has("xl/workbook.xml")) return undefined
  const properties = utf8.decode(opened["docProps/core.xml"] ?? new Uint8Array())
  return {
    macros: [...parts].some((name) => /vbaProject/i.test(name)),
    warnings: nameInWorkbook.test(properties) ? [author] : [],
  }
}

const opening = (bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) => {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    return undefined
  }
}
