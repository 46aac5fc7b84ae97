import type { PlainDate } from "../../values/london.ts"
import type { ListedRound } from "./round.ts"
import { rulesOf, windowOf } from "./round.ts"
import type { Window } from "./window.ts"

/** What asks for a submission: a round of expressions of interest, or a return that a site is expected to send. */
export type Occasion = {
  id: string
  title: string
  window: Window
  /** When decisions come, where a decision comes. */
  hearBy?: PlainDate
  /** It may be read before the round closes, because the round says so. */
  readEarly?: true
}

export const occasionOf = (
  round: Pick<ListedRound, "id" | "title" | "opens" | "closes" | "decisionsBy" | "reading">,
): Occasion => ({
  id: round.id,
  title: round.title,
  window: windowOf(round),
  hearBy: round.decisionsBy,
  ...(rulesOf(round).sealed ? {} : { readEarly: true as const }),
})
