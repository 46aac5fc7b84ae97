import type { Decision } from "../../../shared/domain/selection/decision.ts"
import type { Moderation } from "../../../shared/domain/selection/moderation.ts"
import type { PanelView } from "../../../shared/domain/selection/notes.ts"
import type { Comparable } from "../../../shared/domain/selection/portfolio.ts"
import { settledIn } from "../../../shared/domain/selection/total.ts"
import type { Desk } from "../../../shared/web/panel/here.ts"
import type { DecidedRow } from "./csv.ts"
import type { Comparing } from "./desk.ts"

export type DecisionParts = { moderation?: Moderation; views: PanelView[]; decisions: Decision[] }

/** What a decision is made by besides the scores, and every decision there was, oldest first. */
export const decisionParts = async ({ one, raw, store }: Comparing): Promise<DecisionParts> => {
  const { reference, compared } = one
  const [moderation, views, decisions] = await Promise.all([
    settledIn(compared) ? store.moderation(reference) : undefined,
    store.views(raw),
    compared.decided ? store.decisions(reference) : [],
  ])
  return { moderation, views, decisions }
}

/** What counts of every decision that whoever asks may see, in one request. */
export const decidedIn = async ({
  store,
  compared,
}: Desk & { compared: Comparable[] }): Promise<DecidedRow[]> => {
  const all = await store.everyDecision()
  return compared.flatMap((one) => {
    const decision = all.find(
      ({ reference, version }) => reference === one.reference && version === one.compared.decided?.version,
    )
    return decision ? [{ one, decision }] : []
  })
}
