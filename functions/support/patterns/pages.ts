import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"
import { patternsHere } from "./desk.ts"
import { PatternsPage } from "./pages/patterns.tsx"

export const addPatternPages = (pages: Hono<SignedIn>) =>
  pages.get("/patterns", async (c) => c.html(PatternsPage({ c, found: await patternsHere(c) })))
