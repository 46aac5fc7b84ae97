import * as z from "zod"
import { action } from "../../../shared/domain/actions/action.ts"
import { head } from "../../../shared/domain/coaching/head.ts"
import { lineWords } from "../../../shared/domain/coaching/timeline.ts"
import { coachingViews } from "../../../shared/domain/people/coaching-policy.ts"
import { inPhaseAt, timelineAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { recordHere, timelineHere } from "./desk.ts"

const tag = "Coaching of a site"

export const recordOperations: Operation<Inside>[] = [
  operation({
    id: "readCoaching",
    method: "get",
    path: inPhaseAt(":organisation", ":phase"),
    tag,
    summary: "Where the coaching of a site stands in a phase: sessions, what is open, how it is going",
    gives: z.object({
      view: z.enum(coachingViews).meta({ description: "How much of it you may see" }),
      stands: head.omit({ revision: true }),
      actions: z.array(action.omit({ revision: true })),
    }),
    does: async (c) => {
      const { view, head: found, actions } = await recordHere(c)
      const { revision: _, ...stands } = found
      return { body: { view, stands, actions: actions.map(({ revision: _, ...one }) => one) } }
    },
  }),
  operation({
    id: "readCoachingTimeline",
    method: "get",
    path: timelineAt(":organisation", ":phase"),
    tag,
    summary: "What happened in the coaching of a site, newest first, 25 lines at a time",
    query: { before: "The number of the last line of the page before" },
    gives: z.object({
      lines: z.array(
        z.object({
          number: z.int(),
          at: z.iso.datetime(),
          says: z.string(),
          by: z.string(),
          about: z.object({ kind: z.string(), id: z.string(), title: z.string() }).optional(),
        }),
      ),
      earlier: z.int().optional(),
    }),
    does: async (c) => {
      const { events, earlier } = await timelineHere(c)
      return {
        body: {
          lines: events.map((one) => ({
            number: one.number,
            at: one.at,
            says: lineWords(one),
            by: one.by.name,
            ...(one.about && { about: one.about }),
          })),
          ...(earlier !== undefined && { earlier }),
        },
      }
    },
  }),
]
