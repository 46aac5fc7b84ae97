import type { Waiting } from "../../../shared/domain/funding/overview.ts"
import { programmeRolesOf } from "../../../shared/domain/people/actor.ts"
import { dateWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import type { Overview } from "./overview.ts"

export const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`
const oldest = ([first]: readonly Waiting[]) =>
  first && first.days > 0 ? `, oldest ${many(first.days, "working day")}` : ""

/** What waits for whoever looks, by what they are: or how the money of all sites stands. */
export const firstSentences = (c: C, overview: Overview): string[] => {
  const held = programmeRolesOf(c.var.actor)
  const { accounts, waiting, midPhases, total } = overview
  const ready = accounts.reduce((sum, one) => sum + one.ready.length, 0)
  const payments = `${many(ready, "payment")} to authorise.`
  const said: string[] = []
  if (held.includes("finance")) {
    const mine = waiting.filter(({ asked }) => !asked)
    said.push(`${many(mine.length, "update")} to accept${oldest(mine)}. ${payments}`)
  }
  if (held.includes("decision-maker")) {
    const { due, next } = midPhases
    const later = next ? ` Next: ${many(next.sites, "mid-phase decision")}, ${dateWords(next.on)}.` : ""
    said.push(
      due.length > 0
        ? `${many(due.length, "mid-phase decision")} to make.${held.includes("finance") ? "" : ` ${payments}`}`
        : `Nothing to decide.${later}`,
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
