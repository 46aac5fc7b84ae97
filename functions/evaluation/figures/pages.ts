import type { Hono } from "hono"
import { csvRows } from "../../../shared/domain/evaluation/analysis/rows.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { notesOf } from "../../../shared/web/evaluation/table-shapes.ts"
import { figuresHere } from "./desk.ts"
import { FiguresPage } from "./pages/figures.tsx"

/** What the site measured: one address for everybody, on which each sees what they may. */
export const addFiguresPages = (pages: Hono<Inside>) =>
  pages
    .get("/evaluation/:phase/measures", async (c) => c.html(FiguresPage({ c, on: await figuresHere(c) })))
    .get("/evaluation/:phase/measures.csv", async (c) => {
      const { place, view, seen } = await figuresHere(c)
      const name = `measures-${place.site.organisation}-${place.phase.id}-${view}`
      return csvFile(c, name, csvRows(seen?.table, notesOf(seen)))
    })
