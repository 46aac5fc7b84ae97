import { defineKind, type WantedSignature } from "../form/kind.ts"
import { differenceWords, totalOf } from "../form/questions/index.ts"
import type { Grid } from "../form/questions/money-grid.ts"
import { core } from "./expression-of-interest/core.ts"
import { type Facts, facts, sample } from "./expression-of-interest/facts.ts"
import { full } from "./expression-of-interest/full.ts"

/** An organisation asks to take part in a phase: short by default, longer where the round says so. */
export const expressionOfInterest = defineKind<Facts>({
  id: "expression-of-interest",
  letter: "E",
  edition: 1,
  title: "Expression of interest",
  called: "expression of interest",
  workflow: "signed then sent",
  asked: "in a round",
  facts,
  sample,

  sections: (facts) => {
    const [ending, ...rest] = core(facts).toReversed()
    return [...rest.toReversed(), ...full(facts), ...(ending ? [ending] : [])]
  },

  signatures: ({ round }) => [
    lead,
    sponsor,
    ...[certifier, governance].filter(({ role }) => round.signatures.includes(role)),
  ],

  checks: (_, { amount, profile }) => {
    const asked = amount?.amount
    const grid = profile?.profile as Grid | undefined
    if (typeof asked !== "number" || !grid || totalOf(grid) === asked) return []
    return [{ section: "profile", question: "profile", says: differenceWords(totalOf(grid), asked) }]
  },

  summary: [
    { label: "Who it is for", section: "people", question: "groups" },
    { label: "How many people", section: "people", question: "expected" },
    { label: "What you would do differently", section: "proposal", question: "differently" },
    { label: "Amount", section: "amount", question: "amount" },
  ],
})

const lead: WantedSignature = {
  role: "lead",
  covers: "all",
  differsFrom: [],
  declares: [
    "The answers are right and complete as far as I know.",
    "They hold nothing about a person who draws on care or support that could identify them.",
  ],
}

const sponsor: WantedSignature = {
  role: "sponsor",
  covers: "all",
  differsFrom: [],
  declares: [
    "I support this expression of interest.",
    "If we are successful, I will make sure that the named social workers have the time this asks of them.",
  ],
}

const certifier: WantedSignature = {
  role: "certifier",
  covers: "money",
  differsFrom: [],
  declares: [
    "I am the council's section 151 officer, or their delegate for this.",
    "The amount asked for is a fair estimate, and the council can account for it.",
  ],
}

const governance: WantedSignature = {
  role: "governance",
  covers: "all",
  differsFrom: [],
  declares: ["The plans for people's information are lawful and have been looked at by me."],
}
