import { expect } from "vitest"
import { keyed } from "../support/submission.ts"
import type { byApi } from "./money.ts"
import { beginIn } from "./submission.ts"

type Somebody = Awaited<ReturnType<typeof byApi>>
type Answers = Record<string, unknown>

export const evaluationOf = (site: string, path = "") => `/organisations/${site}/evaluation/NSW2${path}`
export const storiesOf = (site: string, path = "") => `/organisations/${site}/stories/NSW2${path}`
export const tallyOf = (site: string, month: string) => `/organisations/${site}/tally/nsw2-tally-${month}`
export const findings = (path = "") => `/findings/NSW2${path}`

/** What a tally counts of the team as one row. */
export const teamRow = (people: number, counts: Record<string, number> = {}) => {
  const nothing = { started: 0, stopped: 0, admissions: 0, discharges: 0, formal: 0, meeting: 0, changed: 0 }
  const numbers = { people, kept: people, ...nothing, ...counts }
  return {
    name: "Team",
    ...Object.fromEntries(Object.entries(numbers).map(([column, number]) => [column, { number }])),
    days: 2.5,
  }
}

/** A month of a team, sent; what does not fit the month before stays as it is. */
export const tallied = async ({ who }: Somebody, site: string, month: string, row: Answers) => {
  const at = `${tallyOf(site, month)}/send`
  const send = (more: Answers = {}) => who.api("POST", at, { revision: 0, team: [row], ...more }, keyed())
  const first = await send()
  const { asks = [] } = (await first.clone().json()) as { asks?: { mark: string }[] }
  const sent = asks.length > 0 ? await send({ stays: asks.map(({ mark }) => mark) }) : first
  expect(sent.status, await sent.clone().text()).toBe(200)
}

/** A return of the evaluation, begun and filled in by the lead. */
export const writtenReturn = async (
  { who }: Somebody,
  site: string,
  round: string,
  form: Record<string, Answers>,
) => {
  const one = await beginIn(who, site, round)
  await one.fill(who, form)
  return { ...one, reference: one.here.split("/").at(-1) ?? "" }
}

/** The same signed and sent. */
export const sentReturn = async (
  by: Somebody,
  site: string,
  round: string,
  form: Record<string, Answers>,
) => {
  const one = await writtenReturn(by, site, round, form)
  await one.sign(by.who)
  await one.send(by.who)
  return one
}

export const returnAt = (site: string, reference: string, path = "") =>
  evaluationOf(site, `/returns/${reference}${path}`)
