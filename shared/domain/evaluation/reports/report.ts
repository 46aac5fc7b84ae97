import * as z from "zod"
import { plainDate } from "../../../values/london.ts"
import type { SharedStory } from "../stories/story.ts"
import { type ReportCost, reportCost } from "./cost.ts"

const who = z.object({ person: z.string(), name: z.string() })
const stamp = z.object({ by: who, at: z.iso.datetime() })

export const reportStates = ["draft", "issued", "published"] as const

/** A story that a report holds: where it is, and never a word of it. `withdrawn` is when it was. */
const held = z.object({
  organisation: z.string(),
  phase: z.string(),
  story: z.string(),
  withdrawn: z.iso.datetime().optional(),
})
export type HeldStory = z.infer<typeof held>

/** What an evaluator writes. Its stories stay where they are shared, and are read from there each time. */
export const reportWords = z.object({
  title: z.string(),
  summary: z.string(),
  found: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string() })),
  limits: z.string(),
  /** Which release its tables are of: a number of the phase. */
  release: z.object({ number: z.int(), at: z.iso.datetime() }).optional(),
  costs: z.boolean(),
  /** "You said, we did", site by site. */
  did: z.array(z.object({ id: z.string(), site: z.string(), said: z.string(), did: z.string() })),
})
export type ReportWords = z.infer<typeof reportWords>

export const report = reportWords.extend({
  id: z.string(),
  phase: z.string(),
  state: z.enum(reportStates),
  stories: z.array(held),
  /** Where it says what it cost: as it was when its words were written or it was issued, and not changed afterwards. */
  cost: reportCost.optional(),
  easyRead: z
    .object({
      text: z.string(),
      /** A self-advocacy group that read it, who of it, and when. A change of its words asks for another. */
      checked: z.object({ group: z.string(), who: z.string(), on: plainDate }).optional(),
    })
    .optional(),
  written: stamp,
  changed: stamp,
  /** `factsBy` is the last of the days on which sites and the Department check facts. */
  issued: stamp.extend({ factsBy: plainDate }).optional(),
  published: stamp.optional(),
  revision: z.int(),
})
export type Report = z.infer<typeof report>

/** The same with what is to be said of money; where it says nothing of it, with nothing. */
export const withCost = ({ cost: _, ...one }: Report, cost: ReportCost | undefined): Report => ({
  ...one,
  ...(one.costs && cost && { cost }),
})

/** Whether a story was withdrawn since it was issued: it is listed as changed. */
export const isChanged = ({ stories }: Pick<Report, "stories">) =>
  stories.some(({ withdrawn }) => withdrawn !== undefined)

type Place = { organisation: string; phase: string; id: string }

export const isHeld = (one: HeldStory, { organisation, phase, id }: Place) =>
  one.organisation === organisation && one.phase === phase && one.story === id

/** The same report with a story of it gone. */
export const withoutStory = (one: Report, place: Place, at: Date): Report => ({
  ...one,
  stories: one.stories.map((each) =>
    isHeld(each, place) ? { ...each, withdrawn: each.withdrawn ?? at.toISOString() } : each,
  ),
})

/** A story told in a report from now on: so that the report is told as it is withdrawn. */
export const holding = (one: SharedStory, id: string): SharedStory => ({
  ...one,
  reports: [...new Set([...one.reports, id])],
})
