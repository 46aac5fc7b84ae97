import * as z from "zod"
import { dateWords, londonDate } from "../../values/london.ts"
import type { Event } from "../submissions/event.ts"
import type { Member } from "./member.ts"
import { role as roleSchema, roles } from "./role.ts"

/** Whose access a line of the history is about. Names are with the members, never in the chain. */
export const concerned = z.object({
  person: z.string(),
  grant: z.string(),
  role: roleSchema,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The end it had before, where that was changed. */
  was: z.iso.datetime().optional(),
  /** The address is at no organisation we know: let in as an exception. */
  elsewhere: z.literal("yes").optional(),
})
export type Concerned = z.infer<typeof concerned>

/** As an event keeps it. */
export const changedBy = (about: Concerned): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(about).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  )

/** Who an event is about; nothing where it was written before this was kept. */
export const concernedIn = ({ changed = {} }: Pick<Event, "changed">): Concerned | undefined =>
  concerned.safeParse(Object.fromEntries(Object.entries(changed).map(([name, [value]]) => [name, value])))
    .data

/** One line of what was done about access, as everybody who may see the people reads it. */
export type AccessChange = {
  number: number
  at: string
  move: string
  by: { name: string; role: string }
  about?: Concerned & { name?: string }
  says: string
}

export const accessChange = (event: Event, members: Member[]): AccessChange => {
  const { number, at, move, by } = event
  const about = concernedIn(event)
  const name = about && members.find(({ person }) => person === about.person)?.name
  return {
    number,
    at,
    move,
    by: { name: by.name, role: roleWords(by.role) },
    ...(about && { about: { ...about, ...(name !== undefined && { name }) } }),
    says: about ? wordsOf(event, about, name ?? "somebody") : (before[move] ?? move),
  }
}

const roleWords = (one: string) => {
  const { data } = roleSchema.safeParse(one)
  return data ? roles[data].words : one
}

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const wordsOf = ({ move, at }: Event, about: Concerned, name: string) => {
  const { role, from, to, was, elsewhere } = about
  const as = roles[role].words
  const starts = londonDate(new Date(from)) > londonDate(new Date(at)) ? `from ${day(from)} ` : ""
  const says: Record<string, string> = {
    invite: `Gave ${name} access as ${as}, ${starts}until ${day(to)}${elsewhere ? ". Their address is at no council we know: an exception" : ""}`,
    lead: `Became ${as} by an address of the organisation’s own, until ${day(to)}`,
    "change dates": `Changed the last day of ${name} as ${as}${was ? ` from ${day(was)}` : ""} to ${day(to)}`,
    "end access": `Ended the access of ${name} as ${as}`,
  }
  return says[move] ?? `${move}: ${name}, ${as}`
}

/** The words of lines that do not say who they are about. */
const before: Record<string, string> = {
  invite: "Gave somebody access",
  lead: "Became site lead",
  "end access": "Ended somebody’s access",
}
