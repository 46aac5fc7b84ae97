import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, date, longText, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, londonDate, plainDate } from "../../values/london.ts"
import { readTime } from "../../values/time-of-day.ts"
import type { Session } from "./session.ts"
import { sessionKindNames, sessionKinds } from "./session-kinds.ts"

export const kindOptions = Object.fromEntries(
  sessionKindNames.map((kind) => [kind, sessionKinds[kind].words]),
)

/** When a session is to be, and where: from today on. */
export const planForm = (now: Date, title = "Plan a session"): Section => {
  const today = londonDate(now)
  return section({
    id: "plan",
    title,
    minutes: 1,
    asks: {
      kind: choice({ label: "How will you meet?", called: "how you will meet", options: kindOptions }),
      on: date({
        label: "On which day?",
        called: "the day of the session",
        notBefore: today,
        notAfter: addMonths(today, 18),
      }),
      time: text({
        label: "At what time?",
        called: "the time",
        hint: "For example, 2pm. Times are London’s.",
        upTo: 20,
        optional: true,
      }),
      place: text({
        label: "Where?",
        called: "where you will meet",
        hint: "A room, a telephone number of the office, or a link.",
        upTo: 300,
        optional: true,
      }),
    },
    checks: [
      {
        at: "time",
        needs: ["time"],
        holds: ({ time }) => readTime(time) !== undefined,
        otherwise: "Enter a time, like 2pm or 14:00",
      },
    ],
  })
}

const planned = z.object({
  kind: z.enum(sessionKindNames),
  on: plainDate,
  time: z.string().optional(),
  place: z.string().optional(),
})
export type Planned = z.infer<typeof planned>

/** What was planned, its time as it is kept: "14:00". */
export const plannedFrom = (answers: Answers): Planned => {
  const { time, ...rest } = planned.parse(answers)
  return { ...rest, ...(time !== undefined && { time: readTime(time) }) }
}

export const cancelForm: Section = section({
  id: "cancel",
  title: "Say that it will not take place",
  minutes: 1,
  asks: {
    because: longText({
      label: "Why will it not take place?",
      called: "why it will not take place",
      hint: "The site reads this.",
      words: 40,
    }),
  },
})

type Place = Pick<Session, "organisation" | "phase">
export type NewSession = Planned & Place & Pick<Session, "id" | "coach">

export const newSession = (one: NewSession): Session => ({
  ...one,
  state: "planned",
  topics: [],
  version: 0,
  revision: 0,
})

/** Begins with the day, so that lists go by it; the rest is chance. */
export const sessionId = (on: string, chance: string) => `${on}-${chance}`
