import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { type Point, pointNames } from "./measure.ts"

const whole = z.int().nonnegative()

/**
 * One value of a measure. What is not known has a reason and a day by which it will be known; what does not apply has a
 * reason. Neither is ever a nought, in a sum or anywhere.
 */
export const value = z.union([
  z.strictObject({ count: whole }),
  z.strictObject({ numerator: whole, denominator: whole }),
  z.strictObject({ mean: z.number(), n: whole }),
  /** `n` is of how many it is the average, where it is one. */
  z.strictObject({ amount: z.number(), n: whole.optional() }),
  z.strictObject({ notKnown: z.string(), knownBy: plainDate }),
  z.strictObject({ notApplicable: z.string() }),
])
export type Value = z.infer<typeof value>

export const isKnown = (one: Value) => !("notKnown" in one || "notApplicable" in one)

/** What may have made the difference. "Cannot tell" is a respectable answer. */
export const attributions = {
  anyway: "It would have happened anyway",
  helped: "The pilot helped",
  main: "The pilot was the main cause",
  "cannot-tell": "We cannot tell",
} as const

/** A value with where it comes from. */
export const figure = z.strictObject({
  measure: z.string(),
  value,
  /** The day of the data. */
  on: plainDate.optional(),
  method: z.string().optional(),
  /** Of those it is about, the whole percentage whose data is in it. */
  complete: z.int().min(0).max(100).optional(),
  attribution: z.enum(Object.keys(attributions) as [keyof typeof attributions]).optional(),
  /** Why so, in the words of the site. */
  because: z.string().optional(),
})
export type Figure = z.infer<typeof figure>

/** "2017-12": a month that was tallied. */
export const talliedMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

export const pointOrMonth = z.union([z.enum(pointNames as [Point, ...Point[]]), talliedMonth])
export type PointOrMonth = z.infer<typeof pointOrMonth>

/**
 * What one return of a site says in figures, kept beside it as it is sent: one item for each return, the same whatever
 * was sent before. `state` follows what becomes of the return.
 */
export const figures = z.object({
  organisation: z.string(),
  phase: z.string(),
  round: z.string(),
  kind: z.string(),
  title: z.string(),
  point: pointOrMonth,
  reference: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  state: z.enum(["sent", "accepted", "open again"]),
  figures: z.array(figure),
  revision: z.int(),
})
export type Figures = z.infer<typeof figures>
