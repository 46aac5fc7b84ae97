import type { Claims, Count } from "../disclosure/types.ts"

/**
 * What follows from figures that a site released, among its own: where a year without an admission is released, each of
 * its months is; where every month is, the year is; where all but one are, that one is. Whoever releases the one cannot
 * keep the other.
 */
export const withWhatIsReleasedToo = (counts: readonly Count[], sums: Claims["sums"]): readonly Count[] => {
  const values = new Map(counts.map(({ id, value }) => [id, value]))
  const released = new Set(counts.flatMap(({ id, released }) => (released ? [id] : [])))
  if (released.size === 0) return counts
  const own = sums.filter(({ total, parts }) => parts.every((id) => placeIn(id) === placeIn(total)))
  for (let before = -1; before !== released.size; ) {
    before = released.size
    for (const { total, parts } of own) {
      const all = [total, ...parts]
      const left = all.filter((id) => !released.has(id))
      const isNought = released.has(total) && values.get(total) === 0
      if (left.length === 1 || isNought) for (const id of left) released.add(id)
    }
  }
  return counts.map((one) => (released.has(one.id) ? { ...one, released: true } : one))
}

const placeIn = (id: string) => id.slice(0, id.indexOf("/"))
