import { byScore, isHigh, type Risk, scoreOf } from "./risk.ts"

/** What the department sees of a high risk. */
const highSeen = ({ id, title, category, before, after, owner, proximity, next }: Risk) => ({
  id,
  title,
  category,
  before: { ...before, score: scoreOf(before) },
  after: { ...after, score: scoreOf(after) },
  owner,
  proximity,
  next,
})
export type HighRisk = ReturnType<typeof highSeen>

/** The risks as the department reads them: the high ones, and of the others that are open how many there are. */
export const risksSeen = (all: readonly Risk[]): { high: HighRisk[]; others: number } => {
  const high = byScore(all).filter(isHigh)
  const open = all.filter(({ state }) => state === "open")
  return { high: high.map(highSeen), others: open.length - high.length }
}

/** A risk with everything of it, for whoever sees the whole. */
export const riskWhole = (one: Risk) => {
  const { revision: _, organisation: __, phase: ___, ...rest } = one
  return {
    ...rest,
    before: { ...one.before, score: scoreOf(one.before) },
    after: { ...one.after, score: scoreOf(one.after) },
    high: isHigh(one),
  }
}

/** "3 risks are open, 1 of them high." */
export const risksLine = (high: number, others: number): string => {
  const open = high + others
  if (open === 0) return "No risk is open."
  const are = open === 1 ? "1 risk is open" : `${open} risks are open`
  if (high === 0) return `${are}, none of them high.`
  return open === 1 ? "1 risk is open, and it is high." : `${are}, ${high} of them high.`
}
