import { type Row, textOf } from "../../coaching/import/cells.ts"
import { folded } from "../../coaching/import/map.ts"

/** What one cell says: each thing is what it is, and none of them is another. */
export type CellSays =
  | { says: "number"; number: number }
  | { says: "percent"; percent: number; places: number; written: string }
  | { says: "of"; numerator: number; denominator: number }
  | { says: "not known" }
  | { says: "not applicable" }
  | { says: "dash" }
  | { says: "blank" }
  | { says: "nothing we read"; because: string }

const number = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const percent = new RegExp(`^(${number})\\s*%$`)
const plain = new RegExp(`^${number}$`)
const ofMany = /^(\d{1,6})\s+of\s+(\d{1,6})$/i
const notKnown = /^(?:n\/k|nk|not (?:yet )?known|unknown)\.?$/i
const notApplicable = /^(?:n\/a|na|n\.a\.?|not applicable|not our group)\.?$/i
const hidden = /^(?:\[[cxz]\]|\*|<\s*\d+|fewer than \d+|c)$/i

export const readValueCell = (cell: string): CellSays => {
  const text = folded(textOf(cell))
  if (text === "") return { says: "blank" }
  if (/^[-–—]$/u.test(text)) return { says: "dash" }
  if (plain.test(text)) return { says: "number", number: numberOf(text) }
  const [, share] = percent.exec(text) ?? []
  if (share !== undefined)
    return {
      says: "percent",
      percent: numberOf(share),
      places: share.split(".")[1]?.length ?? 0,
      written: text,
    }
  const [, numerator, denominator] = ofMany.exec(text) ?? []
  if (numerator !== undefined)
    return { says: "of", numerator: Number(numerator), denominator: Number(denominator) }
  if (notKnown.test(text)) return { says: "not known" }
  if (notApplicable.test(text)) return { says: "not applicable" }
  if (hidden.test(text)) return nothing("is a number that was hidden: the file does not hold it")
  if (divided(cell).length > 1)
    return nothing("holds several values: name its column under “packed” in the map")
  return nothing("is no number, nor “not known” or “not applicable”")
}

const nothing = (because: string): CellSays => ({ says: "nothing we read", because })
const numberOf = (text: string) => Number(text.replaceAll(",", "")) + 0

/** The values that a cell lists, in their order: what stands between two signs is one of them, empty or not. */
export const divided = (cell: string): string[] =>
  cell
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/[;\n]/)
    .map((one) => one.trim())

/**
 * The rows that one row with lists in its cells stands for: one for each place of the lists. They have to be equally long;
 * cells that are no list are the same for all.
 */
export const unpacked = (row: Row, packed: readonly string[]): Row[] | { refused: string } => {
  const lists = packed
    .map((column) => ({ column, list: divided(row[column] ?? "") }))
    .filter(({ list }) => list.length > 1)
  const [first] = lists
  if (!first) return [row]
  if (lists.some(({ list }) => list.length !== first.list.length))
    return {
      refused: `its lists are not equally long: ${lists
        .map(({ column, list }) => `“${column}” has ${list.length}`)
        .join(", ")}`,
    }
  return first.list.map((_, at) => ({
    ...row,
    ...Object.fromEntries(lists.map(({ column, list }) => [column, list[at] ?? ""])),
  }))
}
