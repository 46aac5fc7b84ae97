import type { Door } from "../doors.ts"

const round = "/department/rounds/:round"
const one = `${round}/expressions/:reference`
const long = "The need is clear and dated. ".repeat(6)

/** What is compared, settled and decided in the selection panel. */
export const decidingDoors: Record<string, Door> = {
  [`GET ${round}/ranking`]: { for: "compare" },
  [`GET ${round}/scores.csv`]: { for: "compare" },
  [`GET ${round}/decisions.csv`]: { for: "export the round" },
  [`GET ${round}/portfolio`]: { for: "export the round" },
  [`GET ${one}/moderation`]: { for: "moderate" },
  [`POST ${one}/moderation`]: {
    for: "moderate",
    gives: () => ({ c1: "2", c1Because: long }),
    keyed: true,
  },
  [`GET ${one}/decision`]: { for: "decide" },
  [`POST ${one}/decision`]: {
    for: "decide",
    gives: () => ({ seen: "unread", decision: "unsuccessful", reason: long }),
    keyed: true,
  },
  [`GET ${one}/feedback`]: { for: "write feedback" },
  [`POST ${one}/feedback`]: {
    for: "write feedback",
    gives: () => ({ strength1: "Clear.", strength2: "Dated.", gap1: "Legacy.", gap2: "Cost.", seen: "0" }),
  },

  [`GET /api${round}/ranking`]: { for: "compare" },
  [`GET /api${round}/decisions`]: { for: "export the round" },
  [`GET /api${round}/portfolio`]: { for: "export the round" },
  [`GET /api${one}/moderation`]: { for: "moderate" },
  [`POST /api${one}/moderation`]: {
    for: "moderate",
    gives: () => ({ points: { c1: 2 }, reasons: { c1: long } }),
    keyed: true,
  },
  [`GET /api${one}/decision`]: { for: "decide" },
  [`POST /api${one}/decision`]: {
    for: "decide",
    gives: () => ({ seen: "unread", decision: "unsuccessful", reason: long }),
    keyed: true,
  },
  [`GET /api${one}/feedback`]: { for: "write feedback" },
  [`POST /api${one}/feedback`]: {
    for: "write feedback",
    gives: () => ({ strengths: ["Clear.", "Dated."], gaps: ["Legacy.", "Cost."], seen: 0 }),
  },
}
