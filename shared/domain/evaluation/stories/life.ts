import { Refused } from "../../refused.ts"
import type { Story, StoryState } from "./story.ts"

/** What can be done about a story. */
export const storyMoves = ["change", "ask", "send", "share", "keep", "say why", "withdraw"] as const
export type StoryMove = (typeof storyMoves)[number]

/**
 * Where each leads from each state; nowhere where it is not there. To change the words of one that was checked makes a
 * version that is checked again, and until then nobody else reads either.
 */
// biome-ignore format: a table is read by its columns
export const life: Record<StoryState, Partial<Record<StoryMove, StoryState>>> = {
  draft:              { change: "draft", ask: "draft", send: "with the officer", withdraw: "withdrawn" },
  "with the officer": { change: "draft", share: "shared", keep: "kept", withdraw: "withdrawn" },
  shared:             { change: "draft", ask: "shared", "say why": "shared", withdraw: "withdrawn" },
  kept:               { change: "draft", withdraw: "withdrawn" },
  withdrawn:          {},
}

const says: Record<StoryState, string> = {
  draft: "It is being written, and is not with the officer.",
  "with the officer": "It is with the information-governance officer.",
  shared: "It was checked, and others may read it.",
  kept: "It was checked, and is not to be read by others.",
  withdrawn: "It was withdrawn. Nothing more can be done about it.",
}

export const canMove = ({ state }: Pick<Story, "state">, move: StoryMove) => life[state][move] !== undefined

/** Where it leads; refused where it leads nowhere as things stand. */
export const movedTo = ({ state }: Pick<Story, "state">, move: StoryMove): StoryState => {
  const next = life[state][move]
  if (!next) throw new Refused("not possible now", { says: `This cannot be done now. ${says[state]}` })
  return next
}

/** Whoever wrote any of it does not check it. */
export const mayCheck = ({ writers }: Pick<Story, "writers">, person: string) =>
  writers.every((one) => one.person !== person)
