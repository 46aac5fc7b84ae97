import type * as z from "zod"
import { type Count, count as counted, countWordsOf } from "../../values/count.ts"
import { readWhole } from "../../values/number.ts"
import { type Asked, nothingMissing, type Read, type Wording } from "../question.ts"
import { capital } from "./text.ts"

/** How many, or said to be not known with a reason. Blank is not nought. */
export const count = ({
  least = 0,
  most = 100_000,
  ...wording
}: Wording & { least?: number; most?: number }): Asked<Count> => ({
  ...wording,
  type: "count",
  schema: counted
    .refine((given) => !("number" in given) || (given.number >= least && given.number <= most), {
      error: `${capital(wording.called)} must be between ${least} and ${most.toLocaleString("en-GB")}`,
    })
    .refine((given) => !("notApplicable" in given), {
      error: `${capital(wording.called)} must be a number, or not known with the reason`,
    }) as z.ZodType,
  read: (entries, name): Read => {
    const typed = entries[name]?.trim() ?? ""
    const reason = entries[`${name}.why`]?.trim() ?? ""
    const known = entries[`${name}.is`]
    if (known === "not known")
      return reason
        ? { value: { notKnown: reason } }
        : { problem: "Enter why this is not known", part: "why" }
    if (typed === "") return { blank: true }
    const found = readWhole(typed)
    if ("value" in found) return { value: { number: found.value } }
    return { problem: `${capital(wording.called)} must be a whole number, like 17` }
  },
  write: (value, name): Record<string, string> => {
    const given = value as Count
    if ("number" in given) return { [name]: String(given.number) }
    return "notKnown" in given ? { [`${name}.is`]: "not known", [`${name}.why`]: given.notKnown } : {}
  },
  words: (value) => countWordsOf(value as Count),
  texts: (value) => ("notKnown" in (value as Count) ? [(value as { notKnown: string }).notKnown] : []),
  missing: nothingMissing,
  ask: `Enter ${wording.called}, or say that it is not known`,
  shape: {},
})
