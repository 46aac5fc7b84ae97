import { type Beside, besidePlan } from "../../../shared/domain/coaching/plan-beside.ts"
import { milestoneCounts } from "../../../shared/domain/coaching/plan-milestones.ts"
import { answersOf } from "../../../shared/domain/coaching/plan-version.ts"
import { summaryOf } from "../../../shared/domain/funding/summary.ts"
import { mayWithMoney } from "../../../shared/domain/people/funding-policy.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, siteHere } from "../../../shared/web/coaching/here.ts"
import type { OnPlan } from "./desk.ts"

export type Known = Beside[]

/** Promised, planned, now: the money only for whoever may see it. */
export const knownHere = async (
  c: C,
  { place, agreed, milestones, before }: Pick<OnPlan, "place" | "agreed" | "milestones" | "before">,
): Promise<Known> => {
  const seesMoney =
    mayWithMoney(c.var.actor, "see own money", siteHere(c)) || mayWithMoney(c.var.actor, "see money")
  const account = seesMoney && (await accountsIn(c.var.world.table).account(place.organisation, place.phase))
  return besidePlan({
    ...(before.promise && { promised: before.promise }),
    ...(agreed && { planned: answersOf(agreed) }),
    now: {
      ...(milestones.length > 0 && {
        milestones: milestoneCounts(milestones, londonDate(c.var.world.now())),
      }),
      ...(account &&
        (account.state === "accepted" || account.state === "closed") && { money: summaryOf(account) }),
    },
  })
}
