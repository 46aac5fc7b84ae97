import { longText } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { canonical } from "../../../values/canonical.ts"
import { stampWords } from "../../../values/london.ts"
import { Refused } from "../../refused.ts"
import type { CellAt, MeasureCell, MeasureTable } from "../analysis/table.ts"
import { atWords, cellWords } from "../analysis/words.ts"
import type { ReleaseRecord } from "../released.ts"
import { isReleasedAs, type ReleasedFigures } from "./released-figure.ts"

/** What an information-governance officer says as they release a figure. */
export const releaseFigureForm = section({
  id: "release-figure",
  title: "Release this figure",
  minutes: 2,
  asks: {
    because: longText({
      label: "Why may everybody know this number?",
      called: "why everybody may know this number",
      hint: "For example: the council published it in its own papers. It is kept with the record of the site.",
      words: 60,
    }),
  },
})

type Named = { measure: string; at: CellAt }
const isThis =
  ({ measure, at }: Named) =>
  (one: Named) =>
    one.measure === measure && one.at === at

/** The figures that a site may release: its own, of people, and with a number. What people answered past it is not its own. */
export const releasableIn = (table: MeasureTable, organisation: string): MeasureCell[] => {
  const hiding = new Set(table.measures.filter(({ measure }) => measure.hidesSmall).map(({ key }) => key))
  return table.cells.filter(
    ({ place, measure, at, says, direct, asReleased }) =>
      place === organisation &&
      hiding.has(measure) &&
      at !== "change" &&
      !("gap" in says) &&
      !direct &&
      !asReleased,
  )
}

/** The last word on a figure, where one was released. */
export const lastOf = ({ figures }: ReleasedFigures, named: Named) => figures.findLast(isThis(named))

/** Whether this very number stands as released. */
export const standsFor = (all: ReleasedFigures, cell: MeasureCell): boolean => {
  const last = lastOf(all, cell)
  return (
    last !== undefined && !last.takenBack && isReleasedAs({ ...last, organisation: all.organisation }, cell)
  )
}

/** Whether a release has said it as it is: from then on it stays known. */
export const isInRelease = (release: Pick<ReleaseRecord, "table">, organisation: string, named: Named) =>
  release.table.cells.some((one) => one.place === organisation && isThis(named)(one) && one.released)

type Who = { by: { person: string; name: string }; on: Date }

/** Released as it is now: with the next release everybody sees it. */
export const released = (
  all: ReleasedFigures,
  cell: MeasureCell,
  { by, on, because }: Who & { because: string },
): ReleasedFigures => {
  if (standsFor(all, cell))
    throw new Refused("not possible now", { says: "This figure is released as it is already." })
  const { measure, at, says } = cell
  return {
    ...all,
    figures: [
      ...all.figures.filter((one) => !isThis(cell)(one)),
      { measure, at, says, because, by, on: on.toISOString() },
    ],
  }
}

/** Taken back before any release said it. */
export const takenBack = (
  all: ReleasedFigures,
  named: Named,
  releases: readonly ReleaseRecord[],
  { by, on }: Who,
): ReleasedFigures => {
  const last = lastOf(all, named)
  if (!last || last.takenBack) throw new Refused("not possible now", { says: "This figure is not released." })
  const known = releases.find((one) => isInRelease(one, all.organisation, named))
  if (known)
    throw new Refused("not possible now", {
      says: `Release ${known.number}, made ${stampWords(new Date(known.at))}, says it as it is. Everybody knows it since: it cannot be taken back.`,
    })
  return {
    ...all,
    figures: all.figures.map((one) =>
      isThis(named)(one) ? { ...one, takenBack: { by, on: on.toISOString() } } : one,
    ),
  }
}

/** Refused where the figure is not what the page showed as it was opened. */
export const asShown = (cell: MeasureCell, seen: string | undefined) => {
  if (seen === undefined || seen === markOf(cell)) return
  throw new Refused("changed by someone else", {
    says: `This figure has changed since you opened this page: it is ${cellWords(cell)} now. Nothing was released.`,
  })
}

/** By which it is known which number was seen. */
export const markOf = ({ says }: MeasureCell): string => canonical(says)

/** What the history says a release is of: no word of a measure that a site wrote. */
export const figureTitle = (at: CellAt) => `A figure: ${atWords(at).toLowerCase()}`
