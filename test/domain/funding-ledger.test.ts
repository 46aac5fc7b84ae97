import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Account } from "../../shared/domain/funding/account.ts"
import { balancesOf, countingOf, profileNow } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { checkLedger } from "../../shared/domain/funding/ledger-check.ts"
import { accepterFor } from "../../shared/domain/funding/paying.ts"
import { profileTotal } from "../../shared/domain/funding/profile.ts"
import { summaryOf } from "../../shared/domain/funding/summary.ts"
import { tallyOf } from "../../shared/domain/funding/tally.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { emptyPosting } from "../../shared/form/posting.ts"
import { begun, draw, type Ledger, moved, played, type Start, startedAt } from "../support/funding/ledger.ts"

const tried = (does: () => Ledger): Ledger | undefined => {
  try {
    return does()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

const start = fc.constantFrom<Start>("offered", "accepted", "paid", "due back")

/** What was spent on each line of each return that counts, as it was corrected later. */
const correctedLines = (account: Account) => {
  const found = new Map<string, number>()
  for (const { round, posting } of countingOf(account))
    for (const one of [...posting.spent.map((each) => ({ ...each, round })), ...posting.corrections]) {
      const line = `${one.round} ${one.year} ${one.row}`
      found.set(line, (found.get(line) ?? 0) + one.amount)
    }
  return found
}

const holds = ({ account, entries }: Ledger) => {
  const now = balancesOf(account)
  expect(now.award).toBe(now.paid + now.toPay - now.recovered)
  expect(now.award).toBe(now.actual + now.accrued + now.forecast + now.unallocated)
  expect(now.cashHeld).toBe(now.paid - now.recovered - now.actual)
  expect(now).toMatchObject(tallyOf(entries))
  const due = account.recoveries.reduce((sum, { amount }) => sum + amount, 0)
  const out = account.payments
    .filter(({ state }) => state === "paid" || state === "authorised")
    .reduce((sum, { amount }) => sum + amount, 0)
  expect(out - due, "never more with the site and the payer than was awarded").toBeLessThanOrEqual(now.award)
  expect(now.award).toBeGreaterThanOrEqual(0)
  const profile = profileNow(account)
  expect(profileTotal(profile), "what is moved between heads is never lost").toBe(
    account.versions.at(-1)?.amount,
  )
  for (const { amounts } of profile)
    for (const amount of Object.values(amounts)) expect(amount).toBeGreaterThanOrEqual(0)
  for (const [line, amount] of correctedLines(account)) expect([line, amount >= 0]).toEqual([line, true])
  const numbers = account.payments.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { authorised, condition, paid } of account.payments) {
    if (authorised) expect(accepterFor(account, condition)).not.toBe(authorised.by.person)
    if (paid && authorised) expect(paid.on >= authorised.at.slice(0, 10)).toBe(true)
  }
  for (const { asked, approved, received } of account.recoveries) {
    if (approved) expect(approved.by.person).not.toBe(asked?.by.person)
    if (received) expect(account.payments.some(({ paid }) => paid && paid.on <= received.on)).toBe(true)
  }
}

describe("whatever is done with the money of a site, in whatever order", () => {
  test("both identities hold to the penny, the lines alone give the account again, and nothing follows the end", () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(start, fc.array(draw, { minLength: 10, maxLength: 50 }), (from, drawn) => {
        let now = startedAt(from)
        for (const one of drawn) {
          const before = structuredClone(now.account)
          const after = tried(() => played(now, one))
          expect(now.account).toEqual(before)
          if (!after) continue
          expect(before.state).not.toBe("closed")
          holds(after)
          reached.add(one.verb)
          now = after
        }
        expect(replayed(now.entries)).toEqual(now.account)
        const { account, entries } = now
        expect(checkLedger({ account, summary: summaryOf(account), entries }).problems).toEqual([])
      }),
      { numRuns: 400, endOnFailure: true },
    )
    expect([...reached]).toEqual(
      expect.arrayContaining([
        "confirm payment",
        "receive recovery",
        "reconcile",
        "vary",
        "check",
        "fail payment",
      ]),
    )
  })

  test("an award that ran its whole way is closed, and refuses everything afterwards", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_282_700 }),
        fc.array(draw, { maxLength: 20 }),
        (used, drawn) => {
          let now = whole(used)
          expect(now.account.state).toBe("closed")
          holds(now)
          const { paid, recovered, award } = balancesOf(now.account)
          expect(paid - recovered).toBe(used)
          expect(award).toBe(used)
          for (const one of drawn) {
            const after = tried(() => played(now, one))
            expect(after).toBeUndefined()
            now = after ?? now
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** Offered, paid once, certified, reconciled, paid or paid back, closed. */
const whole = (used: number): Ledger => {
  let now = moved(begun(), "authorise payment", { number: 1, reference: "P1" }, { person: "p-b" })
  const paid = (number: number) => ({ number, on: now.day, payerReference: "B", remittance: "R" })
  now = moved(now, "confirm payment", paid(1), { days: 0 })
  const certified = { used: { "2017-18": used }, unspent: 0, reference: "R", version: 1, certifiedBy: "C" }
  now = moved(now, "accept statement", certified)
  now = moved(now, "reconcile", {})
  for (const { number, state } of now.account.payments) {
    if (state !== "scheduled") continue
    now = moved(now, "authorise payment", { number, reference: "P" }, { person: "p-b" })
    now = moved(now, "confirm payment", paid(number), { days: 0 })
  }
  for (const { number } of now.account.recoveries) {
    now = moved(now, "ask back", { number, payBy: "2018-12-31", reference: "R" })
    now = moved(now, "approve recovery", { number }, { person: "p-b" })
    now = moved(now, "receive recovery", { number, on: now.day, payerReference: "B" }, { days: 0 })
  }
  return moved(now, "close", {})
}

describe("where it has to be another person, for every crew of two", () => {
  const two = ["p-a", "p-b"] as const
  const crews = two.flatMap((first) => two.map((second) => [first, second] as const))
  const round = "nsw2-spending-2017-12-31"
  const figures = {
    round,
    reference: "R",
    version: 1,
    title: "Spending update",
    from: "2017-09-01",
    to: "2017-12-31",
    posting: emptyPosting,
  }

  test.each(crews)("%s accepts the return and %s authorises its payment", (accepts, authorises) => {
    const accepted = moved(begun(), "accept return", figures, { person: accepts })
    const after = tried(() =>
      moved(accepted, "authorise payment", { number: 2, reference: "P2" }, { person: authorises }),
    )
    expect(after !== undefined).toBe(accepts !== authorises)
  })

  test.each(crews)(
    "%s authorised it, and %s accepts the return that was opened again",
    (authorises, again) => {
      const other = authorises === "p-a" ? "p-b" : "p-a"
      let now = moved(begun(), "accept return", figures, { person: other })
      now = moved(now, "authorise payment", { number: 2, reference: "P2" }, { person: authorises })
      now = moved(now, "reopen return", { round, because: "A figure is wrong." })
      const after = tried(() => moved(now, "accept return", { ...figures, version: 2 }, { person: again }))
      expect(after !== undefined).toBe(again !== authorises)
    },
  )

  test.each(crews)("%s asks for money back and %s approves it", (asks, approves) => {
    let now = moved(begun(), "authorise payment", { number: 1, reference: "P1" })
    const paid = { number: 1, on: now.day, payerReference: "B", remittance: "R" }
    now = moved(now, "confirm payment", paid, { days: 0 })
    now = moved(now, "owe back", { amount: 100, because: "Not spent." })
    now = moved(now, "ask back", { number: 1, payBy: "2017-12-01", reference: "R1" }, { person: asks })
    const after = tried(() => moved(now, "approve recovery", { number: 1 }, { person: approves }))
    expect(after !== undefined).toBe(asks !== approves)
  })
})
