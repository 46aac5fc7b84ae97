import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { londonDate, plainDate } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import {
  beginsAt,
  type Comer,
  type CommunitySession,
  comerNames,
  endsAfter,
  type SessionAction,
} from "./community-session.ts"
import type { Idea } from "./idea.ts"
import { readTime } from "./time-of-day.ts"

type Who = CommunitySession["planned"]["by"]
type Doing = { by: Who; at: Date }

const time = z.string().transform((typed) => readTime(typed) ?? "")
const told = z.object({
  title: z.string(),
  on: plainDate,
  from: time,
  to: time,
  place: z.string(),
  agenda: z.string(),
})

/** From the answers of `planningForm`. Its id begins with the day it was first planned for, and stays. */
export const plannedSession = (
  answers: Answers,
  { by, at, random }: Doing & { random: string },
): CommunitySession => {
  const given = told.parse(answers)
  const stamp = at.toISOString()
  const one = {
    id: `${given.on}.${random}`,
    ...given,
    planned: { by, at: stamp },
    changed: stamp,
    sequence: 0,
    revision: 0,
  }
  notOver(one, at)
  return one
}

/** Changed before it takes place; `moved` where people have to be told: another time, or another place. */
export const changedSession = (
  one: CommunitySession,
  answers: Answers,
  { at }: Doing,
): { after: CommunitySession; moved: boolean } => {
  stillToCome(one, at)
  const given = told.parse(answers)
  const otherTime = (["on", "from", "to"] as const).some((key) => given[key] !== one[key])
  const after = {
    ...one,
    ...given,
    changed: at.toISOString(),
    sequence: one.sequence + Number(otherTime),
  }
  notOver(after, at)
  return { after, moved: otherTime || given.place !== one.place }
}

export const cancelledSession = (
  one: CommunitySession,
  because: string,
  { by, at }: Doing,
): CommunitySession => {
  stillToCome(one, at)
  const stamp = at.toISOString()
  return { ...one, cancelled: { by, at: stamp, because }, changed: stamp, sequence: one.sequence + 1 }
}

const learned = z.array(z.object({ idea: z.string(), tag: z.string() })).default([])
const toDo = z
  .array(
    z.object({
      id: z.string(),
      text: z.string(),
      owner: z.enum(["coordinators", "department"]),
      due: plainDate,
      done: z.boolean().default(false),
    }),
  )
  .default([])

/** From the answers of `writingForm`: what it comes to, and the ideas that go to the library with it. */
export const writtenSession = (
  one: CommunitySession,
  answers: Answers,
  { by, at, newId }: Doing & { newId: () => string },
): { after: CommunitySession; ideas: Idea[] } => {
  mayBeWritten(one, at)
  const ideas = one.held
    ? []
    : learned.parse(answers.learned).map((row) => ideaOf(row, one, { by, at, newId }))
  const held = {
    by,
    at: at.toISOString(),
    came: Object.fromEntries(
      comerNames.flatMap((role) => (answers[role] === undefined ? [] : [[role, answers[role]]])),
    ) as Partial<Record<Comer, number>>,
    ideas: one.held?.ideas ?? ideas.length,
    actions: withIds(toDo.parse(answers.actions), one.held?.actions ?? [], newId),
  }
  return { after: { ...one, held, changed: at.toISOString() }, ideas }
}

const ideaOf = (
  row: { idea: string; tag: string },
  { id }: CommunitySession,
  { by, at, newId }: Doing & { newId: () => string },
): Idea => ({
  id: newId(),
  text: row.idea,
  tags: [row.tag],
  wanted: "community",
  from: { kind: "community session", id },
  offered: { by, at: at.toISOString() },
  revision: 1,
})

/** A row that was there keeps its id; a new one gets one of ours. */
const withIds = (
  rows: SessionAction[],
  before: readonly SessionAction[],
  newId: () => string,
): SessionAction[] =>
  rows.map((row) => (before.some(({ id }) => id === row.id) ? row : { ...row, id: newId() }))

/** The session as its forms have it. */
export const writtenAnswers = ({ held }: CommunitySession): Answers =>
  held
    ? {
        ...held.came,
        ...(held.actions.length > 0 && { actions: held.actions.map((one) => ({ ...one })) }),
      }
    : {}

export const isToCome = (one: CommunitySession, at: Date) => !one.cancelled && !one.held && beginsAt(one) > at

/** Refused where it has begun, or will not take place. */
export const stillToCome = (one: CommunitySession, at: Date) => {
  if (one.cancelled)
    throw new Refused("not possible now", { says: "It was said before that it will not take place." })
  if (!isToCome(one, at))
    throw new Refused("not possible now", { says: "It has begun: it can be written up now." })
}

const notOver = (one: CommunitySession, at: Date) => {
  if (beginsAt(one) <= at)
    throw new Refused("not valid", {
      problems: [
        {
          question: one.on === londonDate(at) ? "from" : "on",
          says: "It must begin later than now",
        },
      ],
    })
}

export const mayBeWrittenUp = (one: CommunitySession, at: Date) => !one.cancelled && endsAfter(one) <= at

/** Refused before it has ended. */
export const mayBeWritten = (one: CommunitySession, at: Date) => {
  if (!mayBeWrittenUp(one, at))
    throw new Refused("not possible now", {
      says: one.cancelled ? "It did not take place." : "It can be written up once it has ended.",
    })
}
