import type { Child } from "hono/jsx"
import type { Report } from "../../domain/evaluation/reports/report.ts"
import type { World } from "../world.ts"

type Asking = { var: { world: World } }

/** What of a report was worked out and not written: the tables of its release, and what it cost. */
export type Parts = { tables?: Child; costs?: Child }

/**
 * Left open for the releases and the costs: both are put once elsewhere, and drawn here for every page that shows a
 * report. Until they are, a report says which release it names and no more.
 */
export const partsOf = async (_: Asking, __: Report): Promise<Parts> => ({})
