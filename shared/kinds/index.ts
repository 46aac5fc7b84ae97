import type { KindOf } from "../form/kind.ts"
import { expressionOfInterest } from "./expression-of-interest.ts"

export const kindIds = ["expression-of-interest"] as const
export type KindId = (typeof kindIds)[number]

/** A kind with its facts forgotten: they are parsed by its own schema before it is asked anything. */
// biome-ignore lint/suspicious/noExplicitAny: a kind's facts are erased here, and only here
export type Kind = KindOf<any>

/** Everything that can be submitted. */
export const kinds = { "expression-of-interest": expressionOfInterest } satisfies Record<KindId, Kind>

export const kindOf = (id: KindId): Kind => kinds[id]
