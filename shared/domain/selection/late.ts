import * as z from "zod"
import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { atLondon, dayMomentWords, dayWords, londonDate, plainDate, stampWords } from "../../values/london.ts"
import { addWorkingDays, isWorkingDay } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import { moved } from "../calendar/moved.ts"
import { time } from "../calendar/round-facts/page.ts"
import type { Actor } from "../people/actor.ts"
import { Refused } from "../refused.ts"
import type { Change } from "../submissions/change.ts"
import type { Panel, Who } from "./reading.ts"
import type { Whole } from "./seen.ts"
import { barredBy } from "./standing.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** An ask to be late, as it lies on the desk of the chair until it is decided. */
export const lateAsk = z.object({
  organisation: z.string(),
  name: z.string(),
  round: z.string(),
  reference: z.string(),
  because: z.string(),
  by: who,
  at: z.iso.datetime(),
})
export type LateAsk = z.infer<typeof lateAsk>

/** What a move of a submission lays on the desk of the chair: an ask to be late, and nothing else. */
export const lateAskOf = (
  { before, head, contents }: Change,
  { id, name }: { id: string; name: string },
): LateAsk | undefined =>
  head.late && !before.late
    ? {
        organisation: id,
        name,
        round: head.round,
        reference: head.reference,
        because: contents?.note ?? "",
        by: head.late.by,
        at: head.late.askedAt,
      }
    : undefined

/** What was decided about it, beside what was asked. */
export const lateDecision = lateAsk.extend({
  decided: z.object({
    allowed: z.boolean(),
    until: z.iso.datetime().optional(),
    because: z.string(),
    by: who,
    at: z.iso.datetime(),
  }),
})
export type LateDecision = z.infer<typeof lateDecision>

/** Whether somebody has a link with an organisation, known to the service or said by them. */
export const isLinkedTo = (
  actor: Actor,
  organisation: string,
  { readings, coached }: Pick<Whole, "readings" | "coached">,
) =>
  barredBy(actor, { organisation }, coached) !== undefined ||
  readings.some(
    (one) =>
      one.organisation === organisation &&
      one.said.some(({ person, link }) => person === actor.id && link !== "none"),
  )

/** No further ahead than this. In working days. */
const furthest = 5

const because = longText({
  label: "Why?",
  called: "why it may, or may not, be sent late",
  hint: "The applicant reads this. It may be asked for under the Freedom of Information Act.",
  words: 100,
})

/** What the chair decides about an ask to be late. */
export const lateForm: Section = section({
  id: "late",
  title: "May it be sent late?",
  minutes: 0,
  asks: {
    answer: choice({
      label: "What do you decide?",
      called: "what you decide",
      options: { allow: "It may be sent late", refuse: "It may not be sent late" },
    }),
    until: date({
      label: "Until which day?",
      called: "the day until which it may be sent",
      hint: "A working day, at most 5 working days from today.",
      when: { question: "answer", is: "allow" },
    }),
    untilAt: time({
      label: "Until what time?",
      called: "the time until which it may be sent",
      hint: "For example 5pm",
      when: { question: "answer", is: "allow" },
    }),
    because,
  },
})

/** Once the round was opened an ask can only be refused. */
export const refusingLate: Section = section({
  id: "late",
  title: "It can only be refused now",
  minutes: 0,
  asks: { because },
})

/** What the form begins with: one working day, until five. */
export const lateBegins = (now: Date) => ({
  until: addWorkingDays(londonDate(now), 1),
  untilAt: "17:00",
})

export const lateAnswer = z.object({
  answer: z.enum(["allow", "refuse"]),
  until: plainDate.optional(),
  untilAt: z.string().optional(),
  because: z.string(),
})
export type LateAnswer = z.infer<typeof lateAnswer>

export const tooLateToAllow = ({ at }: { at: string }) =>
  `The round was opened on ${stampWords(new Date(at))}: an ask to be late can only be refused now.`

/** The same in the site's own calendar, decided: with the instant until which it may be sent, where it may. */
export const decidedLate = (
  one: Expected,
  { answer, until, untilAt, because }: LateAnswer,
  { by, at, askedBy, panel }: { by: Who; at: Date; askedBy: string; panel?: Panel },
): Expected => {
  const allowed = answer === "allow"
  const late = { allowed, because, by, at: at.toISOString() }
  if (!allowed) return { ...one, late }
  if (panel?.opening) throw new Refused("not possible now", { says: tooLateToAllow(panel.opening) })
  const wrong = wrongUntil({ until, untilAt }, at)
  if (wrong) throw new Refused("not valid", { problems: [wrong] })
  const instant = atLondon(until ?? "", untilAt ?? "").toISOString()
  const extended = { before: one.by, until: instant, because, by, at: late.at, askedBy }
  return moved({ ...one, late, extended }, { by: instant, locks: undefined }, londonDate(at))
}

const wrongUntil = ({ until, untilAt }: Pick<LateAnswer, "until" | "untilAt">, at: Date) => {
  if (until === undefined) return { question: "until", says: "Enter the day until which it may be sent" }
  if (untilAt === undefined) return { question: "untilAt", says: "Enter the time until which it may be sent" }
  const last = addWorkingDays(londonDate(at), furthest)
  if (!isWorkingDay(until)) return { question: "until", says: "The day must be a working day" }
  if (until > last) return { question: "until", says: `The day must be on or before ${dayWords(last)}` }
  const instant = atLondon(until, untilAt)
  return instant <= at
    ? { question: "until", says: `It must be in the future: it is ${dayMomentWords(at)} now` }
    : undefined
}
