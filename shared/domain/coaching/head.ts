import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { going } from "./going-words.ts"

const who = z.object({ person: z.string(), name: z.string() })
export type Who = z.infer<typeof who>

const session = z.object({
  session: z.string(),
  title: z.string(),
  on: plainDate,
  /** "14:00", London time. */
  time: z.string().optional(),
})

/**
 * Where the coaching of one site stands in one phase: what homes and lists read, and never what was said. Each part is
 * kept by the moves that change it, in the same write as their record.
 */
export const head = z.object({
  organisation: z.string(),
  phase: z.string(),
  name: z.string(),
  plan: z
    .object({
      /** The version that both agreed last; 0 before any. */
      version: z.int(),
      agreedAt: z.iso.datetime().optional(),
      /** A version that is proposed and waits for one or both. */
      waitsFor: z.array(z.enum(["the site", "the programme"])),
      since: z.iso.datetime().optional(),
      draft: z.boolean(),
      /** Of the agreed version: how many, how many are done, and the day of the next. Never what they are. */
      milestones: z.object({ all: z.int(), done: z.int(), next: plainDate.optional() }).optional(),
    })
    .optional(),
  /** Sessions to come, earliest first, and the last one held. */
  planned: z.array(session).default([]),
  last: session.optional(),
  /** Sessions that somebody has something to do about: held and not shared, shared and not answered, disputed. */
  waits: z
    .array(
      session.extend({
        state: z.enum(["held", "shared", "disputed"]),
        since: z.iso.datetime(),
        /** Until when the site answers; "not answered" afterwards, never "agreed". */
        until: plainDate.optional(),
        /** Whether it needs the site's agreement, or is only open to comment. */
        agreement: z.boolean(),
      }),
    )
    .default([]),
  /** The last month in which anybody said how it is going, with both sides' words and what they are stuck on. */
  going: z
    .object({
      month: z.string(),
      site: z.object({ says: going, at: z.iso.datetime() }).optional(),
      coach: z.object({ says: going, at: z.iso.datetime() }).optional(),
      stuck: z.array(z.string()).default([]),
    })
    .optional(),
  /** Open risks that score 15 or more after what is done about them. */
  highRisks: z.int().default(0),
  /** Help asked of the department that has no answer yet, oldest first. */
  help: z
    .array(
      z.object({
        number: z.int(),
        askedAt: z.iso.datetime(),
        pausedAt: z.iso.datetime().optional(),
        /** Working days for which its clock stood still before: they count for nobody. */
        pausedDays: z.int().optional(),
      }),
    )
    .default([]),
  /** What the calendar has told of it, by its mark, and on which day. */
  told: z.record(z.string(), plainDate).optional(),
  revision: z.int(),
})
export type Head = z.infer<typeof head>

export const newHead = (at: Pick<Head, "organisation" | "phase" | "name">): Head =>
  head.parse({ ...at, revision: 0 })
