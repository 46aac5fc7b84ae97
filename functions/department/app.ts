import { Hono } from "hono"
import { enterSelection, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addAskingPages } from "./asking/pages.ts"
import { addLinkPages } from "./links/pages.ts"
import { departmentOperations } from "./operations.ts"
import { addReadingPages } from "./reading/pages.ts"
import { addRoundPages } from "./round/pages.ts"

const inside = "/department"

/** The door comes before anything is read, on every address below these. */
export const departmentApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterSelection)
  app.route(`/api${inside}`, apiOf(departmentOperations, inside))
  app.route(inside, departmentPages())
  return app
}

const departmentPages = () => {
  const pages = new Hono<SignedIn>()
  addRoundPages(pages)
  addLinkPages(pages)
  addReadingPages(pages)
  addAskingPages(pages)
  return pages
}
