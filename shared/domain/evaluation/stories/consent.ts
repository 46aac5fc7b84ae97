import * as z from "zod"
import { type PlainDate, plainDate } from "../../../values/london.ts"
import { type AgeBand, ageBands, deciders, seenHow, type Use, useNames } from "./consent-texts.ts"

const who = z.object({ person: z.string(), name: z.string() })
const stamp = z.object({ by: who, at: z.iso.datetime() })
const keysOf = <Of extends Record<string, unknown>>(of: Of) =>
  Object.keys(of) as [keyof Of & string, ...(keyof Of & string)[]]

/** How it was decided, in the words of whoever asked. */
const decision = z.object({
  /** The person decided: what helped them to. */
  support: z.string().optional(),
  /** Under 16: the young person's own view. */
  ownView: z.string().optional(),
  power: z.enum(["attorney", "deputy"]).optional(),
  /** In their best interests: who decided, who was asked, why sharing helps this person. */
  decisionMaker: z.string().optional(),
  consulted: z.string().optional(),
  helps: z.string().optional(),
})

/**
 * One time that somebody was asked: of one version of the story as they saw it, with a day by which they are asked again.
 * Another use is another consent, with a date of its own; the last one counts, whole.
 */
export const consent = decision.extend({
  edition: z.string(),
  version: z.int(),
  band: z.enum(keysOf(ageBands)),
  decided: z.enum(keysOf(deciders)),
  uses: z.object(Object.fromEntries(useNames.map((use) => [use, z.boolean()])) as Record<Use, z.ZodBoolean>),
  seenOn: plainDate,
  seenHow: z.enum(keysOf(seenHow)),
  easyRead: z.boolean(),
  askedBy: z.string(),
  askedOn: plainDate,
  reviewBy: plainDate,
  recorded: stamp,
  /** Decided in somebody's best interests: why more than the pilot team may read it, as the officer has it. */
  whyMore: stamp.extend({ says: z.string() }).optional(),
})
export type Consent = z.infer<typeof consent>

/** The consent that counts for a version: the last that was given to it. */
export const consentTo = (consents: readonly Consent[], version: number): Consent | undefined =>
  consents.findLast((one) => one.version === version)

/** What was agreed: in somebody's best interests no more than the pilot team, unless an officer has said why. */
export const agreedUses = ({
  uses,
  decided,
  whyMore,
}: Pick<Consent, "uses" | "decided" | "whyMore">): Use[] =>
  useNames.filter((use) => uses[use] && (use === "team" || decided !== "best interests" || whyMore))

/** Whether an officer has to say why before all that was answered with yes counts. */
export const waitsForReason = (one: Pick<Consent, "uses" | "decided" | "whyMore">): boolean =>
  agreedUses(one).length < useNames.filter((use) => one.uses[use]).length

/** The day after which it is used no further, until somebody was asked again. */
export const isPast = ({ reviewBy }: { reviewBy: PlainDate }, today: PlainDate) => reviewBy < today

/** The longest that a consent stands: a year for whoever is under 18, two for everybody else. */
export const reviewMonths = (band: AgeBand) => (band === "under 16" || band === "16 or 17" ? 12 : 24)
