import type { EvaluationHead } from "../evaluation/head.ts"
import { evaluatorLine } from "../evaluation/lines.ts"
import { isOfEvaluation, returnStands } from "../evaluation/return-stands.ts"
import type { Cell } from "./board.ts"

type Facts = { cells: readonly Cell[]; evaluations?: readonly EvaluationHead[]; at: Date }

/** "5 of 6 baselines accepted. 1 waits for the site, 8 working days. 1 story ready." */
export const evaluationLine = ({ cells, evaluations = [], at }: Facts): string =>
  evaluatorLine({
    returns: cells
      .map(({ one }) => one)
      .filter(isOfEvaluation)
      .map((one) => returnStands(one, at)),
    heads: evaluations,
    at,
  })
