import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { Refused } from "../../shared/domain/refused.ts"
import {
  type Arrival,
  arrivalsSeenBy,
  countsOf,
  isWithdrawn,
  toTakeIn,
} from "../../shared/domain/selection/arrivals.ts"
import { decidedLate } from "../../shared/domain/selection/late.ts"
import { cannotOpen, foundIn, readingOf, takenAgain } from "../../shared/domain/selection/opening.ts"
import type { Sent } from "../../shared/domain/submissions/sent.ts"
import { londonDate } from "../../shared/values/london.ts"
import { isWorkingDay, workingDaysBetween } from "../../shared/values/working-days.ts"

const organisations = ["alpha", "beta", "gamma", "delta"]
const states = ["draft", "waiting", "sent", "withdrawn"] as const

const expectedOf = (organisation: string, state: (typeof states)[number], version: number): Expected => ({
  organisation,
  name: organisation,
  phase: "NSW2",
  round: phaseTwo.id,
  kind: "expression-of-interest",
  title: phaseTwo.title,
  owed: false,
  rule: "closes",
  opens: phaseTwo.opens,
  by: phaseTwo.closes,
  sequence: 0,
  signs: [],
  told: {},
  events: { number: 0, hash: "" },
  revision: 1,
  stands: {
    state,
    reference: `R-${organisation}`,
    version: state === "sent" ? Math.max(version, 1) : version,
    waitingFor: [],
    changedAt: phaseTwo.opens,
    changedBy: "Somebody",
  },
})

const round = fc
  .uniqueArray(
    fc.record({
      organisation: fc.constantFrom(...organisations),
      state: fc.constantFrom(...states),
      version: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ organisation }) => organisation },
  )
  .map((all) => all.map(({ organisation, state, version }) => expectedOf(organisation, state, version)))

const actor = (linked: string[]): Actor => ({
  id: "p-one",
  name: "One",
  email: "one@doh.example",
  grants: linked.map((organisation) => ({
    id: organisation,
    role: "contributor",
    organisation,
    from: "2016-01-01T00:00:00.000Z",
    to: "2030-01-01T00:00:00.000Z",
    by: "",
  })),
})

const nothing = { readings: [], coached: [] }

describe("who has begun and sent", () => {
  test("what somebody has a link with is in no list and no count: it is as if it were not there", () => {
    fc.assert(
      fc.property(round, fc.subarray(organisations), (all, linked) => {
        const without = all.filter(({ organisation }) => !linked.includes(organisation))
        const seen = arrivalsSeenBy(actor(linked), all, nothing)
        expect(seen).toEqual(arrivalsSeenBy(actor([]), without, nothing))
        const { sent, inHand, withdrawn } = countsOf(seen)
        expect(sent + inHand + withdrawn).toBe(without.length)
      }),
    )
  })

  test("what was sent counts while a change to it is drafted; what was taken back does not", () => {
    const [one] = arrivalsSeenBy(actor([]), [expectedOf("alpha", "draft", 2)], nothing)
    expect(one).toMatchObject({ state: "sent", version: 2 })
    const [other] = arrivalsSeenBy(actor([]), [expectedOf("alpha", "withdrawn", 2)], nothing)
    expect(other?.state).toBe("withdrawn")
  })

  test("what is taken in is not taken in again, until a newer version is sent", () => {
    fc.assert(
      fc.property(round, (all) => {
        const arrivals = arrivalsSeenBy(actor([]), all, nothing)
        const waiting = toTakeIn(arrivals, [])
        expect(waiting).toHaveLength(countsOf(arrivals).sent)
        expect(toTakeIn(arrivals, waiting)).toEqual([])
        const newer = arrivals.map((one) => ({ ...one, version: one.version + 1 }))
        expect(toTakeIn(newer, waiting)).toHaveLength(waiting.length)
      }),
    )
  })

  test("one is withdrawn where its applicant says so, or has begun another in its place", () => {
    const [own] = arrivalsSeenBy(actor([]), [expectedOf("alpha", "sent", 1)], nothing) as [Arrival]
    const one = { organisation: "alpha", reference: own.reference }
    expect(isWithdrawn(one, [own])).toBe(false)
    expect(isWithdrawn(one, [])).toBe(false)
    expect(isWithdrawn(one, [{ ...own, state: "withdrawn" }])).toBe(true)
    expect(isWithdrawn(one, [{ ...own, reference: "R-other", state: "in hand" }])).toBe(true)
  })
})

describe("whether a round can be opened", () => {
  const during = new Date("2017-08-20T09:00:00.000Z")
  const after = new Date("2017-08-29T09:00:00.000Z")
  const openly = { ...phaseTwo, reading: { sealed: false, readers: 2, questions: false } }

  test("not before it closes, unless its rules say that it is read while it is open", () => {
    expect(cannotOpen(phaseTwo, { own: 0, others: false }, during)).toMatch(/before the round closes/)
    expect(cannotOpen(phaseTwo, { own: 0, others: false }, new Date(phaseTwo.closes))).toBeUndefined()
    expect(cannotOpen(openly, { own: 0, others: false }, during)).toBeUndefined()
    expect(cannotOpen(openly, { own: 0, others: false }, new Date("2017-01-01T00:00:00.000Z"))).toMatch(
      /nothing to read before/,
    )
  })

  test("not while anybody waits to hear whether they may be late", () => {
    expect(cannotOpen(phaseTwo, { own: 1, others: false }, after)).toMatch(
      /^1 ask to be late waits\. Decide first/,
    )
    expect(cannotOpen(phaseTwo, { own: 2, others: false }, after)).toMatch(
      /^2 asks to be late wait\. Decide first/,
    )
  })
})

const sentVersion = (version: number, more: Partial<Sent> = {}): Sent => ({
  reference: "R-alpha",
  version,
  kind: "expression-of-interest",
  title: phaseTwo.title,
  edition: 1,
  organisation: "Alpha",
  sentAt: "2017-08-20T09:00:00.000Z",
  sentBy: "Somebody",
  facts: {},
  signatures: ["lead", "sponsor"].map((role) => ({ role, name: role, at: phaseTwo.opens, declares: [] })),
  sections: [],
  ...more,
})
const alpha = {
  id: "alpha",
  name: "Alpha",
  shortName: "Alpha",
  code: "ALP",
  kind: "council" as const,
  gss: [],
  domains: [],
}
const arrival: Arrival = {
  organisation: "alpha",
  name: "Alpha",
  reference: "R-alpha",
  state: "sent",
  version: 1,
}

describe("what the service finds by itself", () => {
  test("nothing about a council that may lead, with every signature and no partners", () => {
    expect(foundIn(phaseTwo, sentVersion(1), alpha)).toEqual([])
  })

  test("who may not lead, on the day it was sent", () => {
    const barred = { ...phaseTwo, barred: [{ organisation: "alpha", because: "It took part before." }] }
    expect(foundIn(barred, sentVersion(1), alpha)).toEqual(["It may not lead: It took part before."])
    expect(foundIn(phaseTwo, sentVersion(1), { ...alpha, to: "2017-08-19" })).toEqual([
      "It may not lead: Alpha is not a council today.",
    ])
    expect(foundIn(phaseTwo, sentVersion(1), { ...alpha, to: "2017-08-20" })).toEqual([])
    expect(foundIn(phaseTwo, sentVersion(1))).toEqual(["The organisation is not in the directory."])
  })

  test("whose confirmation is not there", () => {
    expect(foundIn(phaseTwo, sentVersion(1, { signatures: [] }), alpha)).toEqual([
      "It is not confirmed by the site lead.",
      "It is not confirmed by the sponsor.",
    ])
  })
})

test("a newer version is the one that is read until somebody has scored; then it is flagged, and what was scored stands", () => {
  const first = readingOf({ round: phaseTwo, arrival, sent: sentVersion(1), organisation: alpha })
  const at = new Date("2017-08-21T09:00:00.000Z")
  const taken = { round: phaseTwo, arrival, sent: sentVersion(2), organisation: alpha }
  expect(takenAgain(first, taken, at)).toEqual({ ...first, version: 2 })
  const scored = { ...first, scorers: ["p-one"] }
  const flagged = takenAgain(scored, taken, at)
  expect(flagged).toMatchObject({ version: 1, newer: 2, flags: [{ id: "version-2" }] })
  expect(toTakeIn([{ ...arrival, version: 2 }], [flagged])).toEqual([])
})

test("an ask to be late is allowed for a working day, at most five ahead and in the future, and for nothing else", () => {
  const by = { person: "p-chair", name: "The chair" }
  const one = expectedOf("alpha", "draft", 0)
  const day = fc.integer({ min: 0, max: 20 }).map((n) => `2017-08-${String(n + 11).padStart(2, "0")}`)
  const at = fc.integer({ min: 0, max: 23 }).map((n) => new Date(Date.UTC(2017, 7, 25, n, 30)))
  fc.assert(
    fc.property(day, at, (until, now) => {
      const answer = { answer: "allow" as const, until, untilAt: "17:00", because: "They were ready." }
      const decide = () => decidedLate(one, answer, { by, at: now, askedBy: "Somebody" })
      const ahead = workingDaysBetween(londonDate(now), until)
      const instant = new Date(`${until}T16:00:00.000Z`)
      if (!isWorkingDay(until) || ahead > 5 || instant <= now) expect(decide).toThrow(Refused)
      else expect(decide()).toMatchObject({ by: instant.toISOString(), late: { allowed: true }, told: {} })
    }),
  )
})
