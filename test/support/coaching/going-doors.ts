import type { Door } from "../doors.ts"

/** Every route of this part of coaching, with who it is for. */
export const goingDoors: Record<string, Door> = {}
