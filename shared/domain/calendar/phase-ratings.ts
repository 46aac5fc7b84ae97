import { longText } from "../../form/questions/index.ts"

/** Whether the coaches of a phase rate their sites, and why: without a reason they do not. */
export const whyRatings = longText({
  label: "If each coach gives five-point ratings every month, why?",
  called: "why five-point ratings are given",
  hint: "Leave it empty where they do not: then no page speaks of ratings. Each site reads the reason.",
  words: 60,
  optional: true,
})
