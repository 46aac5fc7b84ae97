import { spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { Table } from "../../shared/store/table.ts"
import type { World } from "../../shared/web/world.ts"
import { bundled, context, eventOf } from "./bundled.ts"
import { median } from "./load.ts"

type Cold = { what: string; milliseconds: number; millionInstructions?: number }

/** A function's start and first signed-in page, against a bare handler: in time, and in instructions where valgrind is. */
export const coldStarts = async (world: World, cookie: string): Promise<Cold[]> => {
  const folder = mkdtempSync(join(tmpdir(), "bench-cold-"))
  const found: Cold[] = []
  for (const { what, bundle, path } of [
    { what: "bare handler", bundle: resolve("test/bench/bare.mjs"), path: "/" },
    { what: "front: public page", bundle: resolve("dist/functions/front/index.mjs"), path: "/" },
    { what: "site: home", bundle: resolve("dist/functions/site/index.mjs"), path: "/organisations/halton" },
  ]) {
    const recorded = join(folder, `${found.length}.json`)
    writeFileSync(recorded, JSON.stringify(await record(world, cookie, path, what !== "bare handler")))
    const run = ["test/bench/cold.mjs", bundle, recorded]
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now()
      if (spawnSync(process.execPath, run).status !== 0) throw new Error(`${what} does not start`)
      return performance.now() - from
    })
    found.push({ what, milliseconds: median(times), millionInstructions: instructions(run) })
  }
  return found
}

/** What the table answers while a page is made, so that it can be made again without one. */
const record = async (world: World, cookie: string, path: string, real: boolean) => {
  const event = eventOf({ path, cookie })
  const answers: unknown[] = []
  /** In the order they were asked for, not the order they came in. */
  const kept = async <Value>(value: Promise<Value>) => {
    const place = answers.push(undefined) - 1
    const given = await value
    answers[place] = given
    return given
  }
  const recording = (table: Table): Table => ({
    get: (...of) => kept(table.get(...of)),
    query: (...of) => kept(table.query(...of)),
    write: (...of) => kept(table.write(...of)),
    count: (...of) => kept(table.count(...of)),
    metered: () => recording(table),
  })
  if (real) {
    const make = await bundled(path === "/" ? "front" : "site")
    await make({ ...world, table: recording(world.table) })(event as never, context)
  }
  return { event, answers, settings: { ...world.settings, machine: world.machineNow().toISOString() } }
}

const instructions = (run: string[]): number | undefined => {
  if (spawnSync("valgrind", ["--version"]).status !== 0) return undefined
  const counted = spawnSync(
    "valgrind",
    [
      "--tool=callgrind",
      "--callgrind-out-file=/dev/null",
      "--smc-check=all-non-file",
      process.execPath,
      "--single-threaded",
      "--predictable",
      "--hash-seed=1",
      "--random-seed=1",
      ...run,
    ],
    { encoding: "utf8" },
  )
  const total = /Collected : (\d+)/.exec(counted.stderr)?.[1]
  return total === undefined ? undefined : Math.round(Number(total) / 1e6)
}
