import type { Answers } from "../../form/question.ts"
import type { Idea } from "./idea.ts"
import { tagsIn } from "./library.ts"

type Who = Idea["offered"]["by"]
export type From = Idea["from"]

/** What somebody offers straight, from the answers of `shareForm` or `goodNewsForm`. */
export const offeredIdea = (
  { text, tags = [], wanted }: Answers,
  { id, from, by, at }: { id: string; from: From; by: Who; at: Date },
): Idea => ({
  id,
  text: String(text),
  tags: tagsIn(tags as string[]),
  wanted: wanted === "public" ? "public" : "community",
  from,
  offered: { by, at: at.toISOString() },
  revision: 1,
})

/** What an idea comes from, for coordinators alone. `siteName` says what a site is called. */
export const fromWords = ({ from, offered }: Idea, siteName: (organisation: string) => string): string => {
  const who = offered.by.name
  switch (from.kind) {
    case "session":
      return `A coaching session of ${siteName(from.organisation)}, whose site has agreed. Written by ${who}.`
    case "good news":
      return `Good news from ${siteName(from.organisation)}, by ${who}.`
    case "community session":
      return `A community of practice session, written up by ${who}.`
    case "by hand":
      return from.organisation
        ? `${siteName(from.organisation)}, by ${who}.`
        : `${who}, who works across sites.`
  }
}
