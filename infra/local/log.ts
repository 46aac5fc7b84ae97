import { appendFileSync, writeFileSync } from "node:fs"
import type { Log } from "../../shared/web/world.ts"

/** What the functions log, into a file that each start empties; what goes wrong is said on the screen as well. */
export const logTo = (file: string): Log => {
  writeFileSync(file, "")
  const keep =
    (level: keyof Log) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      const line = JSON.stringify({ level, message, ...fields })
      appendFileSync(file, `${line}\n`)
      if (level === "error") console.error(line)
    }
  return { info: keep("info"), error: keep("error") }
}
