import type { Door } from "../doors.ts"

const seeing: Door = { for: "see support" }

/** What is seen across sites, by whoever supports them. */
export const supportDoors: Record<string, Door> = {
  "GET /support": seeing,
  "GET /support/sites.csv": seeing,
  "GET /support/actions.csv": seeing,
  "GET /support/clocks": seeing,
  "GET /support/patterns": { for: "see patterns" },
  "GET /support/highlights": seeing,
  "GET /api/support": seeing,
  "GET /api/support/highlights": seeing,
  "GET /api/support/clocks": seeing,
  "GET /api/support/patterns": { for: "see patterns" },
}
