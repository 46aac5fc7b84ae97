import type { Round } from "../../../shared/domain/calendar/round.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import {
  type SelectionRight,
  selectionGrantFor,
  selectionPolicy,
} from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { type Changing, changesIn } from "../../../shared/store/changes.ts"
import { type C, type Desk, deskHere } from "../../../shared/web/panel/here.ts"
import { calendarHere, recordOf } from "../../../shared/web/programme/spread.ts"

/** Who may, for whoever may not. */
export const saysOf = (right: SelectionRight) =>
  `This is for the ${selectionPolicy[right].map((role) => roles[role].words).join(" or the ")}.`

export type OnPhase = Desk & { phase: WithSites }

/** The panel of the round with the phase that its sites belong to. */
export const phaseDesk = async (c: C): Promise<OnPhase> => {
  const desk = await deskHere(c)
  return { ...desk, phase: await phaseOf(c, desk.round) }
}

export const phaseOf = async (c: C, round: Pick<Round, "phase">): Promise<WithSites> => {
  const phase = await calendarHere(c).phase(round.phase)
  if (!phase)
    throw new Refused("not possible now", {
      says: `There is no phase ${round.phase} yet. A programme coordinator prepares it.`,
    })
  return phase
}

/** Nothing is announced, and nobody becomes a site, before the applicants were told. */
export const afterTold = ({ whole }: Desk) => {
  if (!whole.panel?.told)
    throw new Refused("not possible now", { says: "Nobody has been told yet. Tell the applicants first." })
}

/** The line of the same change in the history of the phase, by somebody of the panel. */
export const phaseLine = (
  c: C,
  { right, phase, move, note }: { right: SelectionRight; phase: string; move: string; note: string },
) => {
  const { actor, world } = c.var
  const grant = selectionGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says: saysOf(right) })
  const line: Changing = {
    record: recordOf(phase),
    move,
    note,
    by: { actor, grant },
    at: world.now(),
    salt: Buffer.from(world.random(12)).toString("base64url"),
  }
  return changesIn(world.table).next(line)
}
