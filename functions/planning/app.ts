import { Hono } from "hono"
import { enterProgramme, onlyWith, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf, type Operation } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { organisationOperations } from "./organisations/operations.ts"
import { addOrganisationPages } from "./organisations/pages.ts"
import { phaseOperations } from "./phases/operations.ts"
import { addPhasePages } from "./phases/pages.ts"
import { roundOperations } from "./rounds/operations.ts"
import { addRoundPages } from "./rounds/pages.ts"

const inside = "/programme"

export const planningOperations: Operation<SignedIn>[] = [
  ...roundOperations,
  ...organisationOperations,
  ...phaseOperations,
]

/** The door comes before anything is read, on every address below these. */
export const planningApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) {
    app.use(`${at}/*`, whoIsIt, signedInOnly, enterProgramme)
    for (const list of ["phases", "rounds"]) app.use(`${at}/${list}/*`, onlyWith("see programme"))
    app.use(`${at}/organisations/*`, onlyWith("see organisations"))
  }
  app.route(`/api${inside}`, apiOf(planningOperations, inside))
  app.route(inside, addOrganisationPages(addRoundPages(addPhasePages(new Hono<SignedIn>()))))
  return app
}
