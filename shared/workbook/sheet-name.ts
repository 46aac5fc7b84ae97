import type { Sheet } from "./book.ts"

/** A name that every spreadsheet program takes. */
export const sheetName = (text: string) =>
  text
    .replace(/[[\]:*?/\\']/g, "")
    .slice(0, 28)
    .trim() || "Table"

/** Each name once. */
export const named = (sheets: Sheet[]): Sheet[] => {
  const taken: string[] = []
  return sheets.map((sheet) => {
    const base = sheetName(sheet.name)
    const count = taken.filter((one) => one === base.toLowerCase()).length
    taken.push(base.toLowerCase())
    return { ...sheet, name: count === 0 ? base : `${base} ${count + 1}` }
  })
}
