import * as z from "zod"
import type { Answers } from "../form/question.ts"
import { canonical, type Json } from "../values/canonical.ts"
import { shortHash } from "../values/hash.ts"

/** What a workbook says of itself on a sheet that nobody sees: what it is of, and what each answer was. */
export const marker = z.object({
  format: z.literal("1"),
  kind: z.string(),
  edition: z.string(),
  organisation: z.string(),
  reference: z.string(),
  revision: z.string().regex(/^\d{1,7}$/),
})

export const markerName = "Workbook marker"

/** What an answer was: what has not changed since is nobody's change. */
export const markOf = (answer: Json | undefined) => (answer === undefined ? "" : shortHash(canonical(answer)))

export const marksOf = (section: string, keys: string[], answers: Answers): [string, string][] =>
  keys.map((key) => [`was.${section}.${key}`, markOf(answers[key])])

/** What stands at the corner of each table: by it the table is found, whatever its sheet is called. */
export const cornerOf = (reference: string, table: string) => `${reference} ${table}`
export const singles = "answers"
export const tableOf = (section: string, question: string) => `${section}.${question}`

/** In the place of an id: a line or column of totals. */
export const total = "~total"
export const head = "~head"
