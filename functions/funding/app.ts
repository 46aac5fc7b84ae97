import { Hono } from "hono"
import { enterFunding, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { enterAccount } from "../../shared/web/funding/assigned.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addAccountPages } from "./accounts/pages.ts"
import { fundingOperations } from "./operations.ts"
import { addReviewingPages } from "./reviewing/pages.ts"

const inside = "/funding"

/** The door comes before anything is read, on every address below these. */
export const fundingApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterFunding)
  for (const at of [inside, `/api${inside}`])
    app.use(`${at}/phases/:phase/sites/:organisation/*`, enterAccount)
  app.route(`/api${inside}`, apiOf(fundingOperations, inside))
  app.route(inside, fundingPages())
  return app
}

const fundingPages = () => {
  const pages = new Hono<SignedIn>()
  addAccountPages(pages)
  addReviewingPages(pages)
  return pages
}
