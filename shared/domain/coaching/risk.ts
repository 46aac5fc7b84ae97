import * as z from "zod"
import { plainDate, stampWords } from "../../values/london.ts"
import { type Desk, desks } from "../actions/action.ts"
import { Refused } from "../refused.ts"
import { type Proximity, proximities, type RiskCategory, riskCategories } from "./risk-words.ts"

const level = z.int().min(1).max(5)
const score = z.object({ likelihood: level, impact: level })
export type Score = z.infer<typeof score>

/** Likelihood × impact, 1 to 25. */
export const scoreOf = ({ likelihood, impact }: Score) => likelihood * impact

/** From which score on a risk is high: the department sees it whole. */
export const highFrom = 15

/** What is known of a risk at one look at it. */
export const riskFacts = z.object({
  title: z.string(),
  category: z.enum(Object.keys(riskCategories) as [RiskCategory, ...RiskCategory[]]),
  /** Before anything is done about it, and after what is. */
  before: score,
  after: score,
  /** What is done about it. */
  doing: z.string().optional(),
  owner: z.object({ side: z.enum(Object.keys(desks) as [Desk, ...Desk[]]), who: z.string() }),
  proximity: z.enum(Object.keys(proximities) as [Proximity, ...Proximity[]]),
  /** The day to look at it next. */
  next: plainDate,
})
export type RiskFacts = z.infer<typeof riskFacts>

const who = z.object({ person: z.string(), name: z.string() })
const stamp = z.object({ by: who, at: z.iso.datetime() })
type By = z.infer<typeof who>

/** A risk of one site in a phase. Its id is its number, in three figures: no word of it stands on the timeline. */
export const risk = riskFacts.extend({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  state: z.enum(["open", "closed"]),
  added: stamp,
  looked: stamp,
  /** How many times it was looked at, this time with them. */
  looks: z.int(),
  /** Each time it was closed, and why: it may have been opened again. */
  closings: z.array(stamp.extend({ because: z.string() })).default([]),
  revision: z.int(),
})
export type Risk = z.infer<typeof risk>

/** What was seen at an earlier look: apart, so that a list of risks never grows with their age. */
export const riskLook = riskFacts.extend({
  /** `<risk>#<look>`, the first look 0001. */
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  looked: stamp,
  revision: z.int(),
})
export type RiskLook = z.infer<typeof riskLook>

/** The most risks that a site keeps open in a phase, and the most looks at one. Nobody asks for any number. */
export const mostOpen = 20
const mostLooks = 60

/** "risk 3": names it where no word of it may stand. */
export const riskName = ({ id }: Pick<Risk, "id">) => `risk ${Number(id)}`

export const isHigh = ({ state, after }: Pick<Risk, "state" | "after">) =>
  state === "open" && scoreOf(after) >= highFrom

export const highCount = (all: readonly Risk[]) => all.filter(isHigh).length

/** Whether it is scored higher after what is done than before: asked about, and never stopped. */
export const isOdd = ({ before, after }: Pick<RiskFacts, "before" | "after">) =>
  scoreOf(after) > scoreOf(before)

export const newRisk = (
  at: Pick<Risk, "organisation" | "phase">,
  all: readonly Risk[],
  facts: RiskFacts,
  by: By,
  now: Date,
): Risk => {
  room(all)
  const added = { by, at: now.toISOString() }
  const id = String(all.length + 1).padStart(3, "0")
  return { ...at, ...facts, id, state: "open", added, looked: added, looks: 1, closings: [], revision: 0 }
}

type Looked = { one: Risk; before: RiskLook }

/** The same risk as it is seen now, and what was seen before; one that is closed is open again by it. */
export const lookedAt = (one: Risk, all: readonly Risk[], facts: RiskFacts, by: By, now: Date): Looked => {
  if (one.state === "closed") room(all)
  if (one.looks >= mostLooks)
    throw new Refused("not possible now", {
      says: `This risk was looked at ${mostLooks} times. Close it, and add it as a new one.`,
    })
  const { doing: _, looked, ...rest } = one
  const { id, organisation, phase, looks } = one
  return {
    one: { ...rest, ...facts, state: "open", looked: { by, at: now.toISOString() }, looks: looks + 1 },
    before: {
      ...riskFacts.parse(one),
      id: `${id}#${String(looks).padStart(4, "0")}`,
      organisation,
      phase,
      looked,
      revision: 0,
    },
  }
}

export const closedFor = (one: Risk, because: string, by: By, now: Date): Risk => {
  const last = one.closings.at(-1)
  if (one.state === "closed" && last)
    throw new Refused("not possible now", {
      says: `${last.by.name} closed this risk on ${stampWords(new Date(last.at))}. It stands.`,
    })
  return { ...one, state: "closed", closings: [...one.closings, { by, at: now.toISOString(), because }] }
}

const room = (all: readonly Risk[]) => {
  if (all.filter(({ state }) => state === "open").length >= mostOpen)
    throw new Refused("not possible now", {
      says: `${mostOpen} risks are open, the most that are kept at once. Close one that is over first.`,
    })
}

/** What is open first, the highest at the top. */
export const byScore = (all: readonly Risk[]): Risk[] =>
  all.toSorted(
    (a, b) =>
      Number(a.state === "closed") - Number(b.state === "closed") ||
      scoreOf(b.after) - scoreOf(a.after) ||
      a.id.localeCompare(b.id),
  )
