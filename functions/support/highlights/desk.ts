import { type Month, monthsOf } from "../../../shared/domain/coaching/going-month.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, type Scope, scopeHere } from "../scope.ts"

export type OnHighlights = Scope & { sites: { organisation: string; name: string; months: Month[] }[] }

/** Each site that is seen, with the months of its pilot that have begun, newest first. */
export const highlightsHere = async (c: C): Promise<OnHighlights> => {
  const scope = await scopeHere(c)
  const today = londonDate(scope.at)
  return {
    ...scope,
    sites: (scope.phase?.sites ?? []).map(({ organisation, name, from, to }) => ({
      organisation,
      name,
      months: monthsOf({ from, to }, today),
    })),
  }
}
