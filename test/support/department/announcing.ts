import type { Door } from "../doors.ts"

export const announcingDoors: Record<string, Door> = {}
