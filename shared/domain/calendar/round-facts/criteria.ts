import * as z from "zod"
import { longText, repeated, text, wholeNumber } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { type FactsPage, present } from "./page.ts"

const shape = z.object({
  weights: z
    .array(z.object({ criterion: z.string(), weight: z.int(), guidance: z.string().optional() }))
    .optional(),
})

type Weighed = { weight: number }[]

export const totalWeight = (weights: Weighed) => weights.reduce((sum, { weight }) => sum + weight, 0)

export const weightWords = (weights: Weighed) =>
  `The weights add up to ${totalWeight(weights)}. They must add up to 100`

export const criteria: FactsPage = {
  id: "criteria",
  title: "Criteria and weights",

  section: () =>
    section({
      id: "criteria",
      title: "Criteria and weights",
      minutes: 0,
      intro:
        "Readers give each criterion 0 to 4. The weights add up to 100, and stand once the round is open.",
      asks: {
        weights: repeated({
          label: "What is an expression of interest read for?",
          called: "the criteria",
          calledRow: "criterion",
          upTo: 12,
          of: {
            criterion: text({ label: "Criterion", called: "the criterion", upTo: 100 }),
            weight: wholeNumber({ label: "Weight out of 100", called: "the weight", least: 1, most: 100 }),
            guidance: longText({
              label: "What should readers look for?",
              called: "what readers should look for",
              hint: "Applicants read this too.",
              words: 50,
              optional: true,
            }),
          },
        }),
      },
      checks: [
        {
          at: "weights",
          needs: ["weights"],
          // What a row lacks is asked for by itself.
          holds: ({ weights }) => {
            const whole = shape.safeParse({ weights })
            return !whole.success || totalWeight(whole.data.weights ?? []) === 100
          },
          otherwise: ({ weights }) => weightWords(shape.parse({ weights }).weights ?? []),
        },
        {
          at: "weights",
          needs: ["weights"],
          holds: ({ weights }) =>
            new Set(weights.map(({ criterion }) => criterion?.toLowerCase())).size === weights.length,
          otherwise: "Each criterion has a name of its own",
        },
      ],
    }),

  answers: ({ weights }) =>
    present({
      weights: weights?.length ? weights.map((one, at) => ({ id: `r${at + 1}`, ...one })) : undefined,
    }),

  into: (draft, answers) => ({ ...draft, weights: shape.parse(answers).weights }),
}
