import { Hono } from "hono"
import { enterOrganisation, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { moneyOperations } from "./operations.ts"
import { addMoneyPages } from "./pages.ts"

const inside = "/organisations/:organisation"

/** The door comes before anything is read, on every address below these. */
export const moneyApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterOrganisation)
  app.route(`/api${inside}`, apiOf(moneyOperations, inside))
  app.route(inside, addMoneyPages(new Hono<SignedIn>()))
  return app
}
