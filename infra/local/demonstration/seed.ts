import { directoryIn } from "../../../shared/store/directory.ts"
import { keys } from "../../../shared/store/keys.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Table } from "../../../shared/store/table.ts"
import { organisations } from "./organisations.ts"
import { demonstrationPeople } from "./people.ts"
import { phases } from "./phases.ts"
import { programme } from "./programme.ts"
import { answers, rounds } from "./rounds.ts"

/** The demonstration programme, into a new table. Who is there already is left as they are. */
export const seed = async (table: Table) => {
  const directory = directoryIn(table)
  const people = peopleIn(table)
  await directory.load(organisations())
  await directory.publishProgramme(programme)
  for (const { phase, sites } of phases)
    await table.write([
      { put: { ...keys.phase(programme.id, phase.id), ...phase } },
      ...sites.map((one) => ({
        put: { ...keys.sitePhase(programme.id, phase.id, one.organisation), ...one },
      })),
    ])
  for (const one of rounds) await directory.publishRound(one)
  for (const { round, answer } of answers) await directory.publishAnswer(round, answer)
  for (const { person, grants, leads } of demonstrationPeople())
    await people.write([
      ...people.add(person),
      ...grants.flatMap((one) => people.granting(person, one)),
      ...(leads ? [people.takingLead(leads, person.id)] : []),
    ])
}
