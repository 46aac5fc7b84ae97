import type { Door } from "../doors.ts"
import { onePageDoors } from "./one-page-doors.ts"

/** Every route of this part of the evaluation, with who it is for. */
export const evaluationDoors: Record<string, Door> = { ...onePageDoors }
