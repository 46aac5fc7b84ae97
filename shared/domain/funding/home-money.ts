import { dayWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type Actor, rolesAt } from "../people/actor.ts"
import { mayWithMoney } from "../people/funding-policy.ts"
import type { Account } from "./account.ts"
import { balancesOf, countingOf } from "./balances.ts"
import { canAccept, offeredAmount } from "./offer-words.ts"
import { awardWords, isOnTrack, standsWords } from "./our-money.ts"
import { openTasks, setUpProgress, taskGrantFor } from "./set-up.ts"

/** The accounts that a home speaks of: those that go on, or else the last one. */
const spokenOf = (accounts: readonly Account[]): Account[] => {
  const newest = accounts.toSorted((a, b) => b.from.localeCompare(a.from))
  const going = newest.filter(({ state }) => state === "offered" || state === "accepted")
  return going.length > 0 ? going : newest.slice(0, 1)
}

/** A few sentences for a home: what was awarded, paid and spent, and what is to be set up. Never none. */
export const homeMoney = (accounts: readonly Account[]): string[] =>
  accounts.length === 0 ? ["Nothing has been offered yet."] : spokenOf(accounts).map(inShort)

const inShort = (one: Account): string => {
  const stands = standsWords(one)
  if (one.state !== "accepted" || one.reconciled) return [...awardWords(one).slice(0, 1), stands].join(" ")
  const { paid } = balancesOf(one)
  const going = one.leaving !== undefined || one.midPhase?.decision === "stop"
  return [
    going ? stands : "",
    `Award ${pounds(one.award)}; paid ${pounds(paid)}.`,
    spentSoFar(one),
    !going && openTasks(one).length > 0 ? `Set up: ${setUpProgress(one)}.` : "",
  ]
    .filter((text) => text !== "")
    .join(" ")
}

/** "Spent so far £23,000; on track." */
const spentSoFar = (one: Account): string => {
  const { actual, unallocated } = balancesOf(one)
  if (one.usage === undefined && countingOf(one).length === 0) return "Nothing is accepted as spent yet."
  const spent = `Spent so far ${pounds(actual)}`
  if (isOnTrack(one)) return `${spent}; on track.`
  return unallocated > 0
    ? `${spent}; ${pounds(unallocated)} of the award is not expected to be spent.`
    : `${spent}; ${pounds(-unallocated)} more than the award is expected.`
}

/** What somebody has to do about it themselves, as the first line of their home lists it. */
export const moneyWaits = (accounts: readonly Account[], actor: Actor, organisation: string): string[] =>
  accounts.flatMap((one) => [
    ...(canAccept(one, rolesAt(actor, organisation)).length > 0
      ? [`the offer of ${pounds(offeredAmount(one))} (to accept, by ${dayWords(one.offer.answerBy)})`]
      : []),
    ...tasksFor(one, actor),
    ...(mayWithMoney(actor, "set up", organisation) && mayWithMoney(actor, "see own money", organisation)
      ? one.recoveries.flatMap(({ state, amount, asked }) =>
          state === "approved" && asked
            ? [`${pounds(amount)} (to pay back, by ${dayWords(asked.payBy)}, quoting ${asked.reference})`]
            : [],
        )
      : []),
  ])

const tasksFor = (one: Account, actor: Actor): string[] => {
  if (one.state !== "accepted" || one.leaving || one.usage) return []
  const mine = openTasks(one).filter((task) => taskGrantFor(actor, one.organisation, task))
  return mine.length > 0 ? [`setting up (${setUpProgress(one)}, ${mine.length} of the rest for you)`] : []
}
