import { type Actor, programmeGrantFor } from "./actor.ts"
import type { Grant } from "./grant.ts"
import type { Role } from "./role.ts"

export type SelectionRight =
  | "see arrivals"
  | "decide lateness"
  | "open the round"
  | "check who can apply"
  | "declare links"
  | "lift links"
  | "assign"
  | "read expressions"
  | "score"
  | "give a view"
  | "compare"
  | "moderate"
  | "note"
  | "ask applicants"
  | "write feedback"
  | "decide"
  | "tell"
  | "announce"
  | "take into the phase"
  | "export the round"

/**
 * Who may do what in the selection panel. A right says nothing of one expression of interest: whoever has a link with
 * it finds nothing of it, whatever their role, and nobody sees more than a name before they have said.
 */
// biome-ignore format: a table is read by its columns
export const selectionPolicy: Record<SelectionRight, readonly Role[]> = {
  "see arrivals":        ["coordinator", "chair", "reader", "adviser", "decision-maker"],
  "decide lateness":     ["chair"],
  "open the round":      ["chair"],
  "check who can apply": ["coordinator", "chair"],
  "declare links":       ["coordinator", "chair", "reader", "adviser", "decision-maker"],
  "lift links":          ["chair", "decision-maker"],
  assign:                ["chair"],
  "read expressions":    ["chair", "reader", "decision-maker"],
  score:                 ["chair", "reader"],
  "give a view":         ["adviser"],
  compare:               ["chair", "reader", "decision-maker"],
  moderate:              ["chair"],
  note:                  ["chair", "reader", "decision-maker"],
  "ask applicants":      ["chair", "reader"],
  "write feedback":      ["chair", "reader"],
  decide:                ["decision-maker"],
  tell:                  ["chair", "decision-maker"],
  announce:              ["decision-maker"],
  "take into the phase": ["chair", "decision-maker"],
  "export the round":    ["chair", "decision-maker"],
}

/** The grant by which somebody has a right in the selection panel. */
export const selectionGrantFor = (actor: Actor, right: SelectionRight): Grant | undefined =>
  programmeGrantFor(actor, selectionPolicy[right])

export const mayInSelection = (actor: Actor, right: SelectionRight) =>
  selectionGrantFor(actor, right) !== undefined

/** Whether somebody may enter the pages of the selection panel at all. */
export const mayEnterSelection = (actor: Actor) => mayInSelection(actor, "see arrivals")
