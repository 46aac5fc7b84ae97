import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createTable, tableName } from "../../infra/local/create-table.ts"
import { dataFolder } from "../../infra/local/data-folder.ts"
import { seed } from "../../infra/local/demonstration/seed.ts"
import { startEngine } from "../../infra/local/engine.ts"
import { head as headSchema } from "../../shared/domain/coaching/head.ts"
import { everyItem } from "../../shared/store/every.ts"
import { keys } from "../../shared/store/keys.ts"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { publishPhaseTwo } from "../support/phase.ts"

const place = mkdtempSync(join(tmpdir(), "import-"))
const folder = dataFolder(join(place, "data"))
const support = join(import.meta.dirname, "../support/coaching/import")
const visits = ["coaching", join(support, "visits.csv"), "--map", join(support, "visits-map.json")]
const by = ["--by", "coach@innovation-unit.example"]

const inTable = async <Found>(does: (table: Table) => Promise<Found>): Promise<Found> => {
  const engine = await startEngine({ dbPath: folder.table })
  try {
    return await does(tableOn(clientFor(engine.endpoint), tableName))
  } finally {
    await engine.stop()
  }
}

beforeAll(async () => {
  const engine = await startEngine({ dbPath: folder.table })
  await createTable(engine.endpoint)
  const table = tableOn(clientFor(engine.endpoint), tableName)
  await seed(table)
  await publishPhaseTwo({ table })
  await engine.stop()
  folder.markSeeded()
  writeFileSync(folder.clock, JSON.stringify({ now: "2018-01-16T09:00:00.000Z" }))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const begun = (args: string[], data = "data") =>
  spawn(process.execPath, ["infra/local/import.ts", ...args], {
    env: { ...process.env, DATA_DIR: join(place, data) },
    stdio: ["ignore", "pipe", "pipe"],
  })
const ran = async (args: string[], data?: string) => {
  const child = begun(args, data)
  let said = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (more) => (said += more))
  const [code] = await once(child, "close")
  return { code, said }
}

test("it takes over into what a local run keeps, at the time that it shows, and ends with 1 where a row was refused", async () => {
  const first = await ran([...visits, ...by])
  expect([first.code, first.said]).toEqual([
    1,
    expect.stringContaining("5 rows: 3 taken over, 0 already there, 2 refused."),
  ])
  const { waits } = await inTable(async (table) =>
    headSchema.parse(await table.get(keys.coaching("halton", "NSW2"), { strong: true })),
  )
  expect(waits).toMatchObject([{ state: "held", since: "2018-01-16T09:00:00.000Z" }])
  expect((await ran([...visits, ...by])).said).toContain("0 taken over, 3 already there, 2 refused")
})

test("it ends with 2 and writes nothing where the file, the map or the order cannot be used", async () => {
  const wrong = join(place, "wrong.json")
  writeFileSync(
    wrong,
    readFileSync(join(support, "visits-map.json"), "utf8").replace('"Room booked"', '"Rooms"'),
  )
  const file = visits.slice(0, 2)
  for (const [args, says] of [
    [[...file, "--map", wrong, ...by], "The file has a column “Room booked”: map it"],
    [[...file, "--map", join(place, "none.json"), ...by], "none.json cannot be read: ENOENT."],
    [[...visits, "--colour", "red"], "npm run import -- coaching FILE --map MAP"],
    [["money", ...visits.slice(1)], "npm run import -- coaching FILE --map MAP"],
    [["measures", visits[1] ?? "", "--by", "evaluator@scie.example"], "Without a map the headings are"],
    [[...visits, ...by, "--scene", "winter"], "There is no scene winter"],
  ] as const) {
    const { code, said } = await ran([...args])
    expect([code, said]).toEqual([2, expect.stringContaining(says)])
  }
  expect(await ran([...visits, ...by], "elsewhere")).toEqual({
    code: 2,
    said: "Nothing is kept here yet: npm start\n",
  })
})

test("killed in the middle it leaves whole drafts, and the next run takes the rest: 0 where nothing is refused", async () => {
  const many = join(place, "many.csv")
  const map = join(place, "many.json")
  const rows = Array.from({ length: 60 }, (_, at) => `${at},bradford,2018-01-02,Report ${at},- one`)
  writeFileSync(many, ["Ref,Council,Day,Notes,To do", ...rows].join("\n"))
  writeFileSync(
    map,
    JSON.stringify({
      source: "Many",
      id: "Ref",
      site: { column: "Council", sites: { bradford: "bradford" } },
      phase: "NSW2",
      on: { columns: ["Day"], formats: ["yyyy-mm-dd"] },
      kind: { otherwise: "call" },
      talked: ["Notes"],
      actions: [{ column: "To do", owner: "site", due: { days: 14 }, split: "bullets" }],
    }),
  )
  const child = begun(["coaching", many, "--map", map, ...by])
  let said = ""
  for await (const more of child.stdout) {
    said += more
    if (said.includes("row 9 ")) break
  }
  child.kill("SIGKILL")
  await once(child, "exit")
  const second = await ran(["coaching", many, "--map", map, ...by])
  const [, taken = "", there = ""] =
    /60 rows: (\d+) taken over, (\d+) already there, 0 refused/.exec(second.said) ?? []
  expect(Number(taken) + Number(there)).toBe(60)
  expect(Number(there)).toBeGreaterThanOrEqual(8)
  expect(second.code).toBe(0)
  const { drafts, waits } = await inTable(async (table) => {
    const { pk, sk } = keys.ofCoaches("bradford", "DRAFT", "NSW2", "")
    const head = await table.get(keys.coaching("bradford", "NSW2"), { strong: true })
    return {
      drafts: await everyItem(table, { pk, begins: sk, strong: true }),
      waits: headSchema.parse(head).waits,
    }
  })
  expect(
    drafts.filter(({ core }) => String((core as { talked: string }).talked).startsWith("Report")),
  ).toHaveLength(60)
  expect(new Set(waits.map(({ session }) => session)).size).toBe(61)
})
