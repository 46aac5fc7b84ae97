import { pounds } from "../values/money.ts"

/** Pence, by head of cost. */
export type Amounts = Record<string, number>

type Head = { id: string; label: string }

/** Pence: what may always be out without a reason. */
const small = 250_000

/** Whether an amount is out by more than a tenth of another or £2,500, whichever is greater. */
export const isOut = (by: number, of: number): boolean =>
  Math.abs(by) > small && 10 * Math.abs(by) > Math.abs(of)

/** Pence: the most that an amount may be out by without a reason. */
export const limitOf = (of: number): number => Math.max(small, Math.floor(Math.abs(of) / 10))

/** Whether one amount is more than so many hundredths of another. */
export const isMoreThan = (hundredths: number, one: number, of: number): boolean =>
  100 * one > hundredths * of

export type Variance = Head & {
  profile: number
  spent: number
  /** Spent less profile: negative where less was spent. */
  difference: number
  /** It needs a reason. */
  out: boolean
}

/** What was spent under each head against what was to be, in the order of the heads. */
export const variancesOf = (heads: readonly Head[], profile: Amounts, spent: Amounts): Variance[] =>
  heads.map(({ id, label }) => {
    const was = profile[id] ?? 0
    const is = spent[id] ?? 0
    return { id, label, profile: was, spent: is, difference: is - was, out: isOut(is - was, was) }
  })

/** "12.5 %", never rounded up; nothing where there was no profile to be a part of. */
export const percentWords = ({ difference, profile }: Pick<Variance, "difference" | "profile">): string => {
  if (profile === 0) return ""
  const of = Math.abs(profile)
  const all = 10_000 * Math.abs(difference)
  const hundredths = (all - (all % of)) / of
  const part = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "")
  const whole = (hundredths - (hundredths % 100)) / 100
  const minus = difference < 0 && hundredths > 0 ? "-" : ""
  return `${minus}${whole}${part && `.${part}`} %`
}

/** "Backfill is £3,400 over its profile of £9,000" */
export const varianceWords = ({ label, difference, profile }: Variance): string =>
  `${label} is ${pounds(Math.abs(difference))} ${difference < 0 ? "under" : "over"} its profile of ${pounds(profile)}`
