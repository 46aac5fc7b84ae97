import { kindOf } from "../../kinds/index.ts"
import type { PlainDate } from "../../values/london.ts"
import type { Expected } from "./expected.ts"
import { type Dated, isDated, owedBy, periodsSet } from "./owed.ts"
import type { Period } from "./period.ts"
import type { Phase } from "./phase.ts"
import { returnFactsOf } from "./return-facts.ts"
import { hourCosts } from "./round-burden.ts"
import type { SitePhase } from "./site-phase.ts"

/** Everything that is asked of one site in a phase takes no longer, or somebody says why. */
export const target = { minutes: 20 * 60, share: 0.05 }

export type SiteBurden = {
  site: Dated
  expected: Expected[]
  minutes: number
  /** Pence. */
  cost: number
  /** Of its award, 0.02 for 2 %; not there where none is recorded. */
  share?: number
}

/** What a phase asks of each of its sites, by the minutes of the very questions each will see. */
export const burdensOf = (
  phase: Phase & { sites: SitePhase[] },
  stored: Period[],
  today: PlainDate,
): SiteBurden[] => {
  const periods = periodsSet(phase, phase.sites, stored)
  return phase.sites.filter(isDated).map((site) => {
    const expected = owedBy(phase, site, periods, today)
    const minutes = expected.reduce((sum, one) => sum + minutesOf(one), 0)
    const cost = Math.round((minutes * hourCosts) / 60)
    return { site, expected, minutes, cost, ...(site.award && { share: cost / site.award }) }
  })
}

const minutesOf = (one: Expected) =>
  kindOf(one.kind)
    .sections(returnFactsOf(one))
    .reduce((sum, { minutes }) => sum + minutes, 0)

export const isHeavyFor = ({ minutes, share }: Pick<SiteBurden, "minutes" | "share">) =>
  minutes > target.minutes || (share !== undefined && share > target.share)

/** "This asks Halton for 5 things, about 2 hours, 0.1% of its award." */
export const siteBurdenWords = ({ site, expected, minutes, share }: SiteBurden): string => {
  if (expected.length === 0) return `This asks ${site.name} for nothing.`
  const hours = Math.max(0.5, Math.ceil(minutes / 30) / 2)
  const things = `${expected.length} ${expected.length === 1 ? "thing" : "things"}`
  const time = `about ${hours} ${hours === 1 ? "hour" : "hours"}`
  const of = share === undefined ? "" : `, ${Math.ceil(share * 1_000) / 10}% of its award`
  return `This asks ${site.name} for ${things}, ${time}${of}.`
}
