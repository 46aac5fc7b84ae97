import type { Door } from "../doors.ts"

const one = "/department/rounds/:round"
const late = `${one}/late/:organisation`

const arrivals: Door = { for: "see arrivals" }
const opening: Door = { for: "open the round" }
const lateness: Door = { for: "decide lateness" }

const refusal = { answer: "refuse", because: "The server was up all day, and others sent in time." }

export const roundDoors: Record<string, Door> = {
  "GET /department": arrivals,
  [`GET ${one}`]: arrivals,
  [`GET ${one}/list.csv`]: arrivals,
  [`GET ${one}/open`]: opening,
  [`POST ${one}/open`]: { ...opening, gives: () => ({}), keyed: true },
  [`GET ${one}/late`]: lateness,
  [`GET ${late}`]: lateness,
  [`POST ${late}`]: { ...lateness, gives: () => refusal, keyed: true },

  "GET /api/department": arrivals,
  [`GET /api${one}`]: arrivals,
  [`POST /api${one}/open`]: { ...opening, gives: () => ({}), keyed: true },
  [`GET /api${one}/late`]: lateness,
  [`GET /api${late}`]: lateness,
  [`POST /api${late}`]: { ...lateness, gives: () => refusal, keyed: true },
}
