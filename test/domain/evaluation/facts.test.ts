import { expect, test } from "vitest"
import { evaluationFactsOf, promisedIn } from "../../../shared/domain/evaluation/facts.ts"
import { coreMeasures } from "../../../shared/kinds/measures/core.ts"
import type { Figures } from "../../../shared/kinds/measures/figure.ts"

const said = (point: Figures["point"], at: string): Figures => ({
  organisation: "halton",
  phase: "NSW2",
  round: `r-${point}`,
  kind: "any",
  title: point,
  point,
  reference: "NSW2-HAL-V-7K3PQ4",
  version: 1,
  at,
  state: "sent",
  figures: [],
  revision: 1,
})

test("what was said before is in the order of what it is of, whenever it was sent; a return never stands before itself", () => {
  const figures = [
    said("2018-02", "2018-03-01T09:00:00.000Z"),
    said("final", "2018-05-01T09:00:00.000Z"),
    said("midpoint", "2018-01-08T09:00:00.000Z"),
    said("2018-01", "2018-02-01T09:00:00.000Z"),
    said("baseline", "2018-04-01T09:00:00.000Z"),
    said("2018-04", "2018-05-01T09:00:00.000Z"),
  ]
  const { earlier, measures, version } = evaluationFactsOf(
    { figures, promised: {} },
    { id: "r-2018-02", to: "2018-03-31" },
  )
  expect(earlier.map(({ point }) => point)).toEqual(["baseline", "2018-01", "midpoint"])
  expect(version).toBe(0)
  expect(measures).toHaveLength(Object.keys(coreMeasures).length)
})

test("the pilot plan promises people, and days of one worker on average; what it does not say it does not promise", () => {
  const team = [
    { id: "a", role: "Named social worker", number: 3, days: 2.5 },
    { id: "b", role: "Senior", number: 1, days: 1 },
    { id: "c", role: "Administrator", number: 2 },
  ]
  expect(promisedIn({ people: { number: 17 }, team })).toEqual({ people: 17, days: 2.1 })
  expect(promisedIn({ people: { notKnown: "Not counted yet." }, team: [] })).toEqual({})
  expect(promisedIn({})).toEqual({})
})
