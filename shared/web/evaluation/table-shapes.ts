import * as z from "zod"
import { measureTable } from "../../domain/evaluation/analysis/table.ts"
import { trueWarning } from "../../domain/evaluation/analysis/words.ts"
import type { ReleaseRecord } from "../../domain/evaluation/released.ts"
import type { Seen } from "./measure-table.tsx"

const releasedAs = z.object({
  number: z.int(),
  title: z.string(),
  at: z.iso.datetime(),
  rule: z.array(z.string()).meta({ description: "Print it beside whatever you show of it" }),
})

/** A table in the JSON API: what its page shows, and nothing that it does not. */
export const seenShape = z.object({
  table: measureTable.optional().meta({ description: "None before anything was released" }),
  release: releasedAs.optional(),
})

export const releaseBody = ({ number, title, at, rule }: ReleaseRecord) => ({
  number,
  title,
  at,
  rule: rule.words,
})

export const seenBody = (seen: Seen | undefined) => ({
  ...(seen && { table: seen.table }),
  ...(seen?.release && { release: releaseBody(seen.release) }),
})

/** The lines that go with a file of a table. */
export const notesOf = (seen: Seen | undefined): string[] => [
  ...(seen?.table.view === "true" ? [trueWarning] : []),
  ...(seen?.release ? [`Release ${seen.release.number}`, ...seen.release.rule.words] : []),
]
