import { Hono } from "hono"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { enterEvaluation, enterEvaluationPhase, type Inside } from "../../shared/web/evaluation/here.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addHandingOn } from "./answers/pages.ts"
import { addFiguresPages } from "./figures/pages.ts"
import { addOnePagePages } from "./one-page/pages.ts"
import { evaluationOperations } from "./operations.ts"
import { addOverviewPages } from "./overview/pages.ts"
import { addReleasedPages } from "./released/pages.ts"
import { addReviewingPages } from "./reviewing/pages.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const evaluationApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, signedInOnly, enterEvaluation("see evaluation"))
    app.use(`${at}/evaluation/:phase/*`, enterEvaluationPhase("see evaluation"))
  }
  app.route(`/api${inside}`, apiOf(evaluationOperations, inside))
  app.route(inside, evaluationPages())
  return app
}

/** Below `/organisations/:organisation`. */
const evaluationPages = () => {
  const pages = new Hono<Inside>()
  addHandingOn(pages)
  addFiguresPages(pages)
  addReleasedPages(pages)
  addOnePagePages(pages)
  addOverviewPages(pages)
  addReviewingPages(pages)
  return pages
}
