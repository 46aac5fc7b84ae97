import * as z from "zod"
import { wholeNumber, yesNo } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { rulesOf } from "../round.ts"
import { type FactsPage, present } from "./page.ts"

/** A round is read by so many people for each expression of interest, and no more. */
const mostReaders = 3

const shape = z.object({
  sealed: z.boolean().optional(),
  readers: z.int().optional(),
  passLine: z.int().optional(),
  questions: z.boolean().optional(),
})

/** What nobody has set stands as it usually is: these questions always have an answer, but for the pass line. */
export const reading: FactsPage = {
  id: "reading",
  title: "How it is read",

  section: () =>
    section({
      id: "reading",
      title: "How it is read",
      minutes: 0,
      intro: "Everybody can read this with the round. It stands once the round is open.",
      asks: {
        sealed: yesNo({
          label: "Is everything sealed until the round closes?",
          called: "whether everything is sealed until the round closes",
          hint: "If yes, nobody of the selection panel opens one before.",
        }),
        readers: wholeNumber({
          label: "How many readers score each one?",
          called: "the number of readers",
          hint: `1 to ${mostReaders}. With one reader there is nobody to compare with.`,
          least: 1,
          most: mostReaders,
        }),
        passLine: wholeNumber({
          label: "What is the pass line, in points out of 100?",
          called: "the pass line",
          hint: "Leave it empty where there is none.",
          least: 1,
          most: 100,
          optional: true,
        }),
        questions: yesNo({
          label: "May the selection panel ask an applicant about a section?",
          called: "whether the selection panel may ask an applicant about a section",
          hint: "Each question has a day to answer by, 3 to 10 working days ahead.",
        }),
      },
    }),

  answers: (draft) => present(rulesOf(draft)),

  into: (draft, answers) => ({
    ...draft,
    reading: { ...rulesOf({ reading: undefined }), ...present(shape.parse(answers)) },
  }),
}
