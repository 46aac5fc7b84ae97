import * as z from "zod"
import { type Side, sideNames, sides, word } from "../../../shared/domain/coaching/going.ts"
import { month } from "../../../shared/domain/coaching/going-month.ts"
import { monthSeen, monthWhole } from "../../../shared/domain/coaching/going-seen.ts"
import { going } from "../../../shared/domain/coaching/going-words.ts"
import { coachingViews } from "../../../shared/domain/people/coaching-policy.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { goingAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { goesAt, goingHere } from "./desk.ts"
import { say, sayTheSame } from "./moves.ts"
import { ratingOperations } from "./rating-operations.ts"
import { ratingsShape } from "./shapes.ts"

const tag = "How it is going"
const at = goingAt(":organisation", ":phase")

const saidShape = word.partial({ line: true, by: true }).extend({
  before: z.array(word).optional().meta({ description: "What was said before, for whoever sees the whole" }),
})
const saidSo = z.object({ month: z.string(), side: z.string(), says: going })
const seen = z.string().max(40).optional().meta({
  description: "When what you read was said (`at`), empty for nothing: refused where somebody spoke since",
})

const ofSide = (side: Side): Operation<Inside>[] => {
  const as = side === "site" ? "Site" : "Coach"
  return [
    operation<Inside, { says: string; stuck?: string[]; line?: string; seen?: string }>({
      id: `sayHowItGoesAs${as}`,
      method: "post",
      path: `${at}/:month/${side}`,
      tag,
      summary: `The word of ${sides[side].words} about a month, until the month after has ended`,
      about:
        "What was said before is kept. Where it needs attention or help, say what it is stuck on, and one line.",
      keyed: true,
      asks: z.strictObject({
        says: going,
        stuck: z.array(z.string().max(40)).max(20).optional(),
        line: z.string().max(2_000).optional().meta({ description: "40 words or fewer" }),
        seen,
      }),
      gives: saidSo,
      does: async (c, { seen, ...typed }, key) => ({
        body: await say(c, side, typed, { key: key as MoveKey, seen }),
        at: goesAt(c),
      }),
    }),
    operation({
      id: `sayTheSameAs${as}`,
      method: "post",
      path: `${at}/:month/${side}/same`,
      tag,
      summary: `The same word of ${sides[side].words} as about the month before`,
      keyed: true,
      gives: saidSo,
      does: async (c, _, key) => ({
        body: await sayTheSame(c, side, { key: key as MoveKey }),
        at: goesAt(c),
      }),
    }),
  ]
}

export const goingOperations: Operation<Inside>[] = [
  operation({
    id: "readHowItGoes",
    method: "get",
    path: at,
    tag,
    summary: "How it is going at a site, month by month, in the words of both sides",
    gives: z.object({
      view: z.enum(coachingViews).meta({ description: "How much of it you may see" }),
      ratings: z
        .string()
        .optional()
        .meta({ description: "Why the coach gives ratings, where the phase asks for them" }),
      months: z.array(
        z.object({
          month,
          differ: z.boolean().meta({ description: "Whether both have spoken and do not say the same" }),
          site: saidShape.optional(),
          coach: saidShape.optional(),
          ratings: ratingsShape.optional(),
        }),
      ),
    }),
    does: async (c) => {
      const { view, phase, months } = await goingHere(c)
      const shown = view === "whole" ? monthWhole : monthSeen
      return {
        body: {
          view,
          ...(phase.ratings !== undefined && { ratings: phase.ratings }),
          months: months.map(({ id, going, rated }) => shown(id, going, rated)),
        },
      }
    },
  }),
  ...sideNames.flatMap(ofSide),
  ...ratingOperations,
]
