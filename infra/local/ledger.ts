import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { ledgerCheck } from "../ledger-check.ts"
import { createTable, tableName } from "./create-table.ts"
import { dataFolder } from "./data-folder.ts"
import { startEngine } from "./engine.ts"
import { fill, readScene } from "./story/keep.ts"
import { sceneNames } from "./story/scenes.ts"

/**
 * Checks the ledgers of a deployed table by its name; without one, of what a local run keeps, or of a scene of the
 * demonstration. Ends with 1 on a penny.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { programme: { type: "string" }, scene: { type: "string" } },
})
const asked = values.programme === undefined ? [] : ["--programme", values.programme]

const local = async (): Promise<boolean> => {
  const scene = sceneNames.find((one) => one === values.scene)
  if (values.scene !== undefined && !scene)
    return wrong(`There is no scene ${values.scene}. Choose one of: ${sceneNames.join(", ")}`)
  const data = process.env.DATA_DIR || ".data"
  const { table: file } = dataFolder(scene ? join(data, scene) : data)
  if (!existsSync(file) && !scene) return wrong("Nothing is kept here yet: npm start, or --scene after")
  return inEngine(existsSync(file) ? copyOf(file) : undefined, async (table) => {
    if (scene && !existsSync(file)) await fill(table, readScene(scene).items)
    return ledgerCheck(table, asked, console.log)
  })
}

/** A copy can be read while the local run goes on writing. */
const copyOf = (file: string): string => {
  const to = join(mkdtempSync(join(tmpdir(), "ledger-")), "table.db")
  for (const part of ["", "-wal", "-shm"])
    if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${to}${part}`)
  return to
}

const inEngine = async (dbPath: string | undefined, check: (table: Table) => Promise<boolean>) => {
  const engine = await startEngine({ dbPath })
  try {
    await createTable(engine.endpoint, tableName, { stream: false })
    return await check(tableOn(clientFor(engine.endpoint), tableName))
  } finally {
    await engine.stop()
    if (dbPath) rmSync(join(dbPath, ".."), { recursive: true, force: true })
  }
}

const wrong = (says: string): never => {
  console.error(says)
  process.exit(2)
}

const [named] = positionals
const agrees = named
  ? await ledgerCheck(tableOn(clientFor(process.env.DYNAMODB_ENDPOINT), named), asked, console.log)
  : await local()
process.exit(agrees ? 0 : 1)
