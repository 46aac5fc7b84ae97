import { defineKind } from "../form/kind.ts"
import { longText, money, moneyGrid } from "../form/questions/index.ts"
import { type Grid, totalOf } from "../form/questions/money-grid.ts"
import { section } from "../form/section.ts"
import { pounds } from "../values/money.ts"
import { yearsIn } from "./financial-year.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** What the grant was used for, by financial year: once, at the end, certified by the section 151 officer or a delegate. */
export const statementOfGrantUsage = defineKind<ReturnFacts>({
  id: "statement-of-grant-usage",
  letter: "S",
  edition: 1,
  title: "Statement of grant usage",
  called: "statement of grant usage",
  workflow: "sent when due",
  asked: "of a site",
  facts: returnFacts,
  sample: sampleReturn,
  sections: (facts) => [usage(facts)],
  signatures: () => [
    {
      role: "lead",
      covers: "all",
      differsFrom: [],
      declares: ["The figures are from the council’s ledger, and are right as far as I know."],
    },
    {
      role: "certifier",
      covers: "all",
      differsFrom: ["lead"],
      declares: [
        "I am the council’s section 151 officer, or their delegate for this. I did not prepare this statement.",
        "The grant was used for what it was given for, and what is unspent is stated here.",
      ],
    },
  ],
  checks: () => [],
  summary: [
    { label: "Used", section: "usage", question: "used" },
    { label: "Unspent", section: "usage", question: "unspent" },
  ],
})

const usage = ({ site }: ReturnFacts) =>
  section({
    id: "usage",
    title: "What the grant was used for",
    minutes: 25,
    money: true,
    asks: {
      used: moneyGrid({
        label: "How much was used in each financial year?",
        called: "how much was used, or 0 if nothing",
        rows: [{ id: "used", label: "Used" }],
        columns: yearsIn(site),
      }),
      unspent: money({
        label: "How much is unspent?",
        called: "how much is unspent",
        hint: "Enter 0 if nothing.",
      }),
      why: longText({ label: "Why is it unspent?", called: "why it is unspent", words: 100, optional: true }),
    },
    checks: [
      {
        at: "unspent",
        needs: ["used", "unspent"],
        holds: ({ used, unspent }) => site.award === undefined || totalOf(used) + unspent === site.award,
        otherwise: ({ used, unspent }) => unbalanced(used, unspent, site.award ?? 0),
      },
      {
        at: "why",
        needs: ["unspent"],
        holds: ({ unspent, why }) => unspent === 0 || Boolean(why),
        otherwise: "Enter why it is unspent",
      },
    ],
  })

const unbalanced = (used: Grid, unspent: number, award: number) =>
  `Used and unspent come to ${pounds(totalOf(used) + unspent)}. The award is ${pounds(award)}. The difference is ${pounds(Math.abs(award - totalOf(used) - unspent))}`
