import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { evaluationPlanAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, type Inside, mayHere } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { here, sectionAt } from "./addresses.ts"
import { addMeasure, removeMeasure, replaceMeasure } from "./choosing.ts"
import { countingHere, inPhaseHere, planHere } from "./desk.ts"
import { lifeOperations } from "./operations-life.ts"
import { countingOf, planShape, saidShape, versionOf, versionShape, wholeOf } from "./shapes.ts"
import { changesHere, versionHere } from "./versions.ts"
import { beginPlan, saveDraft } from "./writing.ts"

const tag = "The evaluation plan of a site"
const at = evaluationPlanAt(":organisation", ":phase")

const gave = <Result>(c: C, body: Result) => ({ body, at: here(inPhaseHere(c).place) })
const chosen = z.object({ measure: z.string() })

const reading: Operation<Inside>[] = [
  operation({
    id: "readEvaluationPlan",
    method: "get",
    path: at,
    tag,
    summary: "The evaluation plan that counts; for its writers, drafts and comments too",
    about:
      "The Department and the coordinators read what was agreed. Its words and measures hold no figure of the site.",
    gives: planShape,
    does: async (c) => ({
      body: mayHere(c, "comment on evaluation plan")
        ? wholeOf(await planHere(c))
        : countingOf(await countingHere(c)),
    }),
  }),
  operation({
    id: "readEvaluationPlanVersion",
    method: "get",
    path: `${at}/versions/:version`,
    tag,
    summary: "One version as it was proposed, or `draft` while one is open",
    gives: versionShape,
    does: async (c) => {
      const { listed, version, said } = await versionHere(c)
      return { body: version ? versionOf(version, listed?.fate) : saidShape(said) }
    },
  }),
  operation({
    id: "compareEvaluationPlanVersions",
    method: "get",
    path: `${at}/versions/:version/changes`,
    tag,
    summary: "What a version, or the draft, says otherwise than the one that counted before it, in words",
    gives: z.object({
      than: z.int(),
      same: z.int(),
      differences: z.array(
        z.object({ label: z.string(), before: z.string().optional(), after: z.string().optional() }),
      ),
    }),
    does: async (c) => {
      const { before, compared } = await changesHere(c)
      return {
        body: {
          than: before.version,
          same: compared.same,
          differences: compared.sections.flatMap(({ differences }) => differences),
        },
      }
    },
  }),
]

const writing: Operation<Inside>[] = [
  operation<Inside, Record<string, never>>({
    id: "beginEvaluationPlan",
    method: "post",
    path: `${at}/begin`,
    tag,
    summary:
      "Begin the plan, with what was agreed in the phase before or promised in an expression of interest",
    keyed: true,
    status: 201,
    asks: z.strictObject({}),
    gives: z.object({ from: z.string(), measures: z.int() }),
    does: async (c, _, key) => gave(c, await beginPlan(c, key as MoveKey)),
  }),
  operation<Inside, { revision: number; answers: Record<string, unknown>; cleared?: Record<string, string> }>(
    {
      id: "saveEvaluationPlan",
      method: "post",
      path: `${at}/sections/:section`,
      tag,
      summary: "Save answers of the draft: `theory`, `group`, or a measure by its id",
      about:
        "Only answers that changed; `null` takes one away. `revision` is the one that was read: two people meet only where both changed the same answer.",
      asks: z.strictObject({
        revision: z.int().min(0),
        answers: z.record(z.string(), z.json()),
        cleared: z.record(z.string(), z.string()).optional(),
      }),
      gives: z.object({ revision: z.int(), changed: z.array(z.string()) }),
      does: async (c, { revision, answers, cleared }) =>
        gave(c, await saveDraft(c, { seen: revision, answers, ...(cleared && { cleared }) })),
    },
  ),
  operation<Inside, { from: string }>({
    id: "addEvaluationMeasure",
    method: "post",
    path: `${at}/measures`,
    tag,
    summary: "Add a measure to the draft: what it is chosen from fills its form",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      from: z
        .string()
        .max(60)
        .meta({ description: "`own`, `library.<id>`, or `promised.<number>` of the expression of interest" }),
    }),
    gives: chosen,
    does: async (c, { from }, key) => {
      const body = await addMeasure(c, from, key as MoveKey)
      return { body, at: sectionAt(inPhaseHere(c).place, body.measure) }
    },
  }),
  operation<Inside, Record<string, never>>({
    id: "removeEvaluationMeasure",
    method: "post",
    path: `${at}/measures/:measure/remove`,
    tag,
    summary: "Take a measure out of the draft: never one that is locked with the baseline",
    keyed: true,
    asks: z.strictObject({}),
    gives: chosen,
    does: async (c, _, key) => gave(c, await removeMeasure(c, key as MoveKey)),
  }),
  operation<Inside, Record<string, never>>({
    id: "replaceEvaluationMeasure",
    method: "post",
    path: `${at}/measures/:measure/replace`,
    tag,
    summary:
      "Put another measure in the place of one that is locked, with a note on how both are read together",
    keyed: true,
    asks: z.strictObject({}),
    gives: chosen,
    does: async (c, _, key) => gave(c, await replaceMeasure(c, key as MoveKey)),
  }),
]

/** The evaluation plan of one site in one phase. */
export const evaluationPlanOperations: Operation<Inside>[] = [...reading, ...writing, ...lifeOperations]
