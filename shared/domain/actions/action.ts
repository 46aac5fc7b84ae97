import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords, londonDate, type PlainDate, plainDate, stampWords } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { Refused } from "../refused.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** Whose desk something lies on: where it waits until it is done. */
export const desks = {
  site: "the site",
  coach: "the coach",
  coordinators: "the programme’s coordinators",
  department: "the Department",
} as const
export type Desk = keyof typeof desks

/** The same where somebody chooses one of them. */
export const deskChoices = {
  site: "The site",
  coach: "The coach",
  coordinators: "The programme’s coordinators",
  department: "The Department",
} satisfies Record<Desk, string>

/** What an action comes from. `title` is that record as lists name it. */
const from = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("condition"), reference: z.string() }),
  z.object({ kind: z.literal("session"), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("question"), reference: z.string(), number: z.int(), title: z.string() }),
  z.object({ kind: z.literal("risk"), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("cover"), round: z.string(), title: z.string() }),
  z.object({ kind: z.literal("rating"), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("figure"), reference: z.string(), measure: z.string(), title: z.string() }),
  z.object({ kind: z.literal("board"), asked: z.string() }),
  z.object({ kind: z.literal("by hand") }),
])
export type ActionFrom = z.infer<typeof from>

/**
 * Something that has to be done by a day about one site. What it comes from stays with it, and it goes on until it is
 * done or dropped: `carried` says into what it was taken, and from which day, each time.
 */
export const action = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string().optional(),
  /** What the site is called on lists. */
  name: z.string().optional(),
  text: z.string(),
  due: plainDate,
  from,
  owner: z.enum(Object.keys(desks) as [Desk, ...Desk[]]),
  /** Who of that desk, where somebody is named. */
  who: who.optional(),
  /** Since when, and by whom. */
  set: z.object({ by: who, at: z.iso.datetime() }).optional(),
  state: z.enum(["open", "done", "dropped"]),
  carried: z
    .array(
      z.object({
        into: z.object({ kind: z.string(), id: z.string(), title: z.string() }),
        at: z.iso.datetime(),
        due: plainDate,
        /** By whom and why, where somebody gave it another day. */
        by: who.optional(),
        because: z.string().optional(),
      }),
    )
    .default([]),
  done: z.object({ by: who, at: z.iso.datetime(), evidence: z.string() }).optional(),
  dropped: z.object({ by: who, at: z.iso.datetime(), because: z.string() }).optional(),
  /** What the calendar has told of it, by its mark, and on which day. */
  told: z.record(z.string(), plainDate).optional(),
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

type By = { person: string; name: string }
type Setting = Pick<
  Action,
  "id" | "organisation" | "phase" | "name" | "text" | "due" | "from" | "owner" | "who"
>

/** A new one, on the desk of its owner. Its id begins with the day it is due at first, so that lists go by it. */
export const newAction = (one: Setting, by: By, at: Date): Action => ({
  ...one,
  set: { by, at: at.toISOString() },
  state: "open",
  carried: [],
  revision: 0,
})

export const closed = (one: Action, answers: Answers, by: By, at: Date): Action => {
  stillOpen(one)
  return {
    ...one,
    state: "done",
    done: { by, at: at.toISOString(), evidence: given.parse(answers).evidence },
  }
}

export const dropped = (one: Action, because: string, by: By, at: Date): Action => {
  stillOpen(one)
  return { ...one, state: "dropped", dropped: { by, at: at.toISOString(), because } }
}

/** Taken into a session or a return, with another day where one is given; the day it had is kept. */
export const carriedInto = (
  one: Action,
  into: Action["carried"][number]["into"],
  at: Date,
  due: PlainDate = one.due,
  why: Pick<Action["carried"][number], "by" | "because"> = {},
): Action => {
  stillOpen(one)
  return { ...one, due, carried: [...one.carried, { into, at: at.toISOString(), due: one.due, ...why }] }
}

const stillOpen = (one: Action) => {
  if (one.state !== "open") throw new Refused("not possible now", { says: `${standsWords(one)} It stands.` })
}

const standsWords = ({ state, done, dropped }: Action) => {
  if (done) return `${done.by.name} said that it is done, ${stampWords(new Date(done.at))}.`
  if (dropped) return `${dropped.by.name} dropped it, ${stampWords(new Date(dropped.at))}.`
  return `It is ${state}.`
}

/** How long it has been open, in working days of London from the day it was set. */
export const ageOf = ({ set }: Pick<Action, "set">, today: PlainDate): number | undefined =>
  set && workingDaysBetween(londonDate(new Date(set.at)), today)

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
