import * as z from "zod"
import { ask } from "../../../shared/domain/calendar/more-time.ts"
import { workingDaysSince } from "../../../shared/domain/questions/waiting.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { asksHere } from "../board/here.ts"
import type { C } from "../desk.ts"
import { asksAt, returnAt } from "./addresses.ts"
import type { Decided } from "./deciding.ts"
import { giveTime, needed, notNeeded, refuseTime } from "./moves.ts"

const one = returnAt(":organisation", ":round")
const tag = "More time"
const decided = z.object({
  organisation: z.string(),
  round: z.string(),
  by: z.iso.datetime().meta({ description: "When it is due now" }),
  asked: z.boolean().meta({ description: "Whether the site had asked" }),
})
const because = z.string().max(20_000).meta({ description: "60 words or fewer; the site reads it" })

const given = (body: Decided) => ({ body, at: returnAt(body.organisation, body.round) })

type Decides = (c: C, body: { because: string }, key: MoveKey) => Promise<Decided>

/** A decision about one return that brings a reason and nothing else. */
const withReason = (id: string, path: string, summary: string, decides: Decides) =>
  operation<SignedIn, { because: string }>({
    id,
    method: "post",
    path: `${one}/${path}`,
    tag,
    summary,
    keyed: true,
    asks: z.strictObject({ because }),
    gives: decided,
    does: async (c, body, key) => given(await decides(c, body, key as MoveKey)),
  })

/** What sites ask, and how it is answered. */
export const askOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listAsks",
    method: "get",
    path: asksAt,
    tag,
    summary: "What sites ask that waits for an answer, oldest first",
    gives: z.object({
      asks: z.array(
        ask.extend({ workingDays: z.int().meta({ description: "How many working days ago it was asked" }) }),
      ),
    }),
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      const asks = await asksHere(c)
      return {
        body: { asks: asks.map((each) => ({ ...each, workingDays: workingDaysSince(each.at, today) })) },
      }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "giveTime",
    method: "post",
    path: `${one}/time`,
    tag,
    summary: "Give a site more time for a return, or for it and every later one of its kind until a day",
    about: "Due at 17:00. Whoever asked, and the site lead, get a letter.",
    keyed: true,
    asks: z.strictObject({
      until: plainDate,
      because,
      scope: z.enum(["this", "later"]),
      lastDay: plainDate
        .optional()
        .meta({ description: "With `later`: the last day that a return may cover" }),
      offDay: z.string().max(2_000).optional().meta({ description: "Why, where it is not a working day" }),
    }),
    gives: decided,
    does: async (c, body, key) => given(await giveTime(c, body, key as MoveKey)),
  }),
  withReason("refuseTime", "refuse", "Refuse what a site asks, with a reason", refuseTime),
  withReason(
    "notNeededThisTime",
    "not-needed",
    "Say that a return is not needed this time, with a reason",
    notNeeded,
  ),
  withReason("neededAfterAll", "needed", "Say that a return is needed after all, with a reason", needed),
]
