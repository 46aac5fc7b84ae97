import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { parseArgs } from "node:util"
import { Refused } from "../../shared/domain/refused.ts"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { sessionAt } from "../../shared/web/coaching/addresses.ts"
import { importMeasures, type MeasuresAsked } from "../import/measures/run.ts"
import { type Asked, importReports } from "../import/run.ts"
import { readClock } from "./clock.ts"
import { tableName } from "./create-table.ts"
import { dataFolder } from "./data-folder.ts"
import { startEngine } from "./engine.ts"
import { clearTheWay, engineOf, noteRunning } from "./left-over.ts"
import { sceneNames } from "./story/scenes.ts"

const usage = `npm run import -- coaching FILE --map MAP [TABLE] [--by EMAIL of the coach] [--phase PHASE] [--dry-run]
npm run import -- measures FILE --by EMAIL of the evaluator [--map MAP] [TABLE] [--phase PHASE] [--dry-run]

The first takes visit reports kept elsewhere (CSV, one row a report) over as drafts of their coach, with their actions;
the second values of measures kept elsewhere (CSV), as figures beside the returns of each site. Without a TABLE into what the local run keeps; --scene and DATA_DIR as with npm start; --programme where it is another one.
Ends with 0 where every row is taken over or already there, 1 where a row was refused, 2 where the file or the map
cannot be used.`

/** A deployed table by its name; without one, what a local run keeps, whether it is running or not. */
const takenOver = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: "string" },
      by: { type: "string" },
      phase: { type: "string" },
      programme: { type: "string", default: "named-social-worker" },
      scene: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  })
  const [what, file, table, ...beyond] = positionals
  if (!file || beyond.length > 0) throw wrong(usage)
  const asked = {
    file: contents(file),
    programme: values.programme,
    by: values.by,
    phase: values.phase,
    dry: values["dry-run"],
  }
  const map = values.map === undefined ? undefined : contents(values.map).toString("utf8")
  const taking = takingOf(what, { ...asked, fileName: basename(file), map })
  if (!taking) throw wrong(usage)
  if (table === undefined) return inLocalRun(values.scene, taking)
  return taking(tableOn(clientFor(process.env.DYNAMODB_ENDPOINT), table), new Date())
}

/** What is taken over into which table, at which time; nothing where it is none of what can be. */
type Taking = (table: Table, now: Date) => Promise<boolean>
type Given = Omit<MeasuresAsked, "table" | "now">

const takingOf = (what: string | undefined, { map, fileName, ...asked }: Given): Taking | undefined => {
  if (what === "measures")
    return (table, now) =>
      importMeasures({ ...asked, fileName, ...(map !== undefined && { map }), table, now }, console.log)
  if (what !== "coaching" || map === undefined) return undefined
  return (table, now) => importReports({ ...asked, map, sessionAt, table, now } satisfies Asked, console.log)
}

const wrong = (says: string) => new Refused("not understood", { says })

const contents = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    throw wrong(`${file} cannot be read: ${error instanceof Error && "code" in error ? error.code : error}.`)
  }
}

/** At the time that the local run shows: what is taken over there stands among what happened there. */
const inLocalRun = async (scene: string | undefined, does: Taking): Promise<boolean> => {
  if (scene !== undefined && !sceneNames.some((one) => one === scene))
    throw wrong(`There is no scene ${scene}. Choose one of: ${sceneNames.join(", ")}`)
  const data = process.env.DATA_DIR || ".data"
  const folder = dataFolder(scene ? join(data, scene) : data)
  if (!existsSync(folder.table) || !folder.isSeeded()) throw wrong("Nothing is kept here yet: npm start")
  const taking = (table: Table) => does(table, readClock(folder.clock))
  const running = engineOf(folder)
  if (running !== undefined) return taking(tableOn(clientFor(running), tableName))
  await clearTheWay(folder)
  const engine = await startEngine({ dbPath: folder.table })
  noteRunning(folder, { pid: engine.pid })
  try {
    return await taking(tableOn(clientFor(engine.endpoint), tableName))
  } finally {
    await engine.stop()
  }
}

const saidOf = (error: unknown): string | undefined => {
  if (error instanceof Refused) return error.details.says ?? error.message
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return code.startsWith("ERR_PARSE_ARGS") ? `${(error as Error).message}\n\n${usage}` : undefined
}

try {
  process.exitCode = (await takenOver()) ? 0 : 1
} catch (error) {
  const says = saidOf(error)
  console.error(says ?? error)
  process.exitCode = says === undefined ? 1 : 2
}
