import type { Changing } from "../../domain/calendar/line.ts"
import type { Phase } from "../../domain/calendar/phase.ts"
import { programmeGrantFor } from "../../domain/people/actor.ts"
import { programmePolicy } from "../../domain/people/policy.ts"
import { Refused } from "../../domain/refused.ts"
import { calendarIn } from "../../store/calendar.ts"
import { spreadPhase } from "../../store/spreading.ts"
import type { C } from "./here.ts"

/** As many sites as are brought up to date while somebody waits: the daily run does the rest. */
const atOnce = 30

export const calendarHere = ({ var: { world } }: C) => calendarIn(world.table, world.settings.programme)

/** The record that a phase's history is kept under. */
export const recordOf = (phase: string) => `phase-${phase}`

/** Who changes something, with the grant they do it by, for the history of a return. */
export const byHere = ({ var: { actor } }: C): Changing["by"] | undefined => {
  const grant = programmeGrantFor(actor, programmePolicy.plan)
  return grant && { person: actor.id, name: actor.name, role: grant.role, grant: grant.id }
}

/** Brings its sites to what it asks now. What cannot be done at once is left to the daily run, and never lost. */
export const spreadHere = async (c: C, phase: Pick<Phase, "id">, because?: string): Promise<boolean> => {
  const { world } = c.var
  const told = { by: byHere(c), because, at: world.now() }
  try {
    const asked = { phase: phase.id, limit: atOnce, ...told }
    return await spreadPhase(world.table, world.settings.programme, asked)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    world.log.error("a phase is not spread yet", { phase: phase.id })
    return false
  }
}
