import { type Head, head as headSchema, newHead } from "../domain/coaching/head.ts"
import type { About, CoachingMove } from "../domain/coaching/move.ts"
import type { CoachingLetter } from "../domain/letters/written.ts"
import { chasesOfCoaching, nextChase } from "../domain/notices/chases.ts"
import { type Event, event as eventSchema } from "../domain/submissions/event.ts"
import type { Json } from "../values/canonical.ts"
import { londonDate, type PlainDate } from "../values/london.ts"
import { addWorkingDays } from "../values/working-days.ts"
import type { Action, Item } from "./action.ts"
import type { Chains } from "./changes.ts"
import { everyItem } from "./every.ts"
import { byRound, keys, type SharedRecord } from "./keys.ts"
import { listedAs } from "./listed.ts"
import { type Moving, nextLine } from "./site-chain.ts"
import type { Table } from "./table.ts"

/** Which coaching: of a site, in a phase. `name` is what the site is called on lists. */
export type Place = Pick<Head, "organisation" | "phase" | "name">

/**
 * What a move is decided to be by what stands there: the next line of the timeline, where the coaching stands then, and
 * whatever else changes with it, in one write. `note` is words that may have to go while the line stays.
 */
export type Decided<Result extends Json> = {
  move: CoachingMove
  about: About
  note?: string
  head?: Partial<Omit<Head, "organisation" | "phase" | "revision">>
  actions?: Action[]
  letters?: CoachingLetter[]
  result: Result
}

/** As many lines as one page of a timeline has. */
export const pageOfTimeline = 25

/** The coaching of one site: where it stands, its timeline, and how it changes. */
export const coachingIn = (table: Table) => {
  const head = async (organisation: string, phase: string): Promise<Head | undefined> => {
    const item = await table.get(keys.coaching(organisation, phase), { strong: true })
    return item && headSchema.parse(item)
  }

  /** Of every site in a phase, by name, in one query: as it was a moment ago. */
  const inPhase = async (phase: string): Promise<Head[]> =>
    (await everyItem(table, { pk: coachingListOf(phase), index: byRound }))
      .map(({ summary }) => headSchema.parse(summary))
      .sort((a, b) => a.name.localeCompare(b.name))

  /** One page of what happened, newest first: one query, whatever lies behind it. */
  const timeline = async (organisation: string, phase: string, before?: number): Promise<Event[]> => {
    const at = (number: number) => keys.event(organisation, recordOf(phase), number)
    const { pk, sk } = at(0)
    const { items } = await table.query({
      pk,
      begins: sk.slice(0, -6),
      newestFirst: true,
      limit: pageOfTimeline,
      strong: true,
      after: before === undefined ? undefined : at(before),
    })
    return items.map((item) => eventSchema.parse(item))
  }

  /** All records of one sort in a phase, by their ids. */
  const records = ({ organisation, phase }: Omit<Place, "name">, what: SharedRecord): Promise<Item[]> => {
    const { pk, sk } = keys.shared(organisation, what, phase, "")
    return everyItem(table, { pk, begins: sk, strong: true })
  }

  /**
   * One line more. `decide` is asked again where somebody was quicker, loads what it needs itself, and refuses by
   * throwing; the same key gives what it gave before.
   */
  const change = async <Result extends Json>(
    place: Place,
    moving: Moving,
    decide: (before: Head) => Promise<Decided<Result>>,
  ): Promise<Result> => {
    const { organisation, phase } = place
    const where = { record: recordOf(phase), chains: chainsOf(organisation) }
    return nextLine(table, where, moving, async () => {
      const found = await head(organisation, phase)
      const before = found ?? newHead(place)
      const { head: changed, actions = [], letters = [], ...line } = await decide(before)
      const after = putHead({ ...before, ...changed }, found, londonDate(moving.at))
      return { ...line, actions: [after, ...actions, ...letters.map(putLetter)] }
    })
  }

  return { head, inPhase, timeline, records, change }
}

/** Under which the coaching of a phase is listed. */
export const coachingListOf = (phase: string) => `COACHING#${phase}`

/** The record that its events are kept under, in the log of the site. */
const recordOf = (phase: string) => `coaching-${phase}`

const chainsOf = (organisation: string): Chains => ({
  chain: (record) => keys.coachingChain(organisation, record),
  move: (person, key) => keys.coachingMove(organisation, person, key),
  event: (record, number) => keys.event(organisation, record, number),
  contents: (record, number) => keys.contents(organisation, record, number),
})

/** As it stands after a change on this day, or after what is to be told on it was told. */
export const putHead = (after: Head, before: Head | undefined, today: PlainDate): Action => {
  const chases = chasesOfCoaching(after)
  const told = Object.fromEntries(
    Object.entries(after.told ?? {}).filter(([mark]) => chases.some((one) => one.mark === mark)),
  )
  const day = nextChase(chases, told, addWorkingDays(today, 1))
  const next = { ...after, told, revision: (before?.revision ?? 0) + 1 }
  return {
    put: {
      ...keys.coaching(next.organisation, next.phase),
      ...next,
      ...(day !== undefined && { onDay: day }),
      summary: next,
      inRound: coachingListOf(next.phase),
      site: next.organisation,
    },
    when: before ? { is: { revision: before.revision } } : "new",
  }
}

/** That it stands as it was read. */
export const checkHead = ({ organisation, phase, revision }: Head): Action => ({
  check: keys.coaching(organisation, phase),
  when: { is: { revision } },
})

const putLetter = (one: CoachingLetter): Action => ({
  put: { ...keys.coachingLetter(one.organisation, one.id), ...one },
  when: "new",
})

type Revised = { organisation: string; phase: string; id: string; revision: number }

type Listed = { inRound: string; summary: unknown }

/**
 * One record that a site and its coach share: new, or the same where it lies there as it was read. Some are
 * listed over sites too, by their phase.
 */
export const putShared = <One extends Revised>(
  what: SharedRecord,
  after: One,
  before?: One,
  listed: Listed | undefined = listedAs(what, after),
): Action => ({
  put: {
    ...keys.shared(after.organisation, what, after.phase, after.id),
    ...after,
    ...(listed && { ...listed, site: after.organisation }),
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})
