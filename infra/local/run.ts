import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { londonDate } from "../../shared/values/london.ts"
import { createTable, dropTable, tableName } from "./create-table.ts"
import { type DataFolder, dataFolder } from "./data-folder.ts"
import { seed } from "./demonstration/seed.ts"
import { type Engine, startEngine } from "./engine.ts"
import { functionsOn, type Makes } from "./functions.ts"
import { clearTheWay, noteRunning } from "./left-over.ts"
import { replaceFile } from "./replace-file.ts"
import { listen, type Served } from "./server.ts"
import { fill, readScene } from "./story/keep.ts"
import { type Scene, scenes } from "./story/scenes.ts"

export type Options = {
  port: number
  folder: string
  fresh: boolean
  /** Begins in one of the story's scenes, in place of the first morning. */
  scene?: Scene
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
  let engine: Engine | undefined
  try {
    const folder = dataFolder(options.folder)
    await clearTheWay(folder)
    if (options.fresh || !folder.isSeeded()) folder.clear()
    engine = await startEngine({ dbPath: folder.table })
    noteRunning(folder, engine)
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const table = await tableIn(engine, folder, options)
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
        await engine?.stop()
      },
    }
  } catch (error) {
    served.reject(error)
    server.close()
    server.closeAllConnections()
    await engine?.stop()
    throw error
  }
}

const tableIn = async (
  { endpoint }: Engine,
  folder: DataFolder,
  { fresh, scene }: Pick<Options, "fresh" | "scene">,
): Promise<Table> => {
  if (fresh) await dropTable(endpoint)
  await createTable(endpoint)
  const table = tableOn(clientFor(endpoint), tableName)
  if (!folder.isSeeded()) await (scene ? beginIn(scene, table, folder) : seed(table))
  folder.markSeeded()
  return table
}

/** Everything as it was kept, and the time that it was. */
const beginIn = async (scene: Scene, table: Table, folder: DataFolder) => {
  const { items, letters } = readScene(scene)
  const now = scenes[scene]
  replaceFile(folder.clock, JSON.stringify({ now: now.toISOString() }))
  replaceFile(folder.mornings, londonDate(now))
  replaceFile(
    folder.outbox,
    letters.map((one, at) => `${JSON.stringify({ id: `local-${at + 1}`, ...one })}\n`).join(""),
  )
  await fill(table, items)
}

/** Lets what is under way finish, for a second at most. */
const closed = async (server: Server) => {
  const late = setTimeout(() => server.closeAllConnections(), 1000)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(late)
}
