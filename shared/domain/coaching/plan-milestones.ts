import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, dateWords, dayWords, type PlainDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { Refused } from "../refused.ts"
import type { MilestoneLife, Plan } from "./plan.ts"

/** A milestone as it stands: its words are the agreed ones, its day the one it was moved to last. */
export type Milestone = MilestoneLife & { id: string; what: string; who: string; by: PlainDate }

const rows = z.array(
  z.looseObject({
    id: z.string(),
    what: z.string().default(""),
    by: z.string().default(""),
    who: z.string().default(""),
  }),
)

/** Those of an agreed text with what became of each, by their day. A move counts where it came after that text. */
export const milestonesOf = (
  answers: Answers,
  lives: Plan["milestones"],
  { at }: { at: string },
): Milestone[] =>
  (rows.safeParse(answers.milestones).data ?? [])
    .map(({ id, what, by, who }) => {
      const { moved = [], done } = lives[id] ?? {}
      const last = moved.findLast((one) => one.at >= at)
      return { id, what, who, by: last?.to ?? by, moved, ...(done && { done }) }
    })
    .toSorted((a, b) => a.by.localeCompare(b.by))

export const isOpen = ({ done }: Pick<Milestone, "done">) => done === undefined

export const isLateMilestone = (one: Pick<Milestone, "done" | "by">, today: PlainDate) =>
  isOpen(one) && one.by < today

export type MilestoneCounts = { all: number; done: number; late: number; next?: PlainDate }

/** What may be told of them to whoever does not read the plan: how many, and the next day. */
export const milestoneCounts = (all: readonly Milestone[], today: PlainDate): MilestoneCounts => {
  const next = all.find(isOpen)?.by
  return {
    all: all.length,
    done: all.filter((one) => !isOpen(one)).length,
    late: all.filter((one) => isLateMilestone(one, today)).length,
    ...(next && { next }),
  }
}

const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`

/** "3 milestones: 1 done, 1 late; the next by Friday 12 January 2018." */
export const countsWords = ({ all, done, late, next }: MilestoneCounts): string => {
  if (all === 0) return "No milestones."
  const parts = [`${done} done`, ...(late > 0 ? [`${late} late`] : [])].join(", ")
  return `${all} ${all === 1 ? "milestone" : "milestones"}: ${parts}${next ? `; the next ${late > 0 ? "was due" : "by"} ${dayWords(next)}` : ""}.`
}

/** Where one stands, in the words of every list; what is late by its working days. */
export const milestoneWords = (one: Milestone, today: PlainDate): string => {
  if (one.done) return `Done on ${dateWords(one.done.on)}.`
  if (isLateMilestone(one, today)) {
    const late = workingDaysBetween(one.by, today)
    return `LATE: it was due on ${dayWords(one.by)}${late > 0 ? `, ${days(late)} ago` : ""}.`
  }
  const left = workingDaysBetween(today, one.by)
  return one.by === today ? "Due today." : `By ${dayWords(one.by)}${left > 0 ? `, in ${days(left)}` : ""}.`
}

/** "It was to be there by 12 January 2018: the room was not ready." */
export const movedWords = ({ from, to, because, by }: MilestoneLife["moved"][number]): string =>
  `Moved from ${dateWords(from)} to ${dateWords(to)} by ${by.name}: ${because}`

/** How a milestone is said to be reached. */
export const milestoneDoneForm = (today: PlainDate): Section =>
  section({
    id: "done",
    title: "Say that it is done",
    minutes: 1,
    asks: {
      on: date({ label: "When was it done?", called: "the day it was done", notAfter: today }),
      says: longText({
        label: "How can somebody see that it is done?",
        called: "how somebody can see that it is done",
        hint: "One line. Your coach and the coordinators can read it.",
        words: 40,
      }),
    },
  })

/** How one is moved: its new day, and why. */
export const milestoneMovedForm = (today: PlainDate): Section =>
  section({
    id: "moved",
    title: "Move it to another day",
    minutes: 1,
    intro: "The agreed text stays as it is; the new day stands beside it, with why.",
    asks: {
      to: date({
        label: "What is its new day?",
        called: "the new day",
        notBefore: today,
        notAfter: addMonths(today, 24),
      }),
      because: longText({ label: "Why does it move?", called: "why it moves", words: 40 }),
    },
  })

const doneGiven = z.object({ on: z.string(), says: z.string() })
const movedGiven = z.object({ to: z.string(), because: z.string() })
type By = { by: MilestoneLife["moved"][number]["by"]; at: string }

export const reached = (before: Plan, one: Milestone, answers: Answers, by: By): Plan => {
  stillOpen(one)
  const done = { ...doneGiven.parse(answers), ...by }
  return withLife(before, one.id, ({ moved }) => ({ moved, done }))
}

/** Another day. A draft that is being written takes it too, where it still has the day from before. */
export const movedTo = (before: Plan, one: Milestone, answers: Answers, by: By): Plan => {
  stillOpen(one)
  const { to, because } = movedGiven.parse(answers)
  if (to === one.by)
    throw new Refused("not valid", {
      problems: [
        { question: "to", says: `It is to be there by ${dateWords(to)} already. Enter another day` },
      ],
    })
  const after = withLife(before, one.id, ({ moved, done }) => ({
    moved: [...moved, { from: one.by, to, because, ...by }],
    ...(done && { done }),
  }))
  return before.state === "draft"
    ? { ...after, sections: withDay(before, { id: one.id, from: one.by, to }, by) }
    : after
}

const stillOpen = ({ done }: Milestone) => {
  if (done)
    throw new Refused("not possible now", {
      says: `${done.by.name} said that it was done on ${dateWords(done.on)}. It stands.`,
    })
}

const withLife = (before: Plan, id: string, next: (life: MilestoneLife) => MilestoneLife): Plan => ({
  ...before,
  milestones: { ...before.milestones, [id]: next(before.milestones[id] ?? { moved: [] }) },
})

/** The sections of a draft with the days that milestones were moved to since an instant. */
export const withMoves = (before: Plan, since: string, by: By): Plan["sections"] =>
  Object.entries(before.milestones)
    .flatMap(([id, { moved }]) => moved.map((one) => ({ id, ...one })))
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .reduce((sections, one) => withDay({ ...before, sections }, one, by), before.sections)

/**
 * Another day in one row, unless the writers have given it one of their own. It is a change of that answer like any
 * other: whoever has the page open is told.
 */
const withDay = (
  { sections, revision }: Plan,
  { id, from, to }: { id: string; from: string; to: string },
  by: By,
): Plan["sections"] =>
  Object.fromEntries(
    Object.entries(sections).map(([name, one]) => {
      const all = one.answers.milestones as readonly { id: string; by?: string }[] | undefined
      if (!all?.some((row) => row.id === id && row.by === from)) return [name, one]
      const milestones = all.map((row) => (row.id === id ? { ...row, by: to } : row))
      const stamps = { ...one.stamps, milestones: revision + 1 }
      return [name, { ...one, ...by, stamps, answers: { ...one.answers, milestones } }]
    }),
  )
