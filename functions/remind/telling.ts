import type { RoundToldOn } from "../../shared/store/directory.ts"
import { putLetters } from "../../shared/store/telling.ts"
import type { CalendarWorld } from "./run.ts"

/** As many letters of one round as a morning puts. */
const atMost = 1_000

/** Rounds that were told and whose letters did not all go: the pages are open, and the letters follow. */
export const finishTelling = async (
  { table, settings: { programme }, now, log }: CalendarWorld,
  told: RoundToldOn[],
) => {
  for (const { round } of told.filter(({ lettered }) => !lettered))
    try {
      const { put, of } = await putLetters(table, { programme, round, at: now(), limit: atMost })
      if (put < of) log.error("the letters of a round are not all put", { round, put, of })
    } catch (error) {
      log.error("the letters of a round were not put", { round, because: String(error) })
    }
}
