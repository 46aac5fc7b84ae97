import * as z from "zod"
import { consent } from "../../shared/domain/evaluation/stories/consent.ts"
import { useNames, uses } from "../../shared/domain/evaluation/stories/consent-texts.ts"
import { storySentence } from "../../shared/domain/evaluation/stories/sentence.ts"
import {
  sharedStory,
  story,
  storyStates,
  storyText,
  storyWords,
} from "../../shared/domain/evaluation/stories/story.ts"
import type { PlainDate } from "../../shared/values/london.ts"
import { stays } from "../../shared/web/programme/doubts.tsx"
import { agreedIn, type Seen } from "./desk.ts"

const words = (most: number) =>
  z
    .string()
    .max(most * 12)
    .meta({ description: `${most} words or fewer` })
const line = (most: number) =>
  z
    .string()
    .max(2_000)
    .meta({ description: `${most} characters or fewer` })

export const revision = z.int().meta({ description: "Of the story as you read it" })

export const writes = z.strictObject({
  pseudonym: line(40),
  band: storyWords.shape.band,
  text: words(500),
  quote: words(60).optional(),
  about: z.string().max(100).optional().meta({ description: "The id of a measure" }),
  stays,
})

const use = Object.fromEntries(
  useNames.map((one) => [one, z.boolean().meta({ description: uses[one].words })]),
)

export const asks = z.strictObject({
  still: z.boolean().optional().meta({ description: "Under 18: they are still as old as the story says" }),
  decided: consent.shape.decided,
  support: words(60).optional(),
  responsibility: z.boolean().optional(),
  youngAgrees: z.boolean().optional(),
  ownView: words(60).optional(),
  power: consent.shape.power,
  document: z.boolean().optional(),
  decisionMaker: line(120).optional(),
  consulted: words(60).optional(),
  helps: words(100).optional(),
  ...use,
  seenOn: consent.shape.seenOn,
  seenHow: consent.shape.seenHow,
  easyRead: z.boolean(),
  askedBy: line(120),
  askedOn: consent.shape.askedOn,
  reviewBy: consent.shape.reviewBy,
  stays,
  revision,
})

export const checks = z.strictObject({
  decision: z.enum(["share", "keep"]),
  because: words(60).optional(),
  whyMore: words(100).optional(),
  revision,
})

export const whyMore = z.strictObject({ whyMore: words(100), revision })

export const withdraws = z.strictObject({
  asked: story.shape.withdrawn.unwrap().shape.asked,
  how: story.shape.withdrawn.unwrap().shape.how,
})

export const moved = z.object({ story: z.string(), state: z.enum(storyStates), version: z.int() })

const useName = z.enum(useNames as [string, ...string[]])

export const shown = z.object({
  story: z.string(),
  state: z.enum(storyStates),
  says: z.string().meta({ description: "Where it stands, in the words of its page" }),
  version: z.int(),
  revision: z.int().meta({ description: "To send back with a change" }),
  words: storyWords.optional().meta({ description: "Where you may read it" }),
  uses: z.array(useName).optional(),
  reviewBy: story.shape.reviewBy,
  withdrawn: story.shape.withdrawn,
  kept: storyText.shape.kept,
  consents: z
    .array(consent)
    .optional()
    .meta({ description: "Each time that somebody was asked, for whoever keeps the story" }),
})

/** As whoever asks may see it. */
export const shownFrom = ({ one, text, keeps }: Seen, today: PlainDate): z.infer<typeof shown> => {
  const { id, state, version, revision, reviewBy, withdrawn } = one
  return {
    story: id,
    state,
    says: storySentence(one, today),
    version,
    revision,
    ...(reviewBy && { reviewBy }),
    ...(withdrawn && { withdrawn }),
    ...(text && { words: text.words, uses: agreedIn({ one, text })?.uses.slice() ?? [] }),
    ...(text && keeps && { consents: text.consents, ...(text.kept !== undefined && { kept: text.kept }) }),
  }
}

export const other = sharedStory.omit({ reports: true, revision: true, version: true }).extend({
  uses: z.array(useName),
})
