export { evidencePath } from "../../shared/domain/funding/evidence-letter.ts"
export { evidenceAt as departmentFileAt } from "../../shared/web/funding/addresses.ts"

import { evidencePath } from "../../shared/domain/funding/evidence-letter.ts"

export const addingAt = (organisation: string, round: string) => `${evidencePath(organisation, round)}/add`
export const fileAt = (organisation: string, round: string, id: string) =>
  `${evidencePath(organisation, round)}/files/${id}`
export const uploadAt = (organisation: string, round: string, id: string) =>
  `${fileAt(organisation, round, id)}/upload`
export const takingAwayAt = (organisation: string, round: string, id: string) =>
  `${fileAt(organisation, round, id)}/take-away`
