import type { PlainDate } from "../../../values/london.ts"
import { isPast } from "./consent.ts"
import type { Use } from "./consent-texts.ts"

/** As what somebody comes to a story that was checked. */
export const viewers = [
  "site",
  "coach",
  "evaluator",
  "coordinator",
  "department",
  "other site",
  "council paper",
  "report",
] as const
export type Viewer = (typeof viewers)[number]

/**
 * What each reads a story for. The pilot team is the site with its coach, the evaluator and the coordinators; the
 * department and everybody else read what was agreed for reports.
 */
// biome-ignore format: a table is read by its columns
export const readsFor: Record<Viewer, readonly Use[]> = {
  site:            ["team"],
  coach:           ["team", "training"],
  evaluator:       ["team", "reports"],
  coordinator:     ["team", "reports", "training", "press"],
  department:      ["reports"],
  "other site":    ["sites"],
  "council paper": ["council"],
  report:          ["reports"],
}

/** What was agreed about a story that others may read now. */
export type Agreed = { uses: readonly Use[]; reviewBy: PlainDate }

/**
 * Whether somebody who comes as this may read a story that was checked: the one rule for every page, file, operation and
 * report. Past the day on which its person is to be asked again, nobody may.
 */
export const mayRead = (viewer: Viewer, agreed: Agreed, today: PlainDate): boolean =>
  !isPast(agreed, today) && readsFor[viewer].some((use) => agreed.uses.includes(use))
