import * as z from "zod"
import { stampWords } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import { type StuckOn, stuckOn } from "./going-words.ts"
import type { Head } from "./head.ts"
import { type HelpClock, pausedDays } from "./help-clock.ts"
import type { About } from "./move.ts"

const who = z.object({ person: z.string(), name: z.string() })
const by = z.object({ by: who, at: z.iso.datetime() })
type Who = z.infer<typeof who>

/** What somebody of a site or its coach asks the department, and what became of it. The department reads it whole. */
export const help = z.object({
  /** Its number with zeros before it, so that lists go by it. */
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  name: z.string(),
  number: z.int(),
  what: z.enum(Object.keys(stuckOn) as [StuckOn, ...StuckOn[]]),
  asks: z.string(),
  asked: by,
  /** What the department asked back, oldest first, and what the site said then. */
  backs: z.array(z.object({ asks: z.string(), asked: by, says: z.string().optional(), said: by.optional() })),
  answered: by.extend({ says: z.string() }).optional(),
  withdrawn: by.extend({ because: z.string() }).optional(),
  revision: z.int(),
})
export type Help = z.infer<typeof help>

export const helpId = (number: number) => String(number).padStart(4, "0")

/** "Help 2: backfill and cover". It says no word that somebody wrote. */
export const helpTitle = ({ number, what }: Pick<Help, "number" | "what">) =>
  `Help ${number}: ${stuckOn[what].toLowerCase()}`

export const aboutHelp = (one: Help): About => ({ kind: "help", id: one.id, title: helpTitle(one) })

export const clockOf = ({
  asked,
  backs,
  answered,
  withdrawn,
}: Pick<Help, "asked" | "backs" | "answered" | "withdrawn">): HelpClock => ({
  askedAt: asked.at,
  pauses: backs.map((back) => ({ from: back.asked.at, ...(back.said && { to: back.said.at }) })),
  ...(answered && { over: { at: answered.at, as: "answered" } }),
  ...(withdrawn && { over: { at: withdrawn.at, as: "withdrawn" } }),
})

type Asking = Pick<Help, "organisation" | "phase" | "name" | "number" | "what" | "asks">

export const newHelp = (asking: Asking, by: Who, at: Date): Help => ({
  ...asking,
  id: helpId(asking.number),
  asked: { by, at: at.toISOString() },
  backs: [],
  revision: 0,
})

/** Which of what was asked back waits for the site, where one does. */
export const openBack = ({ backs, answered, withdrawn }: Help) =>
  answered || withdrawn ? undefined : backs.find(({ said }) => said === undefined)

export const isOpen = ({ answered, withdrawn }: Pick<Help, "answered" | "withdrawn">) =>
  !answered && !withdrawn

export const answeredHelp = (one: Help, says: string, by: Who, at: Date): Help => {
  stillOpen(one)
  return { ...one, answered: { by, at: at.toISOString(), says } }
}

export const askedBack = (one: Help, asks: string, by: Who, at: Date): Help => {
  stillOpen(one)
  if (openBack(one))
    throw new Refused("not possible now", {
      says: "The Department has asked something back already, and the site has not said more yet.",
    })
  return { ...one, backs: [...one.backs, { asks, asked: { by, at: at.toISOString() } }] }
}

export const saidMore = (one: Help, says: string, by: Who, at: Date): Help => {
  stillOpen(one)
  const open = openBack(one)
  if (!open) throw new Refused("not possible now", { says: "Nothing was asked back: the Department has it." })
  const said = { ...open, says, said: { by, at: at.toISOString() } }
  return { ...one, backs: one.backs.map((back) => (back === open ? said : back)) }
}

export const mayWithdraw = (one: Help, person: string) => isOpen(one) && one.asked.by.person === person

export const withdrawnHelp = (one: Help, because: string, by: Who, at: Date): Help => {
  stillOpen(one)
  if (!mayWithdraw(one, by.person))
    throw new Refused("not allowed", { says: `${one.asked.by.name} asked, and takes it back.` })
  return { ...one, withdrawn: { by, at: at.toISOString(), because } }
}

const stillOpen = ({ answered, withdrawn }: Help) => {
  if (answered)
    throw new Refused("not possible now", {
      says: `${answered.by.name} answered it on ${stampWords(new Date(answered.at))}. The answer stands.`,
    })
  if (withdrawn)
    throw new Refused("not possible now", {
      says: `${withdrawn.by.name} took it back on ${stampWords(new Date(withdrawn.at))}.`,
    })
}

/** What the head of the record keeps of it: what has no answer yet, oldest first. */
export const helpInHead = ({ help: before }: Pick<Head, "help">, one: Help): Head["help"] => {
  const others = before.filter(({ number }) => number !== one.number)
  if (!isOpen(one)) return others
  const pausedAt = openBack(one)?.asked.at
  const ended = clockOf({ ...one, backs: one.backs.filter(({ said }) => said) })
  const days = pausedDays(ended, new Date(one.asked.at))
  const now = {
    number: one.number,
    askedAt: one.asked.at,
    ...(pausedAt && { pausedAt }),
    ...(days > 0 && { pausedDays: days }),
  }
  return [...others, now].sort((a, b) => a.number - b.number)
}
