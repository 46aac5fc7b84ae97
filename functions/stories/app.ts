import { Hono } from "hono"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { enterEvaluation, enterEvaluationPhase, type Inside } from "../../shared/web/evaluation/here.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { storiesOperations } from "./operations.ts"
import { addStoryPages } from "./pages.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const storiesApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, signedInOnly, enterEvaluation("see stories"))
    app.use(`${at}/stories/:phase/*`, enterEvaluationPhase("see stories"))
  }
  app.route(`/api${inside}`, apiOf(storiesOperations, inside))
  app.route(inside, storiesPages())
  return app
}

/** Below `/organisations/:organisation/stories`. */
const storiesPages = () => {
  const pages = new Hono<Inside>()
  addStoryPages(pages)
  return pages
}
