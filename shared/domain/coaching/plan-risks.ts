import * as z from "zod"
import { answersOf, type PlanVersion } from "./plan-version.ts"

/** A risk that a plan foresaw, as the list of risks can begin with it. `row` is its id in the plan, for ever. */
export type ForeseenRisk = { row: string; risk: string; against?: string }

const rows = z.array(
  z.looseObject({ id: z.string(), risk: z.string().optional(), against: z.string().optional() }),
)

export const foreseenRisks = (version: Pick<PlanVersion, "sections">): ForeseenRisk[] =>
  (rows.safeParse(answersOf(version).risks).data ?? []).flatMap(({ id, risk, against }) =>
    risk ? [{ row: id, risk, ...(against && { against }) }] : [],
  )
