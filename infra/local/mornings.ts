import { existsSync, readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { atLondon, londonDate } from "../../shared/values/london.ts"
import type { Log } from "../../shared/web/world.ts"
import { replaceFile } from "./replace-file.ts"

type Mornings = {
  now: () => Date
  morning: () => Promise<unknown>
  /** The day whose morning was the last, kept over restarts. */
  file: string
  log: Log
  every?: number
}

/**
 * Eight in the morning in London, as the scheduler keeps it on AWS, by the clock of this machine's programme: one
 * morning a day. Where the clock is put forward over many days they come to the one that it is then.
 */
export const keepMornings = ({ now, morning, file, log, every = 500 }: Mornings) => {
  const stopping = new AbortController()
  let last = existsSync(file) ? readFileSync(file, "utf8") : ""

  const isTime = () => {
    const at = now()
    const day = londonDate(at)
    return day > last && at.getTime() >= atLondon(day, "08:00").getTime()
  }
  const keep = async () => {
    while (!stopping.signal.aborted) {
      if (isTime()) await run()
      await sleep(every, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const run = async () => {
    const day = londonDate(now())
    try {
      await morning()
      last = day
      replaceFile(file, day)
    } catch (error) {
      log.error("The calendar's morning failed, and is tried again", { error: String(error) })
    }
  }
  const keeping = keep()
  return {
    stop: async () => {
      stopping.abort()
      await keeping
    },
  }
}
