/** Who is asked. Each group has questions of its own, and its answers are never added up with another's. */
export const answerGroups = {
  people: "People with a named social worker",
  families: "Families and friends",
  practitioners: "Named social workers",
} as const
export type AnswerGroup = keyof typeof answerGroups
export const answerGroupNames = Object.keys(answerGroups) as [AnswerGroup, ...AnswerGroup[]]

/** Who does not see what is answered, as the form says it. */
export const willNotSee: Record<AnswerGroup, string> = {
  people: "Your social worker will not see this.",
  families: "The social worker will not see this.",
  practitioners: "Your manager will not see this.",
}
