import * as z from "zod"

/**
 * One whole number that a release may say something of. Its `id` is the same in every release: "HAL/kept/final/numerator".
 * Whether a value was corrected since is found by the release itself.
 */
export type Count = {
  id: string
  /** As it is; nothing where it is not there, which is never a nought. */
  value: number | undefined
  /**
   * `small` counts people or what they answered: hidden under five. `free` counts anything else: shown as it is.
   * `scores` is what the scores of a mean add up to, in units of the mean: never shown by itself.
   */
  kind: "small" | "free" | "scores"
  /**
   * Who knows it whatever is released: the site whose own figure it is, a coach who sees that site. Empty for what people
   * answered directly, and for whatever goes over several sites.
   */
  knownTo: readonly string[]
  /** An information-governance officer released it: shown as it is, unless that would give away somebody else's. */
  released?: boolean
}

/**
 * Parts add up to a total `over` something: "sites", "months", "ages". Parts without a value are left out of it. A total
 * with other parts over the same thing than it had is another total.
 */
export type Sum = { total: string; over: string; parts: readonly string[] }

/**
 * So many of so many, both counts by their ids: shown where both are, and worked out from what is shown of them, so that
 * it says nothing that they do not. Those who are not among the many are a count as well, kept like any other.
 */
export type Share = { id: string; numerator: string; denominator: string }

/** An average to one decimal: `scores` over `n`. A score is `units` to one: 1 where every score is whole, 10 for tenths. */
export type Mean = {
  id: string
  n: string
  scores: string
  units: number
  least: number
  most: number
}

/** All that a release is about, and how it hangs together. The order never matters. */
export type Claims = {
  counts: readonly Count[]
  sums: readonly Sum[]
  shares: readonly Share[]
  means: readonly Mean[]
}

/** What is shown of one cell: a figure; "c" for what is hidden, "x" for what is not there. */
export const cell = z.union([z.strictObject({ shown: z.number() }), z.literal("c"), z.literal("x")])
export type Cell = z.infer<typeof cell>

const cells = z.record(z.string(), cell)

/** What everybody may see of a release, by the ids of the claims: counts, whole percentages, averages to one decimal. */
export const releaseTable = z.strictObject({
  counts: cells,
  shares: cells,
  means: cells,
  /** Counts that an officer released: as they are, neither hidden nor rounded. */
  asTheyAre: z.array(z.string()),
})
export type ReleaseTable = z.infer<typeof releaseTable>

/**
 * Why a cell is hidden: it is small, or depends on one; it would let a small one be worked out. One that was released and
 * would do so is held back: shown like any other, or hidden.
 */
export const reasons = ["small", "second", "held back"] as const
export type Reason = (typeof reasons)[number]

/** One value of a count, from the release in which it first stood: a corrected one is another. */
const variable = z.strictObject({
  /** Its id, and of which correction: "HAL/kept/final/numerator#2". */
  key: z.string(),
  id: z.string(),
  value: z.number(),
  kind: z.enum(["small", "free", "scores"]),
  knownTo: z.array(z.string()),
})

/**
 * What stands behind a release, for whoever may see true counts and nobody else, and what the next release must know of
 * it: only what this release added to those before.
 */
export const releaseTruth = z.strictObject({
  variables: z.array(variable),
  /** By the keys of variables. */
  sums: z.array(z.strictObject({ total: z.string(), over: z.string(), parts: z.array(z.string()) })),
  shares: z.array(
    z.strictObject({ id: z.string(), numerator: z.string(), rest: z.string(), denominator: z.string() }),
  ),
  means: z.array(
    z.strictObject({
      id: z.string(),
      n: z.string(),
      scores: z.string(),
      units: z.number(),
      least: z.number(),
      most: z.number(),
    }),
  ),
  /** What was first shown of each variable, and of each mean ("mean:" and its key). */
  shown: cells,
  /** Variables that are known as they are from this release on. */
  known: z.array(z.string()),
  /** Why what is hidden in this release is hidden, by the ids of the claims. */
  why: z.record(z.string(), z.enum(reasons)),
})
export type ReleaseTruth = z.infer<typeof releaseTruth>

export type Release = {
  table: ReleaseTable
  truth: ReleaseTruth
  /**
   * Small counts for which no other value was found though everything that was not shown before were hidden: somebody can
   * work them out from earlier releases, or with sums that were not claimed from the first release on. Hiding more does
   * not help; whoever makes the release has to know, and decides. Empty otherwise.
   */
  exposed: string[]
}

/** `earlier` is the truth of every release before, oldest first. */
export type MakeRelease = (claims: Claims, earlier: readonly ReleaseTruth[]) => Release
