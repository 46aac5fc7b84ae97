import { longText } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"

/** Why somebody who was asked does not agree yet. No letter says it: a word may hold a figure. */
export const notYetForm: Section = section({
  id: "not-yet",
  title: "Not yet",
  minutes: 3,
  asks: {
    note: longText({
      label: "What would have to change?",
      called: "what would have to change",
      hint: "The writers read it on the page of the plan, which is a draft again.",
      words: 150,
    }),
  },
})
