import type { Actor } from "./actor.ts"
import { type Coached, isAssigned } from "./coaching-policy.ts"
import type { Grant } from "./grant.ts"
import { type Role, roles } from "./role.ts"

/**
 * How the figures of one site are seen. `true` are counts as they are; `released` is what was released of them, in
 * which small numbers are hidden: the same table for everybody else, stored once.
 */
export const evaluationViews = ["true", "released"] as const
export type EvaluationView = (typeof evaluationViews)[number]

/** What is done about the evaluation of one site. */
export type EvaluationRight =
  | "see evaluation"
  | "write evaluation plan"
  | "comment on evaluation plan"
  | "agree evaluation plan"
  | "agree evaluation plan for the site"
  | "agree evaluation plan for the evaluator"
  | "review evaluation return"
  | "fill in tally"
  | "release figure"
  | "take one page"
  | "write one page"
  | "see stories"
  | "write story"
  | "check story"
  | "withdraw story"

/** What is done across sites. */
export type FindingsRight =
  | "see findings"
  | "see every figure"
  | "read shared stories"
  | "collect answers"
  | "make release"
  | "estimate costs"
  | "write report"
  | "publish report"

type Row = Partial<Record<Role, EvaluationView>>

// biome-ignore format: a table is read by its columns
const team: Row = { lead: "true", contributor: "true" }
// biome-ignore format: a table is read by its columns
const site: Row = { ...team, sponsor: "true", governance: "true" }
// biome-ignore format: a table is read by its columns
const others: Row = { coordinator: "released", reader: "released", chair: "released", "decision-maker": "released", finance: "released" }

/**
 * Who may do what about the evaluation of a site. A role of an organisation has its rights over that one alone; a coach
 * has theirs over the sites that a phase names them for, and finds nothing of any other.
 */
// biome-ignore format: a table is read by its columns
export const evaluationPolicy: Record<EvaluationRight, Row> = {
  "see evaluation":                          { ...site, coach: "true", evaluator: "true", ...others },
  "write evaluation plan":                   { ...team, evaluator: "true" },
  "comment on evaluation plan":              { ...site, coach: "true", evaluator: "true" },
  "agree evaluation plan":                   { lead: "true", evaluator: "true" },
  "agree evaluation plan for the site":      { lead: "true" },
  "agree evaluation plan for the evaluator": { evaluator: "true" },
  "review evaluation return":                { evaluator: "true" },
  "fill in tally":                           { ...team },
  "release figure":                          { governance: "true" },
  "take one page":                           { ...site, coach: "true", evaluator: "true" },
  "write one page":                        { lead: "true" },
  "see stories":                             { ...site },
  "write story":                             { ...team },
  "check story":                             { governance: "true" },
  "withdraw story":                          { lead: "true", governance: "true" },
}

/** Who may do what across sites. */
// biome-ignore format: a table is read by its columns
export const findingsPolicy: Record<FindingsRight, readonly Role[]> = {
  "see findings":        ["evaluator", "coordinator", "coach", "reader", "chair", "decision-maker", "finance"],
  "see every figure":    ["evaluator"],
  "read shared stories": ["evaluator", "coordinator", "coach", "reader", "chair", "decision-maker"],
  "collect answers":     ["evaluator"],
  "make release":        ["evaluator"],
  "estimate costs":      ["evaluator"],
  "write report":        ["evaluator"],
  "publish report":      ["coordinator"],
}

/** Whether a grant counts at this site: one of another organisation's never does, a coach's where they are assigned. */
const counts = (actor: Actor, { role, organisation }: Grant, at: Coached): boolean => {
  if (roles[role].at === "organisation") return organisation === at.organisation
  if (organisation !== undefined) return false
  return role !== "coach" || isAssigned(actor, at)
}

/** The grants by which somebody has a right at a site: one of its own before one of the programme. */
const grantsFor = (actor: Actor, right: EvaluationRight, at: Coached): Grant[] =>
  actor.grants
    .filter((one) => evaluationPolicy[right][one.role] !== undefined && counts(actor, one, at))
    .sort((a, b) => Number(a.organisation === undefined) - Number(b.organisation === undefined))

export const evaluationGrantFor = (actor: Actor, right: EvaluationRight, at: Coached): Grant | undefined =>
  grantsFor(actor, right, at)[0]

export const mayEvaluate = (actor: Actor, right: EvaluationRight, at: Coached) =>
  evaluationGrantFor(actor, right, at) !== undefined

/** How somebody sees the figures of a site, or not at all. */
export const evaluationViewOf = (actor: Actor, at: Coached): EvaluationView | undefined => {
  const seen = grantsFor(actor, "see evaluation", at).map(
    ({ role }) => evaluationPolicy["see evaluation"][role],
  )
  return evaluationViews.find((view) => seen.includes(view))
}

/** The grant by which somebody has a right across sites: one of an organisation's is none. */
export const findingsGrantFor = (actor: Actor, right: FindingsRight): Grant | undefined =>
  actor.grants.find(
    ({ role, organisation }) => organisation === undefined && findingsPolicy[right].includes(role),
  )

export const mayFind = (actor: Actor, right: FindingsRight) => findingsGrantFor(actor, right) !== undefined
