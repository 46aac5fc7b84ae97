import * as z from "zod"
import type { Cell } from "../../../shared/domain/calendar/board.ts"
import { expectedStates } from "../../../shared/domain/calendar/state.ts"
import { plainDate } from "../../../shared/values/london.ts"

const instant = z.iso.datetime()

/** What a site owes, as every operation gives it: where it stands, and nothing of what it says. */
export const cellShape = z.object({
  organisation: z.string(),
  name: z.string(),
  round: z.string(),
  kind: z.string(),
  title: z.string(),
  covers: z.object({ from: plainDate, to: plainDate }).optional(),
  opens: instant,
  by: instant.meta({ description: "When it is due, as it stands" }),
  locks: instant.optional(),
  state: z.enum(Object.keys(expectedStates)),
  says: z.string().meta({ description: "The state, in the words of every page" }),
  whoHasIt: z.string(),
  workingDaysLate: z.int(),
  signs: z.array(z.string()),
  reference: z.string().optional(),
  sentAt: instant.optional(),
  asked: z.object({ until: plainDate, reason: z.string(), by: z.string(), at: instant }).optional(),
  extended: z.object({ before: instant, because: z.string(), by: z.string(), at: instant }).optional(),
  notNeeded: z.object({ because: z.string(), by: z.string(), at: instant }).optional(),
  cover: z.object({ answer: z.string(), by: z.string(), at: instant }).optional(),
})

export const cellBody = ({ one, state, says, who, daysLate }: Cell): z.infer<typeof cellShape> => {
  const { organisation, name, round, kind, title, covers, opens, by, locks, signs, stands } = one
  const { asked, extended, notNeeded, cover } = one
  return {
    organisation,
    name,
    round,
    kind,
    title,
    covers,
    opens,
    by,
    locks,
    state,
    says,
    whoHasIt: who,
    workingDaysLate: daysLate,
    signs,
    reference: stands?.reference,
    sentAt: stands?.sentAt,
    asked: asked && { until: asked.until, reason: asked.reason, by: asked.by.name, at: asked.at },
    extended: extended && {
      before: extended.before,
      because: extended.because,
      by: extended.by.name,
      at: extended.at,
    },
    notNeeded: notNeeded && { because: notNeeded.because, by: notNeeded.by.name, at: notNeeded.at },
    cover: cover && { answer: cover.answer, by: cover.by.name, at: cover.at },
  }
}
