/** What a site does once it has accepted an award, before its people are met. */
export const setUpTasks = ["people", "profile", "impact", "sharing", "privacy", "dates"] as const
export type SetUpTask = (typeof setUpTasks)[number]

export const isSetUp = ({ setUp }: { setUp: Record<string, unknown> }) =>
  setUpTasks.every((task) => setUp[task] !== undefined)
