import { signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { enterByLetter, enterTally } from "./doors.ts"
import { inside, tallyOperations } from "./operations.ts"
import { tallyPages } from "./pages.ts"

/** More than the table of any team comes to. */
const largest = 64 * 1024

/** The door comes before anything is read, on every address below these. */
export const tallyApp = (world: World) => {
  const app = serviceApp(world, largest)
  const one = `${inside}/tally/:round`
  for (const at of [one, `/api${one}`])
    for (const each of [at, `${at}/*`]) app.use(each, whoIsIt, signedInOnly, enterTally)
  for (const each of ["/tally/:token", "/tally/:token/*"]) app.use(each, enterByLetter)
  app.route(`/api${inside}`, apiOf(tallyOperations, inside))
  app.route(one, tallyPages())
  app.route("/tally/:token", tallyPages())
  return app
}
