import { defineKind } from "../form/kind.ts"
import { choice, longText, money, moneyGrid } from "../form/questions/index.ts"
import { columnTotal, type Grid } from "../form/questions/money-grid.ts"
import { section } from "../form/section.ts"
import { dateWords } from "../values/london.ts"
import { pounds } from "../values/money.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** What a site spent in a period and expects to spend to the end: five lines, two columns, one page. Not certified. */
export const spendingUpdate = defineKind<ReturnFacts>({
  id: "spending-update",
  letter: "F",
  edition: 1,
  title: "Spending update",
  called: "spending update",
  workflow: "sent when due",
  asked: "of a site",
  nil: {
    declares: "Nothing was spent in this period, and what we expect to spend by the end has not changed.",
    minutes: 2,
  },
  facts: returnFacts,
  sample: sampleReturn,
  sections: (facts) => [spending(facts), outlook(facts)],
  signatures: () => [],
  checks: () => [],
  summary: [
    { label: "Spending", section: "spending", question: "spending" },
    { label: "By the end", section: "outlook", question: "award" },
  ],
})

const rows = [
  { id: "workers", label: "Named social workers’ time and cover" },
  { id: "experience", label: "People with lived experience" },
  { id: "training", label: "Training and events" },
  { id: "evaluation", label: "Evaluation" },
  { id: "rest", label: "Everything else" },
]

const spending = (facts: ReturnFacts) => {
  const {
    return: { from, to },
    site,
  } = facts
  return section({
    id: "spending",
    title: "What you spent",
    minutes: 12,
    intro: `From ${dateWords(from)} to ${dateWords(to)}, and what you expect from then to ${dateWords(site.to)}. Leave a line empty where there is nothing.`,
    asks: {
      spending: moneyGrid({
        label: "What did you spend?",
        called: "what you spent, or 0 if nothing",
        rows,
        columns: [
          { id: "spent", label: "Spent in this period" },
          { id: "expected", label: "Expected after it, to the end" },
        ],
      }),
      ...(endsYear(facts) && {
        accruals: money({
          label: "How much of it have you received but not yet paid for?",
          called: "what you have received but not yet paid for",
          hint: "It is asked at the end of the financial year only. Enter 0 if nothing.",
        }),
      }),
    },
    checks: [
      {
        at: "spending",
        needs: ["spending"],
        weighs: "warning",
        holds: ({ spending }) => totalSpent(spending) + totalExpected(spending) <= (site.award ?? Infinity),
        otherwise: ({ spending }) =>
          `This period and what you expect after it come to ${pounds(totalSpent(spending) + totalExpected(spending) - (site.award ?? 0))} more than your award`,
      },
    ],
  })
}

const outlook = ({ site: { award } }: ReturnFacts) =>
  section({
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
    checks: [
      ...(["less", "more"] as const).map((way) => ({
        at: "why" as const,
        needs: [way],
        holds: (answers: { less: number; more: number; why?: string }) =>
          answers[way] <= tolerance(award) || Boolean(answers.why),
        otherwise: `Enter why it is out: it is more than ${pounds(tolerance(award))}`,
      })),
    ],
  })

/** Pence: what a total may be out by without a reason. */
const tolerance = (award = 0) => Math.max(250_000, Math.round(award / 10))

/** At the end of a financial year, and of the pilot at a site. */
const endsYear = ({ return: { from, to }, site }: ReturnFacts) => {
  const march = `${to.slice(0, 4)}-03-31`
  return to === site.to || (from <= march && march <= to)
}

const totalSpent = (grid: Grid) => columnTotal(grid, "spent")
const totalExpected = (grid: Grid) => columnTotal(grid, "expected")
