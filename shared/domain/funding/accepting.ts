import * as z from "zod"
import { usagePosting } from "../../form/posting.ts"
import { pounds } from "../../values/money.ts"
import type { Account } from "./account.ts"
import { countingOf, leftIn, profileNow } from "./balances.ts"
import { type Figures, figures } from "./figures.ts"
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
    standing(before, given)
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

/** Nothing that was accepted is lost, counted twice or taken below nothing by what is accepted after it. */
const standing = (before: Account, given: Given) => {
  const others = before.figures.filter(({ round }) => round !== given.round)
  const open = others.find(({ reopened, to }) => reopened && to < given.to)
  if (open) refuse(`${open.title} was opened again. It is accepted first: this one stands on it.`)
  const counting = countingOf({ figures: others })
  const wrong = belowNothing(counting, given) ?? movedTooMuch({ ...before, figures: others }, given)
  if (wrong) refuse(`${wrong} It was otherwise when this was written: send it back.`)
}

type Given = Omit<Figures, "acceptedBy" | "at" | "reopened">

/** The first correction that would leave less than nothing of what was spent on a line. */
const belowNothing = (counting: readonly Figures[], given: Given): string | undefined => {
  const all = [...counting, given]
  const lines = all.flatMap(({ round, posting }) => [
    ...posting.spent.map((one) => ({ ...one, round })),
    ...posting.corrections,
  ])
  for (const { round, year, row } of given.posting.corrections) {
    const found = all.find((one) => one.round === round)
    if (!found) return "It corrects a return that is not accepted any more."
    const left = lines
      .filter((one) => one.round === round && one.year === year && one.row === row)
      .reduce((sum, { amount }) => sum + amount, 0)
    if (left < 0) return `It takes ${pounds(-left)} more from ${found.title} than was spent there.`
  }
  return undefined
}

/** The first head of cost that has less left in the profile than is moved from it. */
const movedTooMuch = (before: Account, { posting, to }: Given): string | undefined => {
  const profile = profileNow(before)
  for (const head of new Set(posting.virements.map(({ from }) => from))) {
    const taken = posting.virements
      .filter(({ from }) => from === head)
      .reduce((sum, { amount }) => sum + amount, 0)
    const left = leftIn(profile, head, to)
    if (taken > left) return `It moves ${pounds(taken)} from a head of cost that has ${pounds(left)} left.`
  }
  return undefined
}

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
