import { existsSync, readFileSync } from "node:fs"
import { atLondon } from "../../shared/values/london.ts"
import { replaceFile } from "./replace-file.ts"

export type Clock = {
  now: () => Date
  /** Forward only: false where it is earlier than now, and nothing is changed. */
  set: (to: Date) => boolean
  stop: () => void
}

const second = 1000
const ahead = 2 * second
const begins = atLondon("2017-08-14", "09:00").getTime()

/**
 * Programme time on one machine. It never goes back, however the process before it ended: no time is shown
 * that is further ahead of what the file holds than the jump at the next start.
 */
export const startClock = (file: string): Clock => {
  let from = existsSync(file) ? kept(file) + ahead : begins
  let since = performance.now()
  let written = Number.NEGATIVE_INFINITY

  const keep = (at: number) => {
    replaceFile(file, JSON.stringify({ now: new Date(at).toISOString() }))
    written = at
    return at
  }
  const read = () => {
    const at = Math.floor(from + performance.now() - since)
    return at - written < ahead ? at : keep(at)
  }
  const timer = setInterval(() => keep(read()), second)
  keep(from)

  return {
    now: () => new Date(read()),
    set: (to) => {
      if (to.getTime() < read()) return false
      from = keep(to.getTime())
      since = performance.now()
      return true
    },
    stop: () => {
      clearInterval(timer)
      keep(read())
    },
  }
}

/** What the clock of a local run shows, or showed when it ended. */
export const readClock = (file: string): Date => new Date(existsSync(file) ? kept(file) : begins)

const kept = (file: string) => {
  const at = Date.parse(JSON.parse(readFileSync(file, "utf8")).now)
  if (Number.isNaN(at)) throw new Error(`${file} holds no time. Start with --fresh to begin again.`)
  return at
}
