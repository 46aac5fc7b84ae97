import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { toHandOn } from "./desk.ts"
import { ToHandOnPage } from "./page.tsx"

/** Below `/organisations/:organisation`. */
export const addHandingOn = (pages: Hono<Inside>) =>
  pages.get("/evaluation/:phase/answers", async (c) => c.html(ToHandOnPage({ c, open: await toHandOn(c) })))
