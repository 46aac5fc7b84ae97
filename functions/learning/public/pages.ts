import type { Hono } from "hono"
import type { Base } from "../../../shared/web/env.ts"

export const addPublicPages = (pages: Hono<Base>) => pages
