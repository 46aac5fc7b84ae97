import { announcingDoors } from "./department/announcing.ts"
import { askingDoors } from "./department/asking.ts"
import { decidingDoors } from "./department/deciding.ts"
import { linkDoors } from "./department/links.ts"
import { readingDoors } from "./department/reading.ts"
import { roundDoors } from "./department/round.ts"
import { tellingDoors } from "./department/telling.ts"
import type { Door } from "./doors.ts"

const everybody: Door = { for: "everybody" }

/** The doors of the selection panel at work. */
export const departmentDoors: Record<string, Door> = {
  ...roundDoors,
  ...linkDoors,
  ...readingDoors,
  ...askingDoors,
}

/** Those of what becomes of a round. */
export const decisionsDoors: Record<string, Door> = { ...decidingDoors, ...tellingDoors, ...announcingDoors }

/** Those of the department's own sign-in. */
export const accountDoors: Record<string, Door> = {
  "GET /sign-in/department": everybody,
  "GET /sign-in/department/start": everybody,
  "GET /sign-in/department/back": everybody,
}
