import { choice, longText, money } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { isOut, limitOf } from "../variance.ts"
import { standingTable } from "./tables.ts"

export const outlook = (facts: ReturnFacts) => {
  const { award } = facts.site
  return section({
    id: "outlook",
    title: "By the end",
    minutes: 6,
    asks: {
      award: choice({
        label: "Will you spend the whole award?",
        called: "whether you will spend the whole award",
        ...(award !== undefined && { hint: `Your award is ${pounds(award)}.` }),
        options: { whole: "Yes", less: "No, less", more: "No, more" },
      }),
      less: money({
        label: "About how much less?",
        called: "about how much less you will spend",
        when: { question: "award", is: "less" },
      }),
      more: money({
        label: "About how much more?",
        called: "about how much more you will spend",
        when: { question: "award", is: "more" },
      }),
      why: longText({
        label: "Why?",
        called: "why it is out",
        hint: "It is needed where the total is out by more than 10 % of the award or £2,500, whichever is greater.",
        words: 100,
        optional: true,
      }),
    },
    checks: (["less", "more"] as const).map((way) => ({
      at: "why" as const,
      needs: [way],
      holds: (answers: { less: number; more: number; why?: string }) =>
        !isOut(answers[way], award ?? 0) || Boolean(answers.why),
      otherwise: `Enter why it is out: it is more than ${pounds(limitOf(award ?? 0))}`,
    })),
    derives: (_, all) => standingTable(facts, all).map((one) => ({ ...one, columns: [], rows: [] })),
  })
}
