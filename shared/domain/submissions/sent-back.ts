import type { Back } from "./submission.ts"

/** Whether whoever it was sent to opened it for changes: a signatory who says “not yet” opens what nobody else has seen. */
export const isSentBack = ({ back }: { back?: Pick<Back, "move"> }) =>
  back !== undefined && back.move !== "decline"
