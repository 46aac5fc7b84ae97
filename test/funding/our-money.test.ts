import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { fundingIn } from "../../shared/store/funding.ts"
import { pounds } from "../../shared/values/money.ts"
import { awarded, people, posts } from "../support/funding/award.ts"
import { halton, money } from "../support/funding/offered.ts"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let contributor: Client
beforeEach(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  contributor = await service.as("contributor@halton.example")
})
afterEach(() => service.stop())

const pageOf = async (who: Client, path = money) => plain(await (await who.get(path)).text())
const text = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

const spent = (amount: number, expected: number) => ({
  round: returns.december,
  reference: "NSW2-HAL-F-222222",
  version: 1,
  title: "Spending update, October to December 2017",
  from: "2017-09-01",
  to: "2017-12-31",
  posting: {
    spent: [{ year: "2017-18", row: "workers", amount }],
    corrections: [],
    accrued: {},
    committed: {},
    forecast: [{ to: "2018-04-30", row: "workers", amount: expected }],
    virements: [],
    reasons: [],
  },
})

const paid = async () => {
  await posts(service, halton, people.decider, "authorise payment", {
    number: 1,
    reference: "NSW2-HAL-P1-7K3PQ4",
  })
  await posts(service, halton, people.finance, "confirm payment", {
    number: 1,
    on: "2018-01-16",
    payerReference: "0004711",
    remittance: "NSW2 HALTON PAYMENT 1",
  })
}

describe("the money of a site", () => {
  test("is never an empty page", async () => {
    expect(await pageOf(contributor)).toContain("Nothing has been offered yet.")
    expect(await pageOf(contributor, "/organisations/halton")).toContain("Nothing has been offered yet.")
  })

  test("says what is paid, with what the payer wrote, what comes next and what stands in the way", async () => {
    await awarded(service)
    await paid()
    const page = text(await pageOf(contributor))
    for (const words of [
      "Your award is £92,827.",
      "Payment 1: £37,130.80, paid on 16 January 2018. The payer’s reference is 0004711. Remittance: “NSW2 HALTON PAYMENT 1”. Our reference is NSW2-HAL-P1-7K3PQ4.",
      "Nothing is accepted as spent yet.",
      "You hold £37,130.80 that was paid to you and is not accepted as spent.",
      "Payment 2: £37,130.80, when Spending update, October to December 2017 is accepted.",
      "It is not accepted yet. Not started.",
      "Nothing is to come back.",
    ])
      expect(page).toContain(words)
    expect(page).toMatch(/To send next Spending update.*Not started/)
  })

  test("says what is spent and left, and who has the next payment", async () => {
    await awarded(service)
    await posts(service, halton, people.finance, "accept return", spent(4_000_000, 5_282_700))
    await posts(service, halton, people.decider, "authorise payment", {
      number: 2,
      reference: "NSW2-HAL-P2-7K3PQ4",
    })
    const page = text(await pageOf(contributor))
    for (const words of [
      "£40,000 is accepted as spent, to 31 December 2017.",
      "You expect to spend £92,827 of £92,827: on track.",
      "£52,827 of the award is not accepted as spent yet.",
      "You have spent £40,000 that is not paid to you.",
      "Payment 2: £37,130.80 is authorised since 16 January 2018, and with the payer.",
    ])
      expect(page).toContain(words)
    const sponsor = await service.as("sponsor@halton.example")
    expect(text(await pageOf(sponsor, "/organisations/halton"))).toContain(
      "Award £92,827; paid £0. Spent so far £40,000; on track.",
    )
  })

  test("draws each quarter as bars, and the table beside them has every figure", async () => {
    await awarded(service)
    await posts(service, halton, people.finance, "accept return", spent(4_000_000, 5_282_700))
    const page = await pageOf(contributor)
    const read = (await (await contributor.api("GET", money)).json()) as {
      phases: { quarters: { label: string; profile: number; spent: number; expected: number }[] }[]
    }
    const quarters = read.phases[0]?.quarters ?? []
    expect(quarters.map(({ spent, expected }) => [spent, expected])).toEqual([
      [0, 0],
      [4_000_000, 0],
      [0, 0],
      [0, 5_282_700],
    ])
    const [drawn = ""] = page.match(/<svg[\s\S]*?<\/svg>/) ?? []
    expect(drawn.match(/<rect/g)).toHaveLength(3 + quarters.length * 3)
    const table = text(page.slice(page.indexOf("The award by quarter</caption>")))
    for (const { label, profile, spent, expected } of quarters)
      expect(table).toContain(`${label} ${[profile, spent, expected].map(pounds).join(" ")}`)
  })

  test("says what is to be paid back, by when and with what to quote, once two people have asked for it", async () => {
    await awarded(service)
    await paid()
    await posts(service, halton, people.finance, "owe back", {
      amount: 123_456,
      because: "It was paid twice.",
    })
    await posts(service, halton, people.finance, "ask back", {
      number: 1,
      payBy: "2018-02-15",
      reference: "NSW2-HAL-R1-7K3PQ4",
    })
    expect(await pageOf(contributor)).not.toContain("NSW2-HAL-R1-7K3PQ4")
    expect(JSON.stringify(await (await contributor.api("GET", money)).json())).not.toContain("HAL-R1")
    await posts(service, halton, people.other, "approve recovery", { number: 1 })
    expect(text(await pageOf(contributor))).toContain(
      "Pay back £1,234.56 by Thursday 15 February 2018, and quote NSW2-HAL-R1-7K3PQ4. Because: “It was paid twice”.",
    )
    expect(text(await pageOf(contributor, "/organisations/halton"))).toContain(
      "£1,234.56 (to pay back, by Thursday 15 February 2018, quoting NSW2-HAL-R1-7K3PQ4)",
    )
  })

  test("lists what was agreed", async () => {
    await awarded(service)
    const page = text(await pageOf(contributor))
    expect(page).toMatch(
      /What we agreed .* Offered: £92,827, by Department finance As it was decided\. .* Accepted, last by Section 151 officer/,
    )
  })

  test("is asked of the table in four requests besides who asks", async () => {
    await awarded(service)
    service.costs.length = 0
    await contributor.get(money)
    expect(service.costs.length).toBeLessThanOrEqual(6)
    expect((await fundingIn(service.table).accounts("halton")).length).toBe(1)
  })
})
