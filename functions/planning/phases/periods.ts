import { answered } from "../../../shared/domain/answered.ts"
import { dueDateForm, effectOf, withDueDate } from "../../../shared/domain/calendar/due-date.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { isDated, owedBy, periodsSet } from "../../../shared/domain/calendar/owed.ts"
import type { Period } from "../../../shared/domain/calendar/period.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { putPeriod, putPhase, type WithSites } from "../../../shared/store/calendar.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { calendarHere, spreadHere } from "../../../shared/web/programme/spread.ts"
import { type C, mayPlan, phaseHere, phaseToPlan, planning } from "./desk.ts"

export type OnPeriod = {
  phase: WithSites
  period: Period
  form: Section
  mayPlan: boolean
  /** What each site owes in it, and what another date does to that. */
  sites: { one: Expected; moves: boolean; says: string }[]
}

/** One return of all sites of a phase: who owes it, by when, and whom another date would concern. */
export const periodHere = async (c: C): Promise<OnPeriod> => {
  const { table, now } = c.var.world
  const phase = await phaseHere(c)
  const stored = await calendarHere(c).periods()
  const periods = periodsSet(phase, phase.sites, stored)
  const period = periods.find(({ id }) => id === c.req.param("period"))
  if (!period) throw new Refused("not found")
  const today = londonDate(now())
  const wanted = phase.sites
    .filter(isDated)
    .flatMap((site) => owedBy(phase, site, periods, today).filter(({ round }) => round === period.id))
  const expected = await Promise.all(
    wanted.map(async (one) => (await expectedIn(table).of(one.organisation, one.round)) ?? one),
  )
  return {
    phase,
    period,
    form: dueDateForm(period),
    mayPlan: mayPlan(c),
    sites: expected.map((one) => ({ one, ...effectOf(one, period) })),
  }
}

export type Dated = { phase: string; period: string; by: string }

/** Another date for one return of every site that it is for. */
export const changeDueDate = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Dated> => {
  const { id } = await phaseToPlan(c)
  const { settings, now } = c.var.world
  const { form, period } = await periodHere(c)
  const answers = answered(form, given, now())
  const { because } = withReason(answers)
  const dated = await planning<Dated>(
    c,
    { phase: id, move: "change due date", note: `${period.title}: ${because}`, key },
    async () => {
      const here = await periodHere(c)
      const { sites: _, ...own } = here.phase
      if (!own.published)
        throw new Refused("not possible now", {
          says: "This phase is not published: its dates follow from what it asks. Change them there.",
        })
      const before = await calendarHere(c).period(period.id)
      const after = withDueDate(here.period, answers, now())
      return {
        actions: [putPeriod(settings.programme, after, before), putPhase(settings.programme, own, own)],
        result: { phase: id, period: period.id, by: after.by },
      }
    },
  )
  await spreadHere(c, { id }, because)
  return dated
}

const withReason = ({ because, offDay }: Record<string, unknown>) => ({
  because: [because, offDay].filter((one) => typeof one === "string").join("\n"),
})
