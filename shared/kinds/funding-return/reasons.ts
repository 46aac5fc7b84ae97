import { choice, longText, repeated } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { comparedHeads } from "./against-profile.ts"
import { variesTables } from "./tables.ts"
import { whys } from "./whys.ts"

/** Why a head of cost is out: of the profile as it is agreed now, which is kept with what is sent. */
export const reasons = (facts: ReturnFacts) => {
  const heads = comparedHeads(facts)
  return section({
    id: "reasons",
    title: "What is out, and why",
    minutes: 20,
    money: true,
    intro:
      "A reason is needed for each head of cost that is out by more than 10 % of its profile or £2,500, whichever is greater.",
    asks: {
      reasons: repeated({
        label: "Why is it out?",
        called: "why it is out",
        hint: "One for each that the table marks. None is needed where it marks none.",
        optional: true,
        upTo: heads.length,
        calledRow: "reason",
        of: {
          head: choice({
            label: "Spent on",
            called: "what it is spent on",
            options: Object.fromEntries(heads.map(({ id, label }) => [id, label])),
          }),
          reason: choice({ label: "Reason", called: "the reason", options: whys }),
          words: longText({ label: "What happened?", called: "what happened", words: 100 }),
        },
      }),
    },
    checks: [
      {
        at: "reasons",
        needs: ["reasons"],
        holds: ({ reasons }) => new Set(reasons.map(({ head, id }) => head ?? id)).size === reasons.length,
        otherwise: "Enter one reason for each head of cost",
      },
    ],
    derives: (_, all) => variesTables(facts, all),
  })
}
