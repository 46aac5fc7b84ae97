import * as z from "zod"
import { session } from "../domain/coaching/session.ts"
import type { Item } from "./action.ts"
import { everyItem } from "./every.ts"
import { byRound, type SharedRecord } from "./keys.ts"
import type { Table } from "./table.ts"

/** What a list over sites says of a session: when, of what kind and how far it has come. Nothing of what was said. */
const listedSession = session
  .pick({
    id: true,
    organisation: true,
    phase: true,
    kind: true,
    state: true,
    on: true,
    version: true,
    answerBy: true,
    imported: true,
  })
  .extend({
    asked: z.iso.datetime().optional(),
    shared: session.shape.shared.unwrap().pick({ at: true }).optional(),
    answered: session.shape.answered.unwrap().pick({ at: true, as: true }).optional(),
  })

const ofMonth = z.object({ id: z.string(), organisation: z.string(), phase: z.string() })

const stuck = z.object({ stuck: z.array(z.string()).default([]) })

/** Of how it is going in a month, what each side is stuck on: closed words. The id is the month. */
const listedGoing = ofMonth.extend({
  words: z.object({ site: stuck.optional(), coach: stuck.optional() }),
})

const is = z.object({ is: z.string() })

/** Of the ratings of a month, the colours without their reasons. */
const listedRating = ofMonth.extend({ now: z.object({ delivery: is, people: is, spend: is }) })

const lists = { SESSION: listedSession, GOING: listedGoing, RATING: listedRating } as const
const isListed = (what: SharedRecord): what is keyof typeof lists => Object.hasOwn(lists, what)

const listOf = (what: SharedRecord, phase: string) => `COACHED#${what}#${phase}`

/** Under which a record is listed over sites, and what a list says of it; nothing where it is on none. */
export const listedAs = (what: SharedRecord, one: { phase: string }) =>
  isListed(what)
    ? { inRound: listOf(what, one.phase), summary: lists[what].parse(one) as Item["summary"] }
    : undefined

/** Every session, month or rating of every site in a phase: one query, as it was a moment ago. */
export const listedIn = (table: Table, phase: string) => {
  const under = async <One>(what: keyof typeof lists, schema: z.ZodType<One>): Promise<One[]> =>
    (await everyItem(table, { pk: listOf(what, phase), index: byRound })).map(({ summary }) =>
      schema.parse(summary),
    )
  return {
    sessions: () => under("SESSION", listedSession),
    going: () => under("GOING", listedGoing),
    ratings: () => under("RATING", listedRating),
  }
}
