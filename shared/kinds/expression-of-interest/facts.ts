import * as z from "zod"
import { plainDate } from "../../values/london.ts"

const line = z.strictObject({ id: z.string(), label: z.string() })

/** What an expression of interest is asked against. Kept with what is sent. */
export const facts = z.strictObject({
  round: z.strictObject({
    id: z.string(),
    title: z.string(),
    /** Pence. */
    ceiling: z.int(),
    /** Sections this round asks beyond the core. */
    sections: z.array(z.string()),
    /** Signatures this round asks beyond the lead's and the sponsor's. */
    signatures: z.array(z.string()),
    /** The quarters that spending falls in, oldest first. */
    quarters: z.array(line),
    /** The first and the last day on which a pilot of this round may start. */
    startsBetween: z.strictObject({ from: plainDate, to: plainDate }),
    partnerships: z.boolean(),
  }),
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
})
export type Facts = z.infer<typeof facts>
