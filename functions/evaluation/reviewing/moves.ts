import {
  figuresAfter,
  firstToAccept,
  locked,
  locksPlan,
} from "../../../shared/domain/evaluation/accepting.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Step, take } from "../../../shared/domain/submissions/take.ts"
import type { Reviewing } from "../../../shared/form/workflow.ts"
import type { Action } from "../../../shared/store/action.ts"
import { evaluationIn, putEvaluation } from "../../../shared/store/evaluation.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, movingBy, placeHere } from "../../../shared/web/evaluation/here.ts"
import { contextOf } from "../../../shared/web/reviewing/desk.ts"
import {
  asking,
  carrying,
  type Decided,
  onlyFor as onlyForIn,
  type Reviewed,
  reviewing as reviewingIn,
  type Says,
  settling,
} from "../../../shared/web/reviewing/moves.ts"
import type { Opening } from "../../../shared/web/reviewing/ways.ts"
import { type OnEvaluation, returnHere } from "./desk.ts"

const evaluators = "The evaluator reads returns of the evaluation, asks about them and accepts them."
const says: Says = {
  look: evaluators,
  ask: evaluators,
  settle: evaluators,
  "send back": evaluators,
  accept: evaluators,
  reopen: evaluators,
}

export const onlyFor = async (c: C, move: Reviewing): Promise<OnEvaluation> =>
  onlyForIn(c, await returnHere(c), move, says)

const reviewing = (
  c: C,
  move: Reviewing,
  key: MoveKey,
  decide: (desk: OnEvaluation) => Decided | Promise<Decided>,
): Promise<Reviewed> => {
  const at = keys.evaluationMove(placeHere(c).organisation, c.var.actor.id, key.key)
  return reviewingIn(c, { at, key, load: () => onlyFor(c, move), decide })
}

/** What its figures count as from now on, in the write that it comes from. */
const figuresNow = ({ figures }: OnEvaluation, move: keyof typeof figuresAfter): Action[] =>
  figures ? [putEvaluation("FIGURES", figures.round, { ...figures, state: figuresAfter[move] }, figures)] : []

/** The measures are locked with the baseline: from then on a change makes a new version. */
const locking = async (c: C, { figures, agreed }: OnEvaluation): Promise<Action[]> => {
  if (figures?.point !== "baseline") return []
  const place = placeHere(c)
  const evaluation = evaluationIn(c.var.world.table)
  const head = await evaluation.head(place.organisation, place.phase)
  if (!locksPlan(figures, agreed, head ?? {})) return []
  const moving = movingBy(c, "review evaluation return")
  return evaluation.line(place, moving, (before) => {
    if (!agreed && (before.plan?.version ?? 0) > 0)
      throw new Refused("changed by someone else", {
        says: "The evaluation plan was agreed at this moment. Read this page again, then accept.",
      })
    const after = locked(agreed, before, moving.at)
    return {
      move: "lock evaluation plan",
      about: {
        kind: "plan",
        id: agreed ? String(agreed.version) : "core",
        title: agreed ? `Evaluation plan, version ${agreed.version}` : "The core measures, without a plan",
      },
      head: { plan: after.plan },
      ...(after.agreed && { actions: [putEvaluation("AGREEDPLAN", "", after.agreed, agreed)] }),
    }
  })
}

export const look = (c: C, key: MoveKey) => reviewing(c, "look", key, () => ({ step: { move: "look" } }))

/** Accepts the version that was read: from now on its figures count as accepted, and a baseline locks the measures. */
export const accept = (c: C, seen: number, key: MoveKey) =>
  reviewing(c, "accept", key, async (desk) => {
    const step: Step = { move: "accept", seen }
    take(step, desk, contextOf(c, desk))
    const first = firstToAccept(desk.returns, desk.expected)
    if (first) throw new Refused("not possible now", { says: inTheWay(first.title) })
    return {
      step,
      more: [...figuresNow(desk, "accept"), ...(await locking(c, desk)), ...(await carrying(c, desk))],
    }
  })

export const inTheWay = (title: string) => `Accept ${title} first: this one stands on it.`

export const sendBack = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "send back", key, (desk) => ({
    step: { move: "send back", ...given, seen },
    more: figuresNow(desk, "send back"),
  }))

/** Opens again what was accepted: until it is accepted again its figures count for nothing. */
export const reopen = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "reopen", key, (desk) => ({
    step: { move: "reopen", ...given, seen },
    more: figuresNow(desk, "reopen"),
  }))

export const ask = (c: C, given: Record<string, unknown>, key: MoveKey) =>
  reviewing(c, "ask", key, (desk) => asking(c, desk, given))

export const settle = (c: C, key: MoveKey) =>
  reviewing(c, "settle", key, (desk) => settling(c, desk, c.req.param("number")))
