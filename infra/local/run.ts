import { randomBytes } from "node:crypto"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import type { NotifyWorld, World } from "../../shared/web/world.ts"
import { startClock } from "./clock.ts"
import { createTable, dropTable, tableName } from "./create-table.ts"
import { type DataFolder, dataFolder } from "./data-folder.ts"
import type { StreamHandler } from "./deliver.ts"
import { seed } from "./demonstration/seed.ts"
import { type Engine, startEngine } from "./engine.ts"
import { localHandler } from "./handles/app.ts"
import { clearTheWay, noteRunning } from "./left-over.ts"
import { logTo } from "./log.ts"
import { openOutbox } from "./outbox.ts"
import { listen, type Served, type WebHandler } from "./server.ts"
import { settingsFor } from "./settings.ts"
import { followStream } from "./stream.ts"

/** What the bundles give: each function, made from a world. */
export type Makes = {
  front: (world: World) => WebHandler
  site: (world: World) => WebHandler
  notify: (world: NotifyWorld) => StreamHandler
}

export type Options = {
  port: number
  folder: string
  fresh: boolean
  dist: string
  makes: () => Promise<Makes>
}

export type Running = {
  origin: string
  /** Settles when the local run cannot go on. */
  failed: Promise<void>
  stop: () => Promise<void>
}

/** The whole service on this machine. It holds its port first, so that a second one touches nothing. */
export const startLocalRun = async (options: Options): Promise<Running> => {
  const served = Promise.withResolvers<Served>()
  served.promise.catch(() => {})
  const server = await listen(options.port, served.promise)
  const folder = dataFolder(options.folder)
  try {
    await clearTheWay(folder)
    if (options.fresh || !folder.isSeeded()) folder.clear()
    const engine = await startEngine({ dbPath: folder.table })
    noteRunning(folder, engine.pid)
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const table = await tableIn(engine, folder, options.fresh)
    const { functions, log, stop } = await functionsOn({
      table,
      engine,
      folder,
      origin,
      makes: options.makes,
    })
    served.resolve({ origin, dist: options.dist, functions, log })
    return {
      origin,
      failed: engine.ended,
      stop: async () => {
        await closed(server)
        await stop()
        await engine.stop()
      },
    }
  } catch (error) {
    served.reject(error)
    server.close()
    server.closeAllConnections()
    throw error
  }
}

const tableIn = async ({ endpoint }: Engine, folder: DataFolder, fresh: boolean): Promise<Table> => {
  if (fresh) await dropTable(endpoint)
  await createTable(endpoint)
  const table = tableOn(clientFor(endpoint), tableName)
  if (!folder.isSeeded()) await seed(table)
  folder.markSeeded()
  return table
}

type Parts = { table: Table; engine: Engine; folder: DataFolder; origin: string; makes: Options["makes"] }

const functionsOn = async ({ table, engine, folder, origin, makes }: Parts) => {
  const { front, site, notify } = await makes()
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
    functions: { front: front(world), site: site(world), local },
    log,
    stop: async () => {
      await stream.stop()
      clock.stop()
    },
  }
}

/** Lets what is under way finish, for a second at most. */
const closed = async (server: Server) => {
  const late = setTimeout(() => server.closeAllConnections(), 1000)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(late)
}
