/** What a risk is about: a closed list, so that it can be counted across sites without naming any. */
export const riskCategories = {
  people: "People and recruitment",
  backfill: "Backfill",
  partners: "Partners",
  governance: "Information governance",
  consent: "Consent",
  money: "Money",
  leadership: "Leadership",
  legal: "Legal",
  safeguarding: "Safeguarding routes",
  evaluation: "Evaluation",
  other: "Other",
} as const
export type RiskCategory = keyof typeof riskCategories

/** How soon it may happen. */
export const proximities = {
  now: "Now",
  month: "Within a month",
  quarter: "Within three months",
  later: "Later",
} as const
export type Proximity = keyof typeof proximities

export const likelihoods = {
  "1": "1, very unlikely",
  "2": "2, unlikely",
  "3": "3, as likely as not",
  "4": "4, likely",
  "5": "5, almost certain",
} as const

export const impacts = {
  "1": "1, hardly felt",
  "2": "2, small",
  "3": "3, felt by the pilot",
  "4": "4, much of the pilot is in doubt",
  "5": "5, the pilot stops",
} as const
