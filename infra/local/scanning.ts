import { setTimeout as sleep } from "node:timers/promises"
import type { Log } from "../../shared/web/world.ts"
import type { FileStore } from "./file-store.ts"
import { putEvent, scanEvent, verdictOn } from "./scan-event.ts"

type Scanning = {
  store: Pick<FileStore, "bytesOf" | "unseen">
  scan: (event: unknown) => Promise<void>
  now: () => Date
  log: Log
  /** How long a scan takes: so long that its page can be seen. */
  takes?: number
}

type Put = { key: string; version: string }

/** Looks at each file that is put into the store, and at what an earlier run left, as the scanner does on AWS. */
export const keepScanning = ({ store, scan, now, log, takes = 2000 }: Scanning) => {
  const stopping = new AbortController()
  const under = new Set<Promise<void>>()

  const look = async (one: Put) => {
    try {
      await scan(putEvent(one, now()))
      await sleep(takes, undefined, { signal: stopping.signal })
      await scan(scanEvent(one, verdictOn(store.bytesOf(one.key, one.version)), now()))
    } catch (error) {
      if (!stopping.signal.aborted)
        log.error("A file was not scanned, and is looked at in the next run", { error: String(error) })
    }
  }
  const came = (one: Put) => {
    const looking = look(one).finally(() => under.delete(looking))
    under.add(looking)
  }
  for (const one of store.unseen()) came(one)
  return {
    came,
    stop: async () => {
      stopping.abort()
      await Promise.all(under)
    },
  }
}
