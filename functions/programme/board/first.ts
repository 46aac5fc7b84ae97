import { type Cell, currentPhase } from "../../../shared/domain/calendar/board.ts"
import type { Ask } from "../../../shared/domain/calendar/more-time.ts"
import { programmeLine } from "../../../shared/domain/calendar/programme-line.ts"
import { type ListedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import { type SiteRow, siteRows } from "../../../shared/domain/calendar/site-rows.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { type Role, roleNames } from "../../../shared/domain/people/role.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { evaluationRead } from "../../../shared/store/evaluation-read.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type Board, boardHere, type C } from "../desk.ts"
import { asksHere, nearHere } from "./here.ts"

export type First = {
  asAt: Date
  /** One for each role, the first of them first. */
  lines: { role: Role; says: string }[]
  sites: SiteRow[]
  asks: Ask[]
  /** Rounds that are open, or whose decisions are to come. */
  rounds: ListedRound[]
  /** For whoever sees questions. */
  questions?: Board
}

/** In which order somebody with several roles in the programme reads their lines. */
const order: readonly Role[] = [
  "coordinator",
  "chair",
  "decision-maker",
  "finance",
  "coach",
  "evaluator",
  "reader",
]

/** The first page of the programme, for whoever it is. */
export const firstHere = async (c: C): Promise<First> => {
  const { actor, world } = c.var
  const at = world.now()
  const rounds = directoryIn(world.table).rounds(world.settings.programme)
  const [near, asks, listed, questions] = await Promise.all([
    nearHere(c),
    asksHere(c),
    rounds,
    mayInProgramme(actor, "see questions") ? rounds.then((all) => boardHere(c, all)) : undefined,
  ])
  const { cells, coming, phases } = near
  const sites = phases.flatMap((phase) => phase.sites.filter((one) => isCurrent(phase, one, cells, at)))
  const current = currentPhase(phases, londonDate(at))
  const held = actor.grants.filter(({ organisation }) => !organisation).map(({ role }) => role)
  const money = held.some((role) => role === "finance" || role === "decision-maker")
    ? await moneyIn(c, current)
    : undefined
  const evaluations =
    held.includes("evaluator") && current ? await evaluationRead(world.table).inPhase(current.id) : []
  const facts = {
    ...(money && { money }),
    evaluations,
    cells,
    coming,
    asks: asks.length,
    rounds: listed,
    own: uniqueSites(sites.filter(({ coach }) => coach?.person === actor.id)),
    at,
  }
  return {
    asAt: at,
    lines: inOrder(held).map((role) => ({ role, says: programmeLine(role, facts) })),
    sites: siteRows(sites, cells, at),
    asks,
    rounds: listed.filter((one) => standingOf(one, at) !== "closed" || one.decisionsBy >= londonDate(at)),
    questions,
  }
}

/** What is paid and decided about a phase: one list, for whoever does either. */
const moneyIn = async ({ var: { world } }: C, phase: WithSites | undefined) =>
  phase && { accounts: await accountsIn(world.table).inPhase(phase.id), sites: phase.sites }

type Named = { organisation: string; name: string }
const uniqueSites = (sites: readonly Named[]): Named[] =>
  sites.filter(({ organisation }, at) => sites.findIndex((one) => one.organisation === organisation) === at)

/** Until the last day of its phase, and afterwards as long as something of it is near. */
const isCurrent = ({ id, to }: WithSites, { organisation }: Named, cells: readonly Cell[], at: Date) =>
  !to ||
  to >= londonDate(at) ||
  cells.some(({ one }) => one.phase === id && one.organisation === organisation)

const inOrder = (held: readonly Role[]): Role[] =>
  [...order, ...roleNames].filter((role, at, all) => held.includes(role) && all.indexOf(role) === at)
