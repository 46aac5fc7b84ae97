import type { KindId } from "../../kinds/index.ts"
import { type Actor, grantFor, programmeGrantFor, programmeRolesOf, rolesAt } from "./actor.ts"
import type { Grant } from "./grant.ts"
import { type Role, roles } from "./role.ts"
import { policy, type Right, type View, views } from "./submission-policy.ts"

export type PeopleRight = "see people" | "invite" | "invite from anywhere" | "change dates" | "end access"
export type ProgrammeRight =
  | "see questions"
  | "publish answers"
  | "see programme"
  | "write to sponsors"
  | "plan"
  | "grant time"
  | "see organisations"
  | "change organisations"

export type SiteRight = "see calendar" | "report nothing" | "ask for more time" | "answer cover"

/**
 * Who may do what about the people of an organisation, or of the programme itself. A role of the programme has its
 * rights over the people of every organisation, and by them over nothing that an organisation writes.
 */
// biome-ignore format: a table is read by its columns
export const peoplePolicy: Record<PeopleRight, readonly Role[]> = {
  "see people":           ["lead", "contributor", "sponsor", "certifier", "governance", "coordinator", "administrator"],
  invite:                 ["lead", "sponsor", "coordinator", "administrator"],
  "invite from anywhere": ["coordinator", "administrator"],
  "change dates":         ["lead", "coordinator", "administrator"],
  "end access":           ["lead", "coordinator", "administrator"],
}

/** Roles that only some may give, change and end, whatever they may do about others. */
export const reserved: Partial<Record<Role, readonly Role[]>> = { administrator: ["administrator"] }

/** What a role in the programme itself may do, across its rounds. */
// biome-ignore format: a table is read by its columns
export const programmePolicy: Record<ProgrammeRight, readonly Role[]> = {
  "see questions":        ["coordinator", "chair"],
  "publish answers":      ["coordinator"],
  "see programme":        ["coordinator", "chair", "coach", "evaluator", "reader", "decision-maker", "finance"],
  "write to sponsors":    ["coordinator"],
  plan:                   ["coordinator"],
  "grant time":           ["coordinator"],
  "see organisations":    ["coordinator", "chair", "coach", "evaluator", "reader", "decision-maker", "finance", "administrator"],
  "change organisations": ["coordinator", "administrator"],
}

/** Who may do what about what their own site is expected to send. */
// biome-ignore format: a table is read by its columns
export const sitePolicy: Record<SiteRight, readonly Role[]> = {
  "see calendar":      ["lead", "contributor", "sponsor", "certifier", "governance"],
  "report nothing":    ["lead"],
  "ask for more time": ["lead", "contributor"],
  "answer cover":      ["certifier"],
}

/** The widest view somebody has under a right, or none. */
export const viewOf = (
  actor: Actor,
  right: Right,
  about: { kind: KindId; organisation: string },
): View | undefined => {
  const held = [...rolesAt(actor, about.organisation), ...programmeRolesOf(actor)]
  const seen = held.map((one) => policy[about.kind][right]?.[one])
  return views.find((view) => seen.includes(view))
}

export const may = (actor: Actor, right: Right, about: { kind: KindId; organisation: string }) =>
  viewOf(actor, right, about) !== undefined

/**
 * The grant by which somebody has a right over the people of a place, or over one role of theirs: one of the place
 * itself comes before one of the programme.
 */
export const peopleGrantFor = (
  actor: Actor,
  right: PeopleRight,
  place: string,
  over?: Role,
): Grant | undefined => {
  const among = over === undefined ? undefined : reserved[over]
  const allowed = peoplePolicy[right].filter((one) => among === undefined || among.includes(one))
  const at = (where: "organisation" | "programme") => allowed.filter((one) => roles[one].at === where)
  return grantFor(actor, place, at("organisation")) ?? programmeGrantFor(actor, at("programme"))
}

export const mayWithPeople = (actor: Actor, right: PeopleRight, place: string, over?: Role) =>
  peopleGrantFor(actor, right, place, over) !== undefined

/** The grant by which somebody has a right over the calendar of a site. */
export const siteGrantFor = (actor: Actor, right: SiteRight, organisation: string): Grant | undefined =>
  grantFor(actor, organisation, sitePolicy[right])

export const mayAtSite = (actor: Actor, right: SiteRight, organisation: string) =>
  siteGrantFor(actor, right, organisation) !== undefined

export const mayInProgramme = (actor: Actor, right: ProgrammeRight) =>
  programmeGrantFor(actor, programmePolicy[right]) !== undefined

/** Whether somebody may enter the programme's pages at all. */
export const mayEnterProgramme = (actor: Actor) =>
  programmeGrantFor(actor, Object.values(programmePolicy).flat()) !== undefined

/** Which roles carry a right: for the grant named on an event. */
export const rolesWith = (right: Right, kind: KindId): Role[] =>
  Object.keys(policy[kind][right] ?? {}) as Role[]

/** The grant by which somebody makes a move: one of the organisation's own before one of the programme. */
export const moveGrantFor = (
  actor: Actor,
  right: Right,
  { kind, organisation }: { kind: KindId; organisation: string },
): Grant | undefined => {
  const allowed = rolesWith(right, kind)
  return grantFor(actor, organisation, allowed) ?? programmeGrantFor(actor, allowed)
}

/** Whether somebody may enter an organisation's pages at all. */
export const mayEnter = (actor: Actor, organisation: string) => rolesAt(actor, organisation).length > 0
