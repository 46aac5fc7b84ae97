import type { Figures } from "../../kinds/measures/figure.ts"
import type { Expected } from "../calendar/expected.ts"
import type { AgreedPlan } from "./agreed-plan.ts"
import type { EvaluationHead } from "./head.ts"

/** What becomes of the figures of a return with each thing that its reader does to it. */
export const figuresAfter = { accept: "accepted", "send back": "open again", reopen: "open again" } as const

type Plan = Pick<EvaluationHead, "plan">

/** Whether the measures are locked as it is accepted: with the first baseline that is, whether a plan is agreed or not. */
export const locksPlan = (figures: Figures | undefined, agreed: AgreedPlan | undefined, { plan }: Plan) =>
  figures?.point === "baseline" && (agreed ?? plan)?.lockedAt === undefined

/**
 * The plan, and where it stands, from the minute at which its measures are locked. Where none is agreed the core was
 * measured: one that is agreed later is locked from the start.
 */
export const locked = (agreed: AgreedPlan | undefined, { plan }: Plan, at: Date) => {
  const lockedAt = at.toISOString()
  const none = {
    version: agreed?.version ?? 0,
    ...(agreed && { agreedAt: agreed.at }),
    waitsFor: [],
    draft: false,
  }
  return { ...(agreed && { agreed: { ...agreed, lockedAt } }), plan: { ...(plan ?? none), lockedAt } }
}

/** What has to be accepted before: it stands on it. */
export const firstToAccept = (
  returns: readonly Expected[],
  { round, by }: Pick<Expected, "round" | "by">,
): Expected | undefined =>
  returns.find((one) => one.round !== round && one.by < by && one.stands?.state === "sent" && !one.notNeeded)
