import type { Expected, PanelAsks } from "../calendar/expected.ts"
import type { Actor } from "../people/actor.ts"
import { asksAbout } from "./asking.ts"
import { isLinkedTo } from "./late.ts"
import type { Reading } from "./reading.ts"
import type { Whole } from "./seen.ts"

/** What has become of one organisation's expression of interest: whose it is and when, and nothing that it says. */
export type Arrival = {
  organisation: string
  name: string
  reference: string
  state: "sent" | "in hand" | "withdrawn"
  /** The version that was sent last, and counts while a change to it is written. */
  version: number
  sentAt?: string
  /** What the selection panel has asked about it. */
  asks?: PanelAsks
}

export const arrivalOf = (one: Expected): Arrival[] => {
  const { organisation, name, owed, stands } = one
  const asks = stands && asksAbout(one, stands.reference)
  return stands && !owed
    ? [
        {
          organisation,
          name,
          reference: stands.reference,
          state: stands.state === "withdrawn" ? "withdrawn" : stands.version > 0 ? "sent" : "in hand",
          version: stands.version,
          ...(asks && { asks }),
          ...(stands.sentAt !== undefined && { sentAt: stands.sentAt }),
        },
      ]
    : []
}

/** What somebody may know of who has begun and sent: what they have a link with is in no list and no count of it. */
export const arrivalsSeenBy = (
  actor: Actor,
  all: readonly Expected[],
  whole: Pick<Whole, "readings" | "coached">,
): Arrival[] =>
  all
    .flatMap(arrivalOf)
    .filter(({ organisation }) => !isLinkedTo(actor, organisation, whole))
    .sort((a, b) => a.name.localeCompare(b.name))

export type ArrivalCounts = { sent: number; inHand: number; withdrawn: number }

export const countsOf = (arrivals: readonly Arrival[]): ArrivalCounts => ({
  sent: arrivals.filter(({ state }) => state === "sent").length,
  inHand: arrivals.filter(({ state }) => state === "in hand").length,
  withdrawn: arrivals.filter(({ state }) => state === "withdrawn").length,
})

/** "3 sent, 2 being written, 1 withdrawn. Drafts are counted here, and never readable." */
export const countWords = ({ sent, inHand, withdrawn }: ArrivalCounts) =>
  `${sent} sent, ${inHand} being written, ${withdrawn} withdrawn. Drafts are counted, and never readable.`

/** Whether the applicant took it back, or began another one in its place. */
export const isWithdrawn = (
  one: Pick<Reading, "organisation" | "reference">,
  arrivals: readonly Arrival[],
): boolean => {
  const arrival = arrivals.find(({ organisation }) => organisation === one.organisation)
  return arrival !== undefined && (arrival.reference !== one.reference || arrival.state === "withdrawn")
}

/** What was sent and is not taken in yet: those that came since, and newer versions. */
export const toTakeIn = (
  arrivals: readonly Arrival[],
  readings: readonly Pick<Reading, "reference" | "version" | "newer">[],
): Arrival[] => {
  const taken = new Map(readings.map((one) => [one.reference, Math.max(one.version, one.newer ?? 0)]))
  return arrivals.filter(
    ({ state, reference, version }) => state === "sent" && version > (taken.get(reference) ?? 0),
  )
}
