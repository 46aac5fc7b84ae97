import { coreMeasureList } from "../../../kinds/measures/core.ts"
import type { Measure } from "../../../kinds/measures/measure.ts"
import { canonical } from "../../../values/canonical.ts"
import { measureOfAnswers } from "../answers/as-measures.ts"
import type { GatheredSite } from "./gathered.ts"
import type { MeasureTable } from "./table.ts"

export type Keyed = MeasureTable["measures"][number] & {
  /** Which sites measure it so. */
  at: string[]
}

const order = { core: 0, library: 1, site: 2 } as const

/**
 * What the sites measure, the core first, then the library, then what is one site’s own. Two sites measure the same only
 * where its words are the same: a measure of another definition stands by itself.
 */
export const measuresOf = (sites: readonly GatheredSite[]): Keyed[] => {
  const all = new Map<string, Keyed>()
  const known = new Map<string, string>()
  for (const site of sites.toSorted((a, b) => a.organisation.localeCompare(b.organisation)))
    for (const one of measuresAt(site)) {
      const sameWords = (known.get(one.id) ?? wordsOf(one)) === wordsOf(one)
      if (one.of !== "site" && sameWords) known.set(one.id, wordsOf(one))
      const own = one.of === "site" || !sameWords
      const key = own ? `${site.organisation}.${one.id}` : one.id
      const before = all.get(key)
      all.set(key, {
        key,
        ...(own && { site: site.organisation }),
        measure: before ? together(before.measure, one) : one,
        at: [...(before?.at ?? []), site.organisation],
      })
    }
  return [...all.values()].sort(
    (a, b) =>
      order[a.measure.of] - order[b.measure.of] ||
      placeInCore(a.measure) - placeInCore(b.measure) ||
      a.key.localeCompare(b.key),
  )
}

/** As the site agreed them, the core alone where nothing is agreed; and what people there answered besides. */
export const measuresAt = ({ plan, answers = [] }: GatheredSite): readonly Measure[] => {
  const agreed = plan?.measures ?? coreMeasureList
  const others = new Set(
    answers.map(({ measure }) => measure).filter((id) => !agreed.some((one) => one.id === id)),
  )
  return [...agreed, ...[...others].sort().flatMap((id) => measureOfAnswers(id) ?? [])]
}

const placeInCore = ({ id }: Measure) => coreMeasureList.findIndex((one) => one.id === id)

const wordsOf = ({ name, definition, unit, counts, outOf, scale, acrossSites, acrossTime }: Measure) =>
  canonical({
    name,
    definition,
    unit,
    counts,
    acrossSites,
    acrossTime,
    ...(outOf !== undefined && { outOf }),
    ...(scale && { scale }),
  })

/** Small numbers of it are hidden everywhere where they are at one of them. */
const together = (one: Measure, other: Measure): Measure => ({
  ...one,
  hidesSmall: one.hidesSmall || other.hidesSmall,
  points: one.points.length >= other.points.length ? one.points : other.points,
})
