import { announcingDoors } from "./department/announcing.ts"
import { askingDoors } from "./department/asking.ts"
import { decidingDoors } from "./department/deciding.ts"
import { linkDoors } from "./department/links.ts"
import { readingDoors } from "./department/reading.ts"
import { roundDoors } from "./department/round.ts"
import { tellingDoors } from "./department/telling.ts"
import type { Door } from "./doors.ts"

const everybody: Door = { for: "everybody" }

/** The doors of the selection panel, and of the department's own sign-in. */
export const departmentDoors: Record<string, Door> = {
  "GET /sign-in/department": everybody,
  "GET /sign-in/department/start": everybody,
  "GET /sign-in/department/back": everybody,
  ...roundDoors,
  ...linkDoors,
  ...readingDoors,
  ...decidingDoors,
  ...tellingDoors,
  ...announcingDoors,
  ...askingDoors,
}
