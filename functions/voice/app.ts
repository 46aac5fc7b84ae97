import { Hono } from "hono"
import { whoIsIt } from "../../shared/web/door.ts"
import type { Base } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { voiceOperations } from "./operations.ts"
import { addReportPages } from "./reports/pages.tsx"

const open = ["/taking-part", "/tell-us", "/reports"]

/** Nobody signs in here. Whoever happens to be signed in reads the same. */
export const voiceApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [...open, "/api/reports"]) app.use(`${at}/*`, whoIsIt)
  app.route("/api/reports", apiOf(voiceOperations, "/reports"))
  app.route("/", voicePages())
  return app
}

const voicePages = () => {
  const pages = new Hono<Base>()
  addReportPages(pages)
  return pages
}
