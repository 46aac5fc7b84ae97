import { isAnnounced } from "../../shared/domain/calendar/phase.ts"
import { type Round, standingOf } from "../../shared/domain/calendar/round.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import type { World } from "../../shared/web/world.ts"

export type TakingPart = { phase: string; announced: string; sites: { name: string; award?: number }[] }

/** Who takes part in the phase of a round, with what is published: nothing before the minute of the announcement. */
export const takingPart = async (
  { table, settings, now }: World,
  round: Pick<Round, "phase" | "opens" | "closes">,
): Promise<TakingPart | undefined> => {
  if (standingOf(round, now()) !== "closed") return undefined
  const phase = await calendarIn(table, settings.programme).phase(round.phase)
  if (!phase?.announced || !isAnnounced(phase, now())) return undefined
  return {
    phase: phase.title,
    announced: phase.announced,
    sites: phase.sites.map(({ name, award }) => ({ name, ...(award !== undefined && { award }) })),
  }
}
