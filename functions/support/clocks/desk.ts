import { askedIn } from "../../../shared/domain/calendar/board.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import {
  acceptedLine,
  paidLine,
  repliesLine,
  toldLine,
} from "../../../shared/domain/coaching/clock-department.ts"
import type { ClockLine } from "../../../shared/domain/coaching/clock-line.ts"
import {
  answeredLine,
  plansLine,
  returnsLine,
  sharedLine,
} from "../../../shared/domain/coaching/clock-sites.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import { calendarIn, type WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { helpIn } from "../../../shared/store/help.ts"
import { listedIn } from "../../../shared/store/listed.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, headsIn, onlySeen, type Scope, scopeHere } from "../scope.ts"

export type OnClocks = Scope & {
  department: ClockLine[]
  /** Of the sites that are seen. */
  coordinating: ClockLine[]
  sites: { organisation: string; name: string; lines: ClockLine[] }[]
}

/**
 * Who keeps what was promised: the department over all sites, the coordinating side and each site over those that are
 * seen. What it costs does not grow with the sites: one list of each sort, and one of each return that has begun.
 */
export const clocksHere = async (c: C): Promise<OnClocks> => {
  const scope = await scopeHere(c)
  const { phase, whole, at } = scope
  if (!phase || !whole) return { ...scope, department: [], coordinating: [], sites: [] }
  const { world } = c.var
  const { table, settings } = world
  const help = helpIn(table)
  const [heads, sessions, expected, over, waiting, accounts, { rounds, told }] = await Promise.all([
    headsIn(c, scope),
    listedIn(table, phase.id).sessions(),
    expectedOf(c, whole, at),
    help.over(phase.id),
    help.waiting(settings.programme),
    accountsIn(table).inPhase(phase.id),
    directoryIn(table).roundsAndTold(settings.programme),
  ])
  const ours = onlySeen(sessions, scope)
  return {
    ...scope,
    department: [
      repliesLine(
        over,
        waiting.filter((one) => one.phase === phase.id),
        at,
      ),
      acceptedLine(expected.filter(isAboutMoney), at),
      paidLine(accounts, at),
      toldLine(
        {
          decided: rounds.filter((one) => one.phase === phase.id),
          coming: rounds.filter((one) => scope.coming.includes(one.phase)),
        },
        told,
        at,
      ),
    ],
    coordinating: [sharedLine(ours, at), plansLine(heads, at)],
    sites: phase.sites.map(({ organisation, name }) => {
      const own = <One extends { organisation: string }>(all: readonly One[]) =>
        all.filter((one) => one.organisation === organisation)
      return { organisation, name, lines: [returnsLine(own(expected), at), answeredLine(own(sessions), at)] }
    }),
  }
}

const isAboutMoney = ({ kind }: Expected) => kindOf(kind).needs === "the account"

/** What every site of a phase owes in the returns that have opened: one query each. */
const expectedOf = async (c: C, phase: WithSites, at: Date): Promise<Expected[]> => {
  const { table, settings } = c.var.world
  const periods = await calendarIn(table, settings.programme).periods()
  const begun = askedIn(phase, periods, londonDate(at)).filter(({ opens }) => new Date(opens) <= at)
  const found = await Promise.all(
    [...new Set(begun.map(({ round }) => round))].map((round) => expectedIn(table).inRound(round)),
  )
  return found.flat().filter(({ owed }) => owed)
}
