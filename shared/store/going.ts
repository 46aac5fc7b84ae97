import { type GoingMonth, goingMonth } from "../domain/coaching/going.ts"
import { type RatedMonth, ratedMonth } from "../domain/coaching/rating.ts"
import { coachingIn, type Place } from "./coaching.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** How it is going at one site in a phase, month by month. */
export const goingIn = (table: Table, place: Omit<Place, "name">) => {
  const { organisation, phase } = place
  return {
    months: async (): Promise<GoingMonth[]> =>
      (await coachingIn(table).records(place, "GOING")).map((item) => goingMonth.parse(item)),

    month: async (id: string): Promise<GoingMonth | undefined> => {
      const item = await table.get(keys.shared(organisation, "GOING", phase, id), { strong: true })
      return item && goingMonth.parse(item)
    },

    rated: async (): Promise<RatedMonth[]> =>
      (await coachingIn(table).records(place, "RATING")).map((item) => ratedMonth.parse(item)),
  }
}
