import type { Door } from "../doors.ts"

export const decidingDoors: Record<string, Door> = {}
