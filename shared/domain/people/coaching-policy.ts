import type { Actor } from "./actor.ts"
import type { Grant } from "./grant.ts"
import { type Role, roles } from "./role.ts"

/**
 * How much of the coaching of one site somebody sees. `summary` is the department's: when, of what kind and about which
 * topics, how it is going, open actions, high risks, help asked of it, and learning that was agreed; never what was said.
 */
export const coachingViews = ["whole", "summary"] as const
export type CoachingView = (typeof coachingViews)[number]

/** What is done about the coaching of one site. */
export type CoachingRight =
  | "see actions"
  | "see coaching"
  | "plan session"
  | "write session"
  | "answer session"
  | "comment on session"
  | "add addendum"
  | "read plan"
  | "read brief"
  | "write plan"
  | "comment on plan"
  | "agree plan"
  | "agree plan for the site"
  | "agree plan for the programme"
  | "set action"
  | "close action of the site"
  | "close action of the coach"
  | "close action of the coordinators"
  | "close action of the department"
  | "say how it goes at the site"
  | "say how it goes as coach"
  | "rate"
  | "keep risks"
  | "ask for help"
  | "answer help"
  | "keep notes"
  | "take handover"

/** What is done across sites. */
export type SupportRight = "see support" | "see every site" | "see patterns"

/** What is done about what sites share with each other. */
export type LearningRight =
  | "see learning"
  | "share learning"
  | "share good news"
  | "see listed people"
  | "list oneself"
  | "be told of community sessions"
  | "approve learning"
  | "keep community sessions"

type Row = Partial<Record<Role, CoachingView>>

// biome-ignore format: a table is read by its columns
const site: Row = { lead: "whole", contributor: "whole", sponsor: "whole" }
// biome-ignore format: a table is read by its columns
const department: Row = { reader: "summary", chair: "summary", "decision-maker": "summary", finance: "summary" }

/**
 * Who may do what about the coaching of a site. A role of an organisation has its rights over that one alone; a coach
 * has theirs over the sites that a phase names them for (`isAssigned`), and finds nothing of any other.
 */
// biome-ignore format: a table is read by its columns
export const coachingPolicy: Record<CoachingRight, Row> = {
  "see actions":                      { ...site, certifier: "whole", governance: "whole", coach: "whole", coordinator: "whole", evaluator: "whole", ...department },
  "see coaching":                     { ...site, coach: "whole", coordinator: "whole", evaluator: "whole", ...department },
  "plan session":                     { coach: "whole", coordinator: "whole" },
  "write session":                    { coach: "whole" },
  "answer session":                   { lead: "whole" },
  "comment on session":               { lead: "whole", contributor: "whole", sponsor: "whole" },
  "add addendum":                     { lead: "whole", coach: "whole" },
  "read brief":                       { ...site, coach: "whole", coordinator: "whole", evaluator: "whole" },
  "read plan":                        { ...site, coach: "whole", coordinator: "whole", evaluator: "whole" },
  "write plan":                       { lead: "whole", contributor: "whole" },
  "comment on plan":                  { coach: "whole", coordinator: "whole", evaluator: "whole" },
  "agree plan":                       { lead: "whole", coordinator: "whole" },
  "agree plan for the site":          { lead: "whole" },
  "agree plan for the programme":     { coordinator: "whole" },
  "set action":                       { lead: "whole", coach: "whole", coordinator: "whole" },
  "close action of the site":         { lead: "whole", contributor: "whole" },
  "close action of the coach":        { coach: "whole" },
  "close action of the coordinators": { coordinator: "whole" },
  "close action of the department":   department,
  "say how it goes at the site":      { lead: "whole", contributor: "whole" },
  "say how it goes as coach":         { coach: "whole" },
  rate:                               { coach: "whole" },
  "keep risks":                       { lead: "whole", contributor: "whole", coach: "whole" },
  "ask for help":                     { lead: "whole", coach: "whole", coordinator: "whole" },
  "answer help":                      department,
  "keep notes":                       { coach: "whole", coordinator: "whole" },
  "take handover":                    { lead: "whole", sponsor: "whole", coach: "whole", coordinator: "whole" },
}

/** Who may do what across sites. A coach sees the sites that they are assigned to there too. */
// biome-ignore format: a table is read by its columns
export const supportPolicy: Record<SupportRight, readonly Role[]> = {
  "see support":    ["coach", "coordinator", "evaluator", "reader", "chair", "decision-maker", "finance"],
  "see every site": ["coordinator", "evaluator", "reader", "chair", "decision-maker", "finance"],
  "see patterns":   ["coach", "coordinator", "evaluator", "reader", "chair", "decision-maker", "finance"],
}

/** Who may do what about learning. What is public everybody reads without signing in. */
// biome-ignore format: a table is read by its columns
export const learningPolicy: Record<LearningRight, readonly Role[]> = {
  "see learning":            ["lead", "contributor", "sponsor", "certifier", "governance", "coach", "evaluator", "coordinator", "adviser", "reader", "chair", "decision-maker", "finance"],
  "share learning":          ["lead", "contributor", "coach", "coordinator", "evaluator"],
  "share good news":         ["lead", "contributor"],
  "see listed people":       ["lead", "contributor", "sponsor", "certifier", "governance", "coach", "coordinator"],
  "list oneself":            ["lead", "contributor"],
  "be told of community sessions": ["lead", "contributor", "sponsor", "certifier", "governance", "coach", "coordinator"],
  "approve learning":        ["coordinator"],
  "keep community sessions": ["coordinator"],
}

/** The site that something is about, and who coaches it: by the ids of people. */
export type Coached = { organisation: string; coaches: readonly string[] }

/** Whether a grant counts at this site: one of another organisation's never does, a coach's where they are assigned. */
const counts = (actor: Actor, { role, organisation }: Grant, at: Coached): boolean => {
  if (roles[role].at === "organisation") return organisation === at.organisation
  if (organisation !== undefined) return false
  return role !== "coach" || isAssigned(actor, at)
}

/** The one condition of these tables: a phase names this person as coach of the site. */
export const isAssigned = ({ id }: Pick<Actor, "id">, { coaches }: Pick<Coached, "coaches">) =>
  coaches.includes(id)

/** The grants by which somebody has a right at a site: one of its own before one of the programme. */
const grantsFor = (actor: Actor, right: CoachingRight, at: Coached): Grant[] =>
  actor.grants
    .filter((one) => coachingPolicy[right][one.role] !== undefined && counts(actor, one, at))
    .sort((a, b) => Number(a.organisation === undefined) - Number(b.organisation === undefined))

export const coachingGrantFor = (actor: Actor, right: CoachingRight, at: Coached): Grant | undefined =>
  grantsFor(actor, right, at)[0]

export const mayCoach = (actor: Actor, right: CoachingRight, at: Coached) =>
  coachingGrantFor(actor, right, at) !== undefined

/** The widest view somebody has of the coaching of a site, or of what is to be done there; or none. */
export const coachingViewOf = (
  actor: Actor,
  at: Coached,
  right: "see coaching" | "see actions" = "see coaching",
): CoachingView | undefined => {
  const seen = grantsFor(actor, right, at).map(({ role }) => coachingPolicy[right][role])
  return coachingViews.find((view) => seen.includes(view))
}

const programmeGrants = ({ grants }: Actor) => grants.filter(({ organisation }) => organisation === undefined)

export const mayInSupport = (actor: Actor, right: SupportRight) =>
  programmeGrants(actor).some(({ role }) => supportPolicy[right].includes(role))

/** The grant by which somebody has a right about learning: wherever they hold one of its roles. */
export const learningGrantFor = (actor: Actor, right: LearningRight): Grant | undefined =>
  actor.grants.find(({ role }) => learningPolicy[right].includes(role))

export const mayLearn = (actor: Actor, right: LearningRight) => learningGrantFor(actor, right) !== undefined
