import type { FigureShape } from "../question.ts"

/** What its fields are called, on a page and in a workbook: the figure itself, and of how many it is. */
export const figureLabels = ({ unit, counts, outOf, scale }: FigureShape): { main: string; of?: string } => {
  switch (unit) {
    case "count":
      return { main: `Number of ${counts}` }
    case "share":
      return { main: `Number of ${counts}`, of: `Out of how many ${outOf ?? "in all"}` }
    case "mean":
      return {
        main: scale ? `Average, from ${scale.least} to ${scale.most}` : "Average",
        of: `Number of ${counts}`,
      }
    case "amount":
      return { main: counts.charAt(0).toUpperCase() + counts.slice(1), of: "From how many (optional)" }
  }
}

export const figureIs = (none: string) => ({
  figure: "The figure",
  "not known": "Not known yet",
  none,
})
