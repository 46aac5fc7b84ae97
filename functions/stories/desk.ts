import { agreedNow, keepsStory, readsAtSite } from "../../shared/domain/evaluation/stories/keepers.ts"
import { mayRead } from "../../shared/domain/evaluation/stories/readers.ts"
import { storiesLine } from "../../shared/domain/evaluation/stories/sentence.ts"
import type { SharedStory, Story, StoryText } from "../../shared/domain/evaluation/stories/story.ts"
import { rolesAt } from "../../shared/domain/people/actor.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { sharedStoriesIn, storiesIn } from "../../shared/store/stories.ts"
import { londonDate } from "../../shared/values/london.ts"
import { type C, placeHere, siteHere } from "../../shared/web/evaluation/here.ts"

export const todayHere = (c: C) => londonDate(c.var.world.now())
export const readerHere = (c: C) => ({ id: c.var.actor.id, roles: rolesAt(c.var.actor, siteHere(c)) })
export const sharedHere = ({ var: { world } }: C) => sharedStoriesIn(world.table, world.settings.programme)

/** One story as whoever asks may see it: that it is there, and its words where they may read them. */
export type Seen = { one: Story; text?: StoryText; keeps: boolean }

export type Listed = { says: string; stories: Seen[]; mayAdd: boolean }

const seen = (c: C, one: Story, text: StoryText | undefined): Seen => {
  const reads = text !== undefined && readsAtSite(one, text, readerHere(c), todayHere(c))
  return { one, ...(reads && { text }), keeps: reads && keepsStory(one, readerHere(c)) }
}

/** The stories of the site in the phase of the address, in two queries. */
export const storiesHere = async (c: C): Promise<Listed & { all: Story[] }> => {
  const place = placeHere(c)
  const store = storiesIn(c.var.world.table)
  const [all, texts] = await Promise.all([store.all(place), store.texts(place)])
  const reader = readerHere(c)
  return {
    all,
    says: storiesLine(all, { ...reader, today: todayHere(c) }),
    stories: all.map((one) =>
      seen(
        c,
        one,
        texts.find(({ id }) => id === one.id),
      ),
    ),
    mayAdd: reader.roles.some((role) => role === "lead" || role === "contributor"),
  }
}

export const idHere = (c: C) => c.req.param("story") ?? ""

export const storyIn = (all: readonly Story[], c: C): Story => {
  const found = all.find(({ id }) => id === idHere(c))
  if (!found) throw new Refused("not found")
  return found
}

/** The story in the address. */
export const storyHere = async (c: C): Promise<Seen> => {
  const place = placeHere(c)
  const store = storiesIn(c.var.world.table)
  const [all, text] = await Promise.all([store.all(place), store.text(place, idHere(c))])
  return seen(c, storyIn(all, c), text)
}

/** For whoever may read it: who may not is told nothing of what it holds. */
export const readableHere = async (c: C): Promise<Seen & { text: StoryText }> => {
  const { text, ...found } = await storyHere(c)
  if (!text) throw new Refused("not found")
  return { ...found, text }
}

export const agreedIn = ({ one, text }: { one: Story; text: StoryText }) => agreedNow(one, text)

/** Stories of other sites whose people agreed that sites read them. */
export const othersHere = async (c: C): Promise<SharedStory[]> => {
  const own = siteHere(c)
  placeHere(c)
  return (await sharedHere(c).all()).filter(
    (one) => one.organisation !== own && mayRead("other site", one, todayHere(c)),
  )
}
