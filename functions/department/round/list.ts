import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import {
  type Arrival,
  arrivalsSeenBy,
  isWithdrawn,
  toTakeIn,
} from "../../../shared/domain/selection/arrivals.ts"
import { isLinkedTo, type LateAsk } from "../../../shared/domain/selection/late.ts"
import { isOpen, type Seen } from "../../../shared/domain/selection/seen.ts"
import { type ReadingState, readingStates } from "../../../shared/domain/selection/state.ts"
import { exactWords } from "../../../shared/domain/selection/total.ts"
import { folded } from "../../../shared/values/folded.ts"
import { arrivalsHere, type C, type Desk, deskHere } from "../../../shared/web/panel/here.ts"
import { asksHere } from "./first.ts"

/** Where one stands in the list, in words: also for whoever has still to say, and where it was taken back. */
export const listStates = {
  "not said": "Say whether you have a link",
  ...readingStates,
  withdrawn: "Withdrawn by the applicant",
} as const
export type ListState = "not said" | "withdrawn" | ReadingState

export const filterNames = ["state", "mine", "region", "flagged", "q", "sort"] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>>

/** One row: what stands in it is what this person may see. */
export type Row = {
  reference: string
  organisation: string
  name: string
  state: ListState
  mine: boolean
  /** Of this person's own sheet, where they are one of its readers. */
  sheet?: "to send" | "sent"
  region?: string
  sentAt?: string
  /** Pence. */
  amount?: number
  people?: number
  flags: number
  total?: string
}

export type OnList = Desk & {
  asAt: Date
  arrivals: Arrival[]
  asks: LateAsk[]
  /** Sent, and not taken in yet. */
  came: number
  filters: Filters
  all: Row[]
  rows: Row[]
}

/** The list of a round: what its address chooses of what this person may see. */
export const listHere = async (c: C): Promise<OnList> => {
  const { actor, world } = c.var
  const [desk, expected, asks] = await Promise.all([
    deskHere(c),
    arrivalsHere(c),
    asksHere(c, c.req.param("round") ?? ""),
  ])
  const arrivals = arrivalsSeenBy(actor, expected, desk.whole)
  const views = mayInSelection(actor, "give a view")
  const all = desk.seen.map((one) => rowOf(one, isWithdrawn(one, arrivals), views))
  const filters = filtersIn(c)
  return {
    ...desk,
    asAt: world.now(),
    arrivals,
    asks: asks.filter(({ organisation }) => !isLinkedTo(actor, organisation, desk.whole)),
    came: toTakeIn(arrivals, desk.whole.readings).length,
    filters,
    all,
    rows: sorted(
      all.filter((one) => isChosen(one, filters)),
      filters.sort,
    ),
  }
}

const filtersIn = (c: C): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = c.req.query(name)?.trim().slice(0, 100)
      return value ? [[name, value]] : []
    }),
  )

const rowOf = (one: Seen, withdrawn: boolean, views: boolean): Row => {
  const { reference, organisation, name } = one
  const named = { reference, organisation, name, mine: false, flags: 0 }
  if (!isOpen(one)) return { ...named, state: withdrawn ? "withdrawn" : "not said" }
  const { own, compared } = one
  return {
    ...named,
    state: withdrawn ? "withdrawn" : one.state,
    mine: own !== undefined || (views && !one.ownView),
    ...(own && { sheet: own.sent ? "sent" : "to send" }),
    region: one.region,
    sentAt: one.sentAt,
    amount: one.amount,
    people: one.people,
    flags: one.flags.length,
    ...(compared?.total && { total: exactWords(compared.total.total) }),
  }
}

const isChosen = (row: Row, { state, mine, region, flagged, q }: Filters) =>
  (!state || row.state === state) &&
  (mine !== "yes" || row.mine) &&
  (!region || row.region === region) &&
  (flagged !== "yes" || row.flags > 0) &&
  (!q || [row.name, row.reference].some((text) => plain(text).includes(plain(q))))

const plain = (text: string) => folded(text).toLowerCase()

/** By name unless it is asked for by the time it was sent: never by what anybody thinks of it. */
const sorted = (rows: Row[], by = "name") =>
  rows.toSorted(
    (a, b) =>
      (by === "sent" ? (a.sentAt ?? "~").localeCompare(b.sentAt ?? "~") : 0) || a.name.localeCompare(b.name),
  )

/** The same list with other choices. */
export const listWith = (path: string, filters: Filters) => {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== undefined))
  return query.size > 0 ? `${path}?${query}` : path
}
