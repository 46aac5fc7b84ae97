import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"
import { clocksHere } from "./desk.ts"
import { ClocksPage } from "./pages/clocks.tsx"

export const addClockPages = (pages: Hono<SignedIn>) =>
  pages.get("/clocks", async (c) => c.html(ClocksPage({ c, clocks: await clocksHere(c) })))
