import { kindOf } from "../../kinds/index.ts"
import { addDays, daysBetween, type PlainDate } from "../../values/london.ts"
import { isDated, owedBy, periodsSet } from "../calendar/owed.ts"
import type { Period } from "../calendar/period.ts"
import type { Phase } from "../calendar/phase.ts"
import type { SitePhase } from "../calendar/site-phase.ts"
import type { Form } from "./account.ts"
import { headsOf } from "./heads.ts"
import { type Condition, conditionWords } from "./payment.ts"
import { type Profile, profileTotal } from "./profile.ts"
import { sharedOut, spreadByDays } from "./quarters.ts"

type Span = { from: PlainDate; to: PlainDate }

/** A return of money that a site is asked for, as a payment may wait for it. */
export type MoneyReturn = { round: string; title: string; to: PlainDate; statement: boolean }

const isOfMoney = (kind: Parameters<typeof kindOf>[0]) => kindOf(kind).needs === "the account"

/** The periods of a phase that are about money, whichever form a site answers them by. */
export const moneyPeriods = (periods: readonly Period[], phase: string): Period[] =>
  periods.filter((one) => one.phase === phase && isOfMoney(one.kind))

/** What a site would be asked for by one form or the other, earliest first. */
export const moneyReturns = (
  phase: Phase & { sites: SitePhase[] },
  site: SitePhase,
  form: Form,
  stored: Period[],
  today: PlainDate,
): MoneyReturn[] => {
  const { full: _, ...rest } = site
  const one = form === "full" ? { ...rest, full: "It is asked in full." } : rest
  if (!isDated(one)) return []
  return owedBy(phase, one, periodsSet(phase, phase.sites, stored), today)
    .filter(({ kind }) => isOfMoney(kind))
    .map(({ round, title, kind, covers }) => ({
      round,
      title,
      to: covers?.to ?? one.to,
      statement: kindOf(kind).uses !== undefined,
    }))
    .toSorted((a, b) => a.to.localeCompare(b.to))
}

/** The one that ends nearest to the middle of the pilot, of those that are not the last. */
const middleOf = (returns: readonly MoneyReturn[], { from, to }: Span): MoneyReturn | undefined => {
  const spending = returns.filter(({ statement }) => !statement)
  const among = spending.length > 1 ? spending.slice(0, -1) : spending
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2))
  const far = (one: MoneyReturn) => Math.abs(daysBetween(middle, one.to))
  return among.toSorted((a, b) => far(a) - far(b))[0]
}

export type Planned = { amount: number; condition: Condition }

/** 40, 40 and 20 per cent: at the start, in the middle, and when the statement is accepted. To the penny. */
export const plannedPayments = (amount: number, returns: readonly MoneyReturn[], span: Span): Planned[] => {
  const middle = middleOf(returns, span)
  const last = returns.find(({ statement }) => statement) ?? returns.at(-1)
  const conditions: Condition[] = [
    { is: "offer accepted" },
    middle ? returnAccepted(middle) : { is: "set-up done" },
    !last || last.statement ? { is: "statement accepted" } : returnAccepted(last),
  ]
  const parts = sharedOut(amount, [40, 40, 20])
  return conditions
    .map((condition, place) => ({ amount: parts[place] ?? 0, condition }))
    .filter((one) => one.amount > 0)
}

const returnAccepted = ({ round, title }: MoneyReturn): Condition => ({ is: "return accepted", round, title })

/** What is still to be planned of an award, in the proportions it was planned in before. */
export const plannedAnew = (rest: number, before: readonly Planned[]): Planned[] => {
  if (rest <= 0) return []
  if (before.length === 0) return [{ amount: rest, condition: { is: "statement accepted" } }]
  const parts = sharedOut(
    rest,
    before.map(({ amount }) => amount),
  )
  return before
    .map(({ condition }, place) => ({ condition, amount: parts[place] ?? 0 }))
    .filter(({ amount }) => amount > 0)
}

/** A profile that comes to another amount, in the same proportions; by the days of the pilot where there are none. */
export const profileAnew = (amount: number, before: Profile, span: Span, form: Form): Profile => {
  const heads = headsOf(form).map(({ id }) => id)
  const first = heads[0] ?? "rest"
  if (before.length === 0 || profileTotal(before) <= 0) return spreadByDays(amount, span, first)
  const cells = before.flatMap(({ to, amounts }) =>
    Object.entries(amounts).map(([head, pence]) => ({
      to,
      head: heads.includes(head) ? head : first,
      pence: Math.max(0, pence),
    })),
  )
  const parts = sharedOut(
    amount,
    cells.map(({ pence }) => pence),
  )
  return before.map(({ to }) => {
    const amounts: Record<string, number> = {}
    for (const [place, cell] of cells.entries())
      if (cell.to === to) amounts[cell.head] = (amounts[cell.head] ?? 0) + (parts[place] ?? 0)
    return { to, amounts }
  })
}

/** What a payment can wait for, by what stands for it in a form. */
export const conditionsFor = (returns: readonly MoneyReturn[]): Record<string, Condition> => ({
  "offer accepted": { is: "offer accepted" },
  "set-up done": { is: "set-up done" },
  ...Object.fromEntries(
    returns.filter(({ statement }) => !statement).map((one) => [one.round, returnAccepted(one)]),
  ),
  "statement accepted": { is: "statement accepted" },
})

export const keyOf = (condition: Condition): string =>
  condition.is === "return accepted" ? condition.round : condition.is

/** "When the offer is accepted" */
export const conditionOptions = (conditions: Record<string, Condition>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(conditions).map(([key, one]) => {
      const words = conditionWords(one)
      return [key, words.charAt(0).toUpperCase() + words.slice(1)]
    }),
  )
