import { afterAll, beforeAll, expect, test } from "vitest"
import { actualOf, profileNow } from "../../shared/domain/funding/balances.ts"
import { replayed } from "../../shared/domain/funding/entry.ts"
import { emptyPosting } from "../../shared/form/posting.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { reviewOf, saysIn, sentUpdate } from "../support/funding/review.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun } from "../support/submission.ts"

let service: Service
let finance: Client

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  for (const organisation of ["halton", "bradford", "sheffield"]) await awarded(service, { organisation })
  finance = await service.as("finance@doh.example")
})
afterAll(() => service.stop())

const accountOf = async (organisation: string) => {
  const funding = fundingIn(service.table)
  const found = await funding.account(organisation, "NSW2")
  if (!found) throw new Error("There is no account")
  expect(replayed(await funding.entries(organisation, "NSW2"))).toEqual(found)
  return found
}

test("a return that stands on one which was opened again waits until that is accepted again", async () => {
  service.at("2018-01-16T09:00:00Z")
  const first = await sentUpdate(service)
  const early = reviewOf(first.one.reference)
  expect((await early.seen(finance, "accept")).status).toBe(200)
  const spent = actualOf(await accountOf("halton"))
  service.at("2018-05-10T09:00:00Z")
  const form = {
    spending: {
      spending: { workers: { spent: 100_000 } },
      accruals: 0,
    },
    outlook: { award: "whole" },
  }
  const second = await sentUpdate(service, "halton", { round: returns.march, form })
  const late = reviewOf(second.one.reference)
  const opened = await early.seen(finance, "reopen", {
    sections: ["spending"],
    note: "It is not the ledger’s.",
  })
  expect(opened.status).toBe(200)
  const refused = await late.seen(finance, "accept")
  expect(refused.status).toBe(409)
  expect(await saysIn(refused)).toMatch(/ was opened again\. It is accepted first: this one stands on it\.$/)
  expect(actualOf(await accountOf("halton"))).toBe(0)
  expect((await first.one.send(first.lead)).status).toBe(200)
  expect((await early.seen(finance, "accept")).status).toBe(200)
  expect((await late.seen(finance, "accept")).status).toBe(200)
  expect(actualOf(await accountOf("halton"))).toBe(spent + 100_000)
})

test("no day counts twice, where it is in a return that was accepted and in another", async () => {
  service.at("2018-01-16T09:00:00Z")
  const { one } = await sentUpdate(service, "sheffield")
  await posts(service, { organisation: "sheffield", phase: "NSW2" }, people.finance, "accept return", {
    round: "nsw2-spending-2017-09-30",
    reference: "NSW2-SHF-Q-222222",
    version: 1,
    title: "Funding return, September to October 2017",
    from: "2017-09-01",
    to: "2017-10-31",
    posting: { ...emptyPosting, spent: [{ year: "2017-18", row: "workers", amount: 100_000 }] },
  })
  const refused = await reviewOf(one.reference, "sheffield").seen(finance, "accept")
  expect(refused.status).toBe(409)
  expect(await saysIn(refused)).toBe(
    "Funding return, September to October 2017 is accepted for some of the same days. Send this one back, so that no day counts twice.",
  )
  expect(actualOf(await accountOf("sheffield"))).toBe(100_000)
})

test("a statement is accepted for the award that it was certified for, and for no other", async () => {
  service.at("2018-05-10T09:00:00Z")
  const lead = await service.as("site-lead@bradford.example")
  const one = await begun(lead, "bradford", "nsw2-statement-2018-03-31")
  await one.save(lead, "usage", returnForms["statement-of-grant-usage"]?.usage ?? {})
  await one.sign(lead)
  const certifier = await service.as("section-151@bradford.example")
  expect((await one.sign(certifier)).status).toBe(200)
  expect((await one.send(lead)).status).toBe(200)
  const before = await accountOf("bradford")
  const amount = before.award - 100_000
  const [first, ...rest] = profileNow(before)
  if (!first) throw new Error("There is no profile")
  await posts(service, { organisation: "bradford", phase: "NSW2" }, people.finance, "vary", {
    amount,
    profile: [{ ...first, amounts: { workers: (first.amounts.workers ?? 0) - 100_000 } }, ...rest],
    payments: [{ amount, condition: { is: "statement accepted" } }],
    because: "A post was not filled.",
  })
  const refused = await reviewOf(one.reference, "bradford").seen(finance, "accept")
  expect(refused.status).toBe(409)
  expect(await saysIn(refused)).toBe(
    "It accounts for £92,827, and the award is £91,827 now. Send it back, so that it is certified for the award as it is.",
  )
  expect((await accountOf("bradford")).usage).toBeUndefined()
})
