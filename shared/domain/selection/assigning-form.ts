import * as z from "zod"
import { date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { type PlainDate, plainDate } from "../../values/london.ts"

/** Why a reader is taken off: asked for only where they have sent their sheet. */
export const takingOff = (name: string, sent: boolean): Section =>
  section({
    id: "take-off",
    title: `Take off ${name}`,
    minutes: 0,
    intro: sent
      ? "They have sent their sheet. It stays in the history, and does not count any longer."
      : "They have not sent their sheet.",
    asks: {
      because: longText({
        label: "Why?",
        called: "why they are taken off",
        hint: "Write as if the applicant will read it.",
        words: 50,
        ...(!sent && { optional: true }),
      }),
    },
  })

/** By when the chair wants the sheets. */
export const scoresByForm = (today: PlainDate): Section =>
  section({
    id: "date",
    title: "By when do you want the sheets?",
    minutes: 0,
    asks: {
      scoresBy: date({
        label: "The last day",
        called: "the last day",
        hint: "Readers see it in their list, and in the letter that gives them something to read.",
        notBefore: today,
      }),
    },
  })

/** That somebody was given expressions of interest to read: mail is not sealed, so it names none of them. */
export const givenLetter = z.object({
  letter: z.literal("given to read"),
  id: z.string(),
  round: z.string(),
  roundTitle: z.string(),
  count: z.int(),
  scoresBy: plainDate.optional(),
  by: z.string(),
  at: z.iso.datetime(),
  to: z.array(z.object({ name: z.string(), email: z.string() })),
})
export type GivenLetter = z.infer<typeof givenLetter>
