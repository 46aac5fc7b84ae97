import type { Hono } from "hono"
import { csvOf } from "../../../shared/web/csv.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import type { C } from "../scope.ts"
import { actionsRows, sitesRows } from "./csv.ts"
import { deskHere } from "./desk.ts"
import { DeskPage } from "./pages/desk.tsx"

/** The first page of whoever supports sites, and its lists as files. */
export const addDeskPages = (pages: Hono<SignedIn>) =>
  pages
    .get("/", async (c) => c.html(DeskPage({ c, desk: await deskHere(c) })))
    .get("/sites.csv", async (c) => file(c, "sites", sitesRows(await deskHere(c))))
    .get("/actions.csv", async (c) => file(c, "actions", actionsRows(await deskHere(c))))

const file = (c: C, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
