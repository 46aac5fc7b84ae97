import { monthWords } from "../../values/london.ts"

/** The ratings of a site in a month: the id is the month. */
export type RatedMonth = {
  id: string
  organisation: string
  now: { delivery: { is: string }; people: { is: string }; spend: { is: string } }
}

const areas = ["delivery", "people", "spend"] as const

/** What moved at a site since the time before, where it is rated: "January 2018: delivery from Green to Amber/Red". */
export const ratingMoves = (all: readonly RatedMonth[], organisation: string): string | undefined => {
  const [now, before] = all
    .filter((one) => one.organisation === organisation)
    .toSorted((a, b) => b.id.localeCompare(a.id))
  if (!now) return undefined
  const month = monthWords(`${now.id}-01`)
  if (!before) return `${month}: rated for the first time`
  const moves = areas
    .filter((area) => now.now[area].is !== before.now[area].is)
    .map((area) => `${area} from ${colour(before.now[area].is)} to ${colour(now.now[area].is)}`)
  return `${month}: ${moves.length === 0 ? "nothing moved" : moves.join(", ")}`
}

/** "Amber/Red" */
const colour = (is: string) =>
  is
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("/")
