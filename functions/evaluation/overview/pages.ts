import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { latestHere, overviewHere } from "./desk.ts"
import { OverviewPage } from "./pages/overview.tsx"

/** The evaluation of a site at one glance, and everything that happened in it. */
export const addOverviewPages = (pages: Hono<Inside>) =>
  pages
    .get("/evaluation", async (c) => c.html(OverviewPage({ c, overview: await latestHere(c) })))
    .get("/evaluation/:phase", async (c) => c.html(OverviewPage({ c, overview: await overviewHere(c) })))
