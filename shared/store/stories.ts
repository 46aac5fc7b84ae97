import {
  type SharedStory,
  type Story,
  type StoryText,
  sharedStory,
  story,
  storyText,
} from "../domain/evaluation/stories/story.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

type Place = { organisation: string; phase: string }

/** The stories of a site as it keeps them: that they are there and where they stand, and their words apart. */
export const storiesIn = (table: Table) => {
  const under = (what: "STORY" | "TEXT", { organisation, phase }: Place) => {
    const { pk, sk } = keys.story(organisation, what, phase, "")
    return everyItem(table, { pk, begins: sk, strong: true })
  }
  return {
    /** All of them, by their numbers: no word of any. */
    all: async (place: Place): Promise<Story[]> =>
      (await under("STORY", place)).map((item) => story.parse(item)),

    texts: async (place: Place): Promise<StoryText[]> =>
      (await under("TEXT", place)).map((item) => storyText.parse(item)),

    text: async ({ organisation, phase }: Place, id: string): Promise<StoryText | undefined> => {
      const item = await table.get(keys.story(organisation, "TEXT", phase, id), { strong: true })
      return item && storyText.parse(item)
    },
  }
}

/** Stories that others may read, with what was agreed about each: whoever reads one asks the rule first. */
export const sharedStoriesIn = (table: Table, programme: string) => ({
  /** Of every site, in one query: one that was withdrawn a moment ago is not in it. */
  all: async (): Promise<SharedStory[]> => {
    const { pk } = keys.sharedStory(programme, "", "", "")
    return (await everyItem(table, { pk, strong: true })).map((item) => sharedStory.parse(item))
  },

  one: async ({ organisation, phase }: Place, id: string): Promise<SharedStory | undefined> => {
    const item = await table.get(keys.sharedStory(programme, phase, organisation, id), { strong: true })
    return item && sharedStory.parse(item)
  },
})

/** As it stands after a change of how it was read. */
export const putStory = (after: Story, before?: Story): Action => ({
  put: {
    ...keys.story(after.organisation, "STORY", after.phase, after.id),
    ...after,
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

/** Its words: always with the story itself, whose revision holds the two together. */
export const putStoryText = (one: StoryText): Action => ({
  put: { ...keys.story(one.organisation, "TEXT", one.phase, one.id), ...one },
})

export const removeStoryText = ({
  organisation,
  phase,
  id,
}: Pick<Story, "organisation" | "phase" | "id">): Action => ({
  remove: keys.story(organisation, "TEXT", phase, id),
})

/** What others read of it, in the same write as what it comes from: put, changed as it was read, or taken away. */
export const shareAs = (
  programme: string,
  after: SharedStory | undefined,
  before: SharedStory | undefined,
): Action[] => {
  const one = after ?? before
  if (!one) return []
  const at = keys.sharedStory(programme, one.phase, one.organisation, one.id)
  const when = before ? { is: { revision: before.revision } } : ("new" as const)
  return [
    after ? { put: { ...at, ...after, revision: (before?.revision ?? 0) + 1 }, when } : { remove: at, when },
  ]
}
