import * as z from "zod"
import { plainDate } from "../values/london.ts"

const lines = z.record(z.string(), z.int())

/**
 * What a return of spending comes to in the account of a site, whatever its form asks. Amounts are pence, by head of
 * cost; `spent` is by financial year ("2017-18") as well, since a period may lie in two.
 */
export const posting = z.object({
  /** What was spent in the period it covers. Never negative: what was wrong before is a correction. */
  spent: z.array(z.object({ year: z.string(), row: z.string(), amount: z.int().min(0) })),
  /** What an earlier return had wrong: a signed amount for each, with why. */
  corrections: z.array(
    z.object({
      id: z.string(),
      round: z.string(),
      year: z.string(),
      row: z.string(),
      amount: z.int(),
      because: z.string(),
    }),
  ),
  /** Had, and not paid for yet, at the end of the period. */
  accrued: lines,
  /** Promised to somebody, and neither had nor paid for. It is part of what is expected. */
  committed: lines,
  /** What is expected after the period, by quarter where the form asks for it; else up to the last day of the pilot. */
  forecast: z.array(z.object({ to: plainDate, row: z.string(), amount: z.int().min(0) })),
  /** Money moved from one head of cost to another, in what is left of the profile. */
  virements: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      amount: z.int().positive(),
      because: z.string(),
    }),
  ),
  /** Of what was over the limit, each with why: the next return shows it beside its own. */
  reasons: z.array(z.object({ row: z.string(), reason: z.string(), words: z.string() })),
  /** What is to become of money that will not be spent. */
  underspend: z.object({ plan: z.string(), words: z.string() }).optional(),
  /** The version of the award's profile that its variance is worked out against. */
  profile: z.int().optional(),
})
export type Posting = z.infer<typeof posting>

export const emptyPosting: Posting = {
  spent: [],
  corrections: [],
  accrued: {},
  committed: {},
  forecast: [],
  virements: [],
  reasons: [],
}

/** A statement of grant usage as it counts: pence by financial year, and what was not used. */
export const usagePosting = z.object({
  used: z.record(z.string(), z.int().min(0)),
  unspent: z.int().min(0),
  because: z.string().optional(),
})
export type UsagePosting = z.infer<typeof usagePosting>
