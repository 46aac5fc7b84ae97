/** How much each criterion counts (invented). */
export const weights = [
  { criterion: "Need", weight: 15 },
  { criterion: "Quality of the proposal and co-production", weight: 30 },
  { criterion: "Deliverability and finance", weight: 25 },
  { criterion: "Evaluation and learning", weight: 20 },
  { criterion: "Legacy", weight: 10 },
]

const lookFor: Record<string, string> = {
  Need: "How many people it is about, how that is known, and what happens to them now. (invented)",
  "Quality of the proposal and co-production":
    "What a named social worker will do differently, and what disabled people and their families have decided. (invented)",
  "Deliverability and finance":
    "Who does it, who covers their other work, and what the money buys in each quarter. (invented)",
  "Evaluation and learning":
    "What will be counted from the first month, and who will hear what was learned. (invented)",
  Legacy: "What stays when the money ends, and who pays for it. (invented)",
}

/** The same with what readers look for in each. */
export const guided = weights.map((one) => ({ ...one, guidance: lookFor[one.criterion] }))
