import { type ReleasedFigures, releasedFigures } from "../domain/evaluation/releasing/released-figure.ts"
import type { Action } from "./action.ts"
import { putEvaluation } from "./evaluation.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type Of = { organisation: string; phase: string }

/** What a site released of its own figures in a phase: one record. */
export const releasedFiguresOf = async (
  table: Table,
  { organisation, phase }: Of,
): Promise<ReleasedFigures> => {
  const item = await table.get(keyOf({ organisation, phase }), { strong: true })
  return item ? releasedFigures.parse(item) : { organisation, phase, figures: [], revision: 0 }
}

const keyOf = ({ organisation, phase }: Of) => keys.evaluation(organisation, "RELEASEDFIGURE", phase, "")

/** As it stands after a change; refused where somebody was quicker. */
export const putReleasedFigures = (after: ReleasedFigures, before: ReleasedFigures): Action =>
  putEvaluation("RELEASEDFIGURE", "", after, before.revision === 0 ? undefined : before)

/** That it still stands as it was read. */
export const checkReleasedFigures = ({ organisation, phase, revision }: ReleasedFigures): Action => ({
  check: keyOf({ organisation, phase }),
  when: revision === 0 ? "new" : { is: { revision } },
})
