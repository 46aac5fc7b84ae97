import { enterPeople, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { calendarAt } from "./calendar.ts"
import { peopleOperations, programmePeopleOperations } from "./operations/people.ts"
import { publicOperations } from "./operations/public.ts"
import { peopleAt, programmePeopleAt } from "./people.ts"
import { calendarPages } from "./routes/calendar.ts"
import { homePages } from "./routes/home.ts"
import { peoplePages, programmePeoplePages } from "./routes/people.ts"
import { publicPages } from "./routes/public.ts"
import { signInPages } from "./routes/sign-in.ts"

export const frontApp = (world: World) => {
  const app = serviceApp(world)
  app.use(whoIsIt)
  for (const at of [peopleAt, programmePeopleAt])
    for (const under of ["", "/api"]) app.use(`${under}${at}/*`, signedInOnly, enterPeople)
  app.use(`${calendarAt}/*`, signedInOnly)
  app.route(`/api${peopleAt}`, apiOf(peopleOperations, peopleAt))
  app.route(`/api${programmePeopleAt}`, apiOf(programmePeopleOperations, programmePeopleAt))
  app.route("/api", apiOf(publicOperations))
  app.route(peopleAt, peoplePages())
  app.route(programmePeopleAt, programmePeoplePages())
  app.route(calendarAt, calendarPages())
  app.route("/", signInPages())
  app.route("/", homePages())
  app.route("/", publicPages())
  return app
}
