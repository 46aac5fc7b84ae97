import * as z from "zod"
import { changesTo, rowOf, standsWords } from "../../shared/domain/calendar/return-words.ts"
import { stateOf } from "../../shared/domain/calendar/state.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { openForms, returnForms } from "./return-forms.ts"
import { returnRows, returnWhole } from "./returns.ts"
import { eventShape } from "./shown.ts"

const tag = "Returns"

const rowShape = z.object({
  round: z.string().meta({ description: "Its id, as in its address" }),
  title: z.string(),
  covers: z.string(),
  due: z.string(),
  state: z.string().meta({ description: "In the words of the page and of the CSV" }),
  who: z.string(),
  reference: z.string().meta({ description: "Of what was sent; empty before" }),
})

const returnShape = rowShape.extend({
  standing: z.string().meta({ description: "The same state without how late it is" }),
  says: z.string(),
  opens: z.iso.datetime(),
  by: z.iso.datetime(),
  locks: z.iso.datetime().optional(),
  submission: z.string().optional().meta({ description: "The reference of what answers it, begun or sent" }),
  changes: z.array(z.string()).meta({ description: "What was asked and decided about its date, in words" }),
  moves: z.array(z.string()).meta({ description: "What you may do about it now, besides writing it" }),
  told: z.array(z.object({ on: z.string(), name: z.string(), role: z.string(), notice: z.string() })),
  events: z.array(eventShape),
})

/** What a site is expected to send, below the address of its organisation. */
export const returnOperations = (inside: string): Operation<SignedIn>[] => {
  const one = `${inside}/returns/:round`
  const { nothing, cover, "more-time": moreTime } = returnForms
  return [
    operation({
      id: "listReturns",
      method: "get",
      path: `${inside}/returns`,
      tag,
      summary: "Every return of a site, past and to come, by when it is due",
      gives: z.object({ returns: z.array(rowShape) }),
      does: async (c) => ({ body: { returns: await returnRows(c) } }),
    }),
    operation({
      id: "readReturn",
      method: "get",
      path: one,
      tag,
      summary: "One return: where it stands, what changed its dates, who was told, what happened",
      gives: returnShape,
      does: async (c) => {
        const { one, told, events } = await returnWhole(c)
        const now = c.var.world.now()
        const { opens, by, locks, stands } = one
        return {
          body: {
            ...rowOf(one, now),
            standing: stateOf(one, now),
            says: standsWords(one, now),
            opens,
            by,
            locks,
            submission: stands?.reference,
            changes: changesTo(one),
            moves: openForms(c, one),
            told,
            events: events.map(({ number, at, move, by, note, hash }) => ({
              number,
              at,
              move,
              by: by.name,
              role: by.role,
              note,
              hash,
            })),
          },
        }
      },
    }),
    operation({
      id: "sendNothing",
      method: "post",
      path: `${one}/nothing`,
      tag,
      summary: "State that there is nothing to report: signed and sent at once, by the lead",
      about: "A draft of the return that is not sent yet is withdrawn by it.",
      keyed: true,
      status: 201,
      asks: nothing.asks,
      gives: z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() }),
      does: (c, body, key) => nothing.does(c, body, key as MoveKey),
    }),
    operation({
      id: "askForMoreTime",
      method: "post",
      path: `${one}/more-time`,
      tag,
      summary: "Ask the programme’s coordinators for a later date; asked again, the last counts",
      keyed: true,
      asks: moreTime.asks,
      gives: z.object({ round: z.string(), until: z.string() }),
      does: (c, body, key) => moreTime.does(c, body, key as MoveKey),
    }),
    operation({
      id: "answerCover",
      method: "post",
      path: `${one}/cover`,
      tag,
      summary: "Say who certifies it on the day it is due",
      keyed: true,
      asks: cover.asks,
      gives: z.object({ round: z.string(), answer: z.string() }),
      does: (c, body, key) => cover.does(c, body, key as MoveKey),
    }),
  ]
}
