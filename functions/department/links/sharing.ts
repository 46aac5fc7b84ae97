import type { Actor } from "../../../shared/domain/people/actor.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { arrivalsSeenBy, isWithdrawn } from "../../../shared/domain/selection/arrivals.ts"
import {
  assignJob,
  type Pair,
  type Shared,
  sharedOut,
  whyNobody,
  whyNotReader,
} from "../../../shared/domain/selection/assigning.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { isOpen, type Open } from "../../../shared/domain/selection/seen.ts"
import { standsUntilSent, untilSentWords } from "../../../shared/domain/selection/standing.ts"
import { panelJob } from "../../../shared/store/panel-jobs.ts"
import { arrivalsHere, type C, type Desk, deskHere, only } from "../../../shared/web/panel/here.ts"
import { having, panelPeople } from "./people.ts"

export const assigners = "The chair of the selection panel gives expressions of interest to readers."

/** Somebody who may score: `has` sheets of this round, as far as whoever asks may know. */
export type Reader = { actor: Actor; has: number; warns?: string }

/** One that can be given to readers now, or not, and why. */
export type Row = {
  one: Open
  raw: Reading
  missing: number
  not?: string
  /** Its readers cannot be taken off any longer, or not by this person yet. */
  stands: boolean
}

export type Assigning = Desk & {
  readers: Reader[]
  rows: Row[]
  /** How many this person has first to say a link about. */
  unsaid: number
  /** An act that was broken off before everybody had what they were given. */
  open: boolean
}

export const jobIn = ({ var: { world } }: C, round: string) =>
  panelJob(world.table, round, "ASSIGN", assignJob)

export const assigningHere = async (c: C): Promise<Assigning> => {
  only(c, "assign", assigners)
  const [desk, people, expected, last] = await Promise.all([
    deskHere(c),
    panelPeople(c),
    arrivalsHere(c),
    jobIn(c, c.req.param("round") ?? "").last(),
  ])
  const { seen, whole, round } = desk
  const arrivals = arrivalsSeenBy(c.var.actor, expected, whole)
  const rows = seen
    .filter(isOpen)
    .flatMap((one): Row[] => {
      const raw = whole.readings.find(({ reference }) => reference === one.reference)
      if (!raw) return []
      const missing = Math.max(0, whole.rules.readers - (one.readers?.length ?? 0))
      const decided = one.compared?.decided
      const waits = !whole.panel?.told && standsUntilSent(c.var.actor, raw, one)
      const not = isWithdrawn(one, arrivals)
        ? "Withdrawn by the applicant"
        : (whyNobody({ apply: one.apply, decided }, whole.panel) ?? (waits ? untilSentWords : undefined))
      const stands = waits || decided !== undefined || whole.panel?.told !== undefined
      return [{ one, raw, missing, not, stands }]
    })
    .sort((a, b) => a.one.name.localeCompare(b.one.name))
  const deciders = having(people, "decide")
  return {
    ...desk,
    round,
    readers: having(people, "score").map((actor) => ({
      actor,
      has: rows.filter(({ one }) => one.readers?.some(({ person }) => person === actor.id)).length,
      warns: warningFor(actor, deciders),
    })),
    rows,
    unsaid: seen.filter((one) => !isOpen(one)).length,
    open: last !== undefined && !last.done,
  }
}

const warningFor = (actor: Actor, deciders: Actor[]) => {
  if (!mayInSelection(actor, "decide")) return undefined
  return deciders.length === 1
    ? "The only decision-maker: nobody can decide about what they score"
    : "A decision-maker too: they cannot decide about what they score"
}

/** What of it is read by nobody else yet: those that need readers, and can be given some. */
export const needing = ({ rows }: Pick<Assigning, "rows">) =>
  rows.filter(({ missing, not }) => missing > 0 && not === undefined)

/** The sheets that were sent by somebody who is no reader any longer, as pairs. */
export const sentBefore = async ({ store }: Pick<Desk, "store">, raw: Reading, person: string) =>
  raw.scorers.includes(person) && !raw.readers.some((each) => each.person === person)
    ? (await store.sentBy(raw.reference, person)).at(-1)
    : undefined

export type Proposal = Shared & { among: Reader[] }

/** How all that needs readers is shared out among some of them: nothing is given by asking. */
export const proposedFor = async (assigning: Assigning, people: string[]): Promise<Proposal> => {
  const among = assigning.readers.filter(({ actor }) => people.includes(actor.id))
  if (among.length === 0 || among.length < people.length)
    throw new Refused("not valid", {
      problems: [{ question: "reader", says: "Select who is to read, from the list" }],
    })
  const rows = needing(assigning)
  const not = new Set<string>()
  for (const { raw } of rows)
    for (const { actor } of among) {
      const sent = (await sentBefore(assigning, raw, actor.id)) !== undefined
      if (whyNotReader(actor, raw, { coached: assigning.whole.coached, sent }))
        not.add(pairName({ reference: raw.reference, person: actor.id }))
    }
  const shared = sharedOut({
    expressions: rows.map(({ raw }) => ({
      reference: raw.reference,
      readers: raw.readers.map(({ person }) => person),
    })),
    readers: among.map(({ actor, has }) => ({ person: actor.id, has })),
    each: assigning.whole.rules.readers,
    mayRead: (reference, person) => !not.has(pairName({ reference, person })),
  })
  return { ...shared, among }
}

export const pairName = ({ reference, person }: Pair) => `${reference} ${person}`
