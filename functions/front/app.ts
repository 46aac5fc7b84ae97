import { enterOrganisation, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { peopleOperations } from "./operations/people.ts"
import { publicOperations } from "./operations/public.ts"
import { peopleAt, peoplePages } from "./routes/people.ts"
import { publicPages } from "./routes/public.ts"
import { signInPages } from "./routes/sign-in.ts"

export const frontApp = (world: World) => {
  const app = serviceApp(world)
  app.use(whoIsIt)
  for (const at of [peopleAt, `/api${peopleAt}`]) app.use(`${at}/*`, signedInOnly, enterOrganisation)
  app.route(`/api${peopleAt}`, apiOf(peopleOperations, peopleAt))
  app.route("/api", apiOf(publicOperations))
  app.route(peopleAt, peoplePages())
  app.route("/", signInPages())
  app.route("/", publicPages())
  return app
}
