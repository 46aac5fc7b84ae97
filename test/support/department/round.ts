import type { Door } from "../doors.ts"

export const roundDoors: Record<string, Door> = {}
