import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords, type PlainDate, plainDate, stampWords } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { Refused } from "../refused.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** Something that a site has to do by a day. What it comes from stays with it. */
export const action = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string().optional(),
  text: z.string(),
  due: plainDate,
  from: z.discriminatedUnion("kind", [z.object({ kind: z.literal("condition"), reference: z.string() })]),
  /** Whose desk it lies on. */
  owner: z.enum(["site"]),
  state: z.enum(["open", "done", "dropped"]),
  done: z.object({ by: who, at: z.iso.datetime(), evidence: z.string() }).optional(),
  revision: z.int(),
})
export type Action = z.infer<typeof action>

/** How something is said to be done: one line that somebody else can follow. */
export const doneForm = section({
  id: "done",
  title: "Say that it is done",
  minutes: 2,
  asks: {
    evidence: longText({
      label: "How can somebody see that it is done?",
      called: "how somebody can see that it is done",
      hint: "One line: what was done, when, and where it is written down. The programme’s coordinators can read it.",
      words: 60,
    }),
  },
})

const given = z.object({ evidence: z.string() })

export const closed = (
  one: Action,
  answers: Answers,
  by: { person: string; name: string },
  at: Date,
): Action => {
  if (one.state !== "open") throw new Refused("not possible now", { says: `${standsWords(one)} It stands.` })
  return {
    ...one,
    state: "done",
    done: { by, at: at.toISOString(), evidence: given.parse(answers).evidence },
  }
}

const standsWords = ({ state, done }: Action) =>
  done ? `${done.by.name} said that it is done, ${stampWords(new Date(done.at))}.` : `It is ${state}.`

/** "Due 31 October 2017, in 4 working days"; late ones by their age in working days. */
export const dueWords = ({ due }: Pick<Action, "due">, today: PlainDate): string => {
  const days = workingDaysBetween(today, due)
  const count = `${Math.abs(days)} working ${Math.abs(days) === 1 ? "day" : "days"}`
  if (due === today) return `Due today, ${dateWords(due)}`
  if (due < today) return days === 0 ? `Was due ${dateWords(due)}` : `Was due ${dateWords(due)}, ${count} ago`
  return days === 0 ? `Due ${dateWords(due)}` : `Due ${dateWords(due)}, in ${count}`
}

export const isLate = ({ state, due }: Pick<Action, "state" | "due">, today: PlainDate) =>
  state === "open" && due < today

/** Where one stands, in the words of every list. */
export const actionWords = (one: Action, today: PlainDate): string =>
  one.state === "open" ? dueWords(one, today) : standsWords(one)

/** What is open first, by when it is due. */
export const inOrder = (all: Action[]): Action[] =>
  all.toSorted(
    (a, b) =>
      Number(a.state !== "open") - Number(b.state !== "open") ||
      a.due.localeCompare(b.due) ||
      a.id.localeCompare(b.id),
  )
