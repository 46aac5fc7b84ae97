import * as z from "zod"
import { type Arrival, countsOf } from "../../../shared/domain/selection/arrivals.ts"
import { nextIn, waitingLine, waitsIn } from "../../../shared/domain/selection/waiting.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { departmentAt, roundAt } from "../../../shared/web/panel/addresses.ts"
import { firstHere } from "./first.ts"
import { lateOperations } from "./late-operations.ts"
import { type ListState, listHere, listStates } from "./list.ts"
import { openRound } from "./opening.ts"

const one = roundAt(":round")
const tag = "Selection panel"

const counts = z.object({
  sent: z.int(),
  inHand: z.int().meta({ description: "Drafts: they are counted, and never readable" }),
  withdrawn: z.int(),
})
const waits = z.array(z.object({ says: z.string(), at: z.string().meta({ description: "Its page" }) }))
const listed = z.object({ round: z.string(), title: z.string(), closes: z.iso.datetime() })

const row = z.object({
  reference: z.string(),
  organisation: z.string(),
  name: z.string(),
  state: z.enum(Object.keys(listStates) as [ListState, ...ListState[]]),
  says: z.string().meta({ description: "The state in words" }),
  mine: z.boolean(),
  sheet: z.enum(["to send", "sent"]).optional().meta({ description: "Your own sheet, if you read it" }),
  region: z.string().optional(),
  sentAt: z.iso.datetime().optional(),
  amount: z.int().optional().meta({ description: "Pence" }),
  people: z.int().optional(),
  flags: z.int(),
  total: z.string().optional().meta({ description: "Out of 100, where you may see what others scored" }),
})

const arrived = ({ organisation, name, sentAt }: Arrival) => ({ organisation, name, sentAt })

/** What the panel of a round sees first. Nothing of what somebody has a link with is in any of it. */
export const roundOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readSelectionPanel",
    method: "get",
    path: departmentAt,
    tag,
    summary: "What waits for you in each round, or what comes next",
    gives: z.object({
      says: z.string(),
      rounds: z.array(listed.extend({ next: z.string(), counts, waits })),
      earlier: z.array(listed),
    }),
    does: async (c) => {
      const { seen, rounds, earlier } = await firstHere(c)
      const reader = { actor: c.var.actor, at: c.var.world.now() }
      return {
        body: {
          says: waitingLine(seen, rounds, reader),
          rounds: seen.map((each) => ({
            round: each.round.id,
            title: each.round.title,
            closes: each.round.closes,
            next: nextIn(each, reader),
            counts: countsOf(each.arrivals),
            waits: waitsIn(each, reader).map(({ says, to }) => ({
              says,
              at: `${roundAt(each.round.id)}${to}`,
            })),
          })),
          earlier: earlier.map(({ id, title, closes }) => ({ round: id, title, closes })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "listExpressions",
    method: "get",
    path: one,
    tag,
    summary: "What was sent in a round, as far as you may see it",
    about:
      "Before the round is opened: names and times alone. What you have a link with is in no list and no count.",
    query: {
      state: "Only what is in this state",
      mine: "`yes` for what you read, or give a view on",
      region: "Only this region",
      flagged: "`yes` for what is flagged",
      q: "Only where the name or the reference holds this",
      sort: "`sent` for the order in which they were sent; else by name",
    },
    gives: z.object({
      asAt: z.iso.datetime(),
      next: z.string(),
      opened: z.iso.datetime().optional(),
      counts,
      sent: z
        .array(z.object({ organisation: z.string(), name: z.string(), sentAt: z.iso.datetime().optional() }))
        .meta({ description: "Before the round is opened: who has sent one" }),
      all: z.int().meta({ description: "How many there are, whatever was chosen" }),
      expressions: z.array(row),
    }),
    does: async (c) => {
      const list = await listHere(c)
      const { whole, arrivals, asAt, all, rows } = list
      const opened = whole.panel?.opening?.at
      const seen = { ...list, sealed: whole.rules.sealed, panel: whole.panel }
      return {
        body: {
          asAt: asAt.toISOString(),
          next: nextIn(seen, { at: asAt }),
          opened,
          counts: countsOf(arrivals),
          sent: opened ? [] : arrivals.filter(({ state }) => state === "sent").map(arrived),
          all: opened ? all.length : 0,
          expressions: opened ? rows.map((each) => ({ ...each, says: listStates[each.state] })) : [],
        },
      }
    },
  }),
  operation<SignedIn, Record<string, never>>({
    id: "openRound",
    method: "post",
    path: `${one}/open`,
    tag,
    summary: "Open a round for reading, go on with it, or take in what came since",
    about: "Takes in a hundred at a time: ask again, with another key, until `done`.",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ round: z.string(), taken: z.int(), done: z.boolean() }),
    does: async (c, _, key) => {
      const body = await openRound(c, key as MoveKey)
      return { body, at: roundAt(body.round) }
    },
  }),
  ...lateOperations,
]
