import { Hono } from "hono"
import { enterCoaching, enterPhase, type Inside } from "../../shared/web/coaching/here.ts"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addActionPages } from "./actions/pages.ts"
import { addHelpPages } from "./help/pages.ts"
import { addNotePages } from "./notes/pages.ts"
import { coachingOperations } from "./operations.ts"
import { addRecordPages } from "./record/pages.ts"
import { addSessionPages } from "./sessions/pages.ts"
import { keepSession } from "./sessions/typed.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const coachingApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, keepSession, signedInOnly, enterCoaching)
    app.use(`${at}/coaching/:phase/*`, enterPhase)
  }
  app.route(`/api${inside}`, apiOf(coachingOperations, inside))
  app.route(inside, coachingPages())
  return app
}

/** Below `/organisations/:organisation`: what is to be done at `actions`, everything else at `coaching`. */
const coachingPages = () => {
  const pages = new Hono<Inside>()
  addRecordPages(pages)
  addSessionPages(pages)
  addActionPages(pages)
  addHelpPages(pages)
  addNotePages(pages)
  return pages
}
