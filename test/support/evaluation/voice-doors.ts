import type { Door } from "../doors.ts"

const everybody: Door = { for: "everybody" }

/** Every route of this part of the evaluation, with who it is for. */
export const voiceDoors: Record<string, Door> = {
  "GET /taking-part": everybody,
  "GET /taking-part/my-named-social-worker": everybody,
  "GET /taking-part/tell-us": everybody,
  "GET /taking-part/tell-us/slip": everybody,
  "GET /taking-part/my-story": everybody,
  "GET /taking-part/you-said-we-did": everybody,
  "GET /taking-part/stop-my-story": everybody,
  "GET /taking-part/who-to-ask": everybody,
  "GET /tell-us/:secret": everybody,
  "POST /tell-us/:secret": { for: "everybody", gives: () => ({ "knows-who": "yes" }), keyed: true },
  "GET /tell-us/:secret/thanks": everybody,
  "GET /reports": everybody,
  "GET /reports/:report": everybody,
  "GET /reports/:report/easy-read": everybody,
  "GET /api/reports": everybody,
  "GET /api/reports/:report": everybody,
}
