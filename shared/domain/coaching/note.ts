import * as z from "zod"
import { longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"

const who = z.object({ person: z.string(), name: z.string() })

/**
 * A note of the coordinating side about a site. The site does not read its words, and sees on the timeline that there is
 * one: nothing is kept secret, and anybody may ask for it under the Freedom of Information Act.
 */
export const note = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  text: z.string(),
  by: who,
  at: z.iso.datetime(),
})
export type Note = z.infer<typeof note>

export const mayBeReleased =
  "This may be released under the Freedom of Information Act. Write it as if the site, and anybody in it, will read it."

export const noteForm: Section = section({
  id: "note",
  title: "Keep a note",
  minutes: 2,
  intro: mayBeReleased,
  asks: {
    text: longText({
      label: "What is to be remembered?",
      called: "what is to be remembered",
      hint: "Facts that another coach or coordinator will need. What concerns the site belongs in a session, which it reads.",
      words: 120,
    }),
  },
})
