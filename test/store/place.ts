import { createTable, dropTable } from "../../infra/local/create-table.ts"
import { startEngine } from "../../infra/local/engine.ts"
import { type Cost, clientFor, tableOn } from "../../shared/store/table.ts"

/** A table of its own on the embedded engine, or on the DynamoDB that the environment names; gone when it stops. */
export const startPlace = async () => {
  const engine = await startEngine()
  const name = `contract-${process.pid}-${Math.floor(performance.now() * 1000)}`
  await createTable(engine.endpoint, name)
  const costs: Cost[] = []
  const client = clientFor(engine.endpoint)
  return {
    name,
    client,
    endpoint: engine.endpoint,
    table: tableOn(client, name, (cost) => costs.push(cost)),
    /** What was asked of it since last time. */
    costs: () => costs.splice(0),
    stop: async () => {
      await dropTable(engine.endpoint, name)
      client.destroy()
      await engine.stop()
    },
  }
}

export type Place = Awaited<ReturnType<typeof startPlace>>
