import type { Criterion } from "./criterion.ts"
import type { Reading } from "./reading.ts"
import { compareExact, type Total, totalIn } from "./total.ts"

export type Ranked<One> = { one: One; total: Total; place: number; tied: boolean }

/** Highest first; the same total is the same place, and is said to be a tie. Within a tie by name, which means nothing. */
export const ranked = <One extends Pick<Reading, "readers" | "moderated" | "name" | "apply">>(
  criteria: Criterion[],
  readings: One[],
): Ranked<One>[] => {
  const scored = readings
    .filter(({ apply }) => apply?.answer !== "no")
    .flatMap((one) => {
      const total = totalIn(criteria, one)
      return total ? [{ one, total }] : []
    })
    .sort((a, b) => compareExact(b.total.total, a.total.total) || a.one.name.localeCompare(b.one.name))
  const same = (a: { total: Total }, b: { total: Total }) => compareExact(a.total.total, b.total.total) === 0
  return scored.map((each) => ({
    ...each,
    place: 1 + scored.findIndex((other) => same(other, each)),
    tied: scored.filter((other) => same(other, each)).length > 1,
  }))
}

/** One integer score of one reader: all of them, and nothing else, are what a ranking is made of. */
export type ScoreRow = {
  reference: string
  name: string
  criterion: string
  title: string
  /** Out of 100. */
  weight: number
  reader: string
  score: number
  /** What counts for this criterion in place of the readers' mean, where it was settled. */
  moderated?: number
}

export const scoreRows = <One extends Pick<Reading, "reference" | "name" | "readers">>(
  ranking: Ranked<One>[],
): ScoreRow[] =>
  ranking.flatMap(({ one: { reference, name, readers }, total: { lines } }) =>
    lines.flatMap(({ id, criterion, weight, given, settled }) =>
      given.map((score, at) => ({
        reference,
        name,
        criterion: id,
        title: criterion,
        weight,
        reader: readers[at]?.name ?? "",
        score,
        ...(settled !== undefined && { moderated: settled }),
      })),
    ),
  )

/** "2=" where it is a tie. */
export const placeWords = ({ place, tied }: Pick<Ranked<unknown>, "place" | "tied">) =>
  tied ? `${place}=` : String(place)

export const isOver = ({ total }: Total, passLine: number) =>
  compareExact(total, { over: passLine, under: 1 }) >= 0

/** How many of a ranking are on the pass line or over it. */
export const overLine = (ranking: Pick<Ranked<unknown>, "total">[], passLine: number) =>
  ranking.filter(({ total }) => isOver(total, passLine)).length
