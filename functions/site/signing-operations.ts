import * as z from "zod"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { moving } from "./moving.ts"
import { keeping, suggesting, taking } from "./suggesting.ts"

const tag = "Submissions"

type Shapes = { revision: z.ZodType<number>; note: z.ZodType<string>; moved: z.ZodType }

/** Somebody's word on what they read: given, not given yet, or given for another figure. */
export const signingOperations = (one: string, { revision, note, moved }: Shapes): Operation<SignedIn>[] => [
  operation<SignedIn, { revision: number; send?: boolean }>({
    id: "signSubmission",
    method: "post",
    path: `${one}/sign`,
    tag,
    summary: "Confirm it, in every role of yours that is asked for",
    keyed: true,
    asks: z.strictObject({
      revision,
      send: z.boolean().optional().meta({ description: "Send it at once, where nobody else is to confirm" }),
    }),
    gives: moved,
    does: (c, { revision, send }, key) =>
      moving(c, { move: "sign", seen: revision, ...(send && { also: "send" as const }) }, key),
  }),
  operation<SignedIn, { note: string; sections?: string[] }>({
    id: "declineSubmission",
    method: "post",
    path: `${one}/decline`,
    tag,
    summary: "Say that you do not confirm it yet, with a reason",
    keyed: true,
    asks: z.strictObject({
      note,
      sections: z
        .array(z.string().max(60))
        .max(30)
        .optional()
        .meta({ description: "Only these can be changed then; without it all can" }),
    }),
    gives: moved,
    does: (c, body, key) => moving(c, { move: "decline", ...body }, key),
  }),
  operation<SignedIn, { revision: number; figure: string; after: number; note: string }>({
    id: "suggestFigure",
    method: "post",
    path: `${one}/suggest`,
    tag,
    summary: "Suggest another figure in place of one that you are to certify",
    about: "Suggesting is not preparing. Its writers take it or leave it.",
    keyed: true,
    asks: z.strictObject({
      revision,
      figure: z.string().max(200).meta({ description: "section/question, and /row.column in a table" }),
      after: z.int().min(0).meta({ description: "Pence" }),
      note,
    }),
    gives: moved,
    does: (c, { revision, ...body }, key) => suggesting(c, body, revision, key as MoveKey),
  }),
  operation<SignedIn, { revision: number; figure: string; take: boolean }>({
    id: "settleSuggestion",
    method: "post",
    path: `${one}/suggestions`,
    tag,
    summary: "Take a suggested figure, and confirm where that is yours too; or leave it",
    keyed: true,
    asks: z.strictObject({ revision, figure: z.string().max(200), take: z.boolean() }),
    gives: moved,
    does: (c, { revision, figure, take }, key) =>
      (take ? taking : keeping)(c, figure, revision, key as MoveKey),
  }),
]
