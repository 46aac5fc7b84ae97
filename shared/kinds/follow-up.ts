import { defineKind } from "../form/kind.ts"
import { choice, count, date, longText, yesNo } from "../form/questions/index.ts"
import { section } from "../form/section.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** One page, some months after the end: what has lasted, and what has not. */
export const followUp = defineKind<ReturnFacts>({
  id: "follow-up",
  letter: "A",
  edition: 1,
  title: "Follow-up",
  called: "follow-up",
  workflow: "sent when due",
  asked: "of a site",
  facts: returnFacts,
  sample: sampleReturn,
  sections: () => [afterwards],
  signatures: () => [],
  checks: () => [],
  summary: [
    { label: "Does the role continue?", section: "afterwards", question: "role" },
    { label: "People who kept their worker", section: "afterwards", question: "kept" },
  ],
})

const afterwards = section({
  id: "afterwards",
  title: "What has lasted",
  minutes: 15,
  asks: {
    role: choice({
      label: "Does the role of named social worker continue?",
      called: "whether the role continues",
      options: { yes: "Yes, as in the pilot", changed: "Yes, but changed", no: "No" },
    }),
    kept: count({
      label: "How many people of the pilot still have the same named social worker?",
      called: "how many people still have the same named social worker",
      most: 2_000,
    }),
    stopped: longText({
      label: "What stopped, and why?",
      called: "what stopped, and why",
      hint: "If nothing stopped, say so. Do not write about any one person.",
      words: 100,
    }),
    told: yesNo({
      label: "Has the council’s Board or scrutiny committee been told what was learnt?",
      called: "whether the Board has been told",
    }),
    when: date({
      label: "When was it told?",
      called: "the day it was told",
      when: { question: "told", is: true },
      notBefore: "2016-01-01",
    }),
  },
})
