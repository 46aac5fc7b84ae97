import * as z from "zod"
import { desks } from "../../../shared/domain/actions/action.ts"
import { areaNames, areas, type RatedMonth, rating } from "../../../shared/domain/coaching/rating.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { goingAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { goesAt } from "./desk.ts"
import { answerRatings, rate } from "./rating-moves.ts"

const tag = "How it is going"
const ratings = `${goingAt(":organisation", ":phase")}/:month/ratings`

const owed = "Owed where it is Red or has moved two steps or more since it was last rated"

const asksOf = (area: keyof RatedMonth["now"]) => ({
  [area]: rating.meta({ description: areas[area] }),
  [`${area}Because`]: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: `50 words or fewer. ${owed}` }),
  [`${area}Action`]: z
    .string()
    .max(100)
    .optional()
    .meta({ description: `The id of an open action, or "new" for one that is set with it. ${owed}` }),
  [`${area}Text`]: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: "Of a new action: 40 words or fewer" }),
  [`${area}Owner`]: z.enum(Object.keys(desks)).optional().meta({ description: "Of a new action" }),
  [`${area}Due`]: plainDate.optional().meta({ description: "Of a new action" }),
})

/** The coach's ratings, where the phase asks for them: elsewhere these addresses are not found. */
export const ratingOperations: Operation<Inside>[] = [
  operation<Inside, Record<string, unknown>>({
    id: "rateMonth",
    method: "post",
    path: ratings,
    tag,
    summary: "The coach’s five-point ratings of a month, where the phase asks for them",
    about: `${owed}: a reason and an action.`,
    keyed: true,
    asks: z.strictObject({
      ...Object.assign({}, ...areaNames.map(asksOf)),
      seen: z.string().max(40).optional().meta({ description: "When the ratings that you read were given" }),
    }),
    gives: z.object({
      month: z.string(),
      actions: z.array(z.string()).meta({ description: "The ids of the actions that follow" }),
    }),
    does: async (c, { seen, ...typed }, key) => ({
      body: await rate(c, typed, key as MoveKey, seen === undefined ? undefined : String(seen)),
      at: goesAt(c),
    }),
  }),
  operation<Inside, { comment: string }>({
    id: "answerRatings",
    method: "post",
    path: `${ratings}/answer`,
    tag,
    summary: "The site’s answer to the ratings of a month",
    keyed: true,
    asks: z.strictObject({ comment: z.string().max(20_000).meta({ description: "100 words or fewer" }) }),
    gives: z.object({ month: z.string() }),
    does: async (c, typed, key) => ({ body: await answerRatings(c, typed, key as MoveKey), at: goesAt(c) }),
  }),
]
