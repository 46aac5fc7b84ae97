import fc from "fast-check"
import type { Known } from "../../../shared/domain/evaluation/analysis/adding.ts"
import type { GatheredSite } from "../../../shared/domain/evaluation/analysis/gathered.ts"
import { coreMeasureList } from "../../../shared/kinds/measures/core.ts"
import type { Figure, PointOrMonth, Value } from "../../../shared/kinds/measures/figure.ts"
import type { Measure } from "../../../shared/kinds/measures/measure.ts"
import { figuresAt } from "./measured.ts"

export const wholeNumber = fc.integer({ min: 0, max: 60 })
export const someValue = ({ unit }: Pick<Measure, "unit">): fc.Arbitrary<Known> => {
  if (unit === "count") return fc.record({ count: wholeNumber })
  if (unit === "share")
    return fc
      .tuple(wholeNumber, wholeNumber)
      .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }))
  const score = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10)
  return unit === "mean"
    ? fc.record({ mean: score, n: wholeNumber })
    : fc.record({ amount: score, n: fc.integer({ min: 1, max: 9 }) })
}
const gap: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  { notKnown: "The records are on paper until January", knownBy: "2018-01-31" },
  { notApplicable: "Nobody of the group lives there" },
)
export const months = ["2017-10", "2017-11", "2017-12", "2018-01"] as const
const times: readonly PointOrMonth[] = ["baseline", "final", ...months]

/** Sites of which each has said something, or a gap, or nothing, of every core measure at every time. */
export const programme: fc.Arbitrary<GatheredSite[]> = fc
  .array(
    fc.tuple(
      ...times.map((at) =>
        fc
          .tuple(
            ...coreMeasureList.map((measure) =>
              fc.option(
                fc.oneof({ arbitrary: someValue(measure), weight: 4 }, { arbitrary: gap, weight: 1 }),
              ),
            ),
          )
          .map((values) => ({
            at,
            figures: values.flatMap((value, n): Figure[] => {
              const measure = coreMeasureList[n]?.id
              return value === null || !measure ? [] : [{ measure, value }]
            }),
          })),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((sites) =>
    sites.map((said, n) => ({
      organisation: `site-${n}`,
      name: `Site ${n}`,
      from: "2017-10-01",
      to: "2018-01-31",
      figures: said.map((one) => figuresAt(`site-${n}`, one)),
    })),
  )
