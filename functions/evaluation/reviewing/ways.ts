import type { Inside } from "../../../shared/web/evaluation/here.ts"
import type { Ways } from "../../../shared/web/reviewing/ways.ts"
import { hereAt, type OnEvaluation, returnHere } from "./desk.ts"
import { accept, ask, look, onlyFor, reopen, sendBack, settle } from "./moves.ts"

/** How returns of the evaluation are reviewed: below the evaluation of a site. */
export const evaluationWays: Ways<Inside, OnEvaluation> = {
  one: "/evaluation/:phase/returns/:reference",
  at: hereAt,
  here: returnHere,
  onlyFor,
  counts: "From now on its figures count for nothing in the analysis, until it is accepted again.",
  look,
  accept,
  ask,
  settle,
  sendBack,
  reopen,
}
