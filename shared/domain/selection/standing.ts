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
 * Those of a round whose sheet somebody has still to send. What the service itself has barred them from since is none:
 * they could never send it.
 */
export const owedBy = <One extends Pick<Reading, "organisation" | "readers">>(
  actor: Anyone,
  { readings, coached }: { readings: One[]; coached: Coached },
): One[] => readings.filter((each) => owesSheet(actor, each) && !barredBy(actor, each, coached))

/**
 * Whether somebody may see what others scored: nobody who still owes a sheet of this round sees any score but their
 * own. A reader sees those of the expressions of interest they read, a chair and a decision-maker of all.
 */
export const mayCompare = (actor: Actor, one: Reading, owes: boolean): boolean => {
  if (!mayInSelection(actor, "compare") || owes) return false
  if (mayInSelection(actor, "moderate") || mayInSelection(actor, "decide")) return true
  return one.readers.some(({ person, sent }) => person === actor.id && sent)
}

/**
 * Whether one stands for somebody who still owes a sheet of the round, from when its own sheets are sent: what they
 * could still change of it would tell them whether it is decided.
 */
export const standsUntilSent = (
  actor: Actor,
  { readers, compared }: Pick<Reading, "readers" | "compared">,
  sees: { compared?: unknown },
): boolean =>
  mayInSelection(actor, "compare") &&
  !sees.compared &&
  (compared || (readers.length > 0 && readers.every(({ sent }) => sent)))

export const untilSentWords =
  "Its sheets are sent. You can change this once you have sent all of your own of this round."
