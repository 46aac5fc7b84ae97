import type { Answers } from "../../form/question.ts"
import { londonDate } from "../../values/london.ts"
import type { Idea } from "./idea.ts"
import { type LibraryIdea, libraryId, tagsIn } from "./library.ts"

type Who = Idea["offered"]["by"]
export type Deciding = {
  by: Who
  at: Date
  /** Fresh for each: the end of its id in the library. */
  random: string
}

/** What is decided: the idea with what became of it, and what others read of it where it is shared. */
export type Decision = { id: string; after: Idea; library?: LibraryIdea }

/** From the answers of `decidingForm`. */
export const decided = (one: Idea, { decision, words, because }: Answers, deciding: Deciding): Decision =>
  decision === "leave"
    ? {
        id: libraryId(londonDate(deciding.at), deciding.random),
        after: { ...one, left: { ...stamp(deciding), because: String(because) } },
      }
    : shared(one, decision === "public" ? "public" : "community", deciding, String(words))

/** Into the library: with shorter words where somebody shortened them. */
export const shared = (
  one: Idea,
  level: LibraryIdea["level"],
  deciding: Deciding,
  words = one.text,
): Decision => {
  const on = londonDate(deciding.at)
  const id = libraryId(on, deciding.random)
  const shortened = words !== one.text
  return {
    id,
    after: { ...one, shared: { ...stamp(deciding), level, as: id, ...(shortened && { text: words }) } },
    library: {
      id,
      text: words,
      tags: tagsIn(one.tags),
      on,
      level,
      goodNews: one.from.kind === "good news",
      shortened,
    },
  }
}

/** Taken back, or out of the library: when, by whom and why stay, and the words go. */
export const withdrawn = (one: Idea, { by, at }: Omit<Deciding, "random">, because?: string): Idea => ({
  ...one,
  text: "",
  ...(one.shared && { shared: { ...one.shared, text: undefined } }),
  withdrawn: { ...stamp({ by, at }), ...(because !== undefined && { because }) },
})

const stamp = ({ by, at }: Omit<Deciding, "random">) => ({ by, at: at.toISOString() })
