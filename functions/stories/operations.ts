import * as z from "zod"
import type { MoveKey } from "../../shared/store/moves.ts"
import { storiesIn, storyAt } from "../../shared/web/evaluation/addresses.ts"
import { type C, type Inside, placeHere } from "../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { checkStory, sayWhy, withdrawStory } from "./checking.ts"
import { othersHere, storiesHere, storyHere, todayHere } from "./desk.ts"
import { type Given, inBody } from "./given.ts"
import { issuedOperations } from "./issued/operations.ts"
import type { Moved } from "./moves.ts"
import * as shape from "./shapes.ts"
import { addStory, askPerson, changeStory, sendStory } from "./writing.ts"

const tag = "Stories"
const all = storiesIn(":organisation", ":phase")
const one = storyAt(":organisation", ":phase", ":story")

type Body = Record<string, unknown>

const atStory = (c: C, { story }: Moved) => {
  const { organisation, phase } = placeHere(c)
  return storyAt(organisation, phase, story)
}

const move = (
  path: string,
  said: { id: string; summary: string; asks: z.ZodType; status?: 201 },
  does: (c: C, given: Given, key: MoveKey) => Promise<Moved>,
) =>
  operation<Inside, Body>({
    method: "post",
    path,
    tag,
    keyed: true,
    gives: shape.moved,
    ...said,
    asks: said.asks as z.ZodType<Body>,
    does: async (c, body, key) => {
      const moved = await does(c, inBody(body), key as MoveKey)
      return { body: moved, at: atStory(c, moved) }
    },
  })

/** The stories of a site: what a page does, as data. */
export const storiesOperations: Operation<Inside>[] = [
  operation({
    id: "listStories",
    method: "get",
    path: all,
    tag,
    summary: "The stories of a site, each with where it stands, and its words where you may read them",
    gives: z.object({ says: z.string(), stories: z.array(shape.shown) }),
    does: async (c) => {
      const { says, stories } = await storiesHere(c)
      return { body: { says, stories: stories.map((each) => shape.shownFrom(each, todayHere(c))) } }
    },
  }),
  operation({
    id: "listStoriesOfOtherSites",
    method: "get",
    path: `${all}/others`,
    tag,
    summary: "Stories of other sites whose people agreed that sites read them",
    gives: z.object({ stories: z.array(shape.other) }),
    does: async (c) => ({
      body: {
        stories: (await othersHere(c)).map(({ reports: _, revision: __, version: ___, ...each }) => each),
      },
    }),
  }),
  move(
    `${all}/add`,
    { id: "writeStory", summary: "Write a story, with the person", asks: shape.writes, status: 201 },
    addStory,
  ),
  operation({
    id: "readStory",
    method: "get",
    path: one,
    tag,
    summary: "One story: where it stands, its words where you may read them, and what was agreed",
    gives: shape.shown,
    does: async (c) => ({ body: shape.shownFrom(await storyHere(c), todayHere(c)) }),
  }),
  move(
    `${one}/write`,
    {
      id: "changeStory",
      summary:
        "Change a story: nobody else reads it until its person was asked and the officer has checked it",
      asks: shape.writes.extend({ revision: shape.revision }),
    },
    changeStory,
  ),
  move(
    `${one}/consent`,
    {
      id: "recordStoryConsent",
      summary: "What its person said, each use yes or no: the last time that they were asked counts, whole",
      asks: shape.asks,
    },
    askPerson,
  ),
  move(
    `${one}/send`,
    {
      id: "sendStory",
      summary: "Give a story to the information-governance officer",
      asks: z.strictObject({ revision: shape.revision }),
    },
    (c, { seen }, key) => sendStory(c, seen, key),
  ),
  move(
    `${one}/check`,
    { id: "checkStory", summary: "Check a story that you wrote nothing of", asks: shape.checks },
    checkStory,
  ),
  move(
    `${one}/why-more`,
    {
      id: "widenStory",
      summary: "Say why more than the pilot team may read what was decided in somebody’s best interests",
      asks: shape.whyMore,
    },
    sayWhy,
  ),
  move(
    `${one}/withdraw`,
    {
      id: "withdrawStory",
      summary: "Withdraw a story: its words go from everywhere in the same write",
      asks: shape.withdraws,
    },
    withdrawStory,
  ),
  ...issuedOperations,
]
