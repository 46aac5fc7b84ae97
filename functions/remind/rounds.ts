import { type ListedRound, standingOf } from "../../shared/domain/calendar/round.ts"
import { changesIn } from "../../shared/store/changes.ts"
import { directoryIn, type RoundToldOn } from "../../shared/store/directory.ts"
import { followRound } from "../../shared/store/following.ts"
import { noticesIn } from "../../shared/store/notices.ts"
import { addDays, atLondon, londonDate, type PlainDate } from "../../shared/values/london.ts"
import type { CalendarWorld } from "./run.ts"

/** The tries a note is given while somebody changes the round. */
const tries = 5

/** Nobody's name stands for it: a round opens and closes by itself. */
const calendar = {
  actor: { id: "calendar", name: "The calendar" },
  grant: { id: "calendar", role: "calendar" },
}

/**
 * Rounds open and close by their instants; the log says so once for each, with the instant at which it was. Gives back
 * which of them were told.
 */
export const noteRounds = async (
  world: CalendarWorld,
  since: PlainDate | undefined,
): Promise<RoundToldOn[]> => {
  const { table, settings } = world
  const now = world.now()
  const from = atLondon(since ?? addDays(londonDate(now), -1), "00:00").getTime()
  const { rounds, told } = await directoryIn(table).roundsAndTold(settings.programme)
  for (const round of rounds.filter((one) => standingOf(one, now) === "open"))
    await followRound(table, round, now)
  for (const round of rounds)
    for (const [what, instant] of momentsIn(round)) {
      const at = new Date(instant)
      if (from <= at.getTime() && at.getTime() <= now.getTime()) await note(world, round, what, at)
    }
  return told
}

const momentsIn = ({ opens, closes }: ListedRound) => [
  ["opened", opens] as const,
  ["closed", closes] as const,
]

const note = async (
  { table, settings }: CalendarWorld,
  round: ListedRound,
  what: "opened" | "closed",
  at: Date,
) => {
  const notices = noticesIn(table, settings.programme)
  const noted = `${round.id}#${what}#${at.toISOString()}`
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (await notices.isNoted(noted)) return
    const lines = await changesIn(table).next({ record: `round-${round.id}`, move: what, by: calendar, at })
    if ((await notices.note(noted, lines)).written) return
  }
}
