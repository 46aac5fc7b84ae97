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
