import * as z from "zod"
import { oneLine } from "../../shared/values/text.ts"

/** Letters that turn the reading direction could show one name as another. */
const turns = /[\u202a-\u202e\u2066-\u2069]/

const name = oneLine.pipe(
  z
    .string()
    .min(1)
    .max(100)
    .refine((one) => !turns.test(one)),
)

/** A name as it is kept, beside what somebody saves and in letters: one line, of letters that can be shown. */
export const nameOf = (typed: string): string | undefined => name.safeParse(typed).data
