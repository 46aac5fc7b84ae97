import * as z from "zod"

/** The three heads of the evaluation. */
export const levels = {
  people: "People, and those around them",
  workers: "Named social workers",
  system: "The wider system",
} as const
export type Level = keyof typeof levels

/** What one value of a measure is made of. */
export const units = {
  count: "A number of people or of things",
  share: "So many of so many",
  mean: "An average score, and of how many",
  amount: "An amount, such as hours or days",
} as const
export type Unit = keyof typeof units

export const directions = { more: "More is better", less: "Less is better", neither: "Neither" } as const

/** How values of several sites become one. */
export const acrossSites = {
  sum: "Added up",
  ratio: "All numerators over all denominators",
  weighted: "The average, weighted by how many",
} as const
export type AcrossSites = keyof typeof acrossSites

/** How values of several periods of one site become one. */
export const acrossTime = { sum: "Added up", last: "As it was at the end" } as const
export type AcrossTime = keyof typeof acrossTime

/** When it is measured. */
export const points = { baseline: "Baseline", midpoint: "Midpoint", final: "Final" } as const
export type Point = keyof typeof points
export const pointNames = Object.keys(points) as Point[]

/** Who is asked for it: the site in its return, the monthly tally, or people directly, past the site. */
export const sources = {
  return: "The site, in its return",
  tally: "The monthly tally",
  answers: "People themselves, straight to the evaluator",
} as const

const names = <Table extends Record<string, unknown>>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]])

/** What a measure is, as it is agreed: its words do not change from the baseline on. */
export const measure = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/i),
  of: z.enum(["core", "library", "site"]),
  name: z.string(),
  level: names(levels),
  /** The question that it answers. */
  question: z.string(),
  definition: z.string(),
  unit: names(units),
  /** What is counted or scored, in the middle of a sentence: "people", "days a week". */
  counts: z.string(),
  /** Of what, where it is so many of so many. */
  outOf: z.string().optional(),
  /** Of a score: the least and the most. */
  scale: z.strictObject({ least: z.number(), most: z.number() }).optional(),
  direction: names(directions),
  acrossSites: names(acrossSites),
  acrossTime: names(acrossTime),
  from: names(sources),
  /** Where the figures come from: "case records", "a form at the review". */
  source: z.string(),
  collectedBy: z.string().optional(),
  /** A tool of somebody else, and whether there is a licence for it. Its questions are never in this service. */
  tool: z.strictObject({ name: z.string(), licensed: z.boolean() }).optional(),
  points: z.array(names(points)).min(1),
  /** Which measure of the core or the library it goes with. */
  maps: z.string().optional(),
  /** Whether it counts people who are supported, or what they, families or staff answered: small numbers of it are hidden. */
  hidesSmall: z.boolean(),
  /** A measure with another definition that it takes the place of, and how the two can be read together. */
  bridge: z.strictObject({ takesPlaceOf: z.string(), note: z.string() }).optional(),
  /** Why there is no baseline of it, where it came after the baseline. */
  noBaseline: z.string().optional(),
})
export type Measure = z.infer<typeof measure>
