import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"
import { highlightsHere } from "./desk.ts"
import { HighlightsPage } from "./pages/highlights.tsx"

export const addHighlightPages = (pages: Hono<SignedIn>) =>
  pages.get("/highlights", async (c) => c.html(HighlightsPage({ c, found: await highlightsHere(c) })))
