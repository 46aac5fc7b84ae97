import { dateWords } from "../../values/london.ts"
import type { midPhasesIn, Waiting } from "./overview.ts"
import type { Summary } from "./summary.ts"

export const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

export const oldest = ([first]: readonly Waiting[]) =>
  first && first.days > 0 ? `, oldest ${many(first.days, "working day")}` : ""

/** Nothing of a site is accepted before its award is. */
export const isAwarded = ({ one }: Waiting, accounts: readonly Summary[]): boolean =>
  accounts.some(({ organisation, state }) => organisation === one.organisation && state === "accepted")

/** "2 updates to accept, oldest 3 working days." One about which the site is asked waits for the site. */
export const updatesWait = (waiting: readonly Waiting[], accounts: readonly Summary[]): string => {
  const mine = waiting.filter((one) => !one.asked && isAwarded(one, accounts))
  return `${many(mine.length, "update")} to accept${oldest(mine)}.`
}

export const paymentsWait = (accounts: readonly Summary[]): string =>
  `${many(
    accounts.reduce((sum, one) => sum + one.ready.length, 0),
    "payment",
  )} to authorise.`

/** What is to be decided in the middle of pilots; nothing where nothing is. */
export const decisionsWait = ({ due }: ReturnType<typeof midPhasesIn>): string =>
  due.length > 0 ? `${many(due.length, "mid-phase decision")} to make.` : ""

/** "Next: 2 mid-phase decisions, 30 December 2017." */
export const decisionsNext = ({ next }: ReturnType<typeof midPhasesIn>): string =>
  next ? `Next: ${many(next.sites, "mid-phase decision")}, ${dateWords(next.on)}.` : ""
