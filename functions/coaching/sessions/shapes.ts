import * as z from "zod"
import { addendum, remark } from "../../../shared/domain/coaching/remark.ts"
import { type Session, session, sessionText, sessionTitle } from "../../../shared/domain/coaching/session.ts"
import { sessionSentence, standingText } from "../../../shared/domain/coaching/session-sentence.ts"
import { source } from "../../../shared/domain/coaching/source.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { C } from "../../../shared/web/coaching/here.ts"
import { audienceHere, todayHere } from "./here.ts"
import { learningOf, type Summary, type Whole } from "./reading.ts"

/** A session in a list: for everybody who sees the coaching of the site. */
export const summaryShape = session
  .pick({
    id: true,
    kind: true,
    state: true,
    on: true,
    coach: true,
    topics: true,
    answerBy: true,
    answered: true,
  })
  .extend({ title: z.string(), says: z.string() })

const version = sessionText.pick({ core: true, more: true, lines: true, shared: true })
const said = remark.omit({ organisation: true, phase: true, session: true, revision: true })
const added = addendum.omit({ organisation: true, phase: true, session: true, revision: true })

export const sessionShape = summaryShape.extend({
  learning: z.array(z.string()),
  time: z.string().optional(),
  place: z.string().optional(),
  version: z.int().optional(),
  shared: session.shape.shared,
  closed: session.shape.closed,
  cancelled: session.shape.cancelled,
  hash: z.string().optional(),
  text: version.optional(),
  remarks: z.array(said).optional(),
  addenda: z.array(added).optional(),
  draft: sessionText.pick({ core: true, more: true, saved: true, revision: true }).optional(),
  takenOver: source
    .pick({ source: true, row: true, cells: true, at: true })
    .optional()
    .meta({ description: "What it was taken over from, for the coach and the coordinators" }),
})

export const versionShape = version.extend({ version: z.int(), remarks: z.array(said) })

export const listShape = z.object({
  planned: z.array(
    z.object({ session: z.string(), title: z.string(), on: plainDate, time: z.string().optional() }),
  ),
  waits: z.array(z.object({ session: z.string(), title: z.string(), state: z.string(), says: z.string() })),
  over: z.array(summaryShape),
  earlier: z.string().optional(),
})

export const movedShape = z.object({ session: z.string(), state: session.shape.state, version: z.int() })

export const shownInList = (c: C, one: Session): z.infer<typeof summaryShape> => ({
  id: one.id,
  kind: one.kind,
  state: one.state,
  on: one.on,
  coach: one.coach,
  topics: one.topics,
  ...(one.answerBy && { answerBy: one.answerBy }),
  ...(one.answered && { answered: one.answered }),
  title: sessionTitle(one),
  says: standingText(sessionSentence(one, audienceHere(c), todayHere(c))),
})

/** The department's: nothing of what was said, nor by whom. */
export const shownSummary = (c: C, { session, learning }: Summary): z.infer<typeof sessionShape> => ({
  ...shownInList(c, session),
  learning,
})

export const shownWhole = (c: C, whole: Whole): z.infer<typeof sessionShape> => {
  const { session: one, text, remarks, addenda, draft, source } = whole
  return {
    ...shownInList(c, one),
    learning: learningOf(one, text),
    ...(one.time && { time: one.time }),
    ...(one.place && { place: one.place }),
    version: one.version,
    ...(one.shared && { shared: one.shared }),
    ...(one.closed && { closed: one.closed }),
    ...(one.cancelled && { cancelled: one.cancelled }),
    ...(one.hash && { hash: one.hash }),
    ...(text && { text: version.parse(text) }),
    remarks: remarks.map((each) => said.parse(each)),
    addenda: addenda.map((each) => added.parse(each)),
    ...(draft && {
      draft: { core: draft.core, more: draft.more, saved: draft.saved, revision: draft.revision },
    }),
    ...(source && {
      takenOver: { source: source.source, row: source.row, cells: source.cells, at: source.at },
    }),
  }
}

export const saidShape = said
