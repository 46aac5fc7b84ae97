import * as z from "zod"
import { foreseenRisks } from "../../../shared/domain/coaching/plan-risks.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { planAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, placeHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { here } from "./addresses.ts"
import { agreePlan, notYet, openPlan, proposePlan } from "./agreeing.ts"
import { storeHere } from "./desk.ts"
import { moveMilestone, reachMilestone } from "./milestones.ts"
import { commentOnPlan, dealWith } from "./remarks.ts"
import { sides } from "./shapes.ts"

const tag = "The pilot plan of a site"
const at = planAt(":organisation", ":phase")
const version = z.int().min(1).max(9999)
const text = (words: number) =>
  z
    .string()
    .max(4_000)
    .meta({ description: `${words} words or fewer` })
const gave = <Result>(c: C, body: Result) => ({ body, at: here(placeHere(c)) })

const agreeing: Operation<Inside>[] = [
  operation<Inside, { agrees?: boolean }>({
    id: "proposePlan",
    method: "post",
    path: `${at}/propose`,
    tag,
    summary: "Propose the draft as the next version, which does not change any more",
    keyed: true,
    asks: z.strictObject({
      agrees: z.boolean().optional().meta({ description: "A lead’s word for the site, given with it" }),
    }),
    gives: z.object({ version, hash: z.string(), waitsFor: sides }),
    does: async (c, { agrees = false }, key) => gave(c, await proposePlan(c, agrees, key as MoveKey)),
  }),
  operation<Inside, { version: number }>({
    id: "agreePlan",
    method: "post",
    path: `${at}/agree`,
    tag,
    summary: "Agree to a version, for the site or for the programme",
    about: "Once both have agreed it counts, and gives the risks that it foresaw, for the list of risks.",
    keyed: true,
    asks: z.strictObject({ version }),
    gives: z.object({
      version,
      agreed: z.boolean(),
      waitsFor: sides,
      risks: z.array(z.object({ row: z.string(), risk: z.string(), against: z.string().optional() })),
    }),
    does: async (c, body, key) => {
      const word = await agreePlan(c, body.version, key as MoveKey)
      const said = word.agreed && (await storeHere(c).version(placeHere(c), word.version))
      return gave(c, { ...word, risks: said ? foreseenRisks(said) : [] })
    },
  }),
  operation<Inside, { version: number; note: string }>({
    id: "notAgreePlan",
    method: "post",
    path: `${at}/not-yet`,
    tag,
    summary: "Say “not yet”, with what would have to change: it is a draft again",
    keyed: true,
    asks: z.strictObject({ version, note: text(150) }),
    gives: z.object({ version, agreed: z.boolean(), waitsFor: sides }),
    does: async (c, { version: of, ...given }, key) => gave(c, await notYet(c, of, given, key as MoveKey)),
  }),
  operation<Inside, Record<string, never>>({
    id: "openPlan",
    method: "post",
    path: `${at}/open`,
    tag,
    summary: "Open it for changes: taken back where it is proposed, another version where it is agreed",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ state: z.string() }),
    does: async (c, _, key) => gave(c, await openPlan(c, key as MoveKey)),
  }),
]

const saying: Operation<Inside>[] = [
  operation<Inside, { on: string; text: string; stays?: string[] }>({
    id: "commentOnPlan",
    method: "post",
    path: `${at}/comment`,
    tag,
    summary: "Comment on the plan or one line of it",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      on: z.string().max(60).meta({ description: "`whole`, a question, or a row: `milestones.<id>`" }),
      text: text(150),
      stays,
    }),
    gives: z.object({ comment: z.string(), on: z.string() }),
    does: async (c, { stays = [], ...given }, key) =>
      gave(c, await commentOnPlan(c, { given, stays }, key as MoveKey)),
  }),
  operation<Inside, Record<string, never>>({
    id: "dealWithPlanComment",
    method: "post",
    path: `${at}/comments/:comment/dealt`,
    tag,
    summary: "Say that a comment is dealt with",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ comment: z.string() }),
    does: async (c, _, key) => gave(c, await dealWith(c, key as MoveKey)),
  }),
]

const marked = z.object({ milestone: z.string(), by: plainDate, done: z.boolean() })

const marking: Operation<Inside>[] = [
  operation<Inside, { on: string; says: string }>({
    id: "reachMilestone",
    method: "post",
    path: `${at}/milestones/:milestone/done`,
    tag,
    summary: "Say that a milestone of the agreed plan is done",
    keyed: true,
    asks: z.strictObject({ on: plainDate, says: text(40) }),
    gives: marked,
    does: async (c, body, key) => gave(c, await reachMilestone(c, body, key as MoveKey)),
  }),
  operation<Inside, { to: string; because: string }>({
    id: "moveMilestone",
    method: "post",
    path: `${at}/milestones/:milestone/moved`,
    tag,
    summary: "Move a milestone to another day, with why: the agreed text stays",
    keyed: true,
    asks: z.strictObject({ to: plainDate, because: text(40) }),
    gives: marked,
    does: async (c, body, key) => gave(c, await moveMilestone(c, body, key as MoveKey)),
  }),
]

/** What happens to a plan once somebody has written it. */
export const lifeOperations: Operation<Inside>[] = [...agreeing, ...saying, ...marking]
