import type { Door } from "../doors.ts"

const phase = "/organisations/:organisation/coaching/:phase"
const whole: Door = { for: "read brief" }
const reading: Door = { for: "see coaching" }
const taking: Door = { for: "take handover" }

/** Pages made from the record of a site. */
export const printDoors: Record<string, Door> = {
  [`GET ${phase}/brief`]: whole,
  [`GET ${phase}/handover`]: taking,
  [`GET ${phase}/handover/file`]: taking,
  [`GET ${phase}/highlights`]: reading,
  [`GET ${phase}/highlights/:month`]: reading,
  [`GET /api${phase}/brief`]: whole,
  [`GET /api${phase}/handover`]: taking,
  [`GET /api${phase}/highlights/:month`]: reading,
}
