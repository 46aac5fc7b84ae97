import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Account } from "../../shared/domain/funding/account.ts"
import { agreedOn } from "../../shared/domain/funding/agreed.ts"
import { balancesOf } from "../../shared/domain/funding/balances.ts"
import { byQuarter } from "../../shared/domain/funding/by-quarter.ts"
import { homeMoney } from "../../shared/domain/funding/home-money.ts"
import { nextPayment } from "../../shared/domain/funding/next-payment.ts"
import { ourMoney } from "../../shared/domain/funding/our-money.ts"
import { pounds } from "../../shared/values/money.ts"
import { livesOfAnAccount } from "../support/funding/lives.ts"

const all = (one: Account) => Object.values(ourMoney(one)).flat()

test("the accounts of these tests come to every state there is", () => {
  const states = new Set(
    fc
      .sample(livesOfAnAccount, { numRuns: 300, seed: 7 })
      .flatMap((accounts) =>
        accounts.flatMap((one) => [
          one.state,
          ...one.recoveries.map(({ state }) => `${state} back`),
          ...one.payments.map(({ state }) => `payment ${state}`),
          ...(one.usage ? ["certified"] : []),
          ...(one.reconciled ? ["reconciled"] : []),
          ...(one.leaving ? ["leaving"] : []),
        ]),
      ),
  )
  expect([...states].sort()).toEqual([
    "accepted",
    "approved back",
    "asked back",
    "certified",
    "closed",
    "declined",
    "due back",
    "leaving",
    "offered",
    "payment authorised",
    "payment cancelled",
    "payment paid",
    "payment scheduled",
    "received back",
    "reconciled",
  ])
})

describe("what a site reads about its money", () => {
  test("is there in every state, and every part of it is a whole sentence", () => {
    fc.assert(
      fc.property(livesOfAnAccount, (accounts) => {
        for (const one of accounts) {
          for (const part of Object.values(ourMoney(one))) expect([part].flat().length).toBeGreaterThan(0)
          for (const line of [...all(one), ...homeMoney([one])]) {
            expect(line).toMatch(/^\S.*[.”]$/s)
            expect(line).not.toMatch(/undefined|NaN|null|\.\.|£-|-£/)
          }
        }
      }),
    )
  })

  test("has the figures of the account, to the penny", () => {
    fc.assert(
      fc.property(livesOfAnAccount, (accounts) => {
        for (const one of accounts) {
          const { award, paid, actual, cashHeld } = balancesOf(one)
          const says = ourMoney(one)
          if (one.state !== "declined") expect(says.award.join(" ")).toContain(pounds(award))
          if (paid > 0) expect(says.paid.join(" ")).toContain(pounds(paid))
          if (one.figures.some(({ reopened }) => !reopened) && actual >= 0)
            expect(says.spent.join(" ")).toContain(pounds(actual))
          if (one.state !== "offered" && one.state !== "declined") {
            if (award !== actual) expect(says.left.join(" ")).toContain(pounds(Math.abs(award - actual)))
            if (cashHeld !== 0) expect(says.left.join(" ")).toContain(pounds(Math.abs(cashHeld)))
          }
          for (const { amount } of one.recoveries) expect(says.back.join(" ")).toContain(pounds(amount))
        }
      }),
    )
  })

  test("names the next payment with its amount, or says that there is none", () => {
    fc.assert(
      fc.property(livesOfAnAccount, (accounts) => {
        for (const one of accounts) {
          const next = nextPayment(one)
          const says = ourMoney(one).next.join(" ")
          if (!next || one.state === "declined") expect(says).toMatch(/^Nothing (more )?is to be paid\.$/)
          else expect(says).toMatch(/^Payment \d+: £|^Nothing more is paid for now/)
        }
      }),
    )
  })

  test("says when to pay back, and with what, only once two people have asked for it", () => {
    fc.assert(
      fc.property(livesOfAnAccount, (accounts) => {
        for (const one of accounts)
          for (const { state, asked } of one.recoveries)
            if (asked && (state === "due" || state === "asked"))
              expect(ourMoney(one).back.join(" ")).not.toContain(`quote ${asked.reference}.`)
      }),
    )
  })

  test("lists what was agreed, the offer first", () => {
    fc.assert(
      fc.property(livesOfAnAccount, (accounts) => {
        for (const one of accounts) {
          expect(agreedOn(one)[0]?.says).toBe("Offered: £92,827, by Department finance")
          expect(agreedOn(one).length).toBeGreaterThanOrEqual(one.versions.length)
        }
      }),
    )
  })
})

test("the quarters of a chart come to the award, to what is spent and to what is expected", () => {
  fc.assert(
    fc.property(livesOfAnAccount, (accounts) => {
      for (const one of accounts) {
        const quarters = byQuarter(one)
        const sum = (of: "profile" | "spent" | "expected") =>
          quarters.reduce((all, each) => all + each[of], 0)
        expect(sum("profile")).toBe(one.versions.at(-1)?.amount)
        if (one.usage) continue
        const { actual, accrued, forecast } = balancesOf(one)
        expect(sum("spent")).toBe(actual)
        expect(sum("expected")).toBe(accrued + forecast)
        expect(quarters.map(({ to }) => to)).toEqual(quarters.map(({ to }) => to).toSorted())
      }
    }),
  )
})

test("a home without an award says so", () => {
  expect(homeMoney([])).toEqual(["Nothing has been offered yet."])
})
