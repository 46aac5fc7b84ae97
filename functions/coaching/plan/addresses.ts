import type { Place } from "../../../shared/store/coaching.ts"
import { planAt, risksAt } from "../../../shared/web/coaching/addresses.ts"

type At = Pick<Place, "organisation" | "phase">

/** The pages of the plan of one site in a phase. */
export const here = ({ organisation, phase }: At) => planAt(organisation, phase)
export const sectionAt = (at: At, section: string) => `${here(at)}/sections/${section}`
export const versionAt = (at: At, version: number | "draft") => `${here(at)}/versions/${version}`
export const changesAt = (at: At, version: number | "draft") => `${versionAt(at, version)}/changes`
export const commentAt = (at: At) => `${here(at)}/comment`
export const dealtAt = (at: At, comment: string) => `${here(at)}/comments/${comment}/dealt`
export const milestoneAt = (at: At, milestone: string, what: "done" | "moved") =>
  `${here(at)}/milestones/${milestone}/${what}`

/** Where a risk that the plan foresaw becomes one of the list of risks. */
export const addRiskAt = ({ organisation, phase }: At, row: string) =>
  `${risksAt(organisation, phase)}/add?from=plan&row=${row}`
