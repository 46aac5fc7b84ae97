import type { Actor } from "../people/actor.ts"
import { rolesAt } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import type { Reading } from "./reading.ts"

/** Who coached which organisation, in any phase: they never read what it sends. */
export type Coached = { organisation: string; person: string }[]

export const coachedIn = (
  phases: { sites: { organisation: string; coach?: { person: string } }[] }[],
): Coached =>
  phases.flatMap(({ sites }) =>
    sites.flatMap(({ organisation, coach }) => (coach ? [{ organisation, person: coach.person }] : [])),
  )

/** Where somebody stands to one expression of interest: barred by a link, asked whether there is one, or free of any. */
export type Standing = "linked" | "not said" | "free"

type Anyone = Pick<Actor, "id" | "grants">

/** Why the service itself bars somebody, whatever they say. */
export const barredBy = (
  actor: Anyone,
  { organisation }: Pick<Reading, "organisation">,
  coached: Coached,
): string | undefined => {
  if (rolesAt(actor as Actor, organisation).length > 0) return "They belong to the organisation."
  if (coached.some((one) => one.organisation === organisation && one.person === actor.id))
    return "They coached the organisation."
  return undefined
}

export const standingTo = (
  actor: Anyone,
  one: Pick<Reading, "organisation" | "said">,
  coached: Coached,
): Standing => {
  if (barredBy(actor, one, coached)) return "linked"
  const said = one.said.find(({ person }) => person === actor.id)
  if (!said) return "not said"
  return said.link === "none" ? "free" : "linked"
}

/** Whether somebody's own sheet is still to be sent. */
export const owesSheet = (actor: Pick<Actor, "id">, { readers }: Pick<Reading, "readers">) =>
  readers.some(({ person, sent }) => person === actor.id && !sent)

/**
 * Whether somebody may see what others scored: nobody who still owes a sheet of this round sees any score but their
 * own. A reader sees those of the expressions of interest they read, a chair and a decision-maker of all.
 */
export const mayCompare = (actor: Actor, one: Reading, readings: Pick<Reading, "readers">[]): boolean => {
  if (!mayInSelection(actor, "compare") || readings.some((each) => owesSheet(actor, each))) return false
  if (mayInSelection(actor, "moderate") || mayInSelection(actor, "decide")) return true
  return one.readers.some(({ person, sent }) => person === actor.id && sent)
}
