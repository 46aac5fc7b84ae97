import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"

export const addListedPages = (pages: Hono<SignedIn>) => pages
