import { choices, longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import type { OnReview } from "./desk.ts"

const words = {
  "send-back": {
    title: "Send it back for changes",
    intro:
      "Only the sections that you select can be changed, and what a change of them makes wrong. The others stay as they were sent.",
    button: "Send it back",
  },
  reopen: {
    title: "Open it again",
    intro: "Only the sections that you select can be changed, and what a change of them makes wrong.",
    button: "Open it again",
  },
} as const
export type OpeningWay = keyof typeof words
export const openingWays = Object.keys(words) as OpeningWay[]

export const buttonOf = (way: OpeningWay) => words[way].button

/** Which sections are to be changed, and why: the site reads both. */
export const openingForm = (
  { kind, facts }: Pick<OnReview, "kind" | "facts">,
  way: OpeningWay,
  counts: string,
) =>
  section({
    id: way,
    title: words[way].title,
    minutes: 0,
    intro: way === "reopen" ? `${counts} ${words[way].intro}` : words[way].intro,
    asks: {
      sections: choices({
        label: "Which sections need changes?",
        called: "which sections need changes",
        options: Object.fromEntries(kind.sections(facts).map(({ id, title }) => [id, title])),
      }),
      note: longText({
        label: "What should change, and why?",
        called: "what should change, and why",
        hint: "The site lead and the contributors get it by email.",
        words: 100,
      }),
    },
  })
