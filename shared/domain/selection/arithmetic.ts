import { mostPoints } from "./criterion.ts"
import { type Exact, exactWords, type Line, pointsOfLine, type Total } from "./total.ts"

/** An exact number as it can be written down: "3.5", or as a division that has no end. */
export const countsWords = ({ over, under }: Exact): string =>
  (over * 1000) % under === 0 ? exactWords({ over, under }).replace(/\.?0+$/, "") : `${over} ÷ ${under}`

/** "30 × 3.5 ÷ 4 = 26.250" */
export const lineWords = (line: Pick<Line, "weight" | "counts">): string => {
  const counts = countsWords(line.counts)
  const score = counts.includes("÷") ? `(${counts})` : counts
  return `${line.weight} × ${score} ÷ ${mostPoints} = ${exactWords(pointsOfLine(line))}`
}

/** "11.250 + 26.250 = 37.500" */
export const totalWords = ({ lines, total }: Total): string =>
  `${lines.map((line) => exactWords(pointsOfLine(line))).join(" + ")} = ${exactWords(total)}`

export const roundedAtTheEnd =
  "Each part is rounded only as it is shown. The total is worked out from the scores as they were given."
