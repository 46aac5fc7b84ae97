import { yearEnd, yearIdOf } from "./financial-year.ts"
import type { ReturnFacts } from "./return-facts.ts"

/** Until when money may be spent: to the end of the pilot, or a quarter longer where carrying it over is agreed. */
export const spendableTo = ({ site, funding }: ReturnFacts): string => {
  const agreed = funding?.carryOvers.some(({ from }) => from === yearIdOf(site.to))
  return agreed ? `${yearEnd(site.to).slice(0, 4)}-06-30` : site.to
}

/** Whether nothing can be expected after a period. */
export const isLast = (facts: ReturnFacts): boolean => facts.return.to >= spendableTo(facts)

/** At the end of a financial year, and of the pilot at a site. */
export const endsYear = ({ return: { from, to }, site }: ReturnFacts): boolean => {
  const march = `${to.slice(0, 4)}-03-31`
  return to >= site.to || (from <= march && march <= to)
}
