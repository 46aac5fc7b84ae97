/** How much each criterion counts (invented). */
export const weights = [
  { criterion: "Need", weight: 15 },
  { criterion: "Quality of the proposal and co-production", weight: 30 },
  { criterion: "Deliverability and finance", weight: 25 },
  { criterion: "Evaluation and learning", weight: 20 },
  { criterion: "Legacy", weight: 10 },
]
