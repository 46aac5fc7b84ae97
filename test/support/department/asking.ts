import type { Door } from "../doors.ts"

export const askingDoors: Record<string, Door> = {}
