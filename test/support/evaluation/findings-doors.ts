import type { Door } from "../doors.ts"
import { releasesDoors } from "./releases-doors.ts"

/** Every route of this part of the evaluation, with who it is for. */
export const findingsDoors: Record<string, Door> = { ...releasesDoors }
