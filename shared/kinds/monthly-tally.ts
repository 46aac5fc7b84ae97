import { defineKind } from "../form/kind.ts"
import { tallySection } from "./monthly-tally/asked.ts"
import { tallyFigures } from "./monthly-tally/figures.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** What a team counts in a month, in two minutes: counts alone, and no person. Nobody signs it. */
export const monthlyTally = defineKind<ReturnFacts>({
  id: "monthly-tally",
  letter: "T",
  edition: 1,
  title: "Monthly tally",
  called: "monthly tally",
  workflow: "sent when due",
  ownPage: { byLetterFor: 10 },
  readBy: "the evaluators",
  needs: "the evaluation",
  asked: "of a site",
  facts: returnFacts,
  sample: sampleReturn,
  sections: (facts) => [tallySection(facts)],
  signatures: () => [],
  checks: () => [],
  figures: (facts, answers) => ({
    point: facts.return.to.slice(0, 7),
    figures: tallyFigures(facts, answers),
  }),
  summary: [{ label: "The team", section: "tally", question: "team" }],
})
