import { defineKind } from "../form/kind.ts"
import { checks, warns } from "./funding-return/checks.ts"
import { corrections } from "./funding-return/corrections.ts"
import { declared } from "./funding-return/declared.ts"
import { ending } from "./funding-return/ending.ts"
import { forecast, forecastBefore } from "./funding-return/forecast.ts"
import { moving } from "./funding-return/moving.ts"
import { postingOf } from "./funding-return/posting.ts"
import { reasons } from "./funding-return/reasons.ts"
import { spending } from "./funding-return/spending.ts"
import { otherFunding, staff } from "./funding-return/staff.ts"
import { nothingSpent } from "./nothing-spent.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** Every head of cost of a site in a quarter, certified: in place of the spending update where the award says so. */
export const fundingReturn = defineKind<ReturnFacts>({
  id: "funding-return",
  letter: "Q",
  edition: 1,
  title: "Quarterly funding return",
  called: "quarterly funding return",
  workflow: "sent and accepted",
  needs: "the account",
  fullOf: "spending-update",
  asked: "of a site",
  nil: {
    declares: "Nothing was spent in this period, and what we expect to spend by the end has not changed.",
    minutes: 2,
    spends: nothingSpent,
  },
  facts: returnFacts,
  sample: sampleReturn,
  sections: (facts) => [
    spending(facts),
    ...corrections(facts),
    ...forecast(facts),
    reasons(facts),
    ...moving(facts),
    ending(facts),
    staff(facts),
    otherFunding,
    declared(facts),
  ],
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
        "I certify that to the best of my knowledge the amounts are taken from the council’s accounts, were properly incurred for the named social worker pilot under the grant conditions, and that evidence will be kept for seven years and given on request.",
      ],
    },
  ],
  checks,
  warns,
  spends: postingOf,
  begins: forecastBefore,
  summary: [
    { label: "Spending", section: "spending", question: "spending" },
    { label: "How sure you are", section: "ending", question: "confidence" },
  ],
})
