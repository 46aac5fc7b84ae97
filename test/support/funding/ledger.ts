import fc from "fast-check"
import type { Account } from "../../../shared/domain/funding/account.ts"
import { type Entry, post } from "../../../shared/domain/funding/entry.ts"
import { offerHash } from "../../../shared/domain/funding/offering.ts"
import type { GivenTo, VerbName } from "../../../shared/domain/funding/play.ts"
import { setUpTasks } from "../../../shared/domain/funding/set-up-tasks.ts"
import { settledOf } from "../../../shared/domain/funding/varying.ts"
import { emptyPosting } from "../../../shared/form/posting.ts"
import { addDays } from "../../../shared/values/london.ts"
import { offerFor } from "./award.ts"

/** A ledger that is played: the account, its lines, and the day it is. */
export type Ledger = { account: Account; entries: Entry[]; day: string }

/** What chance gives for one move: what of it a move does not need is left. */
export type Draw = {
  verb: VerbName
  person: string
  days: number
  number: number
  amount: number
  back: number
  round: number
  flag: boolean
}

export const crew = ["p-a", "p-b", "p-c"] as const

const often = [
  "authorise payment",
  "confirm payment",
  "fail payment",
  "accept return",
  "accept statement",
  "owe back",
  "ask back",
  "approve recovery",
  "receive recovery",
  "reconcile",
  "vary",
] as const satisfies VerbName[]
const seldom = [
  "reopen return",
  "reopen statement",
  "choose for checking",
  "check",
  "leave",
  "decide mid-phase",
  "consent to carry over",
  "set up",
  "close",
  "offer",
  "accept offer",
  "decline offer",
] as const satisfies VerbName[]

export const draw: fc.Arbitrary<Draw> = fc.record({
  verb: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<VerbName>(...often) },
    { weight: 1, arbitrary: fc.constantFrom<VerbName>(...seldom) },
  ),
  person: fc.constantFrom(...crew),
  days: fc.integer({ min: 0, max: 12 }),
  number: fc.integer({ min: 1, max: 4 }),
  amount: fc.oneof(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 1, max: 40_000 })),
  back: fc.integer({ min: 0, max: 20 }),
  round: fc.integer({ min: 0, max: 3 }),
  flag: fc.boolean(),
})

const offer = offerFor()
const ends = ["2017-12-31", "2018-03-31", "2018-06-30", "2018-09-30"]
const roundOf = (at: number) => `nsw2-spending-${ends[at]}`

const moveOn = (
  { account, entries, day }: Partial<Ledger>,
  move: { verb: VerbName; given: unknown; person: string },
): Ledger => {
  const at = `${day}T${String(9 + ((entries?.length ?? 0) % 9)).padStart(2, "0")}:00:00.000Z`
  const made = post(account, {
    verb: move.verb,
    given: move.given as never,
    by: { person: move.person, name: move.person },
    at,
    role: "finance",
    grant: "g",
  })
  return { account: made.account, entries: [...(entries ?? []), made.entry], day: day ?? "" }
}

/** An award that is offered, or accepted. */
export const begun = ({ accepted = true } = {}): Ledger => {
  const first = moveOn({ day: "2017-10-02" }, { verb: "offer", given: offer, person: "p-a" })
  if (!accepted) return first
  const given = { roles: ["sponsor", "certifier"], hash: offerHash(offer) }
  return moveOn(first, { verb: "accept offer", given, person: "p-sponsor" })
}

export type Start = "offered" | "accepted" | "paid" | "due back"

/** The same further on its way, so that what comes late is reached as well. */
export const startedAt = (start: Start): Ledger => {
  if (start === "offered" || start === "accepted") return begun({ accepted: start === "accepted" })
  let now = moved(begun(), "authorise payment", { number: 1, reference: "P1" }, { person: "p-b" })
  const paid = { number: 1, on: now.day, payerReference: "BACS", remittance: "NSW" }
  now = moved(now, "confirm payment", paid, { days: 0 })
  now = moved(now, "accept return", givenFor(now.account, late, now.day) as GivenTo<"accept return">)
  if (start === "paid") return now
  now = moved(now, "owe back", { amount: 12_345, because: "Not spent." })
  now = moved(now, "choose for checking", { sample: "s1", rounds: [roundOf(0)] })
  return moved(now, "ask back", { number: 1, payBy: addDays(now.day, 90), reference: "R1" })
}

const late: Draw = {
  verb: "accept return",
  person: "p-a",
  days: 0,
  number: 1,
  amount: 2_000_000,
  back: 0,
  round: 0,
  flag: true,
}

/** One move, as it is drawn, fitted to what stands there: it may well be refused. */
export const played = (before: Ledger, drawn: Draw): Ledger => {
  const day = addDays(before.day, drawn.days)
  return moveOn(
    { ...before, day },
    { verb: drawn.verb, given: givenFor(before.account, drawn, day), person: drawn.person },
  )
}

export const moved = <Name extends VerbName>(
  before: Ledger,
  verb: Name,
  given: GivenTo<Name>,
  { person = "p-a", days = 1 } = {},
): Ledger => moveOn({ ...before, day: addDays(before.day, days) }, { verb, given, person })

const givenFor = (one: Account, drawn: Draw, day: string): unknown => {
  const { number, amount, back, round, flag } = drawn
  const because = "Because."
  const on = addDays(day, -back)
  const to = ends[round] ?? ""
  const aPosting = {
    ...emptyPosting,
    spent: [{ year: "2017-18", row: "workers", amount }],
    corrections: flag
      ? [{ id: "c1", round: roundOf(0), year: "2017-18", row: "workers", amount: -number, because }]
      : [],
    accrued: flag ? { workers: number } : {},
    forecast: [{ to: "2018-06-30", row: "workers", amount: number * 1_000 }],
    virements:
      back > 15 ? [{ id: "v1", from: "workers", to: "training", amount: number * 1_000, because }] : [],
  }
  const version = one.versions.length
  const about = { version, reference: "NSW2-HAL-F-222222" }
  const settled = settledOf(one)
  const given: Partial<Record<VerbName, unknown>> = {
    offer,
    "accept offer": { roles: ["sponsor", "certifier"], hash: one.offer.hash },
    "decline offer": { because },
    "set up": { task: setUpTasks[number] ?? "people", answers: {} },
    vary: {
      amount: settled + amount,
      profile: [{ to: "2018-03-31", amounts: { workers: settled + amount } }],
      payments: [{ amount, condition: { is: "set-up done" } }].slice(flag && settled > 0 ? 1 : 0),
      because,
    },
    "accept return": {
      ...about,
      round: roundOf(round),
      title: "Spending",
      from: "2017-09-01",
      to,
      posting: aPosting,
    },
    "reopen return": { round: roundOf(round), because },
    "accept statement": { ...about, used: { "2017-18": amount }, unspent: 0, certifiedBy: "An officer" },
    "reopen statement": { because },
    "authorise payment": { number, reference: `NSW2-HAL-P${number}-222222` },
    "confirm payment": { number, on, payerReference: "BACS", remittance: "NSW" },
    "fail payment": { number, because },
    "consent to carry over": { from: "2017-18", amount, because },
    "decide mid-phase": { decision: flag ? "continue" : "stop", because },
    leave: { on: "2018-01-31", because },
    reconcile: {},
    "owe back": { amount: Math.ceil(amount / 10), because },
    "ask back": { number, payBy: addDays(day, back - 2), reference: "NSW2-HAL-R1-222222" },
    "approve recovery": { number },
    "receive recovery": { number, on, payerReference: "BACS" },
    "choose for checking": { sample: "s1", rounds: [roundOf(round)] },
    check: {
      round: roundOf(round),
      result: flag ? "right" : "wrong",
      ...(flag ? {} : { wrong: number }),
      because,
    },
    close: {},
  }
  const flatAmount = flag && drawn.verb === "vary" && settled > 0
  if (flatAmount)
    return {
      amount: settled,
      profile: [{ to: "2018-03-31", amounts: { workers: settled } }],
      payments: [],
      because,
    }
  return given[drawn.verb]
}
