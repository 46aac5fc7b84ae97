import { kindOf } from "../../kinds/index.ts"
import { pounds } from "../../values/money.ts"
import { asShown, type DraftRound } from "./draft-round.ts"
import { publicFacts } from "./eoi-facts.ts"

/**
 * What an hour of a council's time counts as, in pence: an assumption of this service, of the order of what a
 * principal social worker's hour costs an employer. A round figure, so that nobody takes the sum for an account.
 */
export const hourCosts = 3_500

/** The share of what a site can get above which somebody says why so much is asked. */
const much = 0.05

export type Burden = {
  sections: number
  minutes: number
  /** Pence. */
  cost: number
  /** Of the ceiling, 0.02 for 2 %; not there before there is a ceiling. */
  share?: number
}

/** What one expression of interest asks of an organisation: the minutes of its sections, at the cost of an hour. */
export const burdenOf = (draft: DraftRound): Burden => {
  const sections = kindOf(draft.kind).sections(publicFacts(asShown(draft)))
  const minutes = sections.reduce((sum, one) => sum + one.minutes, 0)
  const cost = Math.round((minutes * hourCosts) / 60)
  return { sections: sections.length, minutes, cost, share: draft.ceiling ? cost / draft.ceiling : undefined }
}

export const isHeavy = ({ share }: Burden) => share !== undefined && share > much

/** "This asks each organisation for one expression of interest: 6 sections, about 2 hours, 0.1% of the ceiling." */
export const burdenWords = ({ sections, minutes, share }: Burden) => {
  const hours = Math.max(0.5, Math.round(minutes / 30) / 2)
  const of = share === undefined ? "" : `, ${shareWords(share)} of the ceiling`
  return `This asks each organisation for one expression of interest: ${sections} sections, about ${hours} ${hours === 1 ? "hour" : "hours"}${of}.`
}

export const hourWords = `An hour counts as ${pounds(hourCosts)}: our assumption, about what an hour of a senior social worker costs a council.`

/** Never rounded down to what needs no reason. */
const shareWords = (share: number) => {
  const percent = Math.ceil(share * 1_000) / 10
  return `${percent}%`
}
