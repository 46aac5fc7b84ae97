import * as z from "zod"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { Role } from "../people/role.ts"

/**
 * What is written to people of a site about its money: saved with the move that it tells of. `path` is the page it is
 * about; the words are kept as they were written.
 */
export const fundingLetter = z.object({
  letter: z.literal("funding"),
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  subject: z.string(),
  lines: z.array(z.string()),
  path: z.string(),
  at: z.iso.datetime(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).min(1),
})
export type FundingLetter = z.infer<typeof fundingLetter>

type About = Pick<FundingLetter, "id" | "organisation" | "phase" | "subject" | "lines" | "path">
type To = { members: readonly Member[]; roles: readonly Role[]; at: Date }

/** To everybody who holds one of these roles now, each once; none where nobody does. */
export const letterTo = (about: About, { members, roles, at }: To): FundingLetter[] => {
  const to = members
    .filter((one) => isLive(one, at) && roles.includes(one.role))
    .filter(({ email }, index, all) => all.findIndex((one) => one.email === email) === index)
    .map(({ name, email, role }) => ({ name, email, role }))
  return to.length === 0 ? [] : [{ letter: "funding", ...about, at: at.toISOString(), to }]
}
