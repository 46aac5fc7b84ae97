import * as z from "zod"
import { sharedStory } from "../../../shared/domain/evaluation/stories/story.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { Inside } from "../here.ts"
import { readyLine, sharedHere, sharedOneHere, storiesAt } from "./desk.ts"

const tag = "Stories"
const shown = sharedStory.omit({ reports: true, revision: true, version: true })

/** Stories across sites, as far as whoever asks may read them. */
export const sharedStoryOperations: Operation<Inside>[] = [
  operation({
    id: "listSharedStories",
    method: "get",
    path: storiesAt,
    tag,
    summary: "Stories of every site that you may read, the one shared last first",
    gives: z.object({ says: z.string(), stories: z.array(shown) }),
    does: async (c) => {
      const all = await sharedHere(c)
      return { body: { says: readyLine(all), stories: all.map((one) => shown.parse(one)) } }
    },
  }),
  operation({
    id: "readSharedStory",
    method: "get",
    path: `${storiesAt}/:phase/:organisation/:story`,
    tag,
    summary: "One story, with what was agreed about it",
    gives: shown,
    does: async (c) => ({ body: shown.parse(await sharedOneHere(c)) }),
  }),
]
