import * as z from "zod"
import { cellSays, measureTable } from "../../../shared/domain/evaluation/analysis/table.ts"
import type { ReleaseRecord } from "../../../shared/domain/evaluation/released.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { makeReleaseAt, releaseAt, releasesAt } from "../../../shared/web/evaluation/addresses.ts"
import { releaseBody, seenShape } from "../../../shared/web/evaluation/table-shapes.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { type Inside, phaseHere } from "../here.ts"
import { draftHere, releaseHere, releasesHere } from "./desk.ts"
import { makeRelease } from "./making.ts"

const tag = "Releases"

const listed = z.object({
  number: z.int(),
  title: z.string(),
  because: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  shown: z.int().meta({ description: "How many numbers it shows" }),
  hidden: z.int().meta({ description: "How many it hides" }),
})

const listedBody = ({ number, title, because, at, by, shown, hidden }: ReleaseRecord) => ({
  number,
  title,
  because,
  at,
  by: by.name,
  shown,
  hidden,
})

export const releasesOperations: Operation<Inside>[] = [
  operation({
    id: "listReleases",
    method: "get",
    path: releasesAt(":phase"),
    tag,
    summary: "Every release of a phase, the newest first",
    gives: z.object({ releases: z.array(listed) }),
    does: async (c) => ({ body: { releases: (await releasesHere(c)).all.map(listedBody) } }),
  }),
  operation({
    id: "previewRelease",
    method: "get",
    path: makeReleaseAt(":phase"),
    tag,
    summary: "What a release would say now, for the evaluator: nothing is released by it",
    gives: z.object({
      table: measureTable,
      shown: z.int(),
      hidden: z.int(),
      not: z.string().optional().meta({ description: "Why it cannot be made" }),
      seen: z.string().meta({ description: "Give it with the release that you make of this" }),
      changes: z.array(
        z.object({
          place: z.string(),
          measure: z.string(),
          at: z.string(),
          was: cellSays.optional(),
          is: cellSays.optional(),
        }),
      ),
    }),
    does: async (c) => {
      const { draft, seen, changes, not } = await draftHere(c)
      const { table, shown, hidden } = draft
      return { body: { table, shown, hidden, ...(not !== undefined && { not }), seen, changes } }
    },
  }),
  operation<Inside, { title: string; because: string; seen?: string; stays?: string[] }>({
    id: "makeRelease",
    method: "post",
    path: makeReleaseAt(":phase"),
    tag,
    summary: "Release what sites measured, with small numbers hidden: it never changes afterwards",
    keyed: true,
    asks: z.strictObject({
      title: z.string().max(500).meta({ description: "100 characters or fewer" }),
      because: z.string().max(2_000).meta({ description: "60 words or fewer" }),
      seen: z.string().max(64).optional().meta({
        description: "`seen` of the preview: refused where it would say something else by now",
      }),
      stays,
    }),
    gives: z.object({ release: z.int(), shown: z.int(), hidden: z.int() }),
    status: 201,
    does: async (c, { seen, stays = [], ...answers }, key) => {
      const given = { answers, stays, ...(seen !== undefined && { seen }) }
      const made = await makeRelease(c, given, key as MoveKey)
      return { body: made, at: releaseAt(phaseHere(c).id, made.release) }
    },
  }),
  operation({
    id: "readRelease",
    method: "get",
    path: releaseAt(":phase", ":number"),
    tag,
    summary: "One release as it was made, with the rule of its day",
    gives: listed.extend(seenShape.required().shape),
    does: async (c) => {
      const { one } = await releaseHere(c)
      return { body: { ...listedBody(one), table: one.table, release: releaseBody(one) } }
    },
  }),
]
