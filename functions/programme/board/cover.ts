import { atRisk, isWatched, type Risk } from "../../../shared/domain/calendar/at-risk.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { C } from "../desk.ts"
import { nearHere } from "./here.ts"
import { membersOf } from "./next.ts"

/** The people of so many sites are looked at for one page. */
const together = 20

export type OnCover = {
  asAt: Date
  risks: Risk[]
  /** How many returns and sites were looked at, of how many sites. */
  returns: number
  sites: number
  allSites: number
  /** The number of the next page, where there is one. */
  next?: number
}

/** Every return that is at risk for want of a person, of twenty sites at a time. */
export const coverHere = async (c: C): Promise<OnCover> => {
  const page = pageIn(c)
  const asAt = c.var.world.now()
  const { cells } = await nearHere(c)
  const watched = cells.map(({ one }) => one).filter((one) => isWatched(one, asAt))
  const all = [...new Map(watched.map(({ organisation, name }) => [organisation, name]))].sort((a, b) =>
    a[1].localeCompare(b[1]),
  )
  const sites = all.slice((page - 1) * together, page * together).map(([id]) => id)
  const here = watched.filter(({ organisation }) => sites.includes(organisation))
  return {
    asAt,
    risks: atRisk(here, await membersOf(c, sites), asAt),
    returns: here.length,
    sites: sites.length,
    allSites: all.length,
    ...(all.length > page * together && { next: page + 1 }),
  }
}

const pageIn = (c: C): number => {
  const given = c.req.query("page") ?? "1"
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new Refused("not found")
  return Number(given)
}
