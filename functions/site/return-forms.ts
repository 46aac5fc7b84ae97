import * as z from "zod"
import { takesCover } from "../../shared/domain/calendar/cover.ts"
import { coverAnswers, type Expected } from "../../shared/domain/calendar/expected.ts"
import { cannotAsk } from "../../shared/domain/calendar/more-time.ts"
import { isSettled } from "../../shared/domain/calendar/state.ts"
import { isTaken, untilWords } from "../../shared/domain/calendar/window.ts"
import { mayAtSite, type SiteRight } from "../../shared/domain/people/policy.ts"
import { nothingToReport } from "../../shared/form/nil.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { choice, date, longText } from "../../shared/form/questions/index.ts"
import { type Section, section } from "../../shared/form/section.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { plainDate } from "../../shared/values/london.ts"
import type { C } from "./desk.ts"
import { sendingNothing } from "./nothing.ts"
import { answeringCover, askingForTime } from "./return-moves.ts"

/** What somebody can do about a return on one page of its own; the API takes the same. */
type Form<Body = never> = {
  right: SiteRight
  link: string
  button: string
  /** Whether there is such a thing for this return at all. */
  exists: (one: Expected) => boolean
  /** Why it cannot be done as things stand, where it cannot. */
  cannot: (one: Expected, at: Date) => string | undefined
  section: Section
  asks: z.ZodType<Body>
  does: (c: C, body: Body, key: MoveKey) => Promise<{ body: unknown; at: string }>
}

const form = <Body>(one: Form<Body>) => one

const reason = z.string().min(1).max(1_000).meta({ description: "A reason of 100 words or fewer" })

const moreTime = section({
  id: "more-time",
  title: "Ask for more time",
  minutes: 2,
  asks: {
    until: date({
      label: "Until when do you need?",
      called: "the day until when you need",
      hint: "A working day after it is due, and not more than 60 days after.",
    }),
    reason: longText({
      label: "Why do you need more time?",
      called: "why you need more time",
      hint: "Your team and the programme’s coordinators can read it.",
      words: 100,
    }),
  },
})

const whoCertifies = section({
  id: "cover",
  title: "Who certifies it?",
  minutes: 1,
  asks: {
    answer: choice({
      label: "Will you be here then?",
      called: "who certifies it",
      options: { ...coverAnswers, yes: "Yes" },
    }),
  },
})

export const returnForms = {
  nothing: form({
    right: "report nothing",
    link: "There is nothing to report",
    button: "Send: nothing to report",
    exists: ({ kind }) => kindOf(kind).nil !== undefined,
    cannot: (one, at) => {
      if (isSettled(one, at)) return "Nothing more is owed for it."
      return isTaken(one, at) ? undefined : untilWords(one, at)
    },
    section: nothingToReport,
    asks: z.strictObject({ reason }),
    does: sendingNothing,
  }),
  "more-time": form({
    right: "ask for more time",
    link: "Ask for more time",
    button: "Ask for more time",
    exists: () => true,
    cannot: cannotAsk,
    section: moreTime,
    asks: z.strictObject({ until: plainDate, reason }),
    does: askingForTime,
  }),
  cover: form({
    right: "answer cover",
    link: "Say who certifies it",
    button: "Save",
    exists: ({ signs }) => signs.includes("certifier"),
    cannot: (one, at) => (takesCover(one, at) ? undefined : "Nobody is asked who certifies it any longer."),
    section: whoCertifies,
    asks: z.strictObject({ answer: z.enum(["yes", "deputy", "someone else"]) }),
    does: answeringCover,
  }),
}
export type ReturnForm = keyof typeof returnForms
export const returnFormNames = Object.keys(returnForms) as ReturnForm[]

/** What this person can do about a return now, besides writing it. */
export const openForms = (c: C, one: Expected): ReturnForm[] =>
  returnFormNames.filter((name) => {
    const { right, exists, cannot } = returnForms[name]
    return mayAtSite(c.var.actor, right, one.organisation) && exists(one) && !cannot(one, c.var.world.now())
  })

/** What was typed, as answers, and what is wrong with it. */
export const typedOn = ({ asks }: Section, entries: Entries) => {
  const answers: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [question, asked] of Object.entries(asks)) {
    const read = asked.read(entries, question)
    if ("problem" in read) problems.push({ question, part: read.part, says: read.problem })
    else if ("blank" in read) problems.push({ question, says: asked.ask })
    else {
      const { success, data, error } = asked.schema.safeParse(read.value)
      if (success) answers[question] = data
      else problems.push({ question, says: error.issues[0]?.message ?? asked.ask })
    }
  }
  return { answers, problems }
}
