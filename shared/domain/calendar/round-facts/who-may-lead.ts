import * as z from "zod"
import { choices, longText, repeated, yesNo } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { organisationKinds } from "../../people/organisation.ts"
import { organisationNamed } from "../../people/organisation-questions.ts"
import { type FactsPage, present } from "./page.ts"

const row = z.object({ organisation: z.string(), because: z.string() })
const shape = z.object({
  mayLead: z.array(z.string()).optional(),
  partnerships: z.boolean().optional(),
  barred: z.array(row).optional(),
})

export const whoMayLead: FactsPage = {
  id: "who-may-lead",
  title: "Who may lead",

  section: (_, { organisations }) =>
    section({
      id: "who-may-lead",
      title: "Who may lead",
      minutes: 0,
      asks: {
        mayLead: choices({
          label: "Which kinds of organisation may lead?",
          called: "which kinds of organisation may lead",
          options: organisationKinds,
        }),
        partnerships: yesNo({
          label: "May several organisations apply together?",
          called: "whether several organisations may apply together",
        }),
        barred: repeated({
          label: "Which organisations may not lead this time?",
          called: "the organisations that may not lead",
          hint: "Each is told why before it writes anything.",
          calledRow: "organisation",
          upTo: 40,
          optional: true,
          of: {
            organisation: organisationNamed(organisations),
            because: longText({
              label: "Why not?",
              called: "why it may not lead",
              hint: "As the organisation will read it.",
              words: 60,
            }),
          },
        }),
      },
      checks: [
        {
          at: "barred",
          needs: ["barred"],
          holds: ({ barred }) => new Set(barred.map((one) => one.organisation)).size === barred.length,
          otherwise: "Each organisation that may not lead is named once",
        },
      ],
    }),

  answers: ({ mayLead, partnerships, barred }) =>
    present({
      mayLead: mayLead?.length ? mayLead : undefined,
      partnerships,
      barred: barred?.length ? barred.map((one, at) => ({ id: `r${at + 1}`, ...one })) : undefined,
    }),

  suggests: () => ({ mayLead: ["council"], partnerships: true }),

  into: (draft, answers) => {
    const { mayLead, partnerships, barred } = shape.parse(answers)
    return { ...draft, mayLead, partnerships, barred }
  },
}
