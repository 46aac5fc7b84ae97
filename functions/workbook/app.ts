import { Hono } from "hono"
import { enterOrganisation, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { workbookOperations } from "./operations.ts"
import { addWorkbookPages } from "./pages.ts"

const inside = "/organisations/:organisation"

/** The largest workbook there may be, as JSON has it. */
const largest = 3_000_000

/** The door comes before anything is read, on every address below these. */
export const workbookApp = (world: World) => {
  const app = serviceApp(world, largest)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterOrganisation)
  app.route(`/api${inside}`, apiOf(workbookOperations, inside))
  app.route(inside, addWorkbookPages(new Hono<SignedIn>()))
  return app
}
