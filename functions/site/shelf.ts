import { occasionFor } from "../../shared/domain/calendar/expected.ts"
import { type Occasion, occasionOf } from "../../shared/domain/calendar/occasion.ts"
import { may } from "../../shared/domain/people/policy.ts"
import { shelvedOf } from "../../shared/domain/submissions/stands.ts"
import type { Shelved } from "../../shared/domain/submissions/submission.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { nowAt } from "../../shared/store/now.ts"
import type { Heard } from "../../shared/store/told.ts"
import { londonDate } from "../../shared/values/london.ts"
import { type C, submissionsHere } from "./desk.ts"
import { withHeard } from "./heard.ts"
import { moneyOnHome } from "./money.ts"

/** `heard` is what its applicant was told of it. */
export type OnShelf = { one: Shelved; occasion: Occasion; heard?: Heard }

/**
 * The newest of an organisation's submissions, or those after a place, with what asked for each and what the site is
 * expected to send now. What cannot be read is said, and reported.
 */
export const shelf = async (c: C, after?: string) => {
  const { world } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const [listed, { rounds, told }, expected] = await Promise.all([
    submissionsHere(c).list(after),
    directoryIn(world.table).roundsAndTold(world.settings.programme),
    expectedIn(world.table).current(organisation, londonDate(world.now())),
  ])
  for (const reference of listed.unreadable) world.log.error("unreadable record", { reference })
  const occasions = new Map([
    ...rounds.map((one) => [one.id, occasionOf(one)] as const),
    ...expected.map((one) => [one.round, occasionFor(one)] as const),
  ])
  const older = listed.items.filter(({ round }) => !occasions.has(round))
  for (const one of await Promise.all(
    older.map(({ round }) => expectedIn(world.table).of(organisation, round)),
  ))
    if (one) occasions.set(one.round, occasionFor(one))
  const items = listed.items.flatMap((one): OnShelf[] => {
    const occasion = occasions.get(one.round)
    return occasion ? [{ one, occasion }] : []
  })
  return { ...listed, items: await withHeard(c, items, { rounds, told }), rounds, expected }
}

/**
 * What a home shows: what the site is expected to send now, and what it has begun or sent of late, all from its
 * calendar. What it costs grows with nothing that lies behind it.
 */
export const homeShelf = async (c: C) => {
  const { world, actor } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const [{ rounds, told }, expected] = await Promise.all([
    directoryIn(world.table).roundsAndTold(world.settings.programme),
    expectedIn(world.table).current(organisation, londonDate(world.now())),
  ])
  const items = expected
    .filter(({ kind }) => may(actor, "read", { kind, organisation }))
    .flatMap((one): OnShelf[] => {
      const found = shelvedOf(one)
      return found ? [{ one: found, occasion: occasionFor(one) }] : []
    })
    .sort((a, b) => b.one.changedAt.localeCompare(a.one.changedAt))
  const hasMoney = expected.some(({ owed, round }) => owed || told.some((one) => one.round === round))
  const [heard, now, accounts] = await Promise.all([
    withHeard(c, items, { rounds, told }),
    hasMoney ? nowAt(world.table, organisation) : undefined,
    hasMoney ? moneyOnHome(c) : undefined,
  ])
  return { items: heard, rounds, expected, ...now, ...(accounts && { accounts }), unreadable: [] }
}
