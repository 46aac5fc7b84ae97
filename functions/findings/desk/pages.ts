import type { Hono } from "hono"
import { csvOf } from "../../../shared/web/csv.ts"
import type { C, Inside } from "../here.ts"
import { deskRows } from "./csv.ts"
import { deskHere } from "./desk.ts"
import { DeskPage } from "./pages/desk.tsx"

/** The first page of whoever follows the evaluation of all sites, and its list as a file. */
export const addDeskPages = (pages: Hono<Inside>) =>
  pages
    .get("/", async (c) => c.html(DeskPage({ c, desk: await deskHere(c) })))
    .get("/sites.csv", async (c) => file(c, "evaluation-of-sites", deskRows(await deskHere(c))))

const file = (c: C, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
