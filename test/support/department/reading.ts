import type { Door } from "../doors.ts"

export const readingDoors: Record<string, Door> = {}
