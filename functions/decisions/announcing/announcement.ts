import { answered } from "../../../shared/domain/answered.ts"
import { isSpread, type Phase } from "../../../shared/domain/calendar/phase.ts"
import {
  announceForm,
  type Facts,
  factsOf,
  mayBeMinute,
  minuteFrom,
  stillMovable,
} from "../../../shared/domain/selection/announcement.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { putPhase, type WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { dayMomentWords } from "../../../shared/values/london.ts"
import { type C, changing, only } from "../../../shared/web/panel/here.ts"
import type { World } from "../../../shared/web/world.ts"
import { afterTold, phaseDesk, phaseLine, saysOf } from "./desk.ts"

/**
 * The facts of a phase as they stand now: from what is in the programme's calendar and what its sites promised, and
 * from nothing of the panel, so that they are the same whoever asks.
 */
export const factsNow = async (world: World, phase: WithSites): Promise<Facts> => {
  const directory = directoryIn(world.table)
  const [programme, organisations, promised] = await Promise.all([
    directory.programme(world.settings.programme),
    directory.organisations(),
    Promise.all(phase.sites.map((one) => actionsIn(world.table, one.organisation).promised(phase.id))),
  ])
  return factsOf({
    programme,
    phase,
    promised: promised.filter((one) => one !== undefined),
    regions: new Map(organisations.map(({ id, region }) => [id, region])),
    now: world.now(),
  })
}

/** What stands between the round and its announcement: for the one who announces. */
export const announcementHere = async (c: C) => {
  only(c, "announce", saysOf("announce"))
  const desk = await phaseDesk(c)
  return { ...desk, told: desk.whole.panel?.told, facts: await factsNow(c.var.world, desk.phase) }
}
export type OnAnnouncement = Awaited<ReturnType<typeof announcementHere>>

export type Announced = { round: string; phase: string; announced: string }

/**
 * Sets the minute from which public pages name the sites. What is expected of them does not change by it: a phase
 * that was spread stays so.
 */
export const setMinute = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Announced> => {
  only(c, "announce", saysOf("announce"))
  const { world } = c.var
  const minute = minuteFrom(answered(announceForm, given, world.now()), world.now())
  const note = `At ${dayMomentWords(minute)}`
  const right = "announce"
  return changing<Announced>(
    c,
    { right, says: saysOf(right), move: "set the minute", note, key },
    async () => {
      const desk = await phaseDesk(c)
      afterTold(desk)
      const { sites: _, ...before } = desk.phase
      stillMovable(before, world.now())
      mayBeMinute(minute, world.now())
      const announced = minute.toISOString()
      return {
        actions: [
          putPhase(world.settings.programme, announcedAt(before, announced), before),
          ...(await phaseLine(c, { right, phase: before.id, move: "set announcement", note })),
        ],
        result: { round: desk.round.id, phase: before.id, announced },
      }
    },
  )
}

const announcedAt = (before: Phase, announced: string): Phase => ({
  ...before,
  announced,
  ...(isSpread(before) && { spread: before.revision + 1 }),
})
