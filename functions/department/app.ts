import { Hono } from "hono"
import { enterSelection, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf, type Operation } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"

const inside = "/department"

export const departmentOperations: Operation<SignedIn>[] = []

/** The door comes before anything is read, on every address below these. */
export const departmentApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterSelection)
  app.route(`/api${inside}`, apiOf(departmentOperations, inside))
  app.route(inside, new Hono<SignedIn>())
  return app
}
