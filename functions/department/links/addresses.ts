import { expressionAt, roundAt } from "../../../shared/web/panel/addresses.ts"

export const linksAt = (round: string) => `${roundAt(round)}/links`

export const linkAt = (round: string, reference: string) => `${expressionAt(round, reference)}/links`

export const linkedAt = (round: string) => `${roundAt(round)}/linked`

export const checkAt = (round: string, reference: string) => `${expressionAt(round, reference)}/check`

export const assignAt = (round: string) => `${roundAt(round)}/assign`

export const withPair = (at: string, { reference, person }: { reference: string; person: string }) =>
  `${at}?${new URLSearchParams({ reference, person })}`
