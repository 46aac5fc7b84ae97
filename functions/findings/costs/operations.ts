import * as z from "zod"
import {
  byBeneficiary,
  type CostLine,
  costLine,
  sourcesOf,
  totalsOf,
  worthOf,
} from "../../../shared/domain/evaluation/costs/costs.ts"
import { answersFrom } from "../../../shared/domain/evaluation/costs/form.ts"
import { range } from "../../../shared/domain/evaluation/costs/range.ts"
import { costWarnings } from "../../../shared/domain/evaluation/costs/words.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { costsAt } from "../desk/links.ts"
import type { Inside } from "../here.ts"
import { costsHere, type OnCosts } from "./desk.ts"
import { addLine, changeLine, type Estimated, removeLine } from "./moves.ts"

const tag = "Costs and benefits"
const all = costsAt(":phase")

const both = z.object({ less: range, more: range })
const beneficiary = both.extend({ who: z.string() })
const estimate = z.object({
  phase: z.string(),
  revision: z.int(),
  lines: z.array(costLine.extend({ worth: range })),
  totals: z
    .object({ fiscal: both, social: both })
    .meta({ description: "Pence. Fiscal and social are never added to each other" }),
  benefits: z.object({ fiscal: z.array(beneficiary), social: z.array(beneficiary) }),
  pilot: z.object({ sites: z.int(), reported: z.int(), paid: z.int(), cost: range }),
  sources: z.array(z.string()),
  warnings: z.array(z.string()),
})

const shown = ({ phase, costs, pilot }: OnCosts) => ({
  phase: phase.id,
  revision: costs.revision,
  lines: costs.lines.map((one) => ({ ...one, worth: worthOf(one) })),
  totals: totalsOf(costs.lines),
  benefits: { fiscal: byBeneficiary(costs.lines, "fiscal"), social: byBeneficiary(costs.lines, "social") },
  pilot,
  sources: sourcesOf(costs.lines),
  warnings: [...costWarnings],
})

const said = {
  ...costLine.omit({ id: true }).shape,
  change: z.string().max(2_000).meta({ description: "120 characters or fewer" }),
  shownBy: z.string().max(2_000).meta({ description: "160 characters or fewer" }),
  source: z.string().max(20_000).meta({ description: "60 words or fewer" }),
}
const asks = z.strictObject(said)
type Asks = z.infer<typeof asks>
const revision = z.int().min(0).max(1_000_000).meta({ description: "The revision that you read" })
const gives = z.object({ phase: z.string(), line: z.string(), revision: z.int() })

/** The body as the answers of the form that both it and the page are held to. */
const answersOf = (body: Asks) => answersFrom({ ...body, id: "" } satisfies CostLine)

const given = (body: Estimated) => ({ body, at: costsAt(body.phase) })

/** What the evaluator estimates, always as a range. */
export const costOperations: Operation<Inside>[] = [
  operation<Inside, unknown>({
    id: "readCosts",
    method: "get",
    path: all,
    tag,
    summary: "Costs and benefits of a phase: each line and what they come to, with their sources",
    about: "For evaluators alone: counts may be small. Others read totals in a report.",
    gives: estimate,
    does: async (c) => ({ body: shown(await costsHere(c)) }),
  }),
  operation<Inside, Asks>({
    id: "addCostLine",
    method: "post",
    path: `${all}/lines`,
    tag,
    summary: "Add a line to the estimate",
    keyed: true,
    asks,
    gives,
    does: async (c, body, key) => given(await addLine(c, answersOf(body), key as MoveKey)),
  }),
  operation<Inside, Asks & { revision: number }>({
    id: "changeCostLine",
    method: "post",
    path: `${all}/lines/:line`,
    tag,
    summary: "Change a line of the estimate",
    keyed: true,
    asks: z.strictObject({ ...said, revision }),
    gives,
    does: async (c, { revision: seen, ...body }, key) =>
      given(await changeLine(c, answersOf(body), seen, key as MoveKey)),
  }),
  operation<Inside, { revision: number }>({
    id: "removeCostLine",
    method: "post",
    path: `${all}/lines/:line/remove`,
    tag,
    summary: "Take a line out of the estimate",
    keyed: true,
    asks: z.strictObject({ revision }),
    gives,
    does: async (c, body, key) => given(await removeLine(c, body.revision, key as MoveKey)),
  }),
]
