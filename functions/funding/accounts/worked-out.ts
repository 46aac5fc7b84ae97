import type { Planned } from "../../../shared/domain/funding/award-plan.ts"
import { gridOf, paymentRows } from "../../../shared/domain/funding/offer-form.ts"
import type { Profile } from "../../../shared/domain/funding/profile.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { fieldsOf, withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { type OnOffer, offerAnswers } from "./offering.ts"

export const offerAnswersFor = (desk: OnOffer): Entries => fieldsOf(desk.section, offerAnswers(desk))

type Plan = { profile: Profile; payments: Planned[] }

/**
 * What was typed, where a button was pressed that draws the form again: with quarters and payments worked out from the
 * amount, with a payment more or fewer, or as it was. Nothing where the form was sent on.
 */
export const drawnAgain = (
  section: Section,
  typed: Entries,
  plan: (amount: number) => Plan,
): Entries | undefined => {
  if (typed.go === "work out") return workedOut(section, typed, plan)
  if (typed.add !== undefined) return withRow(section, typed, typed.add)
  if (typed.remove !== undefined) return withoutRemoved(typed)
  return typed.go === "change" ? typed : undefined
}

const workedOut = (section: Section, typed: Entries, plan: (amount: number) => Plan): Entries => {
  const { amount } = section.asks
  const read = amount?.read(typed, "amount")
  const parsed = read && "value" in read ? amount?.schema.safeParse(read.value) : undefined
  if (!parsed?.success) return typed
  const { profile, payments } = plan(Number(parsed.data))
  const kept = Object.entries(typed).filter(([name]) => !/^(?:profile|payments)\./.test(name))
  const { profile: grid, payments: rows } = section.asks
  return {
    ...Object.fromEntries(kept),
    ...grid?.write(gridOf(profile), "profile"),
    ...rows?.write(paymentRows(payments) ?? [], "payments"),
  }
}

/** What is sent on from page to page: the answers, and no button. */
export const answersIn = ({ go: _, add: __, remove: ___, key: ____, ...typed }: Entries): Entries => typed
