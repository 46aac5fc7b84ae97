import { randomUUID } from "node:crypto"
import type { Expected } from "../domain/calendar/expected.ts"
import { type Changing, withLine } from "../domain/calendar/line.ts"
import { isDated, owedBy, periodsSet, reconciled } from "../domain/calendar/owed.ts"
import type { Period } from "../domain/calendar/period.ts"
import { isSpread } from "../domain/calendar/phase.ts"
import { Refused } from "../domain/refused.ts"
import { event as eventSchema } from "../domain/submissions/event.ts"
import { londonDate } from "../values/london.ts"
import { calendarIn, type WithSites } from "./calendar.ts"
import { changedExpected, expectedIn, putExpected, removeExpected } from "./expected.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** Who changed the phase, and why, for the history of each return that moves. */
type Told = { by?: Changing["by"]; because?: string; at: Date }
type One = Told & { phase: string; site: string }
type Whole = Told & { phase: string; limit?: number }

const calendar: Changing["by"] = { person: "", name: "The calendar", role: "calendar", grant: "" }

/** The tries a site is given while others write to it at the same moment. */
const tries = 5

/** As many returns as are written at once: each is up to four actions, and a write takes a hundred. */
const together = 24

/**
 * Brings what one site is expected to send to what its phase asks of it now. Repeatable: a second time changes nothing.
 * Each write holds only while the phase and the return stand as they were read, so that an older plan never
 * overwrites a newer one, nor anything that the site did meanwhile.
 */
export const spread = async (table: Table, programme: string, one: One): Promise<void> =>
  bring(table, programme, one, await planned(table, programme, one.phase))

type Plan = { phase: WithSites; stored: Period[] }

const planned = async (table: Table, programme: string, id: string): Promise<Plan | undefined> => {
  const calendar = calendarIn(table, programme)
  const [phase, stored] = await Promise.all([calendar.phase(id), calendar.periods()])
  return phase?.published ? { phase, stored } : undefined
}

const bring = async (table: Table, programme: string, one: One, read: Plan | undefined): Promise<void> => {
  let plan = read
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (!plan || (await brought(table, programme, plan, one))) return
    plan = await planned(table, programme, one.phase)
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const brought = async (
  table: Table,
  programme: string,
  { phase, stored }: Plan,
  { site: organisation, ...told }: One,
): Promise<boolean> => {
  const site = phase.sites.find((one) => one.organisation === organisation)
  if (!site || !isDated(site)) return true
  const all = await expectedIn(table).all(organisation)
  const today = londonDate(told.at)
  const before = all.filter((one) => one.owed && one.phase === phase.id)
  const { put, remove } = reconciled(
    before,
    owedBy(phase, site, periodsSet(phase, phase.sites, stored), today, before),
    today,
  )
  const changes = [
    ...put.map((one) => () => writing(table, one, told)),
    ...remove.map((one) => async () => removing(programme, one, told)),
  ]
  const stands: Action = {
    check: keys.phase(programme, phase.id),
    when: { is: { revision: phase.revision } },
  }
  for (let from = 0; from < changes.length; from += together) {
    const actions = await Promise.all(changes.slice(from, from + together).map((one) => one()))
    const { written } = await table.write([stands, ...actions.flat()])
    if (!written) return false
  }
  return true
}

const changing = ({ by = calendar, because, at }: Told, move: string): Changing => ({
  move,
  by,
  at,
  note: because,
  salt: because === undefined ? "" : randomUUID(),
})

type Put = { one: Expected; before?: Expected }

const writing = async (table: Table, { one, before }: Put, told: Told): Promise<Action[]> => {
  if (!before) {
    const events = await lastLine(table, one)
    return [putExpected({ ...one, events, sequence: events.number })]
  }
  if (one.sequence === before.sequence) return [putExpected(one, before)]
  return changedExpected(withLine(one, changing(told, "move the date")), before)
}

/**
 * Where the chain of its round has got to: one that was expected once and is again goes on where it ended. Each change
 * of a date is a line, so that its dates count on from there too, and whoever was told of an old one is told of the new.
 */
const lastLine = async (
  table: Table,
  { organisation, round, events }: Expected,
): Promise<Expected["events"]> => {
  const { pk, sk } = keys.event(organisation, round, 0)
  const begins = sk.slice(0, -6)
  const { items } = await table.query({ pk, begins, newestFirst: true, limit: 1, strong: true })
  const [last] = items.map((item) => eventSchema.parse(item))
  return last ? { number: last.number, hash: last.hash } : events
}

/** What is not expected any longer goes, with what was asked about it; its history stays. */
export const removing = (programme: string, one: Expected, told: Told): Action[] => {
  const { event, contents } = withLine(one, changing(told, "no longer expected"))
  const { organisation, round } = one
  return [
    removeExpected(one),
    { put: { ...keys.event(organisation, round, event.number), ...event }, when: "new" },
    ...(contents
      ? [{ put: { ...keys.contents(organisation, round, event.number), ...contents }, when: "new" as const }]
      : []),
    ...(one.asked ? [{ remove: keys.ask(programme, organisation, round) }] : []),
  ]
}

/**
 * Brings every site of a phase to what it asks now, and notes on the phase that it is done. Beyond `limit` sites the
 * rest is left to the daily run.
 */
export const spreadPhase = async (
  table: Table,
  programme: string,
  { phase: id, limit = Number.POSITIVE_INFINITY, ...told }: Whole,
): Promise<boolean> => {
  const plan = await planned(table, programme, id)
  if (!plan || isSpread(plan.phase)) return true
  const { phase } = plan
  for (const { organisation: site } of phase.sites.slice(0, limit))
    await bring(table, programme, { ...told, phase: id, site }, plan)
  if (phase.sites.length > limit) return false
  const { revision } = phase
  const { written } = await table.write([
    { set: { ...keys.phase(programme, id), spread: revision }, when: { is: { revision } } },
  ])
  return written
}

/** What is left of any phase: for the daily run. Resumable; run twice it changes nothing. Says which are not done yet. */
export const spreadAll = async (
  table: Table,
  programme: string,
  at: Date,
  phases?: readonly WithSites[],
): Promise<string[]> => {
  const left: string[] = []
  for (const phase of phases ?? (await calendarIn(table, programme).phases())) {
    if (!phase.published || isSpread(phase)) continue
    if (!(await tried(() => spreadPhase(table, programme, { phase: phase.id, at })))) left.push(phase.id)
  }
  return left
}

const tried = async (does: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await does()
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
