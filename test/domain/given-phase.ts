import fc from "fast-check"
import { asks, joining, phases } from "../../infra/local/demonstration/phases.ts"
import { type Dated, isDated, owedBy, periodsIn } from "../../shared/domain/calendar/owed.ts"
import { type Line, type Phase, phase as phaseSchema } from "../../shared/domain/calendar/phase.ts"
import { type SitePhase, sitePhase } from "../../shared/domain/calendar/site-phase.ts"
import { addDays } from "../../shared/values/london.ts"
import { isUsual } from "../support/phase.ts"

/** The second phase as it was, with the six sites that took part in it, but for the page of those that went on and what the evaluation asked. */
export const phaseTwo = (): { phase: Phase; sites: Dated[] } => {
  const found = phases.find(({ phase }) => phase.id === "NSW2")
  if (!found) throw new Error("The demonstration has a second phase")
  const asks = found.phase.asks.filter(isUsual)
  return { phase: { ...found.phase, asks }, sites: [...found.sites, ...joining].filter(isDated) }
}

export const quarterly: Line = asks[0] as Line

const day = (least: string, days: number) => fc.nat(days).map((n) => addDays(least, n))

/** A phase of any length with up to four sites, each with dates of its own around it. */
export const anyPhase = (line: Partial<Line> = {}) =>
  fc
    .record({
      from: day("2016-07-01", 1_500),
      length: fc.integer({ min: 60, max: 900 }),
      sites: fc.array(
        fc.record({ early: fc.integer({ min: -80, max: 80 }), length: fc.integer({ min: 1, max: 900 }) }),
        { minLength: 1, maxLength: 4 },
      ),
      workingDays: fc.integer({ min: 1, max: 60 }),
      lastWorkingDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      locksAfter: fc.integer({ min: 1, max: 100 }),
    })
    .map(({ from, length, sites, ...days }) => {
      const phase = phaseSchema.parse({
        id: "ANY1",
        title: "Any phase",
        about: "",
        from,
        to: addDays(from, length),
        asks: [{ ...quarterly, ...days, ...line }],
      })
      return {
        phase,
        sites: sites
          .map((one, at) => {
            const begins = addDays(from, one.early)
            return sitePhase.parse({
              phase: phase.id,
              organisation: `site-${at}`,
              name: `Site ${at}`,
              from: begins,
              to: addDays(begins, one.length),
            })
          })
          .filter(isDated),
      }
    })

/** What every site owes in a phase. */
export const owing = ({ phase, sites }: { phase: Phase; sites: Dated[] }, today = "2016-01-04") => {
  const periods = periodsIn(phase, sites)
  return sites.map((site) => ({ site, periods, owed: owedBy(phase, site, periods, today) }))
}

export const siteOf = (sites: SitePhase[], organisation: string) =>
  sites.find((one) => one.organisation === organisation) as Dated
