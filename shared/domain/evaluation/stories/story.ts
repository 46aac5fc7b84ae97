import * as z from "zod"
import { plainDate } from "../../../values/london.ts"
import { consent } from "./consent.ts"
import { ageBands, stopAskers, stopWays, type Use, uses } from "./consent-texts.ts"

const who = z.object({ person: z.string(), name: z.string() })
export type Who = z.infer<typeof who>
const stamp = z.object({ by: who, at: z.iso.datetime() })
const keysOf = <Of extends Record<string, unknown>>(of: Of) =>
  Object.keys(of) as [keyof Of & string, ...(keyof Of & string)[]]

export const storyStates = ["draft", "with the officer", "shared", "kept", "withdrawn"] as const
export type StoryState = (typeof storyStates)[number]

/** What everybody at the site may know of a story: that it is there, and where it stands. No word of it. */
export const story = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  /** What the site is called. */
  name: z.string(),
  state: z.enum(storyStates),
  /** Each change of its words is a version, to be checked and agreed to anew. */
  version: z.int(),
  /** Everybody who wrote any of it: none of them may check it. */
  writers: z.array(who),
  begun: stamp,
  sent: stamp.optional(),
  checked: stamp.optional(),
  /** By when its person is to be asked again, where they were asked about this version. */
  reviewBy: plainDate.optional(),
  withdrawn: stamp.extend({ asked: z.enum(keysOf(stopAskers)), how: z.enum(keysOf(stopWays)) }).optional(),
  /** Reports that hold it, issued or published: told as it is withdrawn. */
  reports: z.array(z.string()).default([]),
  revision: z.int(),
})
export type Story = z.infer<typeof story>

export const storyWords = z.object({
  pseudonym: z.string(),
  band: z.enum(keysOf(ageBands)),
  text: z.string(),
  /** In the person's own words. */
  quote: z.string().optional(),
  /** The measure that it is about: its id, and its name on that day. */
  about: z.object({ id: z.string(), name: z.string() }).optional(),
})
export type StoryWords = z.infer<typeof storyWords>

/** Everything that goes as a story is withdrawn: its words, who was asked and what they said, and why it is kept. */
export const storyText = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  words: storyWords,
  consents: z.array(consent),
  /** What was asked about and stays, by its marks. */
  stays: z.array(z.string()),
  /** Why it is not to be read by others. */
  kept: z.string().optional(),
})
export type StoryText = z.infer<typeof storyText>

/** What others may read: taken away by the same write that withdraws or changes it. */
export const sharedStory = storyWords.extend({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  name: z.string(),
  version: z.int(),
  uses: z.array(z.enum(keysOf(uses) as [Use, ...Use[]])),
  reviewBy: plainDate,
  sharedAt: z.iso.datetime(),
  reports: z.array(z.string()),
  revision: z.int(),
})
export type SharedStory = z.infer<typeof sharedStory>

/** The most stories of a site in a phase; one that was withdrawn counts no longer. */
export const mostStories = 6

/** "Story 3": names it where no word of it may stand. */
export const storyName = ({ id }: Pick<Story, "id">) => `Story ${Number(id)}`

export const storyId = (number: number) => String(number).padStart(3, "0")
