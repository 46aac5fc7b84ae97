import * as z from "zod"
import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { type Face, faces, type PanelView } from "./notes.ts"
import type { Reading, Who } from "./reading.ts"

export const whys = { say: "I will say why", no: "I do not want to say why" } as const

/** What a member with lived experience is asked. */
export const viewForm: Section = section({
  id: "view",
  title: "What do you think?",
  minutes: 0,
  asks: {
    face: choice({ label: "Do you like it?", called: "what you think", options: faces }),
    why: choice({ label: "Will you say why?", called: "whether you will say why", options: whys }),
    words: longText({
      label: "Why?",
      called: "why you think so",
      words: 100,
      when: { question: "why", is: "say" },
    }),
  },
})

const face = z.enum(Object.keys(faces) as [Face, ...Face[]])
const answers = z.object({ face, why: z.enum(["say", "no"]), words: z.string().optional() })

export type Told = Pick<PanelView, "face" | "words">

/** A view from the answers of its form: no words where somebody does not want to say. */
export const viewFrom = (given: unknown): Told => {
  const { face, why, words = "" } = answers.parse(given)
  return { face, words: why === "say" ? words : "" }
}

export const wordsOf = ({ words }: Pick<PanelView, "words">) => words || "I do not want to say why."

/** The reading with this person among those whose view is in. */
export const withView = (one: Reading, { person }: Who): Reading => ({
  ...one,
  views: [...new Set([...one.views, person])],
})
