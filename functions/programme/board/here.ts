import { type Asked, askedIn, type Cell, cellOf } from "../../../shared/domain/calendar/board.ts"
import type { Ask } from "../../../shared/domain/calendar/more-time.ts"
import type { Period } from "../../../shared/domain/calendar/period.ts"
import { asksIn } from "../../../shared/store/asks.ts"
import { calendarIn, type WithSites } from "../../../shared/store/calendar.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { addDays, londonDate } from "../../../shared/values/london.ts"
import type { C } from "../desk.ts"

export const calendarHere = ({ var: { world } }: C) => calendarIn(world.table, world.settings.programme)

/** Returns that ended longer ago than this are on the board of their phase. In days. */
const backTo = 300
/** What was granted may be later than the rule says, by no more than this. In days. */
const margin = 90

export type Near = {
  phases: WithSites[]
  periods: Period[]
  cells: Cell[]
  /** What is asked for that opens later. */
  coming: Asked[]
}

/** What every site owes that can be written now, or opens within some days, or has locked lately. */
export const nearHere = async (c: C, days = 30): Promise<Near> => {
  const { world } = c.var
  const now = world.now()
  const today = londonDate(now)
  const calendar = calendarHere(c)
  const [all, periods] = await Promise.all([calendar.phases(), calendar.periods(addDays(today, -backTo))])
  const phases = all.filter(({ published }) => published !== undefined)
  const asked = phases.flatMap((one) => askedIn(one, periods, today))
  const day = (instant: string) => londonDate(new Date(instant))
  const near = asked.filter(
    ({ opens, locks }) => day(opens) <= addDays(today, days) && day(locks) >= addDays(today, -margin),
  )
  return {
    phases,
    periods,
    cells: await cellsIn(
      c,
      near.map(({ round }) => round),
    ),
    coming: asked.filter(({ opens }) => day(opens) > addDays(today, days)),
  }
}

/** What every site owes in some rounds: one query each, as it was a moment ago. */
export const cellsIn = async (c: C, rounds: readonly string[]): Promise<Cell[]> => {
  const { table, now } = c.var.world
  const expected = expectedIn(table)
  const found = await Promise.all([...new Set(rounds)].map((round) => expected.inRound(round)))
  return found
    .flat()
    .filter(({ owed }) => owed)
    .map((one) => cellOf(one, now()))
}

/** Requests for more time that wait, oldest first. */
export const asksHere = ({ var: { world } }: C): Promise<Ask[]> =>
  asksIn(world.table, world.settings.programme).waiting()
