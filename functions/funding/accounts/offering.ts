import { isDated } from "../../../shared/domain/calendar/owed.ts"
import type { Account, Form } from "../../../shared/domain/funding/account.ts"
import {
  conditionsFor,
  keyOf,
  moneyReturns,
  plannedAnew,
  plannedPayments,
  profileAnew,
} from "../../../shared/domain/funding/award-plan.ts"
import { gridOf, offerForm, paymentRows } from "../../../shared/domain/funding/offer-form.ts"
import { offerSigners } from "../../../shared/domain/funding/offer-signers.ts"
import { quartersIn } from "../../../shared/domain/funding/quarters.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Answers } from "../../../shared/form/question.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { addWorkingDays } from "../../../shared/values/working-days.ts"
import { type C, only } from "../../../shared/web/funding/here.ts"
import { saysOf, siteHere } from "./here.ts"

const right = "offer"

/** As many working days as a site has to answer, where nobody says another day. */
const toAnswer = 15

export const formIn = (given: unknown): Form | undefined =>
  given === "full" || given === "light" ? given : undefined

/** A site that can be made an offer, with all that the form of one is drawn and read with. */
export const offerDesk = async (c: C, asked?: Form) => {
  const desk = await offerForming(c, asked)
  const { account, site } = desk
  if (account && account.state !== "offered" && account.state !== "declined")
    throw new Refused("not possible now", {
      says: `${site.name} has accepted the offer. Change the award instead.`,
    })
  return desk
}

/** The same wherever the offer stands: what was sent once can be sent again, and has the effect it had. */
export const offerForming = async (c: C, asked?: Form) => {
  only(c, right, saysOf(right))
  const here = await siteHere(c)
  const { phase, site, stored, account } = here
  if (!isDated(site))
    throw new Refused("not possible now", {
      says: `The first and the last day at ${site.name} are not decided yet. A programme coordinator sets them on the page of the phase.`,
    })
  const { table, now } = c.var.world
  const today = londonDate(now())
  const [members, organisation] = await Promise.all([
    peopleIn(table).membersOf(site.organisation),
    directoryIn(table).organisation(site.organisation),
  ])
  const form = asked ?? account?.form.is ?? (site.full === undefined ? "light" : "full")
  const returns = moneyReturns(phase, site, form, stored, today)
  const about = {
    form,
    quarters: quartersIn(site).map(({ to }) => to),
    conditions: conditionsFor(returns),
    today,
  }
  const live = members.filter((one) => isLive(one, now()))
  return {
    ...here,
    site,
    form,
    returns,
    about,
    section: offerForm(about),
    members,
    /** Whose word it needs and who is not there. */
    missing: offerSigners.filter((role) => !live.some((one) => one.role === role)),
    council: organisation?.name ?? site.name,
    code: organisation?.code ?? site.organisation.slice(0, 3).toUpperCase(),
  }
}
export type OnOffer = Awaited<ReturnType<typeof offerDesk>>

/** How an amount is spread and paid where nobody says otherwise: as it was offered before, or by the days. */
export const planFor = ({ account, form, site, returns, about }: OnOffer, amount: number) => {
  const before = account?.form.is === form ? account : undefined
  const planned = before?.payments ?? []
  const stands = planned.length > 0 && planned.every(({ condition }) => keyOf(condition) in about.conditions)
  return {
    profile: profileAnew(amount, profileOf(before, about.quarters), site, form),
    payments: stands ? plannedAnew(amount, planned) : plannedPayments(amount, returns, site),
  }
}

/** The profile of an offer before, where it has the same quarters. */
const profileOf = (before: Account | undefined, quarters: readonly string[]) => {
  const last = before?.versions.at(-1)?.profile ?? []
  return last.length === quarters.length && last.every(({ to }) => quarters.includes(to)) ? last : []
}

/** What the form begins with. */
export const offerAnswers = (desk: OnOffer): Answers => {
  const { account, site, form, about } = desk
  const amount = account?.award ?? site.award
  const plan = amount ? planFor(desk, amount) : undefined
  return {
    because: account?.versions.at(-1)?.because ?? site.because ?? "As it was decided.",
    answerBy: addWorkingDays(about.today, toAnswer),
    ...(amount && { amount }),
    ...(plan && { profile: gridOf(plan.profile), payments: paymentRows(plan.payments) }),
    ...(form === "full" && { fullBecause: reasonFor(desk) }),
  }
}

const reasonFor = ({ account, site }: OnOffer) =>
  (account?.form.is === "full" ? account.form.because : undefined) ?? site.full ?? ""
