import * as z from "zod"
import { decision } from "../../../shared/domain/selection/decision.ts"
import { decisionWord } from "../../../shared/domain/selection/decision-word.ts"
import { moderation } from "../../../shared/domain/selection/moderation.ts"
import { panelView } from "../../../shared/domain/selection/notes.ts"
import { points } from "../../../shared/domain/selection/reading.ts"
import { sentSheet } from "../../../shared/domain/selection/sheet.ts"
import { exactWords, type Total } from "../../../shared/domain/selection/total.ts"

const exact = z
  .object({ over: z.int(), under: z.int() })
  .meta({ description: "An exact number: `over` divided by `under`" })
const pence = z.int().meta({ description: "Pence" })

export const total = z.object({
  exact,
  words: z.string().meta({ description: "Out of 100, to three decimals" }),
  lines: z.array(
    z.object({
      criterion: z.string(),
      weight: z.int(),
      given: z.array(z.int()),
      settled: z.int().optional(),
      counts: exact,
    }),
  ),
})

export const totalShown = ({ total: sum, lines }: Total): z.infer<typeof total> => ({
  exact: sum,
  words: exactWords(sum),
  lines: lines.map(({ id, weight, given, settled, counts }) => ({
    criterion: id,
    weight,
    given,
    ...(settled !== undefined && { settled }),
    counts,
  })),
})

export const ranking = z.object({
  owed: z.int().meta({ description: "Your own sheets still to send: above 0, nothing else is here" }),
  passLine: z.int().optional().meta({ description: "Out of 100" }),
  criteria: z.array(z.object({ id: z.string(), criterion: z.string(), weight: z.int() })),
  ranking: z.array(
    z.object({
      place: z.int().meta({ description: "Among those in this list" }),
      tied: z.boolean(),
      reference: z.string(),
      name: z.string(),
      total,
      toModerate: z.boolean(),
      overPassLine: z.boolean().optional(),
    }),
  ),
  notRanked: z.int(),
  couldNotApply: z.int(),
  readByOthers: z.int(),
  notSaid: z.int().meta({ description: "Those of which you have not said whether you have a link" }),
  scores: z
    .array(
      z.object({
        reference: z.string(),
        name: z.string(),
        criterion: z.string(),
        title: z.string(),
        weight: z.int(),
        reader: z.string(),
        score: z.int(),
        moderated: z.int().optional(),
      }),
    )
    .meta({ description: "Every score the ranking is made of, in whole numbers" }),
})

export const decisionsList = z.object({
  decisions: z.array(z.object({ reference: z.string(), name: z.string(), decision })),
})

const share = z.object({ of: z.string(), applied: z.int(), asked: pence, funded: z.int(), amount: pence })
export const portfolio = z.object({
  envelope: pence.optional(),
  decided: pence,
  remains: pence.optional(),
  decisions: z.array(z.object({ decision: decisionWord, count: z.int(), amount: pence })),
  undecided: z.int(),
  regions: z.array(share),
  groups: z.array(share),
  reserves: z.array(
    z.object({
      reference: z.string(),
      name: z.string(),
      place: z.int(),
      asked: pence,
      sum: pence,
      fits: z.boolean(),
    }),
  ),
})

export const moderationShown = z.object({
  reference: z.string(),
  sheets: z.array(sentSheet),
  wideGaps: z.array(z.string()).meta({ description: "Criteria that must be settled" }),
  acrossLine: z.boolean(),
  not: z.string().optional().meta({ description: "Why it cannot be moderated now" }),
  total: total.optional(),
  moderation: moderation.optional(),
})

export const decisionShown = z.object({
  reference: z.string(),
  seen: z.string().meta({ description: "To send back with the decision" }),
  not: z.string().optional().meta({ description: "Why you cannot decide it now" }),
  total: total.optional(),
  moderation: moderation.optional(),
  views: z.array(panelView),
  decisions: z.array(decision).meta({ description: "Oldest first: the last counts" }),
})

export const settling = z.strictObject({
  points: points.meta({ description: "By criterion, 0 to 4" }),
  reasons: z
    .record(z.string(), z.string().max(20_000))
    .meta({ description: "By criterion, 10 to 200 words" }),
  because: z
    .string()
    .max(20_000)
    .optional()
    .meta({ description: "10 to 200 words, where its readers are on both sides of the pass line" }),
})

const said = (description: string) => z.string().max(20_000).optional().meta({ description })
export const deciding = z.strictObject({
  seen: z.string().max(100).meta({ description: "The `seen` of the decision as you read it" }),
  decision: decisionWord,
  amount: z.int().optional().meta({ description: "Pence: where it is funded" }),
  place: z.int().optional().meta({ description: "On the reserve list: where it is a reserve" }),
  conditions: z
    .array(z.strictObject({ text: z.string().max(20_000), due: z.string().max(100) }))
    .max(20)
    .optional()
    .meta({ description: "Up to 6: where it is successful with conditions" }),
  reason: z.string().max(20_000).meta({ description: "30 to 200 words" }),
  viewsUsed: said("60 words or fewer: where members with lived experience gave a view"),
  zeroBecause: said("60 words or fewer: where it is funded although a score is 0"),
  overBecause: said("60 words or fewer: where it is more than they ask for"),
  anewBecause: said("60 words or fewer: where a decision stood before"),
})
