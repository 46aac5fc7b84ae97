import { date, longText, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { dateWords } from "../../values/london.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { afterwardsOf } from "./measured.ts"

const asOf = date({
  label: "Of which day are the figures?",
  called: "the day of the figures",
  hint: "Asked once. A figure of another day says so under Add more.",
  notBefore: "2010-01-01",
})

/** Where a site began: the day, and that nobody had been met yet. A whole baseline may be missing, with why. */
export const beginning: Section = section({
  id: "beginning",
  title: "Where you begin",
  minutes: 5,
  asks: {
    first: date({
      label: "On which day did a named social worker of the pilot first meet somebody?",
      called: "the day of the first meeting",
      notBefore: "2010-01-01",
      optional: true,
    }),
    asOf: { ...asOf, optional: true },
    none: longText({
      label: "If there is no baseline at all, why?",
      called: "why there is no baseline",
      hint: "That is an answer: then no figure is asked for.",
      words: 60,
      optional: true,
    }),
  },
  checks: [
    {
      at: "asOf",
      needs: ["first", "asOf"],
      weighs: "warning",
      holds: ({ first, asOf }) => asOf <= first,
      otherwise: ({ first }) =>
        `The figures are of a day after the first meeting, ${dateWords(first)}: could they show already what the pilot did? If so, take them from before it`,
    },
  ],
})

/** When the figures are of; and why there is no baseline, where none was sent. */
export const takenOn = (baselined: boolean): Section =>
  section({
    id: "taken",
    title: "When",
    minutes: 2,
    asks: baselined
      ? { asOf }
      : {
          asOf,
          none: longText({
            label: "Why is there no baseline?",
            called: "why there is no baseline",
            hint: "None was sent. Send the baseline first and this question goes, or say why there is none.",
            words: 60,
          }),
        },
  })

export const learning: Section = section({
  id: "learning",
  title: "What you learned",
  minutes: 15,
  intro: "Three short answers. Do not write about any one person.",
  asks: {
    surprise: longText({
      label: "What surprised you?",
      called: "what surprised you",
      hint: "If nothing did, say so.",
      words: 100,
    }),
    stopped: longText({
      label: "What did you stop doing, and why?",
      called: "what you stopped doing",
      words: 100,
    }),
    next: longText({
      label: "What would you test next?",
      called: "what you would test next",
      words: 100,
    }),
  },
})

export const voice: Section = section({
  id: "voice",
  title: "What people and families said",
  minutes: 15,
  asks: {
    said: longText({
      label: "What did people and families say?",
      called: "what people and families said",
      hint: "What several said, in your own words. Stories have a place of their own. If nobody was asked, say so.",
      words: 150,
    }),
    asked: text({
      label: "Who asked them?",
      called: "who asked them",
      hint: "A role or a group, not a name; and whether they are independent of the service.",
      upTo: 200,
    }),
    did: longText({
      label: "You said, we did",
      called: "what you did about what people said",
      hint: "One thing that people asked for, and what became of it. It may be printed for them.",
      words: 60,
    }),
  },
})

export const limits: Section = section({
  id: "limits",
  title: "What this cannot show",
  minutes: 5,
  asks: {
    limits: longText({
      label: "What can this not show?",
      called: "what this cannot show",
      hint: "Small numbers, no group to compare with, who was not asked: whatever a reader must know.",
      words: 100,
    }),
  },
})

export const after = (facts: ReturnFacts): Section =>
  section({
    id: "after",
    title: "After the end",
    minutes: 5,
    asks: afterwardsOf(facts),
  })
