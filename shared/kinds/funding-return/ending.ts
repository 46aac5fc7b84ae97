import { choice, longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { endingTable } from "./tables.ts"
import { plans } from "./whys.ts"

/** What will be left or wanting, and what is done about it. */
export const ending = (facts: ReturnFacts) =>
  section({
    id: "ending",
    title: "By the end",
    minutes: 10,
    money: true,
    asks: {
      plan: choice({
        label: "What is to become of what is left?",
        called: "what is to become of what is left",
        hint: "It is needed where more than 5 % of the award is left.",
        options: plans,
        optional: true,
      }),
      words: longText({
        label: "What is the plan?",
        called: "the plan for what is left",
        words: 100,
        optional: true,
      }),
      over: longText({
        label: "How will the council meet what is more than the award?",
        called: "how the council will meet what is more than the award",
        hint: "It is needed where your figures come to more than the award.",
        words: 100,
        optional: true,
      }),
      confidence: choice({
        label: "How sure are you of what you expect?",
        called: "how sure you are of what you expect",
        options: { 1: "1: not at all", 2: "2: not very", 3: "3: fairly", 4: "4: quite", 5: "5: very" },
      }),
      doubt: longText({
        label: "What makes you unsure?",
        called: "what makes you unsure",
        hint: "It is needed where you chose 1 or 2.",
        words: 40,
        optional: true,
      }),
    },
    checks: [
      {
        at: "words",
        needs: ["plan"],
        holds: ({ words }) => Boolean(words),
        otherwise: "Enter the plan for what is left",
      },
      {
        at: "doubt",
        needs: ["confidence"],
        holds: ({ confidence, doubt }) => Number(confidence) > 2 || Boolean(doubt),
        otherwise: "Enter what makes you unsure",
      },
    ],
    derives: (_, all) => endingTable(facts, all),
  })
