import { longText, moneyGrid } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords } from "../../values/london.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { endsYear } from "../period.ts"
import { awardTable } from "../position.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { quartersLeft, spentOf } from "./answers.ts"
import { toDateTable } from "./tables.ts"

export const spending = (facts: ReturnFacts) => {
  const { from, to } = facts.return
  const owes = endsYear(facts)
  const goesOn = quartersLeft(facts).length > 0
  return section({
    id: "spending",
    title: "What you spent",
    // What is to be corrected is asked in a section of its own, once anything is known to be accepted.
    minutes: facts.funding ? 30 : 35,
    money: true,
    intro: [
      `From ${dateWords(from)} to ${dateWords(to)}, from the council’s ledger. Leave a line empty where there is nothing.`,
      ...(owes ? ["Received, not paid for yet: leave it out of what you spent."] : []),
      ...(goesOn
        ? ["Promised: ordered, and neither received nor paid for. It is part of what you expect."]
        : []),
    ].join(" "),
    asks: {
      spending: moneyGrid({
        label: "What did you spend?",
        called: `what you spent between ${dateWords(from)} and ${dateWords(to)}, or 0 if nothing`,
        rows: heads,
        ...((owes || goesOn) && { apart: true as const }),
        columns: [
          ...spentOf(facts).map(({ id, label }) => ({ id, label })),
          ...(owes ? [{ id: "accrued", label: "Received, not paid for yet" }] : []),
          ...(goesOn ? [{ id: "committed", label: "Promised" }] : []),
        ],
      }),
      other: longText({
        label: "What is under “Other”?",
        called: "what is under “Other”",
        hint: "It is needed where there is an amount under “Other”, here or in what you expect.",
        words: 30,
        optional: true,
      }),
    },
    derives: (_, all) => [...awardTable(facts), ...toDateTable(facts, all)],
  })
}
