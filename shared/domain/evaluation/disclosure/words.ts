import type { Cell } from "./types.ts"

/** Printed beside every table that was released. */
export const theRule =
  "[c] means fewer than 5 people, or a figure that would let someone work it out. Other figures are rounded to the nearest 5."

/** Printed beside it wherever one of these stands in the table. */
export const moreOfTheRule = {
  missing: "[x] means that there is no figure.",
  totals: "Totals are rounded by themselves, so they may differ from what the figures beside them come to.",
  shares: "Percentages are worked out from the rounded figures.",
  asTheyAre:
    "A figure marked “as it is” was released by the site’s information-governance officer, and is not rounded.",
} as const

export const hiddenWord = "[c]"
export const missingWord = "[x]"

/** A cell in words, the same in pages, CSV and JSON: "45", "[c]", "[x]"; of a share "45%", of a mean "3.4". */
export const asShown = (cell: Cell | undefined, as: "count" | "share" | "mean" = "count"): string => {
  if (cell === "c") return hiddenWord
  if (cell === "x" || cell === undefined) return missingWord
  if (as === "share") return `${cell.shown}%`
  return as === "mean" ? cell.shown.toFixed(1) : `${cell.shown}`
}
