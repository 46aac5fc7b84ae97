import {
  type Arrivals,
  type Asked,
  arrivalsOf,
  askedIn,
  type Cell,
  choicesBy,
  currentPhase,
  type FilterName,
  type Filters,
  filterNames,
  firstDay,
  matching,
} from "../../../shared/domain/calendar/board.ts"
import type { Round } from "../../../shared/domain/calendar/round.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { addDays, londonDate } from "../../../shared/values/london.ts"
import type { C } from "../desk.ts"
import { calendarHere, cellsIn } from "./here.ts"

/** Columns of what opens later than this are shown when asked for. In days. */
const soon = 30

export type OnBoard = {
  asAt: Date
  phases: WithSites[]
  phase?: WithSites
  filters: Filters
  /** Whether what opens later is shown too. */
  later: boolean
  /** Everything of the phase that is on the board, and what of it was chosen. */
  all: Cell[]
  cells: Cell[]
  /** What is asked for and not shown, because it opens later. */
  hidden: Asked[]
}

/** The board of one phase: what its address chooses of what each site owes. */
export const boardOf = async (c: C): Promise<OnBoard> => {
  const asAt = c.var.world.now()
  const today = londonDate(asAt)
  const { phase: chosen, later, ...query } = c.req.query()
  const phases = await calendarHere(c).phases()
  const phase = chosen ? phases.find(({ id }) => id === chosen) : currentPhase(phases, today)
  if (chosen && !phase) throw new Refused("not found")
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  )
  const first = phase?.published && firstDay(phase)
  const asked = phase && first ? askedIn(phase, await calendarHere(c).periods(first), today) : []
  const isShown = ({ round, opens }: Asked) =>
    later === "yes" || round === filters.round || londonDate(new Date(opens)) <= addDays(today, soon)
  const rounds = asked.filter(isShown).map(({ round }) => round)
  const all = await cellsIn(c, rounds)
  return {
    asAt,
    phases,
    phase,
    filters,
    later: later === "yes",
    all,
    cells: matching(all, filters),
    hidden: asked.filter((one) => !isShown(one)),
  }
}

/** Each filter with what can be chosen by it, and how many there would be. */
export const choicesOn = ({ all, filters }: Pick<OnBoard, "all" | "filters">) =>
  Object.fromEntries(filterNames.map((by) => [by, choicesBy(by, all, filters)])) as Record<
    FilterName,
    ReturnType<typeof choicesBy>
  >

/** The id of a return ends in a date; that of a round of expressions of interest does not. */
export const asksForArrivals = (c: C) => {
  const round = c.req.query("round")
  return round !== undefined && round !== "" && !/\d{4}-\d{2}-\d{2}$/.test(round)
}

export type Arrived = { asAt: Date; round: Round; arrivals: Arrivals }

/** Who has begun an expression of interest in a round, and who has sent one. */
export const arrivedHere = async (c: C): Promise<Arrived> => {
  const { table, now, settings } = c.var.world
  const id = c.req.query("round") ?? ""
  const [round, found] = await Promise.all([directoryIn(table).round(id), expectedIn(table).inRound(id)])
  if (!round || round.programme !== settings.programme) throw new Refused("not found")
  return { asAt: now(), round, arrivals: arrivalsOf(found.filter(({ owed }) => !owed)) }
}
