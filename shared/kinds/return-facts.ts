import * as z from "zod"
import { emptyPosting, posting } from "../form/posting.ts"
import { plainDate } from "../values/london.ts"
import { coreMeasureList } from "./measures/core.ts"
import { figure, pointOrMonth } from "./measures/figure.ts"
import { measure } from "./measures/measure.ts"

const pence = z.record(z.string(), z.int())

/** What is known of the money of a site when it reports: read from its account, and kept with what is sent. Pence. */
export const fundingFacts = z.strictObject({
  paid: z.int(),
  /** Every change of the award, the first as it was offered. */
  versions: z.array(
    z.strictObject({ version: z.int(), amount: z.int(), because: z.string(), on: plainDate }),
  ),
  /** The profile as it is agreed now, by quarter (its last day) and head of cost, and the version of the award it is of. */
  profile: z.strictObject({
    version: z.int(),
    quarters: z.array(z.strictObject({ to: plainDate, amounts: pence })),
  }),
  /** What was accepted of the periods before, oldest first. */
  earlier: z.array(
    z.strictObject({
      round: z.string(),
      title: z.string(),
      from: plainDate,
      to: plainDate,
      posting,
    }),
  ),
  /** What was agreed to be spent in the financial year after the one it was given for. */
  carryOvers: z.array(z.strictObject({ from: z.string(), amount: z.int() })),
  /** Files that were added for it, each as it was checked. */
  evidence: z.array(
    z.strictObject({ id: z.string(), name: z.string(), bytes: z.int(), sha256: z.string(), by: z.string() }),
  ),
})
export type FundingFacts = z.infer<typeof fundingFacts>

/**
 * What is known of the evaluation of a site when it reports: the measures as they are agreed, and what was said before.
 * Kept with what is sent, so that a figure is always read with the definition that it was given for.
 */
export const evaluationFacts = z.strictObject({
  /** The version of the evaluation plan; 0 where none is agreed, and the core measures are asked alone. */
  version: z.int(),
  measures: z.array(measure),
  /** Core measures that do not fit the group, with why. */
  notOurGroup: z.record(z.string(), z.string()),
  /** What earlier returns and tallies said in figures, oldest first. */
  earlier: z.array(z.strictObject({ point: pointOrMonth, title: z.string(), figures: z.array(figure) })),
  /** What was promised in the pilot plan, where it says so: people, and protected days a week of one worker. */
  promised: z.strictObject({ people: z.int().optional(), days: z.number().optional() }),
})
export type EvaluationFacts = z.infer<typeof evaluationFacts>

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
  /** Where the site has an account: a site whose award is not recorded reports without one. */
  funding: fundingFacts.optional(),
  /** Of what the evaluation asks. */
  evaluation: evaluationFacts.optional(),
})
export type ReturnFacts = z.infer<typeof returnFacts>

/** A quarter that ends with the financial year, with another before it and one to come, at a site with no name. */
export const sampleReturn: ReturnFacts = {
  return: { id: "sample", title: "Sample return", from: "2018-01-01", to: "2018-03-31" },
  organisation: { id: "sample", name: "Sample organisation" },
  site: { from: "2017-10-01", to: "2018-04-30", award: 9_282_700 },
  funding: {
    paid: 3_713_080,
    versions: [{ version: 1, amount: 9_282_700, because: "As it was decided.", on: "2017-09-18" }],
    profile: {
      version: 1,
      quarters: [
        { to: "2017-12-31", amounts: { practitioners: 3_000_000, backfill: 400_000 } },
        { to: "2018-03-31", amounts: { practitioners: 3_000_000, backfill: 900_000 } },
        { to: "2018-06-30", amounts: { practitioners: 1_500_000, backfill: 482_700 } },
      ],
    },
    earlier: [
      {
        round: "before",
        title: "Return before",
        from: "2017-10-01",
        to: "2017-12-31",
        posting: {
          ...emptyPosting,
          spent: [{ year: "2017-18", row: "practitioners", amount: 2_900_000 }],
          forecast: [{ to: "2018-04-30", row: "practitioners", amount: 1_500_000 }],
          profile: 1,
        },
      },
    ],
    carryOvers: [],
    evidence: [],
  },
  evaluation: {
    version: 1,
    measures: [...coreMeasureList],
    notOurGroup: {},
    earlier: [],
    promised: {},
  },
}
