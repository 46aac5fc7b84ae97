import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import * as z from "zod"
import { phase } from "../shared/domain/calendar/phase.ts"
import { programme } from "../shared/domain/calendar/programme.ts"
import { round } from "../shared/domain/calendar/round.ts"
import { sitePhase } from "../shared/domain/calendar/site-phase.ts"
import { changedBy } from "../shared/domain/people/access-change.ts"
import { programmeItself } from "../shared/domain/people/organisation.ts"
import { role, roles } from "../shared/domain/people/role.ts"
import { directoryIn } from "../shared/store/directory.ts"
import { keys } from "../shared/store/keys.ts"
import { peopleIn } from "../shared/store/people.ts"
import { clientFor, type Table, tableOn } from "../shared/store/table.ts"
import { councils } from "./reference/councils.ts"

const file = z.strictObject({
  programme,
  phases: z.array(z.strictObject({ phase, sites: z.array(sitePhase) })).default([]),
  rounds: z.array(round),
})

/** An administrator's import: councils, a programme with its rounds, somebody of the programme. Each is repeatable. */
export const load = async (table: Table, asked: string[], at: Date, say: (line: string) => void) => {
  const { values } = parseArgs({
    args: asked,
    options: {
      councils: { type: "boolean" },
      programme: { type: "string" },
      person: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      until: { type: "string" },
    },
  })
  const directory = directoryIn(table)
  if (values.councils) {
    await directory.load(councils())
    say(`${councils().length} councils are loaded.`)
  }
  if (values.programme) {
    const given = file.parse(JSON.parse(readFileSync(values.programme, "utf8")))
    await directory.publishProgramme(given.programme)
    for (const { phase, sites } of given.phases)
      await table.write([
        { put: { ...keys.phase(given.programme.id, phase.id), ...phase } },
        ...sites.map((one) => ({
          put: { ...keys.sitePhase(given.programme.id, phase.id, one.organisation), ...one },
        })),
      ])
    for (const one of given.rounds) await directory.publishRound(one)
    say(`${given.programme.name} and ${given.rounds.length} rounds are published.`)
  }
  if (values.person) say(await admit(table, { ...values, email: values.person }, at))
}

type Admitted = { email: string; name?: string; role?: string; until?: string }

/** Gives somebody a role in the programme itself: for the first coordinators, before anybody can invite. */
const admit = async (table: Table, given: Admitted, at: Date) => {
  const email = z.email().parse(given.email).toLowerCase()
  const wanted = role.parse(given.role)
  if (roles[wanted].at !== "programme")
    throw new Error(`${roles[wanted].words} is a role of an organisation: its lead invites`)
  const until = z.iso.date().parse(given.until)
  const people = peopleIn(table)
  const known = await people.idOf(email)
  const person = {
    id: known ?? `p-${randomBytes(9).toString("base64url")}`,
    name: z.string().min(1).parse(given.name),
    email,
  }
  const grant = {
    id: `g-${wanted}-${randomBytes(6).toString("base64url")}`,
    role: wanted,
    from: at.toISOString(),
    to: new Date(`${until}T23:59:59Z`).toISOString(),
    by: "import",
  }
  await people.write([
    ...(known ? [] : people.add(person)),
    ...people.granting(person, grant),
    ...(await people.chained(programmeItself, {
      at: grant.from,
      move: "invite",
      by: { person: grant.by, name: "The import", role: "", grant: "" },
      changed: changedBy({
        person: person.id,
        grant: grant.id,
        role: wanted,
        from: grant.from,
        to: grant.to,
      }),
    })),
  ])
  return `${email} is ${roles[wanted].words} until ${until}.`
}

if (process.argv[1] === import.meta.filename) {
  const [table, ...asked] = process.argv.slice(2)
  if (!table || asked.length === 0) {
    console.error(
      "npm run load -- TABLE [--councils] [--programme FILE.json] [--person EMAIL --name NAME --role ROLE --until YYYY-MM-DD]",
    )
    process.exit(2)
  }
  await load(tableOn(clientFor(process.env.DYNAMODB_ENDPOINT), table), asked, new Date(), console.log)
}
