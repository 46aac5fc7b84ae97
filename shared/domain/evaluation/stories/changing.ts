import type { PlainDate } from "../../../values/london.ts"
import { Refused } from "../../refused.ts"
import { type Consent, consentTo, waitsForReason } from "./consent.ts"
import { agreedNow } from "./keepers.ts"
import { mayCheck, movedTo } from "./life.ts"
import {
  mostStories,
  type SharedStory,
  type Story,
  type StoryText,
  type StoryWords,
  storyId,
  type Who,
} from "./story.ts"

/** A story with everything that goes as it is withdrawn. */
export type Whole = { one: Story; text: StoryText }
export type Moving = { by: Who; at: Date }

const stamp = ({ by, at }: Moving) => ({ by, at: at.toISOString() })

export const newStory = (
  place: Pick<Story, "organisation" | "phase" | "name">,
  all: readonly Story[],
  words: StoryWords,
  stays: readonly string[],
  moving: Moving,
): Whole => {
  if (all.filter(({ state }) => state !== "withdrawn").length >= mostStories)
    throw new Refused("not possible now", {
      says: `A site has ${mostStories} stories at most in a phase. Nothing was written.`,
    })
  const { organisation, phase } = place
  const id = storyId(all.length + 1)
  return {
    one: {
      ...place,
      id,
      state: "draft",
      version: 1,
      writers: [moving.by],
      begun: stamp(moving),
      reports: [],
      revision: 0,
    },
    text: { id, organisation, phase, words, consents: [], stays: [...stays] },
  }
}

const written = (one: Story, { by }: Moving): Story => ({
  ...one,
  writers: [...one.writers.filter(({ person }) => person !== by.person), by],
})

/** Other words: of one that was checked another version, for the officer and its person to see anew. */
export const changed = (
  { one, text }: Whole,
  words: StoryWords,
  stays: readonly string[],
  moving: Moving,
): Whole => {
  const state = movedTo(one, "change")
  const anew = one.state !== "draft"
  const { sent: _, checked: __, reviewBy: ___, ...rest } = written(one, moving)
  const { kept: ____, ...kept } = text
  const agreed = consentTo(text.consents, one.version) !== undefined
  return {
    one: { ...rest, state, version: one.version + (anew || agreed ? 1 : 0) },
    text: { ...kept, words, stays: [...new Set([...text.stays, ...stays])] },
  }
}

/** Its person was asked, about the words as they are. */
export const asked = ({ one, text }: Whole, given: Consent, moving: Moving): Whole => ({
  one: { ...written(one, moving), state: movedTo(one, "ask"), reviewBy: given.reviewBy },
  text: { ...text, consents: [...text.consents, given] },
})

export const sentToOfficer = ({ one, text }: Whole, today: PlainDate, moving: Moving): Whole => {
  const state = movedTo(one, "send")
  const found = consentTo(text.consents, one.version)
  if (!found)
    throw new Refused("not possible now", {
      says: "Nobody was asked about these words yet. Ask its person first, and say who may read it.",
    })
  if (found.reviewBy < today)
    throw new Refused("not possible now", {
      says: "The day on which its person is to be asked again has passed. Ask them first.",
    })
  return { one: { ...one, state, sent: stamp(moving) }, text }
}

type Checked = { decision: "share" | "keep"; because?: string; whyMore?: string }

/** By an officer who wrote nothing of it. */
export const checked = ({ one, text }: Whole, given: Checked, moving: Moving): Whole => {
  othersOnly(one, moving)
  const state = movedTo(one, given.decision)
  const after = { ...one, state, checked: stamp(moving) }
  if (given.decision === "keep") return { one: after, text: { ...text, kept: given.because ?? "" } }
  const whole = { one: after, text }
  return given.whyMore ? withReason(whole, given.whyMore, moving) : whole
}

/** Why more than the pilot team may read what was decided in somebody's best interests. */
export const saidWhy = (whole: Whole, says: string, moving: Moving): Whole => {
  othersOnly(whole.one, moving)
  movedTo(whole.one, "say why")
  const found = consentTo(whole.text.consents, whole.one.version)
  if (!found || !waitsForReason(found))
    throw new Refused("not possible now", { says: "Nothing of this story waits for a reason." })
  return withReason(whole, says, moving)
}

const withReason = ({ one, text }: Whole, says: string, moving: Moving): Whole => {
  const found = consentTo(text.consents, one.version)
  const whyMore = { ...stamp(moving), says }
  return {
    one,
    text: { ...text, consents: text.consents.map((each) => (each === found ? { ...each, whyMore } : each)) },
  }
}

const othersOnly = (one: Story, { by }: Moving) => {
  if (mayCheck(one, by.person)) return
  throw new Refused("not allowed", {
    says: "You wrote some of this story. Another information-governance officer checks it.",
  })
}

type Stopped = Pick<NonNullable<Story["withdrawn"]>, "asked" | "how">

/** That it was there, and that it was withdrawn: when, by whom, and how it was asked. */
export const withdrawn = (one: Story, { asked, how }: Stopped, moving: Moving): Story => {
  const { reviewBy: _, ...rest } = one
  return { ...rest, state: movedTo(one, "withdraw"), withdrawn: { ...stamp(moving), asked, how } }
}

/** What others may read of it now; nothing where it is not shared. */
export const sharedFrom = ({ one, text }: Whole, before?: SharedStory): SharedStory | undefined => {
  const agreed = one.state === "shared" ? agreedNow(one, text) : undefined
  if (!agreed || !one.checked) return undefined
  const { id, organisation, phase, name, version, reports } = one
  return {
    ...text.words,
    id,
    organisation,
    phase,
    name,
    version,
    uses: [...agreed.uses],
    reviewBy: agreed.reviewBy,
    sharedAt: before?.sharedAt ?? one.checked.at,
    reports: before?.reports ?? reports,
    revision: before?.revision ?? 0,
  }
}
