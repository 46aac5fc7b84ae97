import fc from "fast-check"
import { expect, test } from "vitest"
import type { Account } from "../../shared/domain/funding/account.ts"
import { balancesOf } from "../../shared/domain/funding/balances.ts"
import { offerHash } from "../../shared/domain/funding/offering.ts"
import { type Playing, play } from "../../shared/domain/funding/play.ts"
import type { Posting } from "../../shared/form/posting.ts"
import { costCategories } from "../../shared/kinds/expression-of-interest/cost-categories.ts"
import { fundingReturn } from "../../shared/kinds/funding-return.ts"
import { spendingLines } from "../../shared/kinds/lines.ts"
import { spendingUpdate } from "../../shared/kinds/spending-update.ts"
import { offerFor } from "../support/funding/award.ts"
import { facts, filled } from "../support/funding/full-return.ts"

const heads = costCategories.map(({ id }) => id)
const pence = fc.integer({ min: 0, max: 10_000_000 })
const grid = (...columns: string[]) =>
  fc.dictionary(
    fc.constantFrom(...heads),
    fc.record(Object.fromEntries(columns.map((one) => [one, pence])), { requiredKeys: [] }),
  )
const sum = (all: readonly { amount: number }[]) => all.reduce((total, { amount }) => total + amount, 0)
const totalOf = (one: Record<string, Record<string, number | undefined>>, column: string) =>
  Object.values(one).reduce((total, line) => total + (line[column] ?? 0), 0)

test("what a full return comes to is what was typed in it, to the penny, head by head", () => {
  fc.assert(
    fc.property(grid("actual", "accrued", "committed"), grid("2018-06-30"), (spent, expected) => {
      const all = filled({ spending: { spending: spent }, forecast: { forecast: expected } })
      const posting = fundingReturn.spends?.(facts(), all) as Posting
      expect(sum(posting.spent)).toBe(totalOf(spent, "actual"))
      for (const row of heads) {
        const typed = spent[row] ?? {}
        expect(sum(posting.spent.filter((one) => one.row === row))).toBe(typed.actual ?? 0)
        expect(posting.accrued[row] ?? 0).toBe(typed.accrued ?? 0)
        expect(posting.committed[row] ?? 0).toBe(typed.committed ?? 0)
        expect(sum(posting.forecast.filter((one) => one.row === row))).toBe(
          expected[row]?.["2018-06-30"] ?? 0,
        )
      }
      expect(new Set(posting.spent.map(({ year }) => year))).toEqual(
        new Set(posting.spent.length ? ["2017-18"] : []),
      )
    }),
  )
})

const by = { person: "p", name: "Somebody" }
const at = "2018-01-02T09:00:00.000Z"
const offer = offerFor()
const begun: Account = (
  [
    { verb: "offer", given: offer, by, at },
    { verb: "accept offer", given: { roles: ["sponsor"], hash: offerHash(offer) }, by, at },
    {
      verb: "accept offer",
      given: { roles: ["certifier"], hash: offerHash(offer) },
      by: { ...by, person: "q" },
      at,
    },
  ] as Playing[]
).reduce((account: Account | undefined, one) => play(account, one), undefined) as Account

test("a light and a full return of the same totals leave an account the same", () => {
  const days = {
    return: { id: "one", title: "One", from: "2017-10-01", to: "2018-03-31" },
    site: { from: "2017-09-01", to: "2018-04-30", award: 9_282_700 },
  }
  const about = facts({ earlier: [] }, days)
  fc.assert(
    fc.property(
      pence,
      pence,
      pence,
      fc.constantFrom(...heads),
      fc.constantFrom(...spendingLines.map(({ id }) => id)),
      (spent, owed, expected, head, line) => {
        const full = fundingReturn.spends?.(about, {
          spending: { spending: { [head]: { actual: spent, accrued: owed } } },
          forecast: { forecast: { [head]: { "2018-06-30": expected } } },
        })
        const light = spendingUpdate.spends?.(about, {
          spending: { spending: { [line]: { spent, expected } }, accruals: owed },
        })
        const after = (posting: Posting | undefined) =>
          balancesOf(
            play(begun, {
              verb: "accept return",
              given: {
                round: "one",
                reference: "R",
                version: 1,
                title: "One",
                from: "2017-10-01",
                to: "2018-03-31",
                posting: posting as Posting,
              },
              by,
              at,
            }),
          )
        expect(after(full)).toEqual(after(light))
        expect(after(full)).toMatchObject({ actual: spent, accrued: owed, forecast: expected })
      },
    ),
  )
})
