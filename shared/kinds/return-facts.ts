import * as z from "zod"
import { plainDate } from "../values/london.ts"

/** What a return is asked against: its period at this site, and the site. Kept with what is sent. */
export const returnFacts = z.strictObject({
  return: z.strictObject({
    id: z.string(),
    title: z.string(),
    /** What it covers at this site: the first and the last day. */
    from: plainDate,
    to: plainDate,
  }),
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  site: z.strictObject({
    from: plainDate,
    to: plainDate,
    /** Pence, where an award is recorded. */
    award: z.int().optional(),
  }),
})
export type ReturnFacts = z.infer<typeof returnFacts>

/** A quarter that ends with the financial year, at a site with an award, and no name. */
export const sampleReturn: ReturnFacts = {
  return: { id: "sample", title: "Sample return", from: "2018-01-01", to: "2018-03-31" },
  organisation: { id: "sample", name: "Sample organisation" },
  site: { from: "2017-10-01", to: "2018-03-31", award: 9_282_700 },
}
