import { enterOrganisation, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { siteApi } from "./api.ts"
import { sitePages } from "./pages.ts"
import { keepSection } from "./typed.ts"

/** Where every route of this function begins, and what the door stands before: itself, and all that is below it. */
const inside = "/organisations/:organisation"

export const siteApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`])
    app.use(`${at}/*`, whoIsIt, keepSection, signedInOnly, enterOrganisation)
  app.route(`/api${inside}`, siteApi())
  app.route(inside, sitePages())
  return app
}
