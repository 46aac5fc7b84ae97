import type { Claims, Count } from "../disclosure/types.ts"

/**
 * What follows from figures that a site released, among its own: where a year without an admission is released, each of
 * its months is; where every month is, the year is; where all but one are, that one is. Of several sites only what all
 * of them released follows. Whoever releases the one cannot
 * keep the other.
 */
export const withWhatIsReleasedToo = (counts: readonly Count[], sums: Claims["sums"]): readonly Count[] => {
  const values = new Map(counts.map(({ id, value }) => [id, value]))
  const released = new Set(counts.flatMap(({ id, released }) => (released ? [id] : [])))
  if (released.size === 0) return counts
  const isOwn = ({ total, parts }: Claims["sums"][number]) =>
    parts.every((id) => placeIn(id) === placeIn(total))
  for (let before = -1; before !== released.size; ) {
    before = released.size
    for (const sum of sums) {
      const { total, parts } = sum
      const left = [total, ...parts].filter((id) => !released.has(id))
      const isNought = released.has(total) && values.get(total) === 0
      const follows = isOwn(sum) ? left.length === 1 || isNought : left.join() === total
      if (follows) for (const id of left) released.add(id)
    }
  }
  return counts.map((one) => (released.has(one.id) ? { ...one, released: true } : one))
}

/**
 * Who knows a total: whoever knows every part of it that is not released. A coach of all the sites does, and the only
 * site that is in it; so does a site beside which everybody else released theirs.
 */
export const withWhoKnowsTotals = (counts: readonly Count[], sums: Claims["sums"]): Count[] => {
  const byId = new Map(counts.map((one) => [one.id, one]))
  const knowersOf = new Map(
    sums
      .filter(({ over }) => over === "sites")
      .map(({ total, parts }) => {
        const [first = [], ...others] = parts
          .flatMap((id) => byId.get(id) ?? [])
          .filter(({ released }) => !released)
          .map(({ knownTo }) => knownTo)
        return [total, first.filter((one) => others.every((each) => each.includes(one)))] as const
      }),
  )
  return counts.map((one) => ({ ...one, knownTo: knowersOf.get(one.id) ?? one.knownTo }))
}

const placeIn = (id: string) => id.slice(0, id.indexOf("/"))
