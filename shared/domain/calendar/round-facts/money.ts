import * as z from "zod"
import { money as amount, date } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { dayWords, plainDate } from "../../../values/london.ts"
import { type FactsPage, present } from "./page.ts"

const shape = z.object({
  ceiling: z.int().optional(),
  envelope: z.int().optional(),
  spentBy: plainDate.optional(),
})

export const money: FactsPage = {
  id: "money",
  title: "Money",

  section: ({ startsBetween }) =>
    section({
      id: "money",
      title: "Money",
      minutes: 0,
      asks: {
        ceiling: amount({
          label: "How much can each site ask for, at most?",
          called: "the ceiling",
          hint: "For example, 92,827",
          least: 100,
        }),
        envelope: amount({
          label: "How much is there in all?",
          called: "the amount in all",
          hint: "Leave it empty where it is not published.",
          optional: true,
        }),
        spentBy: date({
          label: "By which day must the money be spent?",
          called: "the day the money must be spent by",
          hint: "It says which quarters a spending profile has, where the round asks for one.",
        }),
      },
      checks: [
        {
          at: "envelope",
          needs: ["ceiling", "envelope"],
          holds: ({ ceiling, envelope }) => envelope >= ceiling,
          otherwise: "The amount in all must be no less than what one site can ask for",
        },
        {
          at: "spentBy",
          needs: ["spentBy"],
          holds: ({ spentBy }) => !startsBetween || spentBy > startsBetween.to,
          otherwise: `The day the money must be spent by must be after the last day to start, ${startsBetween ? dayWords(startsBetween.to) : ""}`,
        },
      ],
    }),

  answers: ({ ceiling, envelope, spentBy }) => present({ ceiling, envelope, spentBy }),

  into: (draft, answers) => {
    const { ceiling, envelope, spentBy } = shape.parse(answers)
    return { ...draft, ceiling, envelope, spentBy }
  },
}
