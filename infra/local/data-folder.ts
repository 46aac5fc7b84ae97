import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { replaceFile } from "./replace-file.ts"

/** Where a local run keeps everything. Clearing removes what is ours and leaves any other file alone. */
export const dataFolder = (path: string) => {
  const folder = resolve(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const named = (name: string) => join(folder, name)
  const files = {
    table: named("table.db"),
    clock: named("clock.json"),
    mornings: named("mornings.json"),
    outbox: named("outbox.jsonl"),
    checkpoints: named("stream.json"),
    deadLetters: named("dead-letters.jsonl"),
    linkKey: named("link-key"),
    log: named("log.jsonl"),
    seeded: named("seeded"),
  }
  return {
    ...files,
    running: named("running.json"),
    /** What lies in the store of files. */
    files: named("files"),
    isSeeded: () => existsSync(files.seeded),
    markSeeded: () => replaceFile(files.seeded, "The demonstration is in the table.\n"),
    clear: () => {
      const all = [files.seeded, ...Object.values(files), `${files.table}-wal`, `${files.table}-shm`]
      for (const file of all) rmSync(file, { force: true })
      rmSync(named("files"), { recursive: true, force: true })
    },
    /** Made once; links that were sent stay good over restarts. */
    readLinkKey: () => {
      if (!existsSync(files.linkKey)) replaceFile(files.linkKey, randomBytes(32).toString("base64url"))
      return readFileSync(files.linkKey, "utf8")
    },
  }
}

export type DataFolder = ReturnType<typeof dataFolder>
