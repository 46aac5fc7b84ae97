import { Hono, type MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { routePath } from "hono/route"
import { Refused } from "../domain/refused.ts"
import type { Cost } from "../store/table.ts"
import type { Base } from "./env.ts"
import { answerError, notFound } from "./errors.tsx"
import { edgeOnly, ownOrigin, secureHeaders } from "./secure.ts"
import type { World } from "./world.ts"

/** Half a megabyte: a section's answers at their largest, several times over. */
const largestBody = 512 * 1024

/** An app as all of this service's functions make theirs: safe headers, our origin alone, one place for errors. */
export const serviceApp = (world: World, largest = largestBody) => {
  const app = new Hono<Base>()
  app.onError(answerError)
  app.notFound(notFound)
  return app
    .use(begin(world))
    .use(secureHeaders)
    .use(edgeOnly)
    .use(ownOrigin)
    .use(
      bodyLimit({
        maxSize: largest,
        onError: () => {
          throw new Refused("too large")
        },
      }),
    )
    .get("/health", (c) => c.json({ status: "ok" }))
}

const begin =
  (world: World): MiddlewareHandler<Base> =>
  async (c, next) => {
    const costs: Cost[] = []
    const requestId = Buffer.from(world.random(9)).toString("base64url")
    c.set("requestId", requestId)
    c.set("nonce", Buffer.from(world.random(18)).toString("base64url"))
    c.set("costs", costs)
    c.set("world", { ...world, table: world.table.metered((cost) => costs.push(cost)) })
    await next()
    world.log.info("answered", {
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      requests: costs.length,
      read: costs.reduce((sum, { read }) => sum + read, 0),
      write: costs.reduce((sum, { write, index }) => sum + write + index, 0),
    })
  }
