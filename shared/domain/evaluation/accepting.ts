import type { Figures } from "../../kinds/measures/figure.ts"
import type { Expected } from "../calendar/expected.ts"
import type { AgreedPlan } from "./agreed-plan.ts"
import type { EvaluationHead } from "./head.ts"

/** What becomes of the figures of a return with each thing that its reader does to it. */
export const figuresAfter = { accept: "accepted", "send back": "open again", reopen: "open again" } as const

/** Whether the measures are locked as it is accepted: with the first baseline that is. */
export const locksPlan = (figures: Figures | undefined, agreed: AgreedPlan | undefined) =>
  figures?.point === "baseline" && agreed !== undefined && agreed.lockedAt === undefined

/** The plan, and where it stands, from the minute at which its measures are locked. */
export const locked = (agreed: AgreedPlan, { plan }: Pick<EvaluationHead, "plan">, at: Date) => {
  const lockedAt = at.toISOString()
  const none = { version: agreed.version, agreedAt: agreed.at, waitsFor: [], draft: false }
  return { agreed: { ...agreed, lockedAt }, plan: { ...(plan ?? none), lockedAt } }
}

/** What has to be accepted before: it stands on it. */
export const firstToAccept = (
  returns: readonly Expected[],
  { round, by }: Pick<Expected, "round" | "by">,
): Expected | undefined =>
  returns.find((one) => one.round !== round && one.by < by && one.stands?.state === "sent" && !one.notNeeded)
