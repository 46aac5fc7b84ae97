// Loads one function as Lambda does and answers one request, from what the table answered before. Run by run.ts.
import { readFileSync } from "node:fs"

const [bundle, recorded] = process.argv.slice(2)
const { event, answers, settings } = JSON.parse(readFileSync(recorded, "utf8"))
const left = answers.slice()
const next = async () => left.shift()
const table = { get: next, query: next, write: next, count: next, metered: () => table }
const now = () => new Date("2017-08-14T08:00:00.000Z")
const world = {
  now,
  machineNow: () => new Date(settings.machine),
  table,
  random: (bytes) => new Uint8Array(bytes).fill(7),
  settings,
  log: { info: () => {}, error: (message, fields) => console.error(message, fields) },
}
const { make } = await import(bundle)
const answer = await make(world)(event, { awsRequestId: "cold", getRemainingTimeInMillis: () => 10_000 })
if (answer.statusCode !== 200) throw new Error(`cold: ${answer.statusCode}`)
