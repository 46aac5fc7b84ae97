import { Hono } from "hono"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addAnswerPages } from "./answers/pages.ts"
import { addCostPages } from "./costs/pages.ts"
import { addDeskPages } from "./desk/pages.ts"
import { enterFindings, type Inside } from "./here.ts"
import { addMeasuresPages } from "./measures/pages.ts"
import { findingsOperations } from "./operations.ts"
import { addReleasesPages } from "./releases/pages.ts"
import { addReportPages } from "./reports/pages.ts"
import { addSharedStoryPages } from "./stories/pages.tsx"

const inside = "/findings"

/** The door comes before anything is read, on every address below these. */
export const findingsApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterFindings)
  app.route(`/api${inside}`, apiOf(findingsOperations, inside))
  app.route(inside, findingsPages())
  return app
}

/** Below `/findings`. */
const findingsPages = () => {
  const pages = new Hono<Inside>()
  addAnswerPages(pages)
  addSharedStoryPages(pages)
  addReportPages(pages)
  addMeasuresPages(pages)
  addReleasesPages(pages)
  addDeskPages(pages)
  addCostPages(pages)
  return pages
}
