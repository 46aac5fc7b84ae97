import * as z from "zod"
import { cellSays } from "../../../shared/domain/evaluation/analysis/table.ts"
import {
  isInRelease,
  lastOf,
  markOf,
  standsFor,
} from "../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { releasedFiguresAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { releasedAt, releasedHere } from "./desk.ts"
import { releaseFigure, takeBack } from "./moves.ts"
import { othersSee } from "./pages/released.tsx"

const tag = "Released figures"
const all = releasedFiguresAt(":organisation", ":phase")
const one = `${all}/:measure/:at`

const moved = z.object({ measure: z.string(), at: z.string(), state: z.string() })

export const releasedOperations: Operation<Inside>[] = [
  operation({
    id: "listReleasedFigures",
    method: "get",
    path: all,
    tag,
    summary: "The figures of a site, what others see of each now, and which are released as they are",
    gives: z.object({
      figures: z.array(
        z.object({
          measure: z.string(),
          at: z.string(),
          says: cellSays,
          others: z.string().meta({ description: "What others see now, in words" }),
          released: z.boolean(),
          known: z.boolean().meta({ description: "A release has said it: it stays known" }),
          because: z.string().optional(),
          seen: z.string().meta({ description: "Give it with the release of this very number" }),
        }),
      ),
    }),
    does: async (c) => {
      const on = await releasedHere(c)
      const { cells, figures, release } = on
      return {
        body: {
          figures: cells.map((cell) => {
            const last = lastOf(figures, cell)
            return {
              measure: cell.measure,
              at: cell.at,
              says: cell.says,
              others: othersSee(on, cell),
              released: standsFor(figures, cell),
              known: release !== undefined && isInRelease(release, cell.place, cell),
              ...(last && !last.takenBack && { because: last.because }),
              seen: markOf(cell),
            }
          }),
        },
      }
    },
  }),
  operation<Inside, { because: string; seen?: string; stays?: string[] }>({
    id: "releaseFigure",
    method: "post",
    path: one,
    tag,
    summary: "Release one figure of the site as it is: everybody sees it with the next release",
    keyed: true,
    asks: z.strictObject({
      because: z.string().max(2_000).meta({ description: "60 words or fewer" }),
      seen: z.string().max(500).optional().meta({
        description: "`seen` of the list: refused where the figure has changed since",
      }),
      stays,
    }),
    gives: moved,
    does: async (c, { seen, stays = [], ...answers }, key) => ({
      body: await releaseFigure(c, { answers, stays, ...(seen !== undefined && { seen }) }, key as MoveKey),
      at: releasedAt(c),
    }),
  }),
  operation({
    id: "takeBackFigure",
    method: "post",
    path: `${one}/take-back`,
    tag,
    summary: "Take back what was released, before any release has said it",
    keyed: true,
    gives: moved,
    does: async (c, _, key) => ({ body: await takeBack(c, key as MoveKey), at: releasedAt(c) }),
  }),
]
