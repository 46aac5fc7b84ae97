import { londonDate } from "../../values/london.ts"
import { findPersonalData } from "../../values/personal-data.ts"
import { cleaned } from "../../values/text.ts"
import { countWords } from "../../values/words.ts"
import { Refused } from "../refused.ts"
import type { Context } from "./context.ts"

/**
 * A reason as it may be kept: 100 words, clean, and without an identifier of a person. What only looks like one
 * is let through, because a reason has no place to say what it is instead.
 */
export const noted = (
  note: string,
  { workMailDomains, at }: Pick<Context, "workMailDomains" | "at">,
  question = "note",
) => {
  const notValid = (says: string) => new Refused("not valid", { problems: [{ question, says }] })
  const clean = cleaned.safeParse(note)
  if (!clean.success) throw notValid(clean.error.issues[0]?.message ?? "Enter a reason")
  const words = countWords(clean.data)
  if (words === 0) throw notValid("Enter a reason")
  if (words > 100) throw notValid(`The reason must be 100 words or fewer. You have ${words}`)
  if (clean.data.length > 1_000) throw notValid("The reason must be 1,000 characters or fewer")
  const blocked = findPersonalData(clean.data, { workMailDomains, today: londonDate(at) }).filter(
    ({ severity }) => severity === "block",
  )
  if (blocked.length > 0)
    throw new Refused("personal data", {
      problems: blocked.map(({ says }) => ({ question, says })),
    })
  return clean.data
}
