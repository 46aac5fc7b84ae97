import type { Hono } from "hono"
import { csvRows } from "../../../shared/domain/evaluation/analysis/rows.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import { notesOf } from "../../../shared/web/evaluation/table-shapes.ts"
import type { Inside } from "../here.ts"
import { measureHere, measuresHere } from "./desk.ts"
import { MeasurePage } from "./pages/measure.tsx"
import { MeasuresPage } from "./pages/measures.tsx"

/** What every site measured, below `/findings`. */
export const addMeasuresPages = (pages: Hono<Inside>) =>
  pages
    .get("/:phase/measures", async (c) => c.html(MeasuresPage({ c, on: await measuresHere(c) })))
    .get("/:phase/measures.csv", async (c) => {
      const { phase, seen, every } = await measuresHere(c)
      const name = `measures-${phase.id}-${every ? "true" : "released"}`
      return csvFile(c, name, csvRows(seen?.table, notesOf(seen)))
    })
    .get("/:phase/measures/:measure", async (c) => c.html(MeasurePage({ c, on: await measureHere(c) })))
