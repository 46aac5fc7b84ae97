import { Hono } from "hono"
import { enterSelection, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { officePages } from "./announcing/office-pages.ts"
import { addAnnouncingPages } from "./announcing/pages.ts"
import { addDecidingPages } from "./deciding/pages.ts"
import { decisionsOperations } from "./operations.ts"
import { addTellingPages } from "./telling/pages.ts"

const inside = "/department"

/** The door comes before anything is read, on every address below these; the private office's link has its own. */
export const decisionsApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterSelection)
  app.route(`/api${inside}`, apiOf(decisionsOperations, inside))
  app.route(inside, decisionsPages())
  app.route("/announcements", officePages())
  return app
}

const decisionsPages = () => {
  const pages = new Hono<SignedIn>()
  addDecidingPages(pages)
  addTellingPages(pages)
  addAnnouncingPages(pages)
  return pages
}
