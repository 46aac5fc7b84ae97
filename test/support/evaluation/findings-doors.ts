import type { Door } from "../doors.ts"
import { reportsDoors } from "./reports-doors.ts"

const reading: Door = { for: "read shared stories" }
const one = "/findings/stories/:phase/:organisation/:story"

/** Every route of this part of the evaluation, with who it is for. */
export const findingsDoors: Record<string, Door> = {
  "GET /findings/stories": reading,
  "GET /findings/stories.csv": reading,
  [`GET ${one}`]: reading,
  "GET /api/findings/stories": reading,
  [`GET /api${one}`]: reading,
  ...reportsDoors,
}
