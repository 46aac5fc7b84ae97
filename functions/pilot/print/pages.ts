import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/coaching/here.ts"

export const addPrintPages = (pages: Hono<Inside>) => pages
