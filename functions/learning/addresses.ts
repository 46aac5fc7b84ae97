import { learningAt } from "../../shared/web/coaching/addresses.ts"

/** What everybody may read. */
export const learnedAt = "/learned"

const below = (path: string) => `${learningAt}${path}`

export const shareAt = below("/share")
export const goodNewsAt = below("/good-news")

/** What somebody has offered, and what became of it. */
export const yoursAt = below("/yours")
export const takeBackAt = (offer: string) => `${yoursAt}/${encodeURIComponent(offer)}/take-back`

/** What waits for a coordinator. */
export const waitingAt = below("/waiting")
export const oneWaitingAt = (offer: string) => `${waitingAt}/${encodeURIComponent(offer)}`
export const decidedAt = below("/decided")
export const withdrawAt = (idea: string) => below(`/ideas/${encodeURIComponent(idea)}/withdraw`)

/** Whoever chose to be listed; and one's own place there. */
export const peopleAt = below("/people")
export const youAt = `${peopleAt}/you`
export const stopAt = `${youAt}/stop`

export const patternsAt = below("/patterns")

export const sessionsAt = below("/sessions")
export const sessionAt = (session: string) => `${sessionsAt}/${encodeURIComponent(session)}`

export const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
