import type { Door } from "./doors.ts"

/** The doors of the selection panel. */
export const departmentDoors: Record<string, Door> = {}
