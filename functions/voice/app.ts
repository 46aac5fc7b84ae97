import { Hono } from "hono"
import { whoIsIt } from "../../shared/web/door.ts"
import type { Base } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { voiceOperations } from "./operations.ts"
import { addReportPages } from "./reports/pages.tsx"
import { addTakingPart } from "./taking-part/pages.tsx"
import { addTellUs } from "./tell-us/pages.ts"

/**
 * Nobody signs in here. Whoever happens to be signed in reads the same; where people tell us, no session is read at all.
 */
export const voiceApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of ["/reports", "/api/reports"]) app.use(`${at}/*`, whoIsIt)
  app.route("/api/reports", apiOf(voiceOperations, "/reports"))
  app.route("/", voicePages())
  return app
}

const voicePages = () => {
  const pages = new Hono<Base>()
  addTakingPart(pages)
  addTellUs(pages)
  addReportPages(pages)
  return pages
}
