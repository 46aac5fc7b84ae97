import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, date } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { addDays, atLondon, clockTime, dayMomentWords, dayWords, londonDate } from "../../values/london.ts"
import type { Promised } from "../actions/promise.ts"
import { isAnnounced, type Phase } from "../calendar/phase.ts"
import type { Programme } from "../calendar/programme.ts"
import { time } from "../calendar/round-facts/page.ts"
import type { SitePhase } from "../calendar/site-phase.ts"
import { Refused } from "../refused.ts"

/** The minute may lie so many days ahead. */
export const furthestAhead = 60

export const announceForm = section({
  id: "announcement",
  title: "When is it announced?",
  minutes: 2,
  asks: {
    when: choice({
      label: "When do public pages name the sites?",
      called: "when it is announced",
      options: { later: "At a minute that I set", now: "Now" },
    }),
    on: date({
      label: "On which day?",
      called: "the day it is announced",
      when: { question: "when", is: "later" },
    }),
    time: time({
      label: "At what time?",
      called: "the time it is announced",
      hint: "London time, like 9:30am",
      when: { question: "when", is: "later" },
    }),
  },
})

const given = z.object({
  when: z.enum(["later", "now"]),
  on: z.string().optional(),
  time: z.string().optional(),
})

/** The minute that was chosen. */
export const minuteFrom = (answers: Answers, now: Date): Date => {
  const { when, on, time } = given.parse(answers)
  return when === "later" && on && time ? atLondon(on, time) : now
}

/** Refuses one that has passed already, or lies too far ahead. */
export const mayBeMinute = (minute: Date, now: Date) => {
  if (minute.getTime() < now.getTime()) throw wrong("It must be now or later: to announce now, choose Now")
  if (londonDate(minute) > addDays(londonDate(now), furthestAhead))
    throw wrong(`It must be at most ${furthestAhead} days ahead`)
}

const wrong = (says: string) => new Refused("not valid", { problems: [{ question: "on", says }] })

/** What the form begins with: the minute as it is set, where it has not come. */
export const minuteAnswers = ({ announced }: Pick<Phase, "announced">): Answers => {
  if (announced === undefined) return { when: "later" }
  const at = new Date(announced)
  return { when: "later", on: londonDate(at), time: clockTime(at) }
}

/** Another minute stands until the one that is set has come: nothing that was public is taken back. */
export const stillMovable = (phase: Pick<Phase, "announced">, now: Date) => {
  if (isAnnounced(phase, now) && phase.announced)
    throw new Refused("not possible now", {
      says: `It was announced at ${dayMomentWords(new Date(phase.announced))}. That stands.`,
    })
}

/** Facts that may be used once it is announced. Amounts are pence. It names nobody, and no council that is not a site. */
export type Facts = {
  programme: string
  about: string[]
  phase: string
  span?: { from: string; to: string }
  announced?: string
  isPublic: boolean
  sites: { name: string; region?: string; award?: number; continuing: boolean }[]
  /** All published amounts together. */
  awards: number
  regions: { region: string; councils: number }[]
  /** How many people are expected, at so many of the sites. */
  people: { expected: number; sites: number }
  next: string
}

type Known = {
  programme?: Pick<Programme, "name" | "about">
  phase: Phase & { sites: SitePhase[] }
  promised: Promised[]
  regions: Map<string, string | undefined>
  now: Date
}

export const factsOf = ({ programme, phase, promised, regions, now }: Known): Facts => {
  const sites = phase.sites.map(({ organisation, name, award, joined }) => ({
    name,
    region: regions.get(organisation),
    ...(award !== undefined && { award }),
    continuing: joined === "continuing",
  }))
  const known = promised.flatMap(({ people }) => (people && "number" in people ? [people.number] : []))
  const where = Map.groupBy(sites, ({ region }) => region ?? "Not known")
  return {
    programme: programme?.name ?? phase.title,
    about: programme?.about ?? [],
    phase: phase.title,
    ...(phase.from && phase.to && { span: { from: phase.from, to: phase.to } }),
    ...(phase.announced !== undefined && { announced: phase.announced }),
    isPublic: isAnnounced(phase, now),
    sites,
    awards: sites.reduce((sum, { award = 0 }) => sum + award, 0),
    regions: [...where]
      .map(([region, councils]) => ({ region, councils: councils.length }))
      .sort((a, b) => a.region.localeCompare(b.region)),
    people: { expected: known.reduce((sum, one) => sum + one, 0), sites: known.length },
    next: nextMoment(phase, now),
  }
}

/** The next moment at which something of it is public. */
const nextMoment = (phase: Pick<Phase, "announced" | "from" | "to">, now: Date): string => {
  const { announced, from, to } = phase
  if (announced === undefined) return "The announcement. Its minute is not set."
  if (!isAnnounced(phase, now)) return `The announcement, at ${dayMomentWords(new Date(announced))}.`
  const today = londonDate(now)
  if (from && today < from) return `The pilots begin on ${dayWords(from)}.`
  if (to && today < to) return `The pilots end on ${dayWords(to)}.`
  return "None is set."
}

/** "EMBARGOED until 9:30am on Thursday 12 October 2017", until then. */
export const embargoWords = ({ isPublic, announced }: Pick<Facts, "isPublic" | "announced">) => {
  if (isPublic) return undefined
  return announced === undefined
    ? "EMBARGOED. The minute of the announcement is not set"
    : `EMBARGOED until ${dayMomentWords(new Date(announced))}`
}

export const notForUse = [
  "Who was not successful, who is in reserve, and how many applied",
  "Scores, places and the reasons of the selection panel",
  "Conditions of an award, and what a site still has to do",
  "Anything about a person: staff, people who have a named social worker, and their families",
]
