import { choice, longText, money, repeated, yesNo } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import { costCategories } from "../expression-of-interest/cost-categories.ts"
import { correctedIn, lineWords } from "../lines.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { correctable } from "./answers.ts"

type Correcting = { of?: string; head?: string; amount?: number }

/** Where something was accepted before. What was wrong in it is never typed over: it is put right by a line of its own. */
export const corrections = (facts: ReturnFacts) => {
  const earlier = correctable(facts)
  if (earlier.length === 0) return []
  const used = facts.funding?.earlier.flatMap(({ posting }) => posting.spent.map(({ row }) => row)) ?? []
  const rows = [...new Set([...costCategories.map(({ id }) => id), ...used])]
  return [
    section({
      id: "corrections",
      title: "Corrections",
      minutes: 5,
      money: true,
      asks: {
        any: yesNo({
          label: "Was anything wrong in a return that was accepted?",
          called: "whether anything was wrong in a return that was accepted",
        }),
        corrections: repeated({
          label: "What was wrong?",
          called: "what was wrong",
          when: { question: "any", is: true },
          upTo: 10,
          calledRow: "correction",
          of: {
            of: choice({
              label: "In which return?",
              called: "in which return it was wrong",
              options: Object.fromEntries(earlier.map(({ id, label }) => [id, label])),
            }),
            head: choice({
              label: "Spent on",
              called: "what it was spent on",
              options: Object.fromEntries(rows.map((id) => [id, lineWords(id)])),
            }),
            amount: money({
              label: "Difference",
              called: "the difference",
              hint: "With a minus where less was spent than you said, like -120.50.",
              least: -1_000_000_000,
            }),
            why: longText({ label: "Why?", called: "why it was wrong", words: 100 }),
          },
        }),
      },
      checks: [
        {
          at: "corrections",
          needs: ["corrections"],
          holds: ({ any, corrections }) => !any || !corrections.some(({ amount }) => amount === 0),
          otherwise: "A difference of £0 corrects nothing: enter the difference, or take the row out",
        },
        {
          at: "corrections",
          needs: ["corrections"],
          holds: ({ any, corrections }) => !any || corrections.every((one) => isKnown(facts, one)),
          otherwise:
            "A correction is of a return that is not accepted any more: select another, or take the row out",
        },
        {
          at: "corrections",
          needs: ["corrections"],
          holds: ({ any, corrections }) => !any || belowNothing(facts, corrections) === undefined,
          otherwise: ({ corrections }) => belowNothing(facts, corrections) ?? "",
        },
      ],
    }),
  ]
}

const isKnown = (facts: ReturnFacts, { of }: Correcting) =>
  of === undefined || correctable(facts).some(({ id }) => id === of)

/** The first that would leave less than nothing spent under a head in a period. */
const belowNothing = (facts: ReturnFacts, rows: readonly Correcting[]): string | undefined => {
  const earlier = correctable(facts)
  for (const { of, head } of rows) {
    const found = earlier.find(({ id }) => id === of)
    if (!found || head === undefined) continue
    const before = correctedIn(facts.funding?.earlier ?? [], { ...found, row: head })
    const by = rows
      .filter((one) => one.of === of && one.head === head)
      .reduce((sum, { amount = 0 }) => sum + amount, 0)
    if (before + by < 0)
      return `${lineWords(head)} came to ${pounds(before)} in ${found.label}: it cannot be ${pounds(-by)} less`
  }
  return undefined
}
