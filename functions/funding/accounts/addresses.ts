import { accountAt, phaseAt } from "../../../shared/web/funding/addresses.ts"
import { roundAt } from "../../../shared/web/panel/addresses.ts"

export const fundingAt = "/funding"
export const sitesCsvAt = (phase: string) => `${phaseAt(phase)}/sites.csv`

/** What is done about one award, each on a page of its own below the account. */
export const acts = ["offer", "vary", "carry-over", "mid-phase", "leave"] as const
export type Act = (typeof acts)[number]

export const actAt = (act: Act, phase: string, organisation: string) =>
  `${accountAt(phase, organisation)}/${act}`
export const previewAt = (phase: string, organisation: string) =>
  `${actAt("offer", phase, organisation)}/preview`
export const ledgerAt = (phase: string, organisation: string) => `${accountAt(phase, organisation)}/ledger`

/** Where the people of a site read about its money. */
export const ownMoneyAt = (organisation: string) => `/organisations/${organisation}/money`

/** Where the decision-maker promotes a reserve of a round. */
export const intoPhaseAt = (round: string) => `${roundAt(round)}/phase`
