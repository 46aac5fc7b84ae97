import { agreedOf } from "../../../shared/domain/coaching/plan.ts"
import { type Exported, planRows, planText } from "../../../shared/domain/coaching/plan-export.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../../../shared/web/coaching/here.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { type OnPlan, planHere } from "./desk.ts"

export type Agreed = Exported & { on: OnPlan }

/** The plan that counts, whole. */
export const agreedHere = async (c: C): Promise<Agreed> => {
  const on = await planHere(c)
  const listed = on.plan && agreedOf(on.plan)
  if (!on.agreed || !listed)
    throw new Refused("not possible now", { says: "No version of this plan is agreed by both yet." })
  return {
    on,
    name: on.place.name,
    phase: on.title,
    version: on.agreed,
    listed,
    milestones: on.milestones,
  }
}

export const csvHere = async (c: C) => fileOf(c, "csv", csvOf(planRows(await agreedHere(c), todayHere(c))))

export const textHere = async (c: C) => fileOf(c, "txt", planText(await agreedHere(c), todayHere(c)))

const todayHere = (c: C) => londonDate(c.var.world.now())

const types = { csv: "text/csv; charset=utf-8", txt: "text/plain; charset=utf-8" }

const fileOf = (c: C, ending: keyof typeof types, text: string) => {
  const { organisation, phase } = c.req.param() as { organisation: string; phase: string }
  c.header("content-type", types[ending])
  c.header("content-disposition", `attachment; filename="${organisation}-${phase}-plan.${ending}"`)
  return c.body(text)
}
