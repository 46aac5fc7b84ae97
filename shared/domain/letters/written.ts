import * as z from "zod"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { Role } from "../people/role.ts"

const written = z.object({
  id: z.string(),
  subject: z.string(),
  lines: z.array(z.string()),
  path: z.string(),
  at: z.iso.datetime(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).min(1),
})

/**
 * What is written to people about a move, in words that are kept as they were written and saved with it. `path` is the
 * page that it is about.
 */
export const fundingLetter = written.extend({
  letter: z.literal("funding"),
  organisation: z.string(),
  phase: z.string(),
})
export type FundingLetter = z.infer<typeof fundingLetter>

/** The same about the coaching of a site in a phase. */
export const coachingLetter = fundingLetter.extend({ letter: z.literal("coaching") })
export type CoachingLetter = z.infer<typeof coachingLetter>

/** The same about what is shared between sites. */
export const learningLetter = written.extend({ letter: z.literal("learning") })
export type LearningLetter = z.infer<typeof learningLetter>

/** The same about the evaluation of a site in a phase; to whom a story goes holds no word of it. */
export const evaluationLetter = fundingLetter.extend({ letter: z.literal("evaluation") })
export type EvaluationLetter = z.infer<typeof evaluationLetter>

export type WrittenLetter = FundingLetter | CoachingLetter | LearningLetter | EvaluationLetter

type To = { members: readonly Member[]; roles: readonly Role[]; at: Date }
type About<Letter extends WrittenLetter> = Omit<Letter, "letter" | "at" | "to">

const addressed =
  <Letter extends WrittenLetter>(letter: Letter["letter"]) =>
  /** To everybody who holds one of these roles now, each once; none where nobody does. */
  (about: About<Letter>, { members, roles, at }: To): Letter[] => {
    const to = members
      .filter((one) => isLive(one, at) && roles.includes(one.role))
      .filter(({ email }, index, all) => all.findIndex((one) => one.email === email) === index)
      .map(({ name, email, role }) => ({ name, email, role }))
    return to.length === 0 ? [] : [{ letter, ...about, at: at.toISOString(), to } as unknown as Letter]
  }

export const letterTo = addressed<FundingLetter>("funding")
export const coachingLetterTo = addressed<CoachingLetter>("coaching")
export const learningLetterTo = addressed<LearningLetter>("learning")
export const evaluationLetterTo = addressed<EvaluationLetter>("evaluation")
