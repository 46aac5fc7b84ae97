import * as z from "zod"
import { oneLine } from "./text.ts"
import { withinWords } from "./words.ts"

const reason = oneLine
  .refine((text) => text !== "", { error: "Say why it is not known" })
  .refine((text) => withinWords(text, 20), { error: "Say why it is not known in 20 words or fewer" })

/** How many: a number, or not known and why, or a question that does not apply. Never blank, never taken for 0. */
export const count = z.union(
  [
    z.strictObject({ number: z.int().nonnegative() }),
    z.strictObject({ notKnown: reason }),
    z.strictObject({ notApplicable: z.literal(true) }),
  ],
  { error: "Enter a whole number, or say in a few words why it is not known" },
)
export type Count = z.infer<typeof count>

const grouped = new Intl.NumberFormat("en-GB")

/** "1,204", "Not known: two sites have not answered", "Not applicable" */
export function countWordsOf(count: Count): string {
  if ("number" in count) return grouped.format(count.number)
  return "notKnown" in count ? `Not known: ${count.notKnown}` : "Not applicable"
}

/** The sum of what is known, and how many counts are not. What does not apply is in neither. */
export const sumCounts = (counts: readonly Count[]): { known: number; unknown: number } => ({
  known: counts.reduce((sum, count) => sum + ("number" in count ? count.number : 0), 0),
  unknown: counts.filter((count) => "notKnown" in count).length,
})
