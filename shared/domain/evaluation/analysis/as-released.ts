import { everySite, type MeasureCell, type MeasureTable } from "./table.ts"

/**
 * The true table of a site, in which what people answered past the site stands as it was released, and as nothing before:
 * nobody at the site sees how many said what.
 */
export const withReleasedAnswers = (
  own: MeasureTable,
  organisation: string,
  release: MeasureTable | undefined,
): MeasureTable => {
  const cells = (release?.cells ?? []).filter(({ place }) => place === organisation)
  const direct = new Set(cells.filter((one) => one.direct).map(({ measure }) => measure))
  const measures = [
    ...own.measures,
    ...(release?.measures ?? []).filter(
      ({ key }) => direct.has(key) && !own.measures.some((one) => one.key === key),
    ),
  ]
  const kept = own.cells.filter(({ place, measure }) => place !== everySite && !direct.has(measure))
  const given = cells.filter(({ measure }) => direct.has(measure))
  return {
    ...own,
    measures,
    at: [...new Set([...own.at, ...(release?.at.filter((at) => given.some((one) => one.at === at)) ?? [])])],
    cells: [...kept, ...given.map((one) => ({ ...one, asReleased: true as const }))].map(untold),
  }
}

/** Whether anybody has answered is not told before a release says what they did. */
const untold = (cell: MeasureCell): MeasureCell =>
  "gap" in cell.says && cell.says.gap === "no answers yet"
    ? { ...cell, says: { gap: "not released yet" } }
    : cell
