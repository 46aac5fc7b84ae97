import * as z from "zod"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { asText, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import { derivedIn } from "../../shared/form/section.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { stays } from "../../shared/web/programme/doubts.tsx"
import { lastSent, load } from "./desk.ts"
import { type Filled, fillIn } from "./filling.ts"
import type { C, Here } from "./here.ts"
import { columnsIn, sameAs } from "./typed.ts"

export const inside = "/organisations/:organisation"
const one = `${inside}/tally/:round`
const tag = "Evaluation"

const moved = z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() })
const row = z
  .record(z.string().max(40), z.unknown())
  .meta({ description: "`name` and a count for each column: {number} or {notKnown: why}. Blank is never 0" })
const asks = z.strictObject({
  revision: z
    .int()
    .min(0)
    .max(1_000_000)
    .meta({ description: "The revision that you read; 0 before it is begun" }),
  team: z.array(row).min(1).max(100),
  workers: z
    .int()
    .optional()
    .meta({ description: "How many named social workers, where a row is for several" }),
  stays,
})
type Asks = z.infer<typeof asks>

const does = (then: Filled["then"]) => async (c: C, body: Asks, key?: MoveKey) => {
  const { revision: seen, stays: marks = [], ...answers } = body
  const given = await fillIn(c, { answers, seen, then, stays: marks }, key as MoveKey)
  return { body: given, at: c.var.filling.at }
}

export const tallyOperations: Operation<Here>[] = [
  operation<Here, undefined>({
    id: "readTally",
    method: "get",
    path: one,
    tag,
    summary:
      "The tally of a month as it stands, what it comes to, and the rows of the month before to begin with",
    gives: z.object({
      round: z.string(),
      title: z.string(),
      open: z.boolean().meta({ description: "Whether it can be written in now" }),
      state: z.string(),
      sentence: z.string().optional(),
      reference: z.string().optional(),
      revision: z.int(),
      version: z.int(),
      columns: z.array(z.string()),
      team: z.array(z.record(z.string(), z.unknown())),
      workers: z.int().optional(),
      totals: z.array(z.object({ label: z.string(), total: z.string() })),
      sameAsLastMonth: z.array(z.record(z.string(), z.unknown())).optional(),
    }),
    does: async (c) => {
      const desk = await load(c)
      const { expected, whole, section, occasion, open } = desk
      const before = whole || !open ? undefined : await lastSent(c, desk)
      const answers = whole?.sections.tally?.answers ?? {}
      const [sums] = derivedIn(section, answersOf(whole?.sections ?? {}))
      return {
        body: {
          round: expected.round,
          title: expected.title,
          open,
          state: whole?.head.state ?? "not started",
          ...(whole && {
            sentence: asText(sentenceOf(whole.head, occasion, c.var.world.now())),
            reference: whole.head.reference,
          }),
          revision: whole?.head.revision ?? 0,
          version: whole?.head.version ?? 0,
          columns: columnsIn(desk),
          team: answers.team ?? [],
          ...(answers.workers !== undefined && { workers: answers.workers }),
          totals: (sums?.rows ?? []).map(({ label, cells }) => ({ label, total: cells[0] ?? "" })),
          ...(before && { sameAsLastMonth: sameAs(before, columnsIn(desk)) }),
        },
      }
    },
  }),
  operation<Here, Asks>({
    id: "saveTally",
    method: "post",
    path: `${one}/save`,
    tag,
    summary: "Keep a tally as a draft, for whoever of the team goes on with it",
    keyed: true,
    asks,
    gives: moved,
    does: does("save"),
  }),
  operation<Here, Asks>({
    id: "sendTally",
    method: "post",
    path: `${one}/send`,
    tag,
    summary: "Begin, save and send a tally by one act, or send it again changed until it locks",
    about:
      "What does not fit the month before is asked about once: `asks` of the refusal holds marks, and a mark in `stays` says that it is so.",
    keyed: true,
    asks,
    gives: moved,
    does: does("send"),
  }),
]
