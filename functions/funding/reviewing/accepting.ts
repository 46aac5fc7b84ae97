import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { countingOf } from "../../../shared/domain/funding/balances.ts"
import { fundingFactsOf } from "../../../shared/domain/funding/facts.ts"
import type { GivenTo } from "../../../shared/domain/funding/play.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Kind, kindOf } from "../../../shared/kinds/index.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { OnMoney } from "./desk.ts"

export type Accepting =
  | { verb: "accept return"; given: GivenTo<"accept return"> }
  | { verb: "accept statement"; given: GivenTo<"accept statement"> }

const isStatement = (kind: Kind) => kind.uses !== undefined

/** What its acceptance writes in the ledger: of the very bytes that were sent. */
export const acceptingOf = (desk: OnMoney): Accepting => {
  const { head, kind, facts, answers, said } = desk
  const { reference, version } = head
  if (kind.uses) {
    const certifiedBy = said.signatures.find(({ role }) => role === "certifier")?.name ?? said.sentBy
    const given = { ...kind.uses(facts, answers), reference, version, certifiedBy }
    return { verb: "accept statement", given }
  }
  const { id: round, title, from, to } = facts.return
  return {
    verb: "accept return",
    given: { round, title, from, to, reference, version, posting: postingOf(desk) },
  }
}

/** A statement that there is nothing to report says what was expected before: as that was accepted since. */
const postingOf = ({ head, kind, facts, answers, account }: OnMoney) => {
  if (!kind.spends) throw new Error(`A ${kind.id} says nothing of what was spent`)
  const now = head.nil && account ? { funding: fundingFactsOf(account, facts.return) } : {}
  return kind.spends({ ...facts, ...now }, answers)
}

export const reopeningOf = ({ kind, facts }: OnMoney, because: string) =>
  isStatement(kind)
    ? { verb: "reopen statement" as const, given: { because } }
    : { verb: "reopen return" as const, given: { round: facts.return.id, because } }

/** Why it could not be accepted as things stand at the site; nothing where it could. */
export const standsInTheWay = (desk: OnMoney & Earlier): string | undefined => {
  const { account, organisation, earlier } = desk
  if (!account) return `There is no award for ${organisation.shortName} yet: make the offer first.`
  if (account.state === "offered")
    return `${organisation.shortName} has not accepted the offer yet: a return is accepted after it.`
  if (account.state === "declined") return `${organisation.shortName} has declined the offer.`
  const sent = earlier.find(({ stands }) => stands?.state === "sent")
  return sent ? `Accept ${sent.title} first: this one stands on it.` : (otherAward(desk) ?? sameDays(desk))
}

/** No day counts twice, whichever form it was reported in. */
const sameDays = ({ account, kind, facts: { return: asked } }: OnMoney): string | undefined => {
  const found =
    !isStatement(kind) &&
    account &&
    countingOf(account).find(
      ({ round, from, to }) => round !== asked.id && to < asked.to && from <= asked.to && to >= asked.from,
    )
  return found
    ? `${found.title} is accepted for some of the same days. Send this one back, so that no day counts twice.`
    : undefined
}

/** A statement says what became of the whole award: of the one that there was when it was certified. */
const otherAward = ({ account, kind, facts: { site } }: OnMoney): string | undefined =>
  isStatement(kind) && account && site.award !== undefined && site.award !== account.award
    ? `It accounts for ${pounds(site.award)}, and the award is ${pounds(account.award)} now. Send it back, so that it is certified for the award as it is.`
    : undefined

type Earlier = { earlier: Expected[] }

/** Returns of earlier periods that are not accepted: once this one is, they never can be. */
export const earlierThan = ({ returns, expected, kind }: Pick<OnMoney, "returns" | "expected" | "kind">) =>
  returns.filter(
    (one) =>
      one.round !== expected.round &&
      !isStatement(kindOf(one.kind)) &&
      (isStatement(kind) || (one.covers?.to ?? "") < (expected.covers?.to ?? "")) &&
      one.stands?.state !== "accepted" &&
      !one.notNeeded,
  )

/** For whoever may not: said, and nothing is read. */
export const refuseWhere = (says: string | undefined) => {
  if (says !== undefined) throw new Refused("not possible now", { says })
}
