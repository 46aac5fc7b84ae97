import { Hono } from "hono"
import { enterCoaching, enterPhase, type Inside } from "../../shared/web/coaching/here.ts"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import {
  enterEvaluation,
  enterEvaluationPhase,
  type Inside as InsideEvaluation,
} from "../../shared/web/evaluation/here.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { evaluationPlanOperations } from "./evaluation-plan/operations.ts"
import { addEvaluationPlanPages } from "./evaluation-plan/pages.ts"
import { addGoingPages } from "./going/pages.ts"
import { pilotOperations } from "./operations.ts"
import { addPlanPages } from "./plan/pages.ts"
import { addPrintPages } from "./print/pages.ts"
import { addRiskPages } from "./risks/pages.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const pilotApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, signedInOnly)
    app.use(`${at}/coaching/*`, enterCoaching)
    app.use(`${at}/coaching/:phase/*`, enterPhase)
    app.use(`${at}/evaluation/*`, enterEvaluation("see evaluation"))
    app.use(`${at}/evaluation/:phase/*`, enterEvaluationPhase("see evaluation"))
  }
  app.route(`/api${inside}`, apiOf(pilotOperations, inside))
  app.route(`/api${inside}`, apiOf(evaluationPlanOperations, inside))
  app.route(inside, pilotPages())
  app.route(inside, evaluationPlanPages())
  return app
}

/** Below `/organisations/:organisation/coaching/:phase`. */
const pilotPages = () => {
  const pages = new Hono<Inside>()
  addPlanPages(pages)
  addGoingPages(pages)
  addRiskPages(pages)
  addPrintPages(pages)
  return pages
}

/** Below `/organisations/:organisation/evaluation/:phase`. */
const evaluationPlanPages = () => {
  const pages = new Hono<InsideEvaluation>()
  addEvaluationPlanPages(pages)
  return pages
}
