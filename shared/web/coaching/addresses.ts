/** Where the coaching of one site is, for everybody who has a part in it: the same address on both sides. */
export const coachingAt = (organisation: string) => `/organisations/${organisation}/coaching`
export const inPhaseAt = (organisation: string, phase: string) => `${coachingAt(organisation)}/${phase}`
export const timelineAt = (organisation: string, phase: string) =>
  `${inPhaseAt(organisation, phase)}/timeline`
export const notesAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/notes`
export const sessionsAt = (organisation: string, phase: string) =>
  `${inPhaseAt(organisation, phase)}/sessions`
export const sessionAt = (organisation: string, phase: string, session: string) =>
  `${sessionsAt(organisation, phase)}/${session}`
export const planAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/plan`
export const goingAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/going`
export const risksAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/risks`
export const helpAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/help`
export const helpOneAt = (organisation: string, phase: string, number: number) =>
  `${helpAt(organisation, phase)}/${number}`
export const briefAt = (organisation: string, phase: string) => `${inPhaseAt(organisation, phase)}/brief`
export const handoverAt = (organisation: string, phase: string) =>
  `${inPhaseAt(organisation, phase)}/handover`
export const highlightsAt = (organisation: string, phase: string) =>
  `${inPhaseAt(organisation, phase)}/highlights`
export const highlightAt = (organisation: string, phase: string, month: string) =>
  `${highlightsAt(organisation, phase)}/${month}`

/** What is to be done about one site, wherever it comes from. */
export const actionsAt = (organisation: string) => `/organisations/${organisation}/actions`
export const actionAt = (organisation: string, action: string) => `${actionsAt(organisation)}/${action}`

/** The same across sites, for whoever supports them. */
export const supportAt = "/support"

/** What sites share with each other. */
export const learningAt = "/learning"
