import { announcingDoors } from "./department/announcing.ts"
import { askingDoors } from "./department/asking.ts"
import { decidingDoors } from "./department/deciding.ts"
import { linkDoors } from "./department/links.ts"
import { readingDoors } from "./department/reading.ts"
import { roundDoors } from "./department/round.ts"
import { tellingDoors } from "./department/telling.ts"
import type { Door } from "./doors.ts"

/** The doors of the selection panel. */
export const departmentDoors: Record<string, Door> = {
  ...roundDoors,
  ...linkDoors,
  ...readingDoors,
  ...decidingDoors,
  ...tellingDoors,
  ...announcingDoors,
  ...askingDoors,
}
