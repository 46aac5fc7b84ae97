import { defineKind, type KindOf } from "../form/kind.ts"
import { longText } from "../form/questions/index.ts"
import { section } from "../form/section.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

const evaluationReturn = (one: Pick<KindOf<ReturnFacts>, "id" | "title" | "called">): KindOf<ReturnFacts> =>
  defineKind<ReturnFacts>({
    letter: "V",
    edition: 1,
    workflow: "sent and accepted",
    readBy: "the evaluators",
    needs: "the evaluation",
    asked: "of a site",
    facts: returnFacts,
    sample: sampleReturn,
    sections: () => [limits],
    signatures: () => [
      { role: "lead", declares: ["Nobody can be recognised from this."], covers: "all", differsFrom: [] },
    ],
    checks: () => [],
    summary: [{ label: "Limits", section: "limits", question: "limits" }],
    ...one,
  })

const limits = section({
  id: "limits",
  title: "What this cannot show",
  minutes: 5,
  asks: {
    limits: longText({ label: "What can this not show?", called: "what this cannot show", words: 100 }),
  },
})

/** Where a site stands as it begins. */
export const evaluationBaseline = evaluationReturn({
  id: "evaluation-baseline",
  title: "Baseline",
  called: "baseline",
})

/** Half way, where the phase asks for it. */
export const evaluationMidpoint = evaluationReturn({
  id: "evaluation-midpoint",
  title: "Midpoint evaluation",
  called: "midpoint evaluation",
})

/** What changed, what it cannot show, and what happens to people afterwards. */
export const evaluationFinal = evaluationReturn({
  id: "evaluation-final",
  title: "Final evaluation",
  called: "final evaluation",
})
