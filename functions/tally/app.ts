import { Hono } from "hono"
import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { enterEvaluation, type Inside } from "../../shared/web/evaluation/here.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { tallyOperations } from "./operations.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const tallyApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, signedInOnly, enterEvaluation("fill in tally"))
  }
  app.route(`/api${inside}`, apiOf(tallyOperations, inside))
  app.route(inside, tallyPages())
  return app
}

/** Below `/organisations/:organisation`. */
const tallyPages = () => {
  const pages = new Hono<Inside>()
  return pages
}
