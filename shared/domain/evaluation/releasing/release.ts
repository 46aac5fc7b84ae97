import type { GatheredSite } from "../analysis/gathered.ts"
import { type MeasureTable, missingMark } from "../analysis/table.ts"
import { trueTable } from "../analysis/true-table.ts"
import { makeRelease as release } from "../disclosure/release.ts"
import type { ReleaseTruth } from "../disclosure/types.ts"
import { moreOfTheRule, theRule } from "../disclosure/words.ts"
import { claimsOf } from "./claims.ts"
import type { ReleasedFigure } from "./released-figure.ts"
import { quantitiesIn, suppressed } from "./suppressed.ts"

/** What a release would be, with the true counts behind it: for the evaluator, until it is made. */
export type Draft = {
  table: MeasureTable
  shown: number
  hidden: number
  truth: { table: MeasureTable; truth: ReleaseTruth }
  /** Small counts that earlier releases would give away together with this one: it is not to be made. */
  exposed: string[]
}

/**
 * The one place in which a table is suppressed: everybody who may not see true counts reads what this made, and nothing
 * else makes one. `earlier` is what stands behind every release before, oldest first.
 */
export const draftRelease = (
  phase: string,
  sites: readonly GatheredSite[],
  released: readonly ReleasedFigure[],
  earlier: readonly ReleaseTruth[],
): Draft => {
  const table = trueTable(phase, sites)
  const made = release(claimsOf(table, sites, released), earlier)
  const shown = suppressed(table, made.table)
  return {
    table: shown,
    ...quantitiesIn(shown),
    truth: { table, truth: made.truth },
    exposed: made.exposed,
  }
}

/** The rule in the words of the day, printed beside every table that is made by it. */
export const ruleNow = {
  edition: "below 5, nearest 5",
  words: [
    theRule,
    `${missingMark} means that there is no figure: why is said beside it.`,
    moreOfTheRule.totals,
    "A change is the difference of the two figures as they are shown.",
    moreOfTheRule.asTheyAre,
  ],
}
