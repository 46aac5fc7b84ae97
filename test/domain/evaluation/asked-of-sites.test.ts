import { expect, test } from "vitest"
import { joining, phases } from "../../../infra/local/demonstration/phases.ts"
import { isDated, owedBy, periodsIn } from "../../../shared/domain/calendar/owed.ts"
import type { Line } from "../../../shared/domain/calendar/phase.ts"
import { burdensOf, target } from "../../../shared/domain/calendar/phase-burden.ts"
import { whenWords } from "../../../shared/domain/calendar/phase-forms.ts"
import { kindOf } from "../../../shared/kinds/index.ts"

const found = phases.find(({ phase }) => phase.id === "NSW2")
if (!found) throw new Error("The demonstration has no phase 2")
const phase = { ...found.phase, sites: [...found.sites, ...joining] }
const today = "2017-10-01"

const midpoint: Line = {
  id: "midpoint",
  kind: "evaluation-midpoint",
  cadence: "middle",
  workingDays: 10,
  locksAfter: 20,
  because: "To know half way.",
}

test("what is asked half way covers the first half of a site's own pilot, and is due after it", () => {
  const asks = { ...phase, asks: [midpoint] }
  const owed = phase.sites
    .filter(isDated)
    .flatMap((site) => owedBy(asks, site, periodsIn(asks, phase.sites), today))
  const of = (id: string) => owed.find(({ organisation }) => organisation === id)
  expect(of("sheffield")?.covers).toEqual({ from: "2017-10-01", to: "2017-12-30" })
  expect(of("sheffield")?.opens.slice(0, 10)).toBe("2017-12-31")
  expect(of("sheffield")?.by.slice(0, 10)).toBe("2018-01-15")
  expect(of("halton")?.covers).toEqual({ from: "2017-09-01", to: "2017-12-30" })
  expect(new Set(owed.map(({ round }) => round)).size).toBe(1)
  expect(whenWords(midpoint)).toBe("Once, half way; due 10 working days after the day in its middle")
})

test("the evaluation asks a baseline, a tally each month and a final evaluation of each site, each with its day", () => {
  const site = phase.sites.filter(isDated).find(({ organisation }) => organisation === "sheffield")
  if (!site) throw new Error("Sheffield is not there")
  const owed = owedBy(phase, site, periodsIn(phase, phase.sites), today).filter(
    ({ kind }) => kindOf(kind).needs === "the evaluation",
  )
  expect(owed.map(({ title, by, signs }) => [title, by.slice(0, 10), signs])).toEqual([
    ["Baseline", "2017-11-24", ["lead"]],
    ["Monthly tally, October 2017", "2017-11-07", []],
    ["Monthly tally, November 2017", "2017-12-07", []],
    ["Monthly tally, December 2017", "2018-01-08", []],
    ["Monthly tally, January 2018", "2018-02-07", []],
    ["Monthly tally, February 2018", "2018-03-07", []],
    ["Monthly tally, March 2018", "2018-04-09", []],
    ["Final evaluation", "2018-05-11", ["lead"]],
  ])
  expect(owed.find(({ title }) => title.endsWith("October 2017"))?.locks?.slice(0, 10)).toBe("2017-11-14")
})

test("everything that the phase asks of a site stays within twenty hours and a twentieth of its award", () => {
  for (const { minutes, share = 0 } of burdensOf(phase, [], today)) {
    expect(minutes).toBeLessThanOrEqual(target.minutes)
    expect(share).toBeLessThanOrEqual(target.share)
  }
})
