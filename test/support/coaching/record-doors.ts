import type { Door } from "../doors.ts"

const coaching = "/organisations/:organisation/coaching"
const reading: Door = { for: "see coaching" }

const noting: Door = { for: "keep notes", gives: () => ({ text: "The lead is away in May." }), keyed: true }

/** The coaching of a site at one glance, and everything that happened in it. */
export const recordDoors: Record<string, Door> = {
  [`GET ${coaching}`]: reading,
  [`GET ${coaching}/:phase`]: reading,
  [`GET ${coaching}/:phase/timeline`]: reading,
  [`GET ${coaching}/:phase/notes`]: { for: "keep notes" },
  [`GET ${coaching}/:phase/notes/keep`]: { for: "keep notes" },
  [`POST ${coaching}/:phase/notes/keep`]: noting,
  [`GET /api${coaching}/:phase/notes`]: { for: "keep notes" },
  [`POST /api${coaching}/:phase/notes`]: noting,
  [`GET /api${coaching}/:phase`]: reading,
  [`GET /api${coaching}/:phase/timeline`]: reading,
}
