import * as z from "zod"
import { desks } from "../../../shared/domain/actions/action.ts"
import { byScore, isOdd, risk, riskFacts, riskLook } from "../../../shared/domain/coaching/risk.ts"
import { oddWords } from "../../../shared/domain/coaching/risk-form.ts"
import { riskWhole } from "../../../shared/domain/coaching/risk-seen.ts"
import { coachingViews } from "../../../shared/domain/people/coaching-policy.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { risksAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { type OnRisk, registerHere, riskAt, riskHere } from "./desk.ts"
import { addRisk, closeRisk, type Kept, lookAtRisk } from "./moves.ts"

const tag = "Risks"
const risks = risksAt(":organisation", ":phase")

const asks = z.strictObject({
  ...riskFacts.shape,
  title: z.string().max(2_000).meta({ description: "120 characters or fewer" }),
  doing: z.string().max(20_000).optional().meta({ description: "100 words or fewer" }),
  owner: z.strictObject({ side: riskFacts.shape.owner.shape.side, who: z.string().max(2_000) }),
  action: z
    .strictObject({
      text: z.string().max(2_000).meta({ description: "40 words or fewer" }),
      owner: z.enum(Object.keys(desks)),
      due: plainDate,
    })
    .optional()
    .meta({ description: "Set with it, by whoever may set actions" }),
})
type Asks = z.infer<typeof asks>

/** The body as the answers of the form that both it and the page are held to. */
const answersOf = ({ before, after, owner, action, ...rest }: Asks) => ({
  ...rest,
  likelihoodBefore: String(before.likelihood),
  impactBefore: String(before.impact),
  likelihoodAfter: String(after.likelihood),
  impactAfter: String(after.impact),
  ownerSide: owner.side,
  ownerWho: owner.who,
  ...(action && { action: "yes", actionText: action.text, actionOwner: action.owner, actionDue: action.due }),
})

const scored = riskFacts.shape.before.extend({ score: z.int() })
const seen = riskFacts.omit({ doing: true }).extend({ id: z.string(), before: scored, after: scored })
const whole = risk.omit({ organisation: true, phase: true, revision: true }).extend({
  before: scored,
  after: scored,
  high: z.boolean(),
})
const kept = z.object({
  risk: z.string(),
  state: risk.shape.state,
  action: z.string().optional().meta({ description: "The id of the action that was set with it" }),
  warns: z.array(z.string()),
})
const view = z.enum(coachingViews).meta({ description: "How much of it you may see" })

const keptWith = (given: Kept, facts: Asks) => ({ ...given, warns: isOdd(facts) ? [oddWords] : [] })

const shown = (found: OnRisk) =>
  found.view === "whole"
    ? {
        view: found.view,
        risk: riskWhole(found.one),
        earlier: found.looks.map(({ organisation: _, phase: __, revision: ___, ...look }) => look),
        revision: found.one.revision,
      }
    : { view: found.view, risk: found.one }

/** The risks of a site in a phase. */
export const riskOperations: Operation<Inside>[] = [
  operation({
    id: "listRisks",
    method: "get",
    path: risks,
    tag,
    summary:
      "The risks of a site, the highest first; the department sees the high ones and how many others are open",
    gives: z.union([
      z.object({ view, risks: z.array(whole) }),
      z.object({ view, high: z.array(seen), others: z.int() }),
    ]),
    does: async (c) => {
      const found = await registerHere(c)
      if (found.view === "summary") return { body: found }
      return { body: { view: found.view, risks: byScore(found.risks).map(riskWhole) } }
    },
  }),
  operation<Inside, Asks>({
    id: "addRisk",
    method: "post",
    path: `${risks}/add`,
    tag,
    summary: "Add a risk, with an action of it where one is set",
    keyed: true,
    status: 201,
    asks,
    gives: kept,
    does: async (c, facts, key) => {
      const given = await addRisk(c, answersOf(facts), key as MoveKey)
      return { body: keptWith(given, facts), at: riskAt(c, given.risk) }
    },
  }),
  operation({
    id: "readRisk",
    method: "get",
    path: `${risks}/:risk`,
    tag,
    summary: "One risk, with every look at it for whoever sees the whole",
    gives: z.object({
      view,
      risk: z.union([whole, seen]),
      earlier: z
        .array(riskLook.omit({ organisation: true, phase: true, revision: true }))
        .optional()
        .meta({ description: "Every look before this one, the last first" }),
      revision: z.int().optional().meta({ description: "To send back when it is looked at again" }),
    }),
    does: async (c) => ({ body: shown(await riskHere(c)) }),
  }),
  operation<Inside, Asks & { revision: number }>({
    id: "lookAtRisk",
    method: "post",
    path: `${risks}/:risk/look`,
    tag,
    summary: "Look at a risk again: what was seen before is kept, and one that is closed is opened",
    keyed: true,
    asks: asks.extend({ revision: z.int().meta({ description: "Of the risk as you read it" }) }),
    gives: kept,
    does: async (c, { revision, ...facts }, key) => {
      const given = await lookAtRisk(c, answersOf(facts), revision, key as MoveKey)
      return { body: keptWith(given, facts), at: riskAt(c, given.risk) }
    },
  }),
  operation<Inside, { because: string }>({
    id: "closeRisk",
    method: "post",
    path: `${risks}/:risk/close`,
    tag,
    summary: "Close a risk, with why",
    keyed: true,
    asks: z.strictObject({ because: z.string().max(20_000).meta({ description: "60 words or fewer" }) }),
    gives: kept.omit({ warns: true }),
    does: async (c, typed, key) => {
      const given = await closeRisk(c, typed, key as MoveKey)
      return { body: given, at: riskAt(c, given.risk) }
    },
  }),
]
