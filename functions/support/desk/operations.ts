import * as z from "zod"
import { action } from "../../../shared/domain/actions/action.ts"
import { head } from "../../../shared/domain/coaching/head.ts"
import { isOverdue, waitedDays } from "../../../shared/domain/coaching/help-clock.ts"
import { role } from "../../../shared/domain/people/role.ts"
import { listedHelp } from "../../../shared/store/help.ts"
import { supportAt } from "../../../shared/web/coaching/addresses.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { deskHere } from "./desk.ts"

const session = head.shape.last.unwrap()
const ages = z.object({ open: z.int(), late: z.int(), oldest: z.int().optional() })

const site = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  coach: z.string().optional(),
  next: session.optional(),
  last: session.optional(),
  held: z.int(),
  waits: z.array(
    z.object({
      session: z.string(),
      title: z.string(),
      state: z.enum(["held", "shared", "disputed", "commented"]),
      says: z.string(),
      unanswered: z.boolean(),
    }),
  ),
  actions: ages,
  plan: z.string(),
  planWaitsForProgramme: z.iso.datetime().optional(),
  going: z.string().optional(),
  ratings: z.string().optional(),
  needsHelp: z.boolean(),
  help: z.object({ open: z.int(), paused: z.int() }),
  highRisks: z.int(),
})

export const deskOperations: Operation<SignedIn>[] = [
  operation({
    id: "readSupport",
    method: "get",
    path: supportAt,
    tag: "Support over sites",
    summary: "What waits at the sites that you support: sessions, actions, help, how each says it is going",
    about: "A coach sees the sites that a phase names them for. Lists are as they were a moment ago.",
    query: { phase: "A phase; without it, the one that runs now" },
    gives: z.object({
      phase: z.string().optional(),
      lines: z.array(z.object({ role, says: z.string() })),
      sites: z.array(site),
      desks: z.array(ages.extend({ desk: z.string() })),
      actions: z.array(action.omit({ revision: true })),
      help: z.array(listedHelp.extend({ overdue: z.boolean(), workingDaysWaited: z.int() })),
    }),
    does: async (c) => {
      const { phase, lines, sites, desks, actions, help, at } = await deskHere(c)
      return {
        body: {
          ...(phase && { phase: phase.id }),
          lines,
          sites,
          desks: desks.map(({ words: _, ...one }) => one),
          actions: Object.values(actions)
            .flat()
            .map(({ revision: _, ...one }) => one),
          help: help.map((one) => ({
            ...one,
            overdue: isOverdue(one.clock, at),
            workingDaysWaited: waitedDays(one.clock, at),
          })),
        },
      }
    },
  }),
]
