import { enterProgramme, onlyWith, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { inside, programmeOperations } from "./operations.ts"
import { programmePages } from "./pages.ts"

/** What every role of the programme reads. */
// biome-ignore format: one address beside another
const lists = [
  "", "/board", "/board.csv", "/next", "/next.csv", "/cover", "/letters", "/notices/*",
  "/sites/*", "/asks/*", "/rounds/*",
]

/** The door comes before anything is read, on every address below these two. */
export const programmeApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterProgramme)
  for (const at of [inside, `/api${inside}`]) {
    for (const list of lists) app.use(`${at}${list}`, onlyWith("see programme"))
    app.use(`${at}/rounds/:round/questions/*`, onlyWith("see questions"))
  }
  app.route(`/api${inside}`, apiOf(programmeOperations, inside))
  app.route(inside, programmePages())
  return app
}
