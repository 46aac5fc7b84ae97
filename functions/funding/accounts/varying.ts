import { answered } from "../../../shared/domain/answered.ts"
import type { Account, Form } from "../../../shared/domain/funding/account.ts"
import {
  conditionsFor,
  keyOf,
  moneyReturns,
  type Planned,
  plannedAnew,
  profileAnew,
} from "../../../shared/domain/funding/award-plan.ts"
import { profileNow } from "../../../shared/domain/funding/balances.ts"
import { awardFrom, gridOf, paymentRows, varyForm } from "../../../shared/domain/funding/offer-form.ts"
import { quartersIn } from "../../../shared/domain/funding/quarters.ts"
import { settledOf } from "../../../shared/domain/funding/varying.ts"
import { live } from "../../../shared/domain/funding/verb.ts"
import { letterTo } from "../../../shared/domain/letters/written.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import type { Answers } from "../../../shared/form/question.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { type C, only, postingBy } from "../../../shared/web/funding/here.ts"
import { spreadHere } from "../../../shared/web/programme/spread.ts"
import { ownMoneyAt } from "./addresses.ts"
import { awardHere, saysOf, siteChanged } from "./here.ts"

const right = "vary"

/** An award that can be changed, with all that the form of it is drawn and read with. */
export const varyDesk = async (c: C, asked?: Form) => {
  only(c, right, saysOf(right))
  const here = await awardHere(c)
  const { phase, site, stored, account } = here
  live(account)
  const form = asked ?? account.form.is
  const profile = profileNow(account)
  const quarters = new Set([...quartersIn(account), ...profile].map(({ to }) => to))
  const returns = moneyReturns(phase, site, form, stored, londonDate(c.var.world.now()))
  const about = { form, quarters: [...quarters].sort(), conditions: conditionsFor(returns) }
  const settled = settledOf(account)
  return { ...here, form, profile, about, settled, section: varyForm(about, settled) }
}
export type OnVary = Awaited<ReturnType<typeof varyDesk>>

/** How another amount is spread and paid where nobody says otherwise: in the proportions there are. */
export const varyPlan = ({ account, form, profile, about, settled }: OnVary, amount: number) => ({
  profile: profileAnew(amount, profile, account, form),
  payments: plannedAnew(amount - settled, stillPlanned(account, about.conditions)),
})

/** What is still to be paid, each when the form that applies has what it waits for. */
const stillPlanned = (
  { payments }: Pick<Account, "payments">,
  conditions: OnVary["about"]["conditions"],
): Planned[] =>
  payments
    .filter(({ state }) => state === "scheduled")
    .map(({ amount, condition }) => ({
      amount,
      condition: conditions[keyOf(condition)] ?? { is: "statement accepted" },
    }))

/** What the form begins with. */
export const varyAnswers = (desk: OnVary): Answers => {
  const { account, form } = desk
  const plan = varyPlan(desk, account.award)
  return {
    amount: account.award,
    profile: gridOf(plan.profile),
    ...(plan.payments.length > 0 && { payments: paymentRows(plan.payments) }),
    ...(form === "full" && account.form.is === "full" && { fullBecause: account.form.because }),
  }
}

/** What some answers come to, as it is kept. */
const variationFrom = (c: C, desk: OnVary, given: Record<string, unknown>) => {
  const { amount, because, form, profile, payments } = awardFrom(
    answered(desk.section, given, c.var.world.now()),
    desk.about,
  )
  const plan = varyPlan(desk, amount)
  const { account } = desk
  const same = form.is === account.form.is && (form.is === "light" || form.because === account.form.because)
  return {
    amount,
    because,
    profile: profile ?? plan.profile,
    payments: payments ?? plan.payments,
    ...(!same && { form }),
  }
}

export type Varied = { organisation: string; phase: string; version: number; amount: number }

const lettered: Role[] = ["sponsor", "certifier", "lead"]

/** Changes an award: the line, the site's own record, how it is asked to report, and the letter, in one write. */
export const varyAward = async (
  c: C,
  form: Form | undefined,
  given: Record<string, unknown>,
  key?: MoveKey,
): Promise<Varied> => {
  only(c, right, saysOf(right))
  const { site } = await awardHere(c)
  const here = { organisation: site.organisation, phase: site.phase }
  const { table, now } = c.var.world
  const varied = await fundingIn(table).change<"vary", Varied>(
    here,
    postingBy(c, right, saysOf(right), key),
    async (before) => {
      const desk = await varyDesk(c, form)
      const variation = variationFrom(c, desk, given)
      const { amount, because } = variation
      const full = variation.form ?? desk.account.form
      const members = await peopleIn(table).membersOf(here.organisation)
      return {
        verb: right,
        given: variation,
        result: ({ versions }) => ({ ...here, version: versions.length, amount }),
        letters: ({ name, entries }) =>
          letterTo(
            {
              ...here,
              id: `vary-${here.phase}-${entries.number}`,
              subject: `The award of ${name} is changed`,
              lines: [changed(before?.award ?? 0, amount), because, "What is agreed now:"],
              path: ownMoneyAt(here.organisation),
            },
            { members, roles: lettered, at: now() },
          ),
        more: await siteChanged(
          c,
          desk,
          {
            ...(desk.site.award !== undefined && { award: amount }),
            full: full.is === "full" ? full.because : undefined,
          },
          { right, note: `${desk.site.name}, with its award: ${because}` },
        ),
      }
    },
  )
  await spreadHere(c, { id: here.phase })
  return varied
}

const changed = (before: number, after: number) =>
  before === after
    ? `The award stays at ${pounds(after)}. When it is spent, paid or reported is changed.`
    : `The award was ${pounds(before)} and is ${pounds(after)} now.`
