import type { Directory } from "../../../shared/store/directory.ts"
import type { People } from "../../../shared/store/people.ts"
import type { Mail, World } from "../../../shared/web/world.ts"
import type { Clock } from "../clock.ts"
import type { FileStore } from "../file-store.ts"
import type { Outbox } from "../outbox.ts"

/** What the handles of a local run look at and move. */
export type Local = {
  world: World
  clock: Clock
  outbox: Outbox
  /** Tells `notify` that a letter came back. */
  bounce: (letter: Pick<Mail, "to" | "letter">) => Promise<unknown>
  /** The store of files, and what is told of each that a browser puts there. */
  store: FileStore
  came: (put: { key: string; version: string }) => void
  people: People
  directory: Directory
}
