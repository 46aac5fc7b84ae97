import { unusable } from "./unusable.ts"

const mostBytes = 50_000_000

/** The text of a file: UTF-8 or UTF-16 by its mark, else as older spreadsheets of this country write, and said so. */
export const decoded = (bytes: Uint8Array): { text: string; says: string[] } => {
  if (bytes.length > mostBytes) throw unusable("The file is larger than 50 megabytes: divide it.")
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw unusable("The file is a workbook or an archive. Save the sheet as CSV (UTF-8), and take that.")
  const read = marked(bytes) ?? unicode(bytes, "utf-8")
  if (read === undefined && bytes.some((one) => undefinedInWindows.has(one)))
    throw unusable("The file is neither UTF-8 nor Windows-1252. Save it as CSV (UTF-8), and take that.")
  const text = read ?? new TextDecoder("windows-1252").decode(bytes)
  if (text.includes("\0")) throw unusable("The file is no text. Save it as CSV (UTF-8), and take that.")
  return {
    text,
    says: [
      ...(read === undefined
        ? [
            "The file is not UTF-8. It was read as Windows-1252: look whether quotation marks and accents are right.",
          ]
        : []),
      ...(text.includes("\uFFFD")
        ? ["Some characters of the file were lost before it came here: they show as \uFFFD."]
        : []),
      ...(/â€|Ã[\u0080-\u00BF]/.test(text)
        ? [
            "Some text of the file was saved in the wrong way before it came here: apostrophes may show as â€™.",
          ]
        : []),
    ],
  }
}

const undefinedInWindows = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const marked = (bytes: Uint8Array): string | undefined => {
  const wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.slice(0, 2).join(",")]
  if (wide === undefined) return undefined
  const text = unicode(bytes, wide)
  if (text === undefined)
    throw unusable("The file says that it is UTF-16, and is not. Save it as CSV (UTF-8).")
  return text
}

const unicode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
