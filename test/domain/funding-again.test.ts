import { describe, expect, test } from "vitest"
import { actualOf, profileNow } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import type { GivenTo } from "../../shared/domain/funding/play.ts"
import { sumOf } from "../../shared/domain/funding/profile.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { emptyPosting, type Posting } from "../../shared/form/posting.ts"
import { begun, type Ledger, moved } from "../support/funding/ledger.ts"

const award = 9_282_700
const rounds = { autumn: "2017-12-31", winter: "2018-03-31", spring: "2018-06-30" } as const
type Round = keyof typeof rounds

const given = (round: Round, posting: Partial<Posting> = {}): GivenTo<"accept return"> => ({
  round,
  reference: "NSW2-HAL-Q-222222",
  version: 1,
  title: `The ${round} return`,
  from: "2017-09-01",
  to: rounds[round],
  posting: { ...emptyPosting, ...posting },
})

const spent = (amount: number, year = "2017-18") => ({ spent: [{ year, row: "workers", amount }] })
const corrects = (round: Round, amount: number) => ({
  corrections: [{ id: "c1", round, year: "2017-18", row: "workers", amount, because: "Paid twice." }],
})
const moves = (amount: number, from = "workers", to = "training") => ({
  virements: [{ id: "v1", from, to, amount, because: "More days." }],
})

const accepts = (before: Ledger, round: Round, posting: Partial<Posting> = {}, person = "p-a") =>
  moved(before, "accept return", given(round, posting), { person })
const reopens = (before: Ledger, round: Round) =>
  moved(before, "reopen return", { round, because: "A figure is wrong." })
const varies = (before: Ledger) =>
  moved(before, "vary", {
    amount: award,
    profile: profileNow(before.account),
    payments: [{ amount: award, condition: { is: "statement accepted" } }],
    because: "It is paid at the end.",
  })

const saysWhy = (does: () => unknown): string => {
  try {
    does()
  } catch (error) {
    if (error instanceof Refused) return error.details.says ?? ""
    throw error
  }
  return "nothing refused it"
}

const byHead = ({ account }: Ledger) => {
  const found: Record<string, number> = {}
  for (const { amounts } of profileNow(account))
    for (const [head, amount] of Object.entries(amounts)) found[head] = (found[head] ?? 0) + amount
  return found
}

describe("money moved between heads of cost", () => {
  const once = accepts(begun(), "autumn", { ...spent(1_000_000), ...moves(200_000) })

  test("is not moved a second time by an award that is changed in between", () => {
    const again = accepts(reopens(varies(once), "autumn"), "autumn", {
      ...spent(1_000_000),
      ...moves(200_000),
    })
    expect(byHead(once)).toEqual({ workers: award - 200_000, training: 200_000 })
    expect(byHead(varies(once))).toEqual(byHead(once))
    expect(byHead(again)).toEqual(byHead(once))
    expect(replayed(again.entries)).toEqual(again.account)
  })

  test("goes back while the return is open, and is moved as it says when it is accepted again", () => {
    const open = reopens(varies(once), "autumn")
    expect(byHead(open)).toMatchObject({ workers: award })
    const less = accepts(open, "autumn", { ...spent(1_000_000), ...moves(50_000) })
    expect(byHead(less)).toEqual({ workers: award - 50_000, training: 50_000 })
    expect(byHead(accepts(open, "autumn", spent(1_000_000)))).toMatchObject({ workers: award })
  })

  test("is never more than is left in a head when it is accepted, whatever was left when it was written", () => {
    expect(saysWhy(() => accepts(once, "winter", moves(2_320_676)))).toBe(
      "It moves £23,206.76 from a head of cost that has £23,206.75 left. It was otherwise when this was written: send it back.",
    )
    const all = accepts(once, "winter", moves(2_320_675))
    expect(byHead(all).training).toBe(2_520_675)
    expect(
      profileNow(all.account).every(({ amounts }) => Object.values(amounts).every((one) => one >= 0)),
    ).toBe(true)
  })
})

describe("what was accepted and opened again", () => {
  const two = accepts(accepts(begun(), "autumn", spent(1_000_000)), "winter", spent(500_000))
  const bothOpen = reopens(reopens(two, "winter"), "autumn")

  test("is accepted before anything that stands on it: no money that was accepted is left behind", () => {
    expect(saysWhy(() => accepts(bothOpen, "winter", spent(500_000)))).toBe(
      "The autumn return was opened again. It is accepted first: this one stands on it.",
    )
    const again = accepts(accepts(bothOpen, "autumn", spent(900_000)), "winter", spent(500_000))
    expect(actualOf(again.account)).toBe(1_400_000)
  })

  test("is never corrected below nothing by a return that was written against what it said before", () => {
    const lower = accepts(bothOpen, "autumn", spent(100_000))
    const says = saysWhy(() =>
      accepts(lower, "winter", { ...spent(500_000), ...corrects("autumn", -100_001) }),
    )
    expect(says).toBe(
      "It takes £0.01 more from The autumn return than was spent there. It was otherwise when this was written: send it back.",
    )
    const right = accepts(lower, "winter", { ...spent(500_000), ...corrects("autumn", -100_000) })
    expect(actualOf(right.account)).toBe(500_000)
  })

  test("a correction of what is not accepted is refused, and never lost without a word", () => {
    const says = saysWhy(() => accepts(begun(), "winter", { ...spent(1), ...corrects("autumn", 5) }))
    expect(says).toContain("It corrects a return that is not accepted any more.")
  })
})

test("a correction of another year is taken from that year alone", () => {
  const one = accepts(begun(), "winter", { spent: [...spent(100).spent, ...spent(900, "2018-19").spent] })
  expect(saysWhy(() => accepts(one, "spring", corrects("winter", -101)))).toContain("£0.01 more")
  expect(sumOf({ all: actualOf(accepts(one, "spring", corrects("winter", -100)).account) })).toBe(900)
})
