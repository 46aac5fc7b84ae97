import type { Context } from "hono"
import { csvOf } from "../csv.ts"

/** Rows as a file that a browser keeps. */
export const csvFile = (c: Context, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
