import { type Risk, type RiskLook, risk, riskLook } from "../domain/coaching/risk.ts"
import { coachingIn, type Place } from "./coaching.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** The risks of one site in a phase. */
export const risksIn = (table: Table, place: Omit<Place, "name">) => ({
  /** Every one, open or closed, by its number. */
  all: async (): Promise<Risk[]> =>
    (await coachingIn(table).records(place, "RISK")).map((item) => risk.parse(item)),

  /** What was seen of one before, the last look first. */
  looksAt: async (one: string): Promise<RiskLook[]> => {
    const { pk, sk } = keys.shared(place.organisation, "RISKLOOK", place.phase, `${one}#`)
    const items = await everyItem(table, { pk, begins: sk, newestFirst: true, strong: true })
    return items.map((item) => riskLook.parse(item))
  },
})
