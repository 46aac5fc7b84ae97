/** Why more or less was spent than was agreed. */
export const whys = {
  recruitment: "Recruitment",
  sickness: "Sickness",
  start: "It started later",
  cheaper: "It was cheaper",
  costlier: "It cost more",
  activity: "What was done changed",
  timing: "It is paid at another time",
  error: "A mistake in an earlier return",
  other: "Another reason",
} as const

/** What is to become of money that nobody expects to spend. */
export const plans = {
  return: "It comes back to the Department",
  "carry over": "It is spent in the next financial year, if the Department consents",
  reprofile: "It is spent at another time or on something else, if that is agreed",
} as const
