import { Hono } from "hono"
import { enterLearning, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { Base } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { addCommunityPages } from "./community/pages.ts"
import { enterAsSite, type Inside } from "./here.ts"
import { addLibraryPages } from "./library/pages.ts"
import { learningOperations, publicLearningOperations } from "./operations.ts"
import { addPatternPages } from "./patterns/pages.ts"
import { addListedPages } from "./people/pages.ts"
import { addPublicPages } from "./public/pages.ts"

const inside = "/learning"
const open = "/learned"

/** What is public is read by everybody; the door comes before everything else. */
export const learningApp = (world: World) => {
  const app = serviceApp(world)
  for (const at of [open, `/api${open}`]) app.use(`${at}/*`, whoIsIt)
  app.route(`/api${open}`, apiOf(publicLearningOperations, open))
  app.route(open, addPublicPages(new Hono<Base>()))
  for (const at of [inside, `/api${inside}`])
    app.use(`${at}/*`, whoIsIt, signedInOnly, enterLearning, enterAsSite)
  app.route(`/api${inside}`, apiOf(learningOperations, inside))
  app.route(inside, learningPages())
  return app
}

const learningPages = () => {
  const pages = new Hono<Inside>()
  addLibraryPages(pages)
  addListedPages(pages)
  addCommunityPages(pages)
  addPatternPages(pages)
  return pages
}
