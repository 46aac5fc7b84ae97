import { Hono } from "hono"
import { enterSupport, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addClockPages } from "./clocks/pages.ts"
import { addDeskPages } from "./desk/pages.ts"
import { addHighlightPages } from "./highlights/pages.ts"
import { supportOperations } from "./operations.ts"
import { addPatternPages } from "./patterns/pages.ts"

const inside = "/support"

/** The door comes before anything is read, on every address below these. */
export const supportApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterSupport)
  app.route(`/api${inside}`, apiOf(supportOperations, inside))
  app.route(inside, supportPages())
  return app
}

const supportPages = () => {
  const pages = new Hono<SignedIn>()
  addDeskPages(pages)
  addPatternPages(pages)
  addClockPages(pages)
  addHighlightPages(pages)
  return pages
}
