import { tableName } from "../../infra/local/create-table.ts"
import { startEngine } from "../../infra/local/engine.ts"
import { clientFor, tableOn } from "../../shared/store/table.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { startLocalRun } from "./local-run.ts"
import { byApi } from "./money.ts"

export const siteAt = (site: string, path = "") => `/organisations/${site}/coaching/NSW2${path}`
export const actionsAt = (site: string, path = "") => `/organisations/${site}/actions${path}`

export const team = {
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  chair: "chair@doh.example",
  reader: "reader@doh.example",
  finance: "finance@doh.example",
}

/**
 * The service as phase 2 goes on, with nothing kept of any coaching, at an instant of our own; where it is the
 * evaluation that is tried, with what sites owe to that.
 */
export const startPhaseTwo = async (now: string, evaluated = false) => {
  const engine = await startEngine()
  const run = await startLocalRun({ endpoint: engine.endpoint })
  const table = tableOn(clientFor(engine.endpoint), tableName)
  const published = await publishPhaseTwo({ table }, "2017-10-12", evaluated)
  await run.putClock(now)
  const stop = async () => {
    await run.stop()
    await engine.stop()
  }
  return { engine, run, stop, table, published }
}

/** Everybody who has a part in it, by the API. */
export const everybody = async <Name extends string>(
  run: Awaited<ReturnType<typeof startLocalRun>>,
  people: Record<Name, string>,
) => {
  const signedIn = Object.entries<string>(people).map(async ([name, email]) => [
    name,
    await byApi(run, email),
  ])
  return Object.fromEntries(await Promise.all(signedIn)) as Record<Name, Awaited<ReturnType<typeof byApi>>>
}
