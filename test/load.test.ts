import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { load } from "../infra/load.ts"
import { createTable } from "../infra/local/create-table.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import { rounds } from "../infra/local/demonstration/rounds.ts"
import { type Engine, startEngine } from "../infra/local/engine.ts"
import { directoryIn } from "../shared/store/directory.ts"
import { peopleIn } from "../shared/store/people.ts"
import { clientFor, type Table, tableOn } from "../shared/store/table.ts"

const at = new Date("2017-08-01T09:00:00.000Z")
let engine: Engine
let table: Table
beforeAll(async () => {
  engine = await startEngine()
  const name = `load-${process.pid}`
  await createTable(engine.endpoint, name)
  table = tableOn(clientFor(engine.endpoint), name)
})
afterAll(() => engine.stop())

test("councils are loaded, and again, and an address at one of them is known", async () => {
  const said: string[] = []
  for (let times = 0; times < 2; times++) await load(table, ["--councils"], at, (line) => said.push(line))
  expect(said[0]).toMatch(/^16\d councils are loaded\.$/)
  expect((await directoryIn(table).organisationOf("anybody@halton.gov.uk"))?.code).toBe("HAL")
  expect(await directoryIn(table).organisationOf("anybody@nhs.net")).toBeUndefined()
})

test("a programme and its rounds are published from a file, and a file that is not one is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "load-"))
  const file = join(folder, "programme.json")
  writeFileSync(file, JSON.stringify({ programme, rounds }))
  await load(table, ["--programme", file], at, () => {})
  expect((await directoryIn(table).rounds(programme.id)).map(({ id }) => id).sort()).toEqual(
    rounds.map(({ id }) => id).sort(),
  )
  writeFileSync(file, JSON.stringify({ programme, rounds: [{ id: "half a round" }] }))
  await expect(load(table, ["--programme", file], at, () => {})).rejects.toThrow()
})

test("the first coordinator is admitted until a day; a role of an organisation is not given here", async () => {
  const who = [
    "--person",
    "Coordinator@Innovation.example",
    "--name",
    "The coordinator",
    "--until",
    "2018-12-31",
  ]
  await load(table, [...who, "--role", "coordinator"], at, () => {})
  const person = await peopleIn(table).idOf("coordinator@innovation.example")
  const known = person ? await peopleIn(table).known(person) : undefined
  expect(known?.grants.map(({ role, to }) => [role, to])).toEqual([
    ["coordinator", "2018-12-31T23:59:59.000Z"],
  ])
  await expect(load(table, [...who, "--role", "lead"], at, () => {})).rejects.toThrow(
    "a role of an organisation",
  )
})
