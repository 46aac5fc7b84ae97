import { defineKind } from "../form/kind.ts"
import { count, longText, yesNo } from "../form/questions/index.ts"
import { section } from "../form/section.ts"
import { type ReturnFacts, returnFacts, sampleReturn } from "./return-facts.ts"

/** One page from a site that goes on from the phase before, in place of an expression of interest. */
export const continuingSite = defineKind<ReturnFacts>({
  id: "continuing-site",
  letter: "N",
  edition: 1,
  title: "Going on from the phase before",
  called: "page about going on",
  workflow: "sent when due",
  asked: "of a continuing site",
  facts: returnFacts,
  sample: sampleReturn,
  sections: () => [goingOn],
  signatures: () => [
    {
      role: "lead",
      covers: "all",
      differsFrom: [],
      declares: [
        "The plan, the people and the measures of the phase before go on, but for what is written here.",
      ],
    },
    {
      role: "sponsor",
      covers: "all",
      differsFrom: [],
      declares: [
        "I support going on, and will make sure that the named social workers have the time it asks.",
      ],
    },
  ],
  checks: () => [],
  summary: [
    { label: "People", section: "going-on", question: "people" },
    { label: "What is different this time", section: "going-on", question: "different" },
  ],
})

const goingOn = section({
  id: "going-on",
  title: "What goes on, and what is different",
  minutes: 15,
  asks: {
    people: count({
      label: "How many people will have a named social worker in this phase?",
      called: "how many people will have a named social worker",
      most: 2_000,
    }),
    different: longText({
      label: "What will be different this time?",
      called: "what will be different",
      hint: "If nothing is, say so.",
      words: 150,
    }),
    involved: longText({
      label: "Who with lived experience shaped this?",
      called: "who with lived experience shaped this",
      hint: "Say what they did. Do not name anybody who draws on care or support.",
      words: 100,
    }),
    measures: yesNo({
      label: "Do you keep the measures of the phase before?",
      called: "whether you keep the measures",
    }),
    instead: longText({
      label: "What will you measure instead?",
      called: "what you will measure instead",
      words: 100,
      when: { question: "measures", is: false },
    }),
  },
})
