import { type Said, sideNames } from "../../../shared/domain/coaching/going.ts"
import { goings, stuckOn } from "../../../shared/domain/coaching/going-words.ts"
import { areaNames, areas, ratings } from "../../../shared/domain/coaching/rating.ts"
import type { OneMonth, OnGoing } from "./desk.ts"

const sideColumns = ["says", "stuck on", "said at"]
const wholeColumns = [...sideColumns, "line", "said by", "times changed"]

/** The months as rows, newest first: with the lines for whoever sees the whole, and no more than it may see for the department. */
export const goingRows = ({ view, months, phase }: OnGoing): string[][] => {
  const whole = view === "whole"
  const asks = phase.ratings !== undefined
  const columns = whole ? wholeColumns : sideColumns
  return [
    [
      "month",
      ...columns.map((one) => `site: ${one}`),
      ...columns.map((one) => `coach: ${one}`),
      ...(asks
        ? areaNames.flatMap((area) => [areas[area].toLowerCase(), `${areas[area].toLowerCase()}: why`])
        : []),
      ...(asks && whole ? ["the site answered"] : []),
    ],
    ...months.map((one) => [
      one.id,
      ...sideNames.flatMap((side) => cellsOf(one.going?.words[side], whole)),
      ...(asks ? ratingCells(one) : []),
      ...(asks && whole ? [one.rated?.answer?.text ?? ""] : []),
    ]),
  ]
}

const cellsOf = (said: Said | undefined, whole: boolean): string[] => {
  if (!said) return (whole ? wholeColumns : sideColumns).map(() => "")
  return [
    goings[said.says],
    said.stuck.map((one) => stuckOn[one]).join("; "),
    said.at,
    ...(whole ? [said.line ?? "", said.by.name, String(said.before.length)] : []),
  ]
}

const ratingCells = ({ rated }: OneMonth): string[] =>
  areaNames.flatMap((area) => {
    const one = rated?.now[area]
    return one ? [ratings[one.is], one.because ?? ""] : ["", ""]
  })
