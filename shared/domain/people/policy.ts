import type { Move } from "../../form/workflow.ts"
import type { KindId } from "../../kinds/index.ts"
import { type Actor, programmeGrantFor, rolesAt } from "./actor.ts"
import type { Role } from "./role.ts"

/** How much of a record somebody sees. A closed set; each is one function over what is shown. */
export const views = ["whole", "money"] as const
export type View = (typeof views)[number]

export type Right = "read" | "start" | Move
export type PeopleRight = "see people" | "invite" | "end access"
export type ProgrammeRight = "see questions" | "publish answers"

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
}

// biome-ignore format: a table is read by its columns
export const peoplePolicy: Record<PeopleRight, readonly Role[]> = {
  "see people": ["lead", "contributor", "sponsor", "certifier", "governance"],
  invite:       ["lead", "sponsor"],
  "end access": ["lead"],
}

/** What a role in the programme itself may do, across its rounds. */
// biome-ignore format: a table is read by its columns
export const programmePolicy: Record<ProgrammeRight, readonly Role[]> = {
  "see questions":   ["coordinator", "chair"],
  "publish answers": ["coordinator"],
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

export const mayWithPeople = (actor: Actor, right: PeopleRight, organisation: string) =>
  rolesAt(actor, organisation).some((one) => peoplePolicy[right].includes(one))

export const mayInProgramme = (actor: Actor, right: ProgrammeRight) =>
  programmeGrantFor(actor, programmePolicy[right]) !== undefined

/** Whether somebody may enter the programme's pages at all. */
export const mayEnterProgramme = (actor: Actor) =>
  programmeGrantFor(actor, Object.values(programmePolicy).flat()) !== undefined

/** Which roles carry a right: for the grant named on an event. */
export const rolesWith = (right: Right, kind: KindId): Role[] => Object.keys(policy[kind][right]) as Role[]

/** Whether somebody may enter an organisation's pages at all. */
export const mayEnter = (actor: Actor, organisation: string) => rolesAt(actor, organisation).length > 0
