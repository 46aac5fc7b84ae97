import type { Door } from "../doors.ts"

const coaching = "/organisations/:organisation/coaching"
const reading: Door = { for: "see coaching" }

/** The coaching of a site at one glance, and everything that happened in it. */
export const recordDoors: Record<string, Door> = {
  [`GET ${coaching}`]: reading,
  [`GET ${coaching}/:phase`]: reading,
  [`GET ${coaching}/:phase/timeline`]: reading,
  [`GET /api${coaching}/:phase`]: reading,
  [`GET /api${coaching}/:phase/timeline`]: reading,
}
