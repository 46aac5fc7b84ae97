import type { EvaluationPlace } from "../../../shared/store/evaluation.ts"
import { evaluationPlanAt } from "../../../shared/web/evaluation/addresses.ts"

type At = Pick<EvaluationPlace, "organisation" | "phase">

/** The pages of the evaluation plan of one site in a phase. */
export const here = ({ organisation, phase }: At) => evaluationPlanAt(organisation, phase)
export const sectionAt = (at: At, section: string) => `${here(at)}/sections/${section}`
export const measuresAt = (at: At) => `${here(at)}/measures`
export const measureAt = (at: At, measure: string, what: "remove" | "replace") =>
  `${measuresAt(at)}/${measure}/${what}`
export const versionAt = (at: At, version: number | "draft") => `${here(at)}/versions/${version}`
export const changesAt = (at: At, version: number | "draft") => `${versionAt(at, version)}/changes`
export const commentAt = (at: At) => `${here(at)}/comment`
export const dealtAt = (at: At, comment: string) => `${here(at)}/comments/${comment}/dealt`
