import { expect, test } from "vitest"
import { attackOn } from "../../disclosure/attack.ts"
import { inventedProgramme } from "../../disclosure/programme.ts"

const seeds = (many: number) => Array.from({ length: many }, (_, at) => at + 1)

/** Ten thousand of them, and other ones: npm run test:disclosure -- --programmes 10000 --from 1 */
test("nobody works out a hidden count from what is released, neither everybody nor any site", () => {
  const outcomes = seeds(32).map((seed) => attackOn(inventedProgramme(seed)))
  expect(outcomes.flatMap(({ pins }) => pins)).toEqual([])
  expect(outcomes.flatMap(({ exposed }) => exposed)).toEqual([])
  const sum = (of: (one: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((all, one) => all + of(one), 0)
  expect(sum(({ wanted }) => wanted)).toBeGreaterThan(1_000)
  expect(sum(({ attempts }) => attempts)).toBeGreaterThan(8_000)
  expect(sum(({ second }) => second)).toBeLessThan(sum(({ cells }) => cells) / 50)
  const toldMore = outcomes.filter(({ told }) => told.length > 0)
  expect(toldMore.filter(({ untold }) => untold === 0)).toEqual([])
})

test("without second cells the attack succeeds, in one programme of eleven at the least", () => {
  const open = seeds(32).map((seed) => attackOn(inventedProgramme(seed), { secondCells: false }))
  const workedOut = open.filter(({ pins }) => pins.length > 0)
  expect(workedOut.length).toBeGreaterThanOrEqual(3)
  expect(workedOut.flatMap(({ pins }) => pins).some(({ who }) => who !== "everybody")).toBe(true)
})
