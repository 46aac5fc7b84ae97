import { Hono } from "hono"
import { enterSelection, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { officePages } from "./announcing/office-pages.ts"
import { addAnnouncingPages } from "./announcing/pages.ts"
import { addAskingPages } from "./asking/pages.ts"
import { addDecidingPages } from "./deciding/pages.ts"
import { addLinkPages } from "./links/pages.ts"
import { departmentOperations } from "./operations.ts"
import { addReadingPages } from "./reading/pages.ts"
import { addRoundPages } from "./round/pages.ts"
import { departmentSignIn } from "./sign-in/routes.ts"
import { addTellingPages } from "./telling/pages.ts"

const inside = "/department"

/** The door comes before anything is read, on every address below these. */
export const departmentApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterSelection)
  app.route(`/api${inside}`, apiOf(departmentOperations, inside))
  app.route(inside, departmentPages())
  app.route("/announcements", officePages())
  app.route("/", departmentSignIn(world))
  return app
}

const departmentPages = () => {
  const pages = new Hono<SignedIn>()
  addRoundPages(pages)
  addLinkPages(pages)
  addReadingPages(pages)
  addDecidingPages(pages)
  addTellingPages(pages)
  addAnnouncingPages(pages)
  addAskingPages(pages)
  return pages
}
