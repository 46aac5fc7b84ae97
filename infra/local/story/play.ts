import { addDays, atLondon, londonDate } from "../../../shared/values/london.ts"
import type { Kept, Move } from "./acts.ts"
import { beginning } from "./scenes.ts"
import type { Stage } from "./stage.ts"
import { story } from "./story.ts"

export type Directing = {
  /** What is done at eight in the morning; the calendar's own morning, unless something is tried. */
  morning?: (day: string) => Promise<unknown>
  /** Called at the end of each day. */
  evening?: (day: string) => Promise<void>
}

/** Plays the story day by day: the calendar's morning, then what people do, each at its time; letters go out after each. */
export const playOn = (stage: Stage, { morning = stage.morning, evening }: Directing = {}) => {
  const kept: Kept = new Map()
  const left = story()
  let day = londonDate(beginning)
  let isUp = false

  const wakes = async () => {
    stage.at(atLondon(day, "08:00"))
    await morning(day)
    await stage.deliver()
    isUp = true
  }
  const acts = async (move: Move) => {
    stage.at(move.at)
    const given = await move.does(await stage.as(move.who), kept)
    if (move.keeps && given) kept.set(move.keeps, given)
    await stage.deliver()
  }
  const sleeps = async () => {
    await evening?.(day)
    day = addDays(day, 1)
    isUp = false
  }

  return {
    /** Goes on as far as this instant. */
    until: async (instant: Date) => {
      for (;;) {
        if (!isUp && atLondon(day, "08:00") <= instant) await wakes()
        for (let [next] = left; next && next.at <= instant && londonDate(next.at) === day; [next] = left) {
          left.shift()
          await acts(next)
        }
        if (atLondon(addDays(day, 1), "00:00") > instant) break
        await sleeps()
      }
      stage.at(instant)
    },
  }
}
