import type { Door } from "../doors.ts"

const everybody: Door = { for: "everybody" }

/** Every route of this part of the evaluation, with who it is for. */
export const voiceDoors: Record<string, Door> = {
  "GET /reports": everybody,
  "GET /reports/:report": everybody,
  "GET /reports/:report/easy-read": everybody,
  "GET /api/reports": everybody,
  "GET /api/reports/:report": everybody,
}
