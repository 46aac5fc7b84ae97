import { type Period, period as periodSchema } from "../domain/calendar/period.ts"
import { type Phase, phase as phaseSchema } from "../domain/calendar/phase.ts"
import { type SitePhase, sitePhase as siteSchema } from "../domain/calendar/site-phase.ts"
import { addDays, type PlainDate } from "../values/london.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** A phase with its sites: by name. */
export type WithSites = Phase & { sites: SitePhase[] }

/** The phases of one programme, the sites in each, and the periods that returns are asked for. */
export const calendarIn = (table: Table, programme: string) => {
  /** Every phase with its sites, in one query. */
  const phases = async (): Promise<WithSites[]> => {
    const items = await everyItem(table, { pk: keys.phase(programme, "").pk, begins: "PHASE#" })
    const sites = items.filter(isSite).map((item) => siteSchema.parse(item))
    return items.filter((item) => !isSite(item)).map((item) => withSites(phaseSchema.parse(item), sites))
  }

  /** One phase with its sites, as it stands now. */
  const phase = async (id: string): Promise<WithSites | undefined> => {
    const { pk, sk } = keys.phase(programme, id)
    const items = await everyItem(table, { pk, begins: sk, strong: true })
    const found = items.find((item) => item.sk === sk)
    const sites = items
      .filter((item) => item.sk.startsWith(`${sk}#SITE#`))
      .map((item) => siteSchema.parse(item))
    return found && withSites(phaseSchema.parse(found), sites)
  }

  const site = async (phase: string, organisation: string): Promise<SitePhase | undefined> => {
    const item = await table.get(keys.sitePhase(programme, phase, organisation), { strong: true })
    return item && siteSchema.parse(item)
  }

  /** Periods, by the day they end: those that ended before a day left out where one is given. */
  const periods = async (from?: PlainDate): Promise<Period[]> => {
    const { pk, sk } = keys.period(programme, "")
    const begins = sk.slice(0, "PERIOD#".length)
    const after = from ? { pk, sk: `${begins}${addDays(from, -1)}~` } : undefined
    return (await everyItem(table, { pk, begins, after, strong: true })).map((item) =>
      periodSchema.parse(item),
    )
  }

  const period = async (id: string): Promise<Period | undefined> => {
    const item = await table.get(keys.period(programme, id), { strong: true })
    return item && periodSchema.parse(item)
  }

  return { phases, phase, site, periods, period }
}

const isSite = ({ sk }: { sk: string }) => sk.includes("#SITE#")

const withSites = (phase: Phase, sites: SitePhase[]): WithSites => ({
  ...phase,
  sites: sites.filter((one) => one.phase === phase.id).sort((a, b) => a.name.localeCompare(b.name)),
})

type Revised = { revision: number }
const asRead = (before: Revised | undefined) =>
  before ? { when: { is: { revision: before.revision } } } : { when: "new" as const }

/** Each is written as it was read, or refused where somebody was quicker: `before` is what stood there. */
export const putPhase = (programme: string, one: Phase, before?: Phase): Action => ({
  put: { ...keys.phase(programme, one.id), ...phaseSchema.parse(one), revision: (before?.revision ?? 0) + 1 },
  ...asRead(before),
})
export const putSite = (programme: string, one: SitePhase, before?: SitePhase): Action => ({
  put: {
    ...keys.sitePhase(programme, one.phase, one.organisation),
    ...siteSchema.parse(one),
    revision: (before?.revision ?? 0) + 1,
  },
  ...asRead(before),
})
export const putPeriod = (programme: string, one: Period, before?: Period): Action => ({
  put: {
    ...keys.period(programme, one.id),
    ...periodSchema.parse(one),
    revision: (before?.revision ?? 0) + 1,
  },
  ...asRead(before),
})
