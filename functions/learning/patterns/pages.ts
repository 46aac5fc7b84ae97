import type { Hono } from "hono"
import type { Inside } from "../here.ts"
import { patternsHere } from "./desk.ts"
import { PatternsPage } from "./page.tsx"

export const addPatternPages = (pages: Hono<Inside>) =>
  pages.get("/patterns", async (c) => c.html(PatternsPage({ c, found: await patternsHere(c) })))
