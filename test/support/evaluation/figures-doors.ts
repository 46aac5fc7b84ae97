import type { Door } from "../doors.ts"

const at = "/organisations/:organisation/evaluation/:phase"
const one = `${at}/released/:measure/:at`

/** Whoever sees true counts may do this too, and nobody else. */
const seesTrue: Door["for"] = "take one page"

const releasing: Door = {
  for: "release figure",
  gives: () => ({ because: "The council published it in its papers." }),
  keyed: true,
}
const takingBack: Door = { for: "release figure", gives: () => ({}), keyed: true }

/** What one site measured, and what it releases as it is. */
export const figuresDoors: Record<string, Door> = {
  [`GET ${at}/measures`]: { for: "see evaluation" },
  [`GET ${at}/measures.csv`]: { for: "see evaluation" },
  [`GET /api${at}/measures`]: { for: "see evaluation" },
  [`GET ${at}/released`]: { for: seesTrue },
  [`GET /api${at}/released`]: { for: seesTrue },
  [`GET ${one}`]: { for: "release figure" },
  [`POST ${one}`]: releasing,
  [`POST /api${one}`]: releasing,
  [`GET ${one}/take-back`]: { for: "release figure" },
  [`POST ${one}/take-back`]: takingBack,
  [`POST /api${one}/take-back`]: takingBack,
}
