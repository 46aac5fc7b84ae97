import type { Door } from "../doors.ts"

/** Every route of this part of the evaluation, with who it is for. */
export const storiesDoors: Record<string, Door> = {}
