import * as z from "zod"
import { sha256 } from "../../values/hash.ts"
import type { Account } from "./account.ts"
import { actualByRow, countingOf } from "./balances.ts"
import { sumOf } from "./profile.ts"

/** What is accepted of one return of one site: pence, with every correction that it made. */
export const claim = z.object({
  organisation: z.string(),
  name: z.string(),
  round: z.string(),
  title: z.string(),
  amount: z.int(),
})
export type Claim = z.infer<typeof claim>

/** Claims that were chosen together, and what they were chosen from: with the seed anybody can choose them again. */
export const sample = z.object({
  id: z.string(),
  phase: z.string(),
  seed: z.string(),
  /** How much of all that was accepted, by value: a percentage. */
  rate: z.int(),
  /** What was accepted in all, and what of it was chosen. */
  total: z.int(),
  value: z.int(),
  claims: z.int(),
  chosen: z.array(claim).min(1),
  by: z.object({ person: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type Sample = z.infer<typeof sample>

/** At least a tenth by value; more where somebody wants more. */
export const leastRate = 10

/** What is accepted of every site, in no order that matters. */
export const claimsOf = (accounts: readonly Account[]): Claim[] =>
  accounts.flatMap((one) =>
    countingOf(one).map((figures) => ({
      organisation: one.organisation,
      name: one.name,
      round: figures.round,
      title: figures.title,
      amount: sumOf(actualByRow([figures])),
    })),
  )

/** Where a claim stands in the order of a seed: the hash of both, which nobody can steer. */
const placeOf = (seed: string, { organisation, round }: Claim): string =>
  sha256(JSON.stringify([seed, organisation, round]))

/**
 * Claims in the order of the seed, until they come to the rate by value: always one, where there is any. A claim that
 * comes to nothing, or gives something back, counts for nothing, and is passed over while another is left.
 */
export const chosenFrom = (claims: readonly Claim[], { seed, rate }: Pick<Sample, "seed" | "rate">) => {
  const size = ({ amount }: Claim) => Math.max(0, amount)
  const ordered = claims
    .map((one) => ({ one, place: placeOf(seed, one) }))
    .sort((a, b) => Number(size(a.one) === 0) - Number(size(b.one) === 0) || (a.place < b.place ? -1 : 1))
    .map(({ one }) => one)
  const total = ordered.reduce((sum, one) => sum + size(one), 0)
  const chosen: Claim[] = []
  let value = 0
  for (const one of ordered) {
    if (chosen.length > 0 && value * 100 >= total * rate) break
    chosen.push(one)
    value += size(one)
  }
  return { total, value, claims: claims.length, chosen }
}

/** In the words of its page, so that anybody can do it again without us. */
export const howChosen = [
  "Each claim is written as JSON: a list of the seed, the site and the return, without blanks. The claims are put in the order of the SHA-256 hash of that, in hexadecimal; those that come to nothing are put last.",
  "They are taken from the first until what is taken comes to the rate of all that was accepted, by value: always one at least.",
]
