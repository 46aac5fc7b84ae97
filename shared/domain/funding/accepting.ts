import * as z from "zod"
import { usagePosting } from "../../form/posting.ts"
import type { Account } from "./account.ts"
import { countingOf } from "./balances.ts"
import { figures } from "./figures.ts"
import type { Condition } from "./payment.ts"
import { live, refuse, verb } from "./verb.ts"

/** A return of spending counts from now on: in the place of what was accepted for the same period before. */
export const acceptingReturn = verb({
  given: figures.omit({ acceptedBy: true, at: true, reopened: true }),
  does: (before, given, { by, at }) => {
    live(before)
    notCertified(before)
    const last = countingOf(before).at(-1)
    if (last && last.round !== given.round && last.to >= given.to)
      refuse(`${last.title} is accepted, and stands on what was accepted before it.`)
    const same = before.figures.find(({ round }) => round === given.round)
    if (same && !same.reopened) refuse(`${same.title} is accepted already, by ${same.acceptedBy.name}.`)
    notAuthorisedBy(before, by.person, (one) => one.is === "return accepted" && one.round === given.round)
    return {
      ...before,
      figures: [...before.figures.filter((one) => one !== same), { ...given, acceptedBy: by, at }],
    }
  },
})

/** The last return that counts is opened again, and counts for nothing until it is accepted again. */
export const reopeningReturn = verb({
  given: z.object({ round: z.string(), because: z.string() }),
  does: (before, { round, because }, { by, at }) => {
    live(before)
    notCertified(before)
    const counting = countingOf(before)
    const found = counting.find((one) => one.round === round)
    if (!found) return refuse("It is not accepted.")
    const later = counting.at(-1)
    if (later !== found)
      refuse(`${later?.title} is accepted, and stands on it. What was wrong is corrected in the next return.`)
    return {
      ...before,
      figures: before.figures.map((one) => (one === found ? { ...one, reopened: { because, by, at } } : one)),
    }
  },
})

/** The certified statement of grant usage: from now on its figures are what was spent. */
export const acceptingStatement = verb({
  given: usagePosting.extend({ reference: z.string(), version: z.int(), certifiedBy: z.string() }),
  does: (before, given, { by, at }) => {
    live(before)
    if (before.usage) refuse(`The statement is accepted already, by ${before.usage.acceptedBy.name}.`)
    notAuthorisedBy(before, by.person, (one) => one.is === "statement accepted")
    return { ...before, usage: { ...given, acceptedBy: by, at } }
  },
})

export const reopeningStatement = verb({
  given: z.object({ because: z.string() }),
  does: ({ usage, ...before }) => {
    live(before)
    if (!usage) refuse("It is not accepted.")
    if (before.reconciled) refuse("The award is reconciled with it.")
    return before
  },
})

const notCertified = ({ usage }: { usage?: unknown }) => {
  if (usage) refuse("The statement of grant usage is accepted, and stands on what was accepted before it.")
}

/** What is accepted anew is accepted by somebody who did not authorise the payment that waited for it. */
const notAuthorisedBy = ({ payments }: Account, person: string, waitsFor: (one: Condition) => boolean) => {
  if (
    payments.some(
      ({ condition, authorised }) => waitsFor(condition) && authorised && authorised.by.person === person,
    )
  )
    refuse("You authorised the payment that waits for it. Another person accepts it.")
}
