import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/coaching/here.ts"

export const addRiskPages = (pages: Hono<Inside>) => pages
