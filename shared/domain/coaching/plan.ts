import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { sectionItem } from "../submissions/submission.ts"

const who = z.object({ person: z.string(), name: z.string() })
const stamp = z.object({ by: who, at: z.iso.datetime() })

/** Whose word a version needs: both, in any order. */
export const planSides = ["the site", "the programme"] as const
export type PlanSide = (typeof planSides)[number]

/** What becomes of a version that was proposed, in the words of every list. */
export const planFates = {
  proposed: "Proposed, not agreed yet",
  agreed: "Agreed by both",
  "not yet": "Not agreed: opened again",
  "taken back": "Taken back by the site",
} as const
export type PlanFate = keyof typeof planFates

/** What is listed of a version: its text is a record of its own. Each word covers the text with this hash. */
const listed = stamp.extend({
  version: z.int(),
  hash: z.string(),
  fate: z.enum(Object.keys(planFates) as [PlanFate, ...PlanFate[]]),
  agreements: z.array(stamp.extend({ side: z.enum(planSides), hash: z.string() })),
  /** When it was agreed by both, or opened again. */
  ended: stamp.optional(),
})
export type ListedVersion = z.infer<typeof listed>

/** What became of a milestone after it was agreed: the agreed text stays as it is. */
const life = z.object({
  moved: z.array(stamp.extend({ from: plainDate, to: plainDate, because: z.string() })),
  done: stamp.extend({ on: plainDate, says: z.string() }).optional(),
})
export type MilestoneLife = z.infer<typeof life>

/** Where the first draft came from. */
export const planOrigins = {
  promise: "your expression of interest",
  "plan before": "the plan of the phase before",
  nothing: "an empty page",
} as const
export type PlanOrigin = keyof typeof planOrigins

/**
 * The pilot plan of one site in one phase: the draft that its writers share, every version that was proposed and what
 * became of it, and the life of its milestones.
 */
export const plan = z.object({
  id: z.literal("plan"),
  organisation: z.string(),
  phase: z.string(),
  state: z.enum(["draft", "proposed", "agreed"]),
  sections: z.record(z.string(), sectionItem),
  began: stamp.extend({
    from: z.enum(Object.keys(planOrigins) as [PlanOrigin, ...PlanOrigin[]]),
    /** The questions that were filled in. */
    answered: z.array(z.string()),
  }),
  versions: z.array(listed),
  milestones: z.record(z.string(), life),
  revision: z.int(),
})
export type Plan = z.infer<typeof plan>

/** The version that counts: the last one that both agreed. */
export const agreedOf = ({ versions }: Pick<Plan, "versions">): ListedVersion | undefined =>
  versions.findLast(({ fate }) => fate === "agreed")

/** The version that waits for somebody's word. */
export const proposedOf = ({ versions }: Pick<Plan, "versions">): ListedVersion | undefined =>
  versions.findLast(({ fate }) => fate === "proposed")

/** Whose word a version still needs. */
export const waitsFor = ({ agreements }: Pick<ListedVersion, "agreements">): PlanSide[] =>
  planSides.filter((side) => !agreements.some((one) => one.side === side))

/** The number that the next version will have. */
export const nextVersion = ({ versions }: Pick<Plan, "versions">) => (versions.at(-1)?.version ?? 0) + 1
