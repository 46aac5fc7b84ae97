import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { planAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { here } from "./addresses.ts"
import { planHere, summaryHere } from "./desk.ts"
import { knownHere } from "./known.ts"
import { lifeOperations } from "./operations-life.ts"
import { planShape, summaryOf, textOf, versionShape, wholeOf } from "./shapes.ts"
import { changesHere, versionHere } from "./versions.ts"
import { beginPlan, saveDraft } from "./writing.ts"

const tag = "The pilot plan of a site"
const at = planAt(":organisation", ":phase")

const gave = <Result>(c: C, body: Result) => ({ body, at: here(placeHere(c)) })

const reading: Operation<Inside>[] = [
  operation({
    id: "readPlan",
    method: "get",
    path: at,
    tag,
    summary: "Where the plan stands; its texts, comments and milestones for whoever reads it whole",
    about: "The Department reads state, dates, versions, and how many milestones are done: never the texts.",
    gives: planShape,
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      if (viewHere(c) === "summary") return { body: summaryOf(await summaryHere(c), today) }
      const on = await planHere(c)
      return { body: { ...summaryOf(on, today), whole: wholeOf(on, await knownHere(c, on), today) } }
    },
  }),
  operation({
    id: "readPlanVersion",
    method: "get",
    path: `${at}/versions/:version`,
    tag,
    summary: "One version as it was proposed, or `draft` while one is open",
    gives: versionShape,
    does: async (c) => {
      const { on, listed, said } = await versionHere(c)
      return {
        body: {
          ...(listed && { version: listed.version, fate: listed.fate, hash: listed.hash }),
          text: textOf(said, listed ? undefined : on.plan),
        },
      }
    },
  }),
  operation({
    id: "comparePlanVersions",
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
    id: "beginPlan",
    method: "post",
    path: `${at}/begin`,
    tag,
    summary:
      "Begin the plan, with what was agreed in the phase before or promised in an expression of interest",
    keyed: true,
    status: 201,
    asks: z.strictObject({}),
    gives: z.object({ from: z.string(), answered: z.int() }),
    does: async (c, _, key) => gave(c, await beginPlan(c, key as MoveKey)),
  }),
  operation<Inside, { revision: number; answers: Record<string, unknown>; cleared?: Record<string, string> }>(
    {
      id: "savePlan",
      method: "post",
      path: `${at}/sections/:section`,
      tag,
      summary: "Save answers of the draft: `core` or `more`",
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
]

/** The pilot plan of one site in a phase. */
export const planOperations: Operation<Inside>[] = [...reading, ...writing, ...lifeOperations]
