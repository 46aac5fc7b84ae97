import * as z from "zod"
import { arrivalOf, arrivals } from "../../../shared/domain/calendar/board.ts"
import { whoHasIt } from "../../../shared/domain/calendar/state.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { boardAt, coverAt, nextAt } from "./addresses.ts"
import { arrivedHere, asksForArrivals, boardOf, choicesOn } from "./board.ts"
import { coverHere } from "./cover.ts"
import { letterOperations } from "./letter-operations.ts"
import { nextHere } from "./next.ts"
import { cellBody, cellShape } from "./shapes.ts"
import { siteOperations } from "./site-operations.ts"

const tag = "The board"
const choice = z.array(z.object({ value: z.string(), words: z.string(), count: z.int() }))

/** Lists over the calendar. None of them gives anything that a site wrote. */
export const boardOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readBoard",
    method: "get",
    path: boardAt,
    tag,
    summary: "What each site of a phase owes and where it stands, or who has begun and sent in a round",
    about: "As it was a moment ago. With the id of a round of expressions of interest: its arrivals alone.",
    query: {
      phase: "The id of a phase; else the one that runs now",
      kind: "Only returns of this kind",
      state: "Only what is in this state",
      site: "Only this organisation",
      round: "Only this return, or the arrivals of this round",
      later: "`yes` for what opens later than in thirty days too",
    },
    gives: z.object({
      asAt: z.iso.datetime(),
      phase: z.string().optional(),
      returns: z.array(cellShape),
      counts: z.object({ kind: choice, state: choice, site: choice, round: choice }).optional(),
      later: z.array(z.object({ round: z.string(), title: z.string(), opens: z.string(), by: z.string() })),
      arrivals: z
        .object({
          begun: z.int(),
          waiting: z.int(),
          sent: z.int(),
          withdrawn: z.int(),
          councils: z.array(
            z.object({
              organisation: z.string(),
              name: z.string(),
              state: z.enum(Object.keys(arrivals)),
              whoHasIt: z.string(),
              changedAt: z.string().optional(),
              sentAt: z.string().optional(),
            }),
          ),
        })
        .optional(),
    }),
    does: async (c) => {
      if (asksForArrivals(c)) {
        const { asAt, arrivals } = await arrivedHere(c)
        const { all, ...counts } = arrivals
        const councils = all.map((one) => ({
          organisation: one.organisation,
          name: one.name,
          state: arrivalOf(one),
          whoHasIt: ["sent", "withdrawn"].includes(arrivalOf(one)) ? "" : whoHasIt(one),
          changedAt: one.stands?.changedAt,
          sentAt: one.stands?.sentAt,
        }))
        return {
          body: { asAt: asAt.toISOString(), returns: [], later: [], arrivals: { ...counts, councils } },
        }
      }
      const board = await boardOf(c)
      const { asAt, phase, cells, hidden } = board
      return {
        body: {
          asAt: asAt.toISOString(),
          phase: phase?.id,
          returns: cells.map(cellBody),
          counts: choicesOn(board),
          later: hidden.map(({ round, title, opens, by }) => ({ round, title, opens, by })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readNext",
    method: "get",
    path: nextAt,
    tag,
    summary:
      "What opens, is due, closes and locks in the next days, and which letters go, if nothing changes",
    query: { days: "How many days, 7 to 90; else 30" },
    gives: z.object({
      asAt: z.iso.datetime(),
      days: z.array(
        z.object({
          day: plainDate,
          comings: z.array(
            z.object({
              at: z.string().optional(),
              what: z.string(),
              says: z.string(),
              round: z.string(),
              title: z.string(),
              sites: z.array(z.string()),
              to: z.string().optional().meta({ description: "Of a letter: to whom, in words" }),
              people: z.int().optional().meta({ description: "Of a letter: to how many people" }),
            }),
          ),
        }),
      ),
    }),
    does: async (c) => {
      const { days, asAt } = await nextHere(c)
      const comings = (all: (typeof days)[number]["comings"]) => all.map(({ day: _, ...one }) => one)
      return {
        body: {
          asAt: asAt.toISOString(),
          days: days.map((one) => ({ day: one.day, comings: comings(one.comings) })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readCover",
    method: "get",
    path: coverAt,
    tag,
    summary: "Returns that are late or due within 20 working days and have nobody for what they need",
    query: { page: "Twenty sites at a time" },
    gives: z.object({
      asAt: z.iso.datetime(),
      sites: z.int().meta({ description: "How many sites were looked at" }),
      allSites: z.int(),
      next: z.int().optional(),
      risks: z.array(
        z.object({
          organisation: z.string(),
          name: z.string(),
          round: z.string(),
          title: z.string(),
          by: z.iso.datetime(),
          role: z.string(),
          because: z.string(),
          does: z.string().meta({ description: "What to do about it" }),
          ask: z.array(z.object({ name: z.string(), email: z.string() })),
        }),
      ),
    }),
    does: async (c) => {
      const { asAt, sites, allSites, next, risks } = await coverHere(c)
      return {
        body: {
          asAt: asAt.toISOString(),
          sites,
          allSites,
          next,
          risks: risks.map(({ one: { organisation, name, round, title, by }, ...risk }) => ({
            organisation,
            name,
            round,
            title,
            by,
            ...risk,
          })),
        },
      }
    },
  }),
  ...siteOperations,
  ...letterOperations,
]
