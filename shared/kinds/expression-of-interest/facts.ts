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

/** A round that asks everything, of an organisation with no name. */
export const sample: Facts = {
  round: {
    id: "sample",
    title: "Sample round",
    ceiling: 10_000_000,
    sections: [
      "need",
      "practitioners",
      "partners",
      "measures",
      "profile",
      "risks",
      "backfill",
      "sustaining",
      "coaching",
      "governance",
    ],
    signatures: ["certifier", "governance"],
    quarters: [
      { id: "2017-q3", label: "Oct to Dec 2017" },
      { id: "2017-q4", label: "Jan to Mar 2018" },
    ],
    startsBetween: { from: "2017-09-01", to: "2017-11-30" },
    partnerships: true,
  },
  organisation: { id: "sample", name: "Sample organisation" },
}
