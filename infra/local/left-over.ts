import { existsSync, readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import type { DataFolder } from "./data-folder.ts"
import type { Engine } from "./engine.ts"
import { commandOf } from "./processes.ts"
import { replaceFile } from "./replace-file.ts"

const schema = z.object({ pid: z.int(), engine: z.int().optional(), endpoint: z.string().optional() })

/** Who holds the data, and where they are reached. Read again only when somebody else wants to. */
export const noteRunning = (
  { running }: DataFolder,
  { pid: engine, endpoint }: Partial<Pick<Engine, "pid" | "endpoint">>,
) => replaceFile(running, JSON.stringify({ pid: process.pid, engine, endpoint }))

/** Where the data are reached while a local run is using them; nothing where none is. */
export const engineOf = ({ running }: DataFolder): string | undefined => {
  const { pid, endpoint } = existsSync(running) ? noted(running) : {}
  return pid !== undefined && isLocalRun(commandOf(pid)) ? endpoint : undefined
}

/** Ends an engine that outlived its run, and refuses while another run is using the data. */
export const clearTheWay = async ({ running, table }: DataFolder) => {
  const { pid, engine } = existsSync(running) ? noted(running) : {}
  const isRun = () => pid !== undefined && pid !== process.pid && isLocalRun(commandOf(pid))
  if (!(await within(1500, () => !isRun())))
    throw new Error(`Another local run (process ${pid}) is using these data. Stop it, or set DATA_DIR.`)
  if (engine === undefined || !commandOf(engine).includes(table)) return
  process.kill(engine, "SIGKILL")
  await within(2000, () => !commandOf(engine).includes(table))
}

const noted = (file: string): Partial<z.infer<typeof schema>> => {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return {}
  }
}

const isLocalRun = (command: string) => /infra[\\/]local[\\/]/.test(command)

const within = async (milliseconds: number, holds: () => boolean) => {
  for (const began = performance.now(); performance.now() - began < milliseconds; await pause(20))
    if (holds()) return true
  return holds()
}
