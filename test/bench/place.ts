import { randomBytes } from "node:crypto"
import { createTable } from "../../infra/local/create-table.ts"
import { seed } from "../../infra/local/demonstration/seed.ts"
import { startEngine } from "../../infra/local/engine.ts"
import { settingsFor } from "../../infra/local/settings.ts"
import type { Head } from "../../shared/domain/submissions/submission.ts"
import { keys } from "../../shared/store/keys.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { clientFor, type Table, tableOn } from "../../shared/store/table.ts"
import { sha256 } from "../../shared/values/hash.ts"
import type { World } from "../../shared/web/world.ts"

/** So many old submissions an organisation, Halton's among them: more than a council makes in a century. */
const each = 1000

/** The demonstration over an engine in memory, among very many old submissions. */
export const place = async (submissions: number) => {
  const engine = await startEngine()
  const name = `bench-${process.pid}`
  await createTable(engine.endpoint, name, { stream: false })
  const table = tableOn(clientFor(engine.endpoint), name)
  await seed(table)
  for (let at = 0; at * each < submissions; at++)
    await fill(table, at === 0 ? "halton" : `organisation-${at}`, Math.min(each, submissions - at * each))
  const world: World = {
    now: () => new Date("2017-08-14T08:00:00.000Z"),
    machineNow: () => new Date(),
    table,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    settings: settingsFor("http://127.0.0.1:3000", randomBytes(32).toString("hex")),
    log: { info: () => {}, error: (message, fields) => console.error(message, fields) },
  }
  return { world, stop: () => engine.stop() }
}

const fill = async (table: Table, organisation: string, submissions: number) => {
  const heads = Array.from({ length: submissions }, (_, number) => old(organisation, number))
  for (let from = 0; from < heads.length; from += 100)
    await table.write(
      heads
        .slice(from, from + 100)
        .map((one) => ({ put: { ...keys.submission(organisation, one.reference), ...one } })),
    )
}

const old = (organisation: string, number: number): Head => {
  const at = new Date(Date.UTC(2010, 0, 1) + number * 60_000).toISOString()
  const reference = `OLD-HAL-E-${String(number).padStart(6, "0")}`
  const by = { person: "p-halton-site-lead", name: "Halton site lead (demonstration)" }
  return {
    reference,
    kind: "expression-of-interest",
    edition: 1,
    organisation,
    round: "nsw-1-2016",
    title: "An old round",
    state: "withdrawn",
    revision: 3,
    version: 0,
    opened: `${at}#${reference}`,
    changedAt: at,
    changedBy: by,
    events: { number: 3, hash: "0".repeat(64) },
    signatures: [],
    waitingFor: [],
  }
}

/** The cookie of somebody of the demonstration. */
export const cookieOf = async ({ table, random, machineNow }: World, person: string) => {
  const secret = Buffer.from(random(24)).toString("base64url")
  const started = machineNow().getTime()
  const people = peopleIn(table)
  const expires = Math.ceil(started / 1000) + 8 * 86_400
  await people.write([people.signIn(person, { secret: sha256(secret), started, seen: started, expires })])
  return `__Host-session=${person}.${secret}`
}
