import { defineKind } from "../form/kind.ts"
import { nothingSpent } from "./nothing-spent.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"
import { outlook } from "./spending-update/outlook.ts"
import { postingOf } from "./spending-update/posting.ts"
import { expectedBefore, spending } from "./spending-update/spending.ts"
import { disagreement } from "./spending-update/tables.ts"

/** What a site spent in a period and expects to spend to the end: five lines, two columns, one page. Not certified. */
export const spendingUpdate = defineKind<ReturnFacts>({
  id: "spending-update",
  letter: "F",
  edition: 2,
  title: "Spending update",
  called: "spending update",
  workflow: "sent and accepted",
  needs: "the account",
  asked: "of a site",
  nil: {
    declares: "Nothing was spent in this period, and what we expect to spend by the end has not changed.",
    minutes: 2,
    spends: nothingSpent,
  },
  facts: returnFacts,
  sample: sampleReturn,
  sections: (facts) => [spending(facts), outlook(facts)],
  signatures: () => [],
  checks: () => [],
  warns: disagreement,
  spends: postingOf,
  begins: expectedBefore,
  summary: [
    { label: "Spending", section: "spending", question: "spending" },
    { label: "By the end", section: "outlook", question: "award" },
  ],
})
