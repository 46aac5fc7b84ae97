import {
  decisionsNext,
  decisionsWait,
  many,
  oldest,
  paymentsWait,
  updatesWait,
} from "../../../shared/domain/funding/waiting-words.ts"
import { programmeRolesOf } from "../../../shared/domain/people/actor.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import type { Overview } from "./overview.ts"

/** What waits for whoever looks, by what they are: or how the money of all sites stands. */
export const firstSentences = (c: C, overview: Overview): string[] => {
  const held = programmeRolesOf(c.var.actor)
  const { accounts, waiting, midPhases, total } = overview
  const payments = paymentsWait(accounts)
  const said: string[] = []
  if (held.includes("finance")) said.push(`${updatesWait(waiting, accounts)} ${payments}`)
  if (held.includes("decision-maker")) {
    const decisions = decisionsWait(midPhases)
    said.push(
      decisions
        ? [decisions, ...(held.includes("finance") ? [] : [payments])].join(" ")
        : `Nothing to decide. ${decisionsNext(midPhases)}`.trimEnd(),
    )
  }
  if (held.includes("coordinator")) {
    const unchecked = waiting.filter(({ checked }) => !checked)
    said.push(`${many(unchecked.length, "completeness check")} waiting${oldest(unchecked)}.`)
  }
  if (said.length > 0) return said
  const awarded = accounts.filter(({ state }) => state === "accepted" || state === "closed").length
  return [
    `${many(awarded, "site")}: ${pounds(total.award)} awarded, ${pounds(total.paid)} paid, ${pounds(total.spent)} spent.`,
  ]
}
