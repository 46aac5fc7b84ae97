import type { Door } from "../doors.ts"

export const tellingDoors: Record<string, Door> = {}
