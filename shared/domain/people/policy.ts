import type { Move } from "../../form/workflow.ts"
import type { KindId } from "../../kinds/index.ts"
import { type Actor, grantFor, programmeGrantFor, rolesAt } from "./actor.ts"
import type { Grant } from "./grant.ts"
import { type Role, roles } from "./role.ts"

/** How much of a record somebody sees. A closed set; each is one function over what is shown. */
export const views = ["whole", "money"] as const
export type View = (typeof views)[number]

export type Right = "read" | "start" | Move
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

export type SiteRight =
  | "see calendar"
  | "report nothing"
  | "ask for more time"
  | "answer cover"
  | "close actions"

type Row = Partial<Record<Role, View>>

/**
 * Who may do what, to which kind of record. These tables are the whole of it: nothing else in the code
 * asks after a role. What is not written here is not allowed. A grant is over one organisation, so a row
 * says nothing of anybody else's.
 */
// biome-ignore format: a table is read by its columns
export const policy: Record<KindId, Record<Right, Row>> = {
  "expression-of-interest": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole", certifier: "money", governance: "whole" },
    start:            { lead: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", sponsor: "whole", certifier: "money", governance: "whole" },
    decline:          { sponsor: "whole", certifier: "money", governance: "whole" },
    send:             { lead: "whole", sponsor: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole", sponsor: "whole" },
    "ask to be late": { lead: "whole", sponsor: "whole" },
  },
  "continuing-site": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", sponsor: "whole" },
    decline:          { sponsor: "whole" },
    send:             { lead: "whole", sponsor: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
  "spending-update": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole", certifier: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", contributor: "whole" },
    decline:          { lead: "whole" },
    send:             { lead: "whole", contributor: "whole" },
    change:           { lead: "whole", contributor: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
  "statement-of-grant-usage": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole", certifier: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole", certifier: "whole" },
    decline:          { certifier: "whole" },
    send:             { lead: "whole", certifier: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
  "follow-up": {
    read:             { lead: "whole", contributor: "whole", sponsor: "whole" },
    start:            { lead: "whole", contributor: "whole" },
    save:             { lead: "whole", contributor: "whole" },
    sign:             { lead: "whole" },
    decline:          { lead: "whole" },
    send:             { lead: "whole" },
    change:           { lead: "whole" },
    withdraw:         { lead: "whole" },
    "ask to be late": {},
  },
}

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
  "close actions":     ["lead", "contributor"],
}

/** The widest view somebody has under a right, or none. */
export const viewOf = (
  actor: Actor,
  right: Right,
  about: { kind: KindId; organisation: string },
): View | undefined => {
  const held = rolesAt(actor, about.organisation).map((one) => policy[about.kind][right][one])
  return views.find((view) => held.includes(view))
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
export const rolesWith = (right: Right, kind: KindId): Role[] => Object.keys(policy[kind][right]) as Role[]

/** Whether somebody may enter an organisation's pages at all. */
export const mayEnter = (actor: Actor, organisation: string) => rolesAt(actor, organisation).length > 0
