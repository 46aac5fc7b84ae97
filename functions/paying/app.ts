import { Hono } from "hono"
import { enterFunding, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { enterAccount } from "../../shared/web/funding/assigned.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { payingOperations } from "./operations.ts"
import { addPayingPages } from "./pages.ts"

const inside = "/funding"

/** What goes over every site: a coach finds none of it. */
const lists = ["/payments", "/payments.csv", "/payer-files/*", "/phases/:phase/sample"]

/** An answer of the payer, of a million bytes at most, with what a browser puts about it. */
const largestBody = 1_536 * 1024

/** The door comes before anything is read, on every address below these. */
export const payingApp = (world: World) => {
  const app = serviceApp(world, largestBody)
  for (const at of [inside, `/api${inside}`]) app.use(`${at}/*`, whoIsIt, signedInOnly, enterFunding)
  for (const at of [inside, `/api${inside}`])
    for (const list of [...lists, "/phases/:phase/sites/:organisation/*"])
      app.use(`${at}${list}`, enterAccount)
  app.route(`/api${inside}`, apiOf(payingOperations, inside))
  app.route(inside, addPayingPages(new Hono<SignedIn>()))
  return app
}
