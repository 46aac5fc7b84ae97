import type { Door } from "../doors.ts"

export const linkDoors: Record<string, Door> = {}
