import type { Context } from "hono"
import { Refused } from "../../domain/refused.ts"
import type { Entries, Problem } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { formOf } from "../body.ts"
import type { SignedIn } from "../env.ts"
import type { Tried } from "./form.tsx"

/** The answers that were typed on the page of a short form; refused where one cannot be read. */
export const readOn = ({ asks }: Section, entries: Entries): Record<string, unknown> => {
  const problems: Problem[] = []
  const answers: Record<string, unknown> = {}
  for (const [key, question] of Object.entries(asks)) {
    const read = question.read(entries, key)
    if ("problem" in read) problems.push({ question: key, part: read.part, says: read.problem })
    else if ("value" in read) answers[key] = read.value
  }
  if (problems.length > 0) throw new Refused("not valid", { problems })
  return answers
}

const statuses = {
  "not valid": 422,
  "not complete": 422,
  "changed by someone else": 409,
  "not possible now": 409,
} as const

const isShown = (refusal: string): refusal is keyof typeof statuses => Object.hasOwn(statuses, refusal)

/** Does what a page asks and goes on; where that is refused, the page comes back with everything that was typed. */
export const submitting = async <Env extends SignedIn>(
  c: Context<Env>,
  does: (typed: Entries) => Promise<string>,
  again: (tried: Tried) => unknown,
  given?: Entries,
) => {
  const typed = given ?? (await formOf(c))
  try {
    return c.redirect(await does(typed), 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { refusal, details } = error
    if (!isShown(refusal)) throw error
    const { problems = [], says, asks, clashes } = details
    const page = await again({
      entries: typed,
      problems,
      says,
      refusal,
      ...(asks && { asks }),
      ...(clashes && { clashes }),
    })
    return c.html(page as string, statuses[refusal])
  }
}
