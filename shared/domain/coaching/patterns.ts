import { addMonths, londonDate, monthName } from "../../values/london.ts"
import { type StuckOn, stuckOn } from "./going-words.ts"
import type { Head } from "./head.ts"

/** Below this many sites in a phase nothing is counted, and below this many of them nothing is said: nobody is named by a number. */
export const fewest = { inPhase: 3, stuck: 2 } as const

/**
 * What several sites are stuck on. `before` is how many were a month before, where that is known and names nobody. `organisations` is for
 * coordinators alone, and never for a page of anybody else.
 */
export type Pattern = {
  on: StuckOn
  count: number
  of: number
  before?: number
  says: string
  organisations: string[]
}

type Spoken = Pick<Head, "organisation" | "going">

/** What a site and its coach were stuck on in one month. */
type Earlier = {
  organisation: string
  id: string
  words: { site?: { stuck: readonly string[] }; coach?: { stuck: readonly string[] } }
}

/**
 * What sites said of this month or the one before, counted: most first. `sites` is how many are in the phase, whether
 * or not they have said anything; `earlier` what they said in the months before.
 */
export const patternsIn = (
  heads: readonly Spoken[],
  sites: number,
  at: Date,
  earlier: readonly Earlier[] = [],
): Pattern[] => {
  if (sites < fewest.inPhase) return []
  const lately = heads.filter(({ going }) => going !== undefined && months(at).includes(going.month))
  const last = lately.flatMap(({ organisation, going }) =>
    earlier.filter((one) => one.organisation === organisation && one.id === monthBefore(going?.month ?? "")),
  )
  return (Object.keys(stuckOn) as StuckOn[])
    .map((on): Pattern => {
      const organisations = lately
        .filter(({ going }) => going?.stuck.includes(on))
        .map((one) => one.organisation)
      const count = organisations.length
      const before = last.filter((one) => stuckIn(one).includes(on)).length
      const known = last.length > 0
      return {
        on,
        count,
        of: sites,
        ...(before >= fewest.stuck && { before }),
        organisations,
        says: `${count} of ${sites} sites are stuck on ${inWords(on)}${known ? sinceWords(before) : ""}.`,
      }
    })
    .filter(({ count }) => count >= fewest.stuck)
    .sort((a, b) => b.count - a.count)
}

const stuckIn = ({ words: { site, coach } }: Earlier) => [...(site?.stuck ?? []), ...(coach?.stuck ?? [])]

/** One site alone is not told by a number either. */
const sinceWords = (before: number) =>
  before < fewest.stuck
    ? `; a month before it was fewer than ${fewest.stuck}`
    : `; a month before it was ${before}`

const monthBefore = (month: string) => addMonths(`${month}-01`, -1).slice(0, 7)

/** "December or January": the months of which something said is still counted. */
export const countedMonths = (at: Date): string => {
  const today = londonDate(at)
  return `${monthName(addMonths(today, -1))} or ${monthName(today)}`
}

const months = (at: Date): string[] => {
  const today = londonDate(at)
  return [today, addMonths(today, -1)].map((day) => day.slice(0, 7))
}

const inWords = (on: StuckOn) => stuckOn[on].charAt(0).toLowerCase() + stuckOn[on].slice(1)
