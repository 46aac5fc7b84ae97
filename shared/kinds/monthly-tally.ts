import { defineKind } from "../form/kind.ts"
import { count } from "../form/questions/index.ts"
import { section } from "../form/section.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** What a team counts in a month, in two minutes: counts alone, and no person. */
export const monthlyTally = defineKind<ReturnFacts>({
  id: "monthly-tally",
  letter: "T",
  edition: 1,
  title: "Monthly tally",
  called: "monthly tally",
  workflow: "sent when due",
  needs: "the evaluation",
  asked: "of a site",
  facts: returnFacts,
  sample: sampleReturn,
  sections: () => [tally],
  signatures: () => [],
  checks: () => [],
  summary: [{ label: "People", section: "tally", question: "people" }],
})

const tally = section({
  id: "tally",
  title: "The month in numbers",
  minutes: 2,
  asks: {
    people: count({
      label: "How many people have a named social worker?",
      called: "how many people",
      most: 2_000,
    }),
  },
})
