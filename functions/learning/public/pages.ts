import type { Hono } from "hono"
import type { Base } from "../../../shared/web/env.ts"
import { looked } from "../library/desk.ts"
import { LearnedPage } from "./learned.tsx"

/** What everybody may read, without signing in. */
export const addPublicPages = (pages: Hono<Base>) =>
  pages.get("/", async (c) => c.html(LearnedPage({ c, looked: await looked(c, "public") })))
