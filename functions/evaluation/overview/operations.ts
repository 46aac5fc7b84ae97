import * as z from "zod"
import { evaluationViews } from "../../../shared/domain/people/evaluation-policy.ts"
import { evaluationAt, evaluationIn } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { latestHere, type OnOverview, overviewHere } from "./desk.ts"

const tag = "Evaluation of a site"

const stands = z.object({
  round: z.string(),
  kind: z.string(),
  title: z.string(),
  due: z.iso.datetime(),
  state: z.string(),
  who: z.string(),
  waitsFor: z.enum(["the site", "the evaluator"]).optional(),
  workingDays: z.int().optional(),
  reference: z.string().optional(),
  openQuestions: z.int(),
})

const gives = z.object({
  phase: z.string(),
  organisation: z.string(),
  sees: z.enum(evaluationViews).meta({ description: "True counts, or what was released of them" }),
  plan: z
    .object({
      version: z.int(),
      waitsFor: z.array(z.string()),
      draft: z.boolean(),
      lockedAt: z.iso.datetime().optional(),
    })
    .optional(),
  returns: z.array(stands),
  tallies: z.array(stands),
  storiesToCheck: z.int(),
  storiesShared: z.int(),
  history: z.array(z.object({ at: z.iso.datetime(), move: z.string(), about: z.string(), by: z.string() })),
})

const standsShown = ({ one, says, who, waitsFor, days }: OnOverview["returns"][number]) => ({
  round: one.round,
  kind: one.kind,
  title: one.title,
  due: one.by,
  state: says,
  who,
  ...(waitsFor && { waitsFor, workingDays: days ?? 0 }),
  ...(one.stands && one.stands.version > 0 && { reference: one.stands.reference }),
  openQuestions: one.stands?.review?.open.length ?? 0,
})

const shown = ({ view, place, head, returns, tallies, history }: OnOverview) => ({
  phase: place.phase,
  organisation: place.organisation,
  sees: view,
  ...(head.plan && {
    plan: {
      version: head.plan.version,
      waitsFor: head.plan.waitsFor,
      draft: head.plan.draft,
      ...(head.plan.lockedAt !== undefined && { lockedAt: head.plan.lockedAt }),
    },
  }),
  returns: returns.map(standsShown),
  tallies: tallies.map(standsShown),
  storiesToCheck: head.storiesToCheck.length,
  storiesShared: head.storiesShared,
  history: history.map(({ at, move, about, by }) => ({ at, move, about: about?.title ?? "", by: by.name })),
})

/** Where the evaluation of a site stands, for everybody who has a part in it. */
export const overviewOperations: Operation<Inside>[] = [
  operation<Inside, unknown>({
    id: "readEvaluation",
    method: "get",
    path: evaluationAt(":organisation"),
    tag,
    summary: "Where the evaluation of a site stands, in the phase that it began last",
    about: "No figure of it is here.",
    gives,
    does: async (c) => ({ body: shown(await latestHere(c)) }),
  }),
  operation<Inside, unknown>({
    id: "readEvaluationInPhase",
    method: "get",
    path: evaluationIn(":organisation", ":phase"),
    tag,
    summary: "Where the evaluation of a site stands in a phase: plan, returns, tallies, who has what",
    gives,
    does: async (c) => ({ body: shown(await overviewHere(c)) }),
  }),
]
