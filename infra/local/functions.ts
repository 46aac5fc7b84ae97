import { randomBytes } from "node:crypto"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Table } from "../../shared/store/table.ts"
import type { NotifyWorld, World } from "../../shared/web/world.ts"
import { startClock } from "./clock.ts"
import { tableName } from "./create-table.ts"
import type { DataFolder } from "./data-folder.ts"
import type { StreamHandler } from "./deliver.ts"
import type { Engine } from "./engine.ts"
import { localHandler } from "./handles/app.ts"
import { logTo } from "./log.ts"
import { openOutbox } from "./outbox.ts"
import type { WebHandler } from "./server.ts"
import { settingsFor } from "./settings.ts"
import { followStream } from "./stream.ts"

/** What the bundles give: each function, made from a world. */
export type Makes = {
  front: (world: World) => WebHandler
  site: (world: World) => WebHandler
  programme: (world: World) => WebHandler
  notify: (world: NotifyWorld) => StreamHandler
}

type Parts = { table: Table; engine: Engine; folder: DataFolder; origin: string; makes: () => Promise<Makes> }

/** The functions in a world of this machine: its own time, its outbox for letters. */
export const functionsOn = async ({ table, engine, folder, origin, makes }: Parts) => {
  const { front, site, programme, notify } = await makes()
  const clock = startClock(folder.clock)
  const outbox = openOutbox(folder.outbox, clock.now)
  const log = logTo(folder.log)
  const world: World = {
    now: clock.now,
    machineNow: () => new Date(),
    table,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    settings: settingsFor(origin, folder.readLinkKey()),
    log,
  }
  const stream = followStream({
    endpoint: engine.endpoint,
    table: tableName,
    handler: notify({ ...world, mailer: outbox }),
    checkpoints: folder.checkpoints,
    deadLetters: folder.deadLetters,
    log,
  })
  const local = localHandler({ world, clock, outbox, people: peopleIn(table), directory: directoryIn(table) })
  return {
    functions: { front: front(world), site: site(world), programme: programme(world), local },
    log,
    stop: async () => {
      await stream.stop()
      clock.stop()
    },
  }
}
