import { defineKind } from "../form/kind.ts"
import { longText, money, moneyGrid } from "../form/questions/index.ts"
import { type Grid, totalOf } from "../form/questions/money-grid.ts"
import { section } from "../form/section.ts"
import { pounds } from "../values/money.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"
import {
  acceptedBefore,
  accountedYears,
  differsFromAccepted,
  differsWords,
  usageOf,
  usageTable,
} from "./statement-of-grant-usage/accepted.ts"

/** What the grant was used for, by financial year: once, at the end, certified by the section 151 officer or a delegate. */
export const statementOfGrantUsage = defineKind<ReturnFacts>({
  id: "statement-of-grant-usage",
  letter: "S",
  edition: 2,
  title: "Statement of grant usage",
  called: "statement of grant usage",
  workflow: "sent and accepted",
  needs: "the account",
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
      differsFrom: ["lead", "writer"],
      declares: [
        "I am the council’s section 151 officer, or their delegate for this. I did not prepare this statement.",
        "The grant was used for what it was given for, and what is unspent is stated here.",
      ],
    },
  ],
  checks: () => [],
  uses: usageOf,
  begins: acceptedBefore,
  summary: [
    { label: "Used", section: "usage", question: "used" },
    { label: "Unspent", section: "usage", question: "unspent" },
  ],
})

const usage = (facts: ReturnFacts) => {
  const { site, funding } = facts
  return section({
    id: "usage",
    title: "What the grant was used for",
    minutes: 25,
    money: true,
    asks: {
      used: moneyGrid({
        label: "How much was used in each financial year?",
        called: "how much was used, or 0 if nothing",
        rows: [{ id: "used", label: "Used" }],
        columns: accountedYears(facts),
      }),
      unspent: money({
        label: "How much is unspent?",
        called: "how much is unspent",
        hint: "Enter 0 if nothing.",
      }),
      why: longText({ label: "Why is it unspent?", called: "why it is unspent", words: 100, optional: true }),
      ...(funding && {
        difference: longText({
          label: "Why does it differ from what was accepted?",
          called: "why it differs from what was accepted",
          hint: "It is needed where a year differs from the returns that were accepted.",
          words: 100,
          optional: true,
        }),
      }),
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
      {
        at: "used",
        needs: ["used"],
        weighs: "warning",
        holds: ({ used, difference }) => Boolean(difference) || !differsFromAccepted(facts, used),
        otherwise: ({ used }) => `${differsWords(facts, used)}. Enter why, or change a figure`,
      },
    ],
    derives: ({ used }) => usageTable(facts, used ?? {}),
  })
}

const unbalanced = (used: Grid, unspent: number, award: number) =>
  `Used and unspent come to ${pounds(totalOf(used) + unspent)}. The award is ${pounds(award)}. The difference is ${pounds(Math.abs(award - totalOf(used) - unspent))}`
