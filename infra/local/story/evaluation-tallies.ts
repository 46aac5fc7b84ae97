import type { Site } from "../demonstration/sites.ts"
import { calls, type Does, type Move } from "./acts.ts"
import { accountant, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

/** What a team counted in a month, in one row: `same` stands for what the month before said of it. */
type Counted = {
  people: number
  kept: number
  started?: number
  stopped?: number
  admissions?: number
  discharges?: number
  formal: number | string
  meeting: number | string
  changed: number | string
  days: number
}
type Cell = number | { number: number } | { notKnown: string }

const cellOf = (given: number | string): Cell =>
  typeof given === "number" ? { number: given } : { notKnown: given }

const roundOf = (month: string) => `nsw2-tally-${month}`
const pathOf = (site: Site, month: string) => `/organisations/${site}/tally/${roundOf(month)}`

const rowOf = ({ days, started = 0, stopped = 0, ...counts }: Counted): Record<string, unknown> => ({
  name: "Team",
  days,
  ...Object.fromEntries(
    Object.entries({ ...counts, started, stopped }).map(([column, given]) => [column, cellOf(given)]),
  ),
})

/** The month that ends on this day, in one row for the team. */
const tallies = (
  site: Site,
  [month, day, time]: [month: string, day: string, time: string],
  workers: number,
  counted: Counted,
): Move =>
  move(
    day,
    time,
    accountant(site),
    calls(`${pathOf(site, month)}/send`, { revision: 0, workers, team: [rowOf(counted)] }),
  )

/** “Same as last month” fills the page; what happens in a month is counted anew. */
const same = (
  site: Site,
  [month, day, time]: [month: string, day: string, time: string],
  workers: number,
  happened: Pick<Counted, "formal" | "meeting" | "changed">,
): Move => move(day, time, accountant(site), sameAsBefore(site, month, workers, happened))

const sameAsBefore =
  (site: Site, month: string, workers: number, happened: Record<string, number | string>): Does =>
  async (player) => {
    const { sameAsLastMonth = [] } = (await player.get(pathOf(site, month))).body as {
      sameAsLastMonth?: Record<string, unknown>[]
    }
    const again = Object.fromEntries(
      Object.entries(happened).map(([column, given]) => [column, cellOf(given)]),
    )
    const team = sameAsLastMonth.map((row) => ({ ...row, ...again }))
    return player.does(`${pathOf(site, month)}/send`, { revision: 0, workers, team })
  }

const notNeeded = (site: Site, month: string, day: string, because: string): Move =>
  move(
    day,
    "09:10",
    coordinator,
    calls(`/programme/sites/${site}/returns/${roundOf(month)}/not-needed`, { because }),
  )

/** By the link of the letter, without signing in. */
const byLetter =
  (subject: string, workers: number, { days, started = 0, stopped = 0, ...counts }: Counted): Does =>
  async (player) => {
    const link = player.letter(subject).match(/\/tally\/[^\s/]+/)?.[0]
    const cells = Object.entries({ ...counts, started, stopped, days, name: "Team" })
    await player.fills(`${link}/send`, {
      revision: "0",
      workers: String(workers),
      "team.rows": "new-1",
      ...Object.fromEntries(cells.map(([column, given]) => [`team.new-1.${column}`, String(given)])),
    })
    return undefined
  }

const halton: Move[] = [
  notNeeded("halton", "2017-09-30", "2017-09-29", "The plan is agreed in October (invented)."),
  tallies("halton", ["2017-10-31", "2017-11-01", "12:30"], 4, {
    people: 17,
    kept: 17,
    started: 17,
    admissions: 0,
    discharges: 0,
    formal: 1,
    meeting: 5,
    changed: 3,
    days: 1.5,
  }),
  same("halton", ["2017-11-30", "2017-12-01", "12:30"], 4, { formal: 0, meeting: 4, changed: 3 }),
  same("halton", ["2017-12-31", "2018-01-02", "12:30"], 4, { formal: 1, meeting: 2, changed: 2 }),
  tallies("halton", ["2018-01-31", "2018-02-01", "12:30"], 4, {
    people: 17,
    kept: 16,
    admissions: 0,
    discharges: 0,
    formal: 2,
    meeting: 5,
    changed: 4,
    days: 1,
  }),
  same("halton", ["2018-02-28", "2018-03-01", "12:30"], 4, { formal: 1, meeting: 6, changed: 5 }),
  same("halton", ["2018-03-31", "2018-04-03", "12:30"], 4, { formal: 0, meeting: 4, changed: 3 }),
  notNeeded("halton", "2018-04-30", "2018-05-01", "The final evaluation is of the same day (invented)."),
]

/** Two of its measures are counted from January on. */
const uncounted = "Counted from January on (invented)"
const sheffield: Move[] = [
  tallies("sheffield", ["2017-10-31", "2017-11-01", "09:20"], 3, {
    people: 12,
    kept: 12,
    started: 12,
    admissions: 0,
    discharges: 0,
    formal: uncounted,
    meeting: uncounted,
    changed: uncounted,
    days: 2,
  }),
  same("sheffield", ["2017-11-30", "2017-12-01", "09:20"], 3, {
    formal: uncounted,
    meeting: uncounted,
    changed: uncounted,
  }),
  same("sheffield", ["2017-12-31", "2018-01-02", "09:20"], 3, {
    formal: uncounted,
    meeting: uncounted,
    changed: uncounted,
  }),
  same("sheffield", ["2018-01-31", "2018-02-01", "09:20"], 3, { formal: 0, meeting: 2, changed: 1 }),
  same("sheffield", ["2018-02-28", "2018-03-01", "09:20"], 3, { formal: 0, meeting: 1, changed: 1 }),
  same("sheffield", ["2018-03-31", "2018-04-03", "09:20"], 3, { formal: 1, meeting: 2, changed: 2 }),
]

const bradford: Move[] = [
  move(
    "2017-11-07",
    "10:00",
    accountant("bradford"),
    byLetter("Monthly tally, October 2017, Bradford", 4, {
      people: 22,
      kept: 22,
      started: 22,
      admissions: 1,
      discharges: 0,
      formal: 1,
      meeting: 2,
      changed: 1,
      days: 2,
    }),
  ),
  tallies("bradford", ["2017-11-30", "2017-12-06", "10:00"], 4, {
    people: 40,
    kept: 39,
    started: 18,
    admissions: 1,
    discharges: 1,
    formal: 2,
    meeting: 4,
    changed: 3,
    days: 1.5,
  }),
  tallies("bradford", ["2017-12-31", "2018-01-05", "10:00"], 4, {
    people: 40,
    kept: 37,
    admissions: 2,
    discharges: 1,
    formal: 1,
    meeting: 3,
    changed: 1,
    days: 1.5,
  }),
  tallies("bradford", ["2018-01-31", "2018-02-07", "10:00"], 4, {
    people: 39,
    kept: 36,
    stopped: 1,
    admissions: 0,
    discharges: 2,
    formal: 3,
    meeting: 6,
    changed: 5,
    days: 2,
  }),
  tallies("bradford", ["2018-02-28", "2018-03-06", "10:00"], 4, {
    people: 39,
    kept: 36,
    admissions: 1,
    discharges: 1,
    formal: 2,
    meeting: 5,
    changed: 4,
    days: 2.5,
  }),
  tallies("bradford", ["2018-03-31", "2018-04-06", "10:00"], 4, {
    people: 38,
    kept: 35,
    stopped: 1,
    admissions: 0,
    discharges: 1,
    formal: 2,
    meeting: 6,
    changed: 5,
    days: 2.5,
  }),
]

const hertfordshire: Move[] = [
  tallies("hertfordshire", ["2017-10-31", "2017-11-06", "15:00"], 8, {
    people: 24,
    kept: 21,
    started: 24,
    admissions: 1,
    discharges: 0,
    formal: 2,
    meeting: 6,
    changed: 4,
    days: 2,
  }),
  ...(["2017-11-30", "2017-12-31", "2018-01-31", "2018-02-28", "2018-03-31"] as const).map((month, place) =>
    tallies(
      "hertfordshire",
      [month, ["2017-12-05", "2018-01-08", "2018-02-05", "2018-03-06", "2018-04-05"][place] ?? "", "15:00"],
      8,
      {
        people: 24,
        kept: 20,
        admissions: [1, 0, 0, 1, 0][place],
        discharges: [1, 1, 0, 1, 1][place],
        formal: [1, 2, 1, 3, 2][place] ?? 0,
        meeting: [5, 7, 6, 8, 7][place] ?? 0,
        changed: [3, 5, 5, 7, 6][place] ?? 0,
        days: 2,
      },
    ),
  ),
]

const liverpoolCounts = { people: 15, kept: 13, admissions: 0, discharges: 0, days: 1 }

/** It is reminded most months before it fills it in, and is late three times. */
const liverpool: Move[] = [
  tallies("liverpool", ["2017-10-31", "2017-11-08", "10:00"], 3, {
    ...liverpoolCounts,
    started: 15,
    formal: 0,
    meeting: 1,
    changed: 0,
  }),
  same("liverpool", ["2017-11-30", "2017-12-08", "10:00"], 3, { formal: 0, meeting: 1, changed: 0 }),
  same("liverpool", ["2017-12-31", "2018-01-09", "10:00"], 3, { formal: 1, meeting: 1, changed: 1 }),
  same("liverpool", ["2018-01-31", "2018-02-07", "10:00"], 3, { formal: 0, meeting: 3, changed: 2 }),
  same("liverpool", ["2018-02-28", "2018-03-07", "10:00"], 3, { formal: 0, meeting: 2, changed: 2 }),
  same("liverpool", ["2018-03-31", "2018-04-09", "10:00"], 3, { formal: 1, meeting: 2, changed: 2 }),
]

/** Its first worker begins in February: until then nothing is asked. */
const begins = "Its first worker begins in February (invented)."
const shropshire: Move[] = [
  notNeeded("shropshire", "2017-10-31", "2017-11-01", begins),
  notNeeded("shropshire", "2017-11-30", "2017-12-01", begins),
  notNeeded("shropshire", "2017-12-31", "2017-12-29", begins),
  notNeeded("shropshire", "2018-01-31", "2018-01-29", begins),
  tallies("shropshire", ["2018-02-28", "2018-03-06", "11:00"], 1, {
    people: 11,
    kept: 11,
    started: 11,
    formal: 0,
    meeting: 2,
    changed: 1,
    days: 3,
  }),
  tallies("shropshire", ["2018-03-31", "2018-04-06", "11:00"], 1, {
    people: 18,
    kept: 18,
    started: 7,
    formal: 1,
    meeting: 3,
    changed: 2,
    days: 3,
  }),
]

/** Two minutes a month: counts alone. All of them are invented but Halton's seventeen. */
export const monthly: Move[] = [
  ...halton,
  ...sheffield,
  ...bradford,
  ...hertfordshire,
  ...liverpool,
  ...shropshire,
]
