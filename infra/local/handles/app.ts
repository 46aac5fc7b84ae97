import { Hono } from "hono"
import { handle } from "hono/aws-lambda"
import type { WebHandler } from "../server.ts"
import { clockHandles } from "./clock.ts"
import { fileHandles } from "./files.ts"
import type { Local } from "./local.ts"
import { outboxHandles } from "./outbox.ts"
import { problem } from "./page.ts"
import { peopleHandles } from "./people.ts"

/** What a local run has besides the service: who is who, the letters, the time. In no bundle, and so never deployed. */
export const localHandler = (local: Local): WebHandler => {
  const app = new Hono()
    .use(async (c, next) => {
      const origin = c.req.header("origin")
      const strange =
        (origin && origin !== local.world.settings.origin) || c.req.header("sec-fetch-site") === "cross-site"
      if (strange && !["GET", "HEAD"].includes(c.req.method))
        return problem(c, 403, "Forbidden", "This was sent from another site.")
      await next()
      for (const [name, value] of Object.entries(secure)) c.res.headers.set(name, value)
    })
    .route("/local", clockHandles(local))
    .route("/local", fileHandles(local))
    .route("/local", outboxHandles(local))
    .route("/local", peopleHandles(local))
    .notFound((c) => problem(c, 404, "Not Found", "There is /local/people, /local/outbox and /local/clock."))
    .onError((error, c) => {
      local.world.log.error("A handle of the local run failed", { error: String(error) })
      return problem(c, 500, "Internal Server Error", "See where the local run was started.")
    })
  return handle(app) as WebHandler
}

const secure = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
}
