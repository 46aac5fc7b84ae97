import type { KindOf } from "../form/kind.ts"
import { continuingSite } from "./continuing-site.ts"
import { evaluationBaseline, evaluationFinal, evaluationMidpoint } from "./evaluation-return.ts"
import { expressionOfInterest } from "./expression-of-interest.ts"
import { followUp } from "./follow-up.ts"
import { fundingReturn } from "./funding-return.ts"
import { monthlyTally } from "./monthly-tally.ts"
import { spendingUpdate } from "./spending-update.ts"
import { statementOfGrantUsage } from "./statement-of-grant-usage.ts"

export const kindIds = [
  "expression-of-interest",
  "continuing-site",
  "spending-update",
  "funding-return",
  "statement-of-grant-usage",
  "follow-up",
  "monthly-tally",
  "evaluation-baseline",
  "evaluation-midpoint",
  "evaluation-final",
] as const
export type KindId = (typeof kindIds)[number]

/** A kind with its facts forgotten: they are parsed by its own schema before it is asked anything. */
// biome-ignore lint/suspicious/noExplicitAny: a kind's facts are erased here, and only here
export type Kind = KindOf<any>

/** Everything that can be submitted. */
export const kinds = {
  "expression-of-interest": expressionOfInterest,
  "continuing-site": continuingSite,
  "spending-update": spendingUpdate,
  "funding-return": fundingReturn,
  "statement-of-grant-usage": statementOfGrantUsage,
  "follow-up": followUp,
  "monthly-tally": monthlyTally,
  "evaluation-baseline": evaluationBaseline,
  "evaluation-midpoint": evaluationMidpoint,
  "evaluation-final": evaluationFinal,
} satisfies Record<KindId, Kind>

export const kindOf = (id: KindId): Kind => kinds[id]

/** Who reads what is sent, as whoever sends it is told. */
export const readersOf = ({ readBy }: Pick<Kind, "readBy">) => readBy ?? "the Department of Health"

/** What asks for everything, where a kind asks in short: of a site whose award says so. */
export const fullKindOf = (id: KindId): KindId | undefined => kindIds.find((one) => kindOf(one).fullOf === id)
