import * as z from "zod"

/** What becomes of an expression of interest. */
export const decisions = {
  successful: "Successful",
  "with conditions": "Successful, with conditions",
  reserve: "Reserve",
  unsuccessful: "Unsuccessful",
  ineligible: "Could not apply",
} as const
export type DecisionWord = keyof typeof decisions
export const decisionWord = z.enum(Object.keys(decisions) as [DecisionWord, ...DecisionWord[]])

export const isFunded = (decision: DecisionWord) =>
  decision === "successful" || decision === "with conditions"
