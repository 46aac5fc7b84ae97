import * as z from "zod"
import { dateWords, londonDate, monthWords, stampWords } from "../../values/london.ts"
import type { CoachingRight } from "../people/coaching-policy.ts"
import { Refused } from "../refused.ts"
import { firstDayOf, isOpen, type Month, month, sayUntil } from "./going-month.ts"
import { going, type StuckOn, stuckOn } from "./going-words.ts"
import type { Head } from "./head.ts"

const who = z.object({ person: z.string(), name: z.string() })

const stuck = z.array(z.enum(Object.keys(stuckOn) as [StuckOn, ...StuckOn[]]))

export const word = z.object({
  says: going,
  stuck: stuck.default([]),
  /** One line of what is behind it: for the site, its coach and the coordinators. */
  line: z.string().optional(),
  by: who,
  at: z.iso.datetime(),
})
export type Word = z.infer<typeof word>

/** The word of one side, with what it said before it was changed, the oldest first. */
const said = word.extend({ before: z.array(word).default([]) })
export type Said = z.infer<typeof said>

/** How one month is going: each side's word, never made into one. The id is the month. */
export const goingMonth = z.object({
  id: month,
  organisation: z.string(),
  phase: z.string(),
  words: z.object({ site: said.optional(), coach: said.optional() }),
  revision: z.int(),
})
export type GoingMonth = z.infer<typeof goingMonth>

/** Who gives their word, and what lets them. */
export const sides = {
  site: { words: "the site", right: "say how it goes at the site" },
  coach: { words: "its coach", right: "say how it goes as coach" },
} as const satisfies Record<string, { words: string; right: CoachingRight }>
export type Side = keyof typeof sides
export const sideNames = Object.keys(sides) as Side[]

/** The most times that one side changes its word about one month. */
const mostChanges = 20

type Saying = Pick<Word, "says" | "stuck" | "line">

/** The month with the word of one side in the place of the one it had, which is kept. */
export const withWord = (
  one: GoingMonth,
  side: Side,
  saying: Saying,
  by: Word["by"],
  at: Date,
): GoingMonth => {
  const { before, ...had } = one.words[side] ?? { before: undefined }
  const earlier = before ? [...before, word.parse(had)] : []
  if (before && isSame(word.parse(had), saying))
    throw new Refused("not possible now", { says: `${saidWords(word.parse(had))} It stands.` })
  if (earlier.length > mostChanges)
    throw new Refused("not possible now", {
      says: `This month’s word was changed ${mostChanges} times already. What was said last stands.`,
    })
  return {
    ...one,
    words: { ...one.words, [side]: { ...saying, by, at: at.toISOString(), before: earlier } },
  }
}

const isSame = (had: Word, { says, stuck, line }: Saying) =>
  had.says === says && had.line === line && had.stuck.join() === stuck.join()

/** "Ann Example said so on 16 January 2018 at 9am." */
export const saidWords = ({ by, at }: Pick<Word, "by" | "at">) =>
  `${by.name} said so on ${stampWords(new Date(at))}.`

/** Refused where a month has not begun, or can be spoken of no longer. */
export const stillSayable = (one: Month, now: Date) => {
  const today = londonDate(now)
  if (isOpen(one, today)) return
  const name = monthWords(firstDayOf(one))
  throw new Refused("not possible now", {
    says:
      today < firstDayOf(one)
        ? `${name} has not begun.`
        : `${name} could be spoken of until ${dateWords(sayUntil(one))}. What was said then stands.`,
  })
}

/** Refused where somebody else spoke after the page was opened. `seen` is when what it showed was said, "" for nothing. */
export const asSeen = (had: Pick<Word, "by" | "at"> | undefined, seen: string | undefined) => {
  if (seen === undefined || seen === (had?.at ?? "")) return
  throw new Refused("changed by someone else", {
    says: `${had ? `${had.by.name} spoke on ${stampWords(new Date(had.at))}, after you opened this page.` : "This page is not as you opened it."} Nothing was changed. If yours is right, send it again.`,
  })
}

/** Whether both have spoken and do not say the same: shown as that, and never averaged. */
export const differs = ({ words: { site, coach } }: Pick<GoingMonth, "words">) =>
  site !== undefined && coach !== undefined && site.says !== coach.says

/** What either is stuck on, each once, in the order of the list. */
export const stuckIn = ({ words: { site, coach } }: Pick<GoingMonth, "words">): StuckOn[] => {
  const all = new Set([...(site?.stuck ?? []), ...(coach?.stuck ?? [])])
  return (Object.keys(stuckOn) as StuckOn[]).filter((one) => all.has(one))
}

/** What lists show of how it is going: the latest month of which anybody has spoken. */
export const latestGoing = (before: Head["going"], one: GoingMonth): Head["going"] => {
  if (before && before.month > one.id) return before
  const { site, coach } = one.words
  return {
    month: one.id,
    ...(site && { site: { says: site.says, at: site.at } }),
    ...(coach && { coach: { says: coach.says, at: coach.at } }),
    stuck: stuckIn(one),
  }
}
