/** How people meet. A visit needs the site's agreement to what was written of it; a call is shared and open to comment. */
export const sessionKinds = {
  visit: { words: "Site visit", agreement: true },
  "evaluation-visit": { words: "Evaluation-design visit", agreement: true },
  "learning-set": { words: "Learning set", agreement: false },
  call: { words: "Call", agreement: false },
  video: { words: "Video call", agreement: false },
  advice: { words: "Written advice", agreement: false },
} as const satisfies Record<string, { words: string; agreement: boolean }>
export type SessionKind = keyof typeof sessionKinds
export const sessionKindNames = Object.keys(sessionKinds) as [SessionKind, ...SessionKind[]]

/** What a session was about: the department reads these, and never what was said about them. */
export const topics = {
  model: "Model and role",
  team: "Team and leadership",
  coproduction: "Co-production",
  partners: "Partners and system",
  evaluation: "Evaluation and data",
  finance: "Finance",
  governance: "Information governance and consent",
  sustaining: "Sustaining",
  practice: "Practice and rights",
} as const
export type Topic = keyof typeof topics

/** How far the pilot has come. */
export const stages = {
  "set-up": "Set-up",
  design: "Design",
  test: "Test",
  refine: "Refine",
  embed: "Embed",
  close: "Close",
} as const
