import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { emptyPosting } from "../../shared/form/posting.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { pounds } from "../../shared/values/money.ts"
import { awarded, offerFor, people, posts } from "../support/funding/award.ts"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Call, watched } from "../support/watched.ts"

const december = "nsw2-spending-2017-12-31"
const who: Record<string, Client> = {}
const calls: Call[] = []
let service: Service

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  service.at("2017-10-12T09:00:00.000Z")
  for (const [name, email] of Object.entries({
    finance: "finance@doh.example",
    decider: "decision-maker@doh.example",
    coordinator: "coordinator@innovation-unit.example",
    coach: "coach@innovation-unit.example",
    chair: "chair@doh.example",
  }))
    who[name] = await service.as(email)
})
afterAll(() => service.stop())

const client = (name: string) => who[name] as Client
const see = async (name: string, path = "/funding") => plain(await (await client(name).get(path)).text())
const first = async (name: string) =>
  (await see(name)).match(/data-first-line[^>]*>([\s\S]*?)<\/p>/)?.[1] ?? ""

/** A return of a site, as if it had been sent at this instant. */
const sentBy = async (organisation: string, sentAt: string) => {
  const one = await expectedIn(service.table).of(organisation, december)
  if (!one) throw new Error(`${organisation} is not asked for it`)
  const stands = {
    state: "sent" as const,
    reference: `NSW2-${organisation.slice(0, 3).toUpperCase()}-F-222222`,
    version: 1,
    sentAt,
    firstSentAt: sentAt,
    sentBy: "Site lead",
    waitingFor: [],
    changedAt: sentAt,
    changedBy: "Site lead",
  }
  await service.table.write([putExpected({ ...one, stands }, one)])
}

describe("the first line, by who reads it", () => {
  test("before anything is offered nobody is left with an empty page", async () => {
    expect(await first("finance")).toBe("0 updates to accept. 0 payments to authorise.")
    expect(await first("decider")).toBe("Nothing to decide.")
    expect(await first("coach")).toBe("0 sites: £0 awarded, £0 paid, £0 spent.")
    const page = await see("finance")
    expect(page).toContain("Sites without an offer")
    expect(page).toContain("Nothing has been offered to any site of this phase yet.")
    expect(page).toContain("/funding/phases/NSW2/sites/sheffield/offer")
  })

  test("finance reads what is to be accepted and authorised; an offer that is declined is there with what follows", async () => {
    await awarded(service)
    await awarded(service, { organisation: "sheffield", amount: 2_385_400 })
    const bradford = { organisation: "bradford", phase: "NSW2" }
    await posts(
      service,
      bradford,
      people.finance,
      "offer",
      offerFor({ ...bradford, name: "Bradford", code: "BRA" }, 5_000_000),
    )
    await posts(service, bradford, people.sponsor, "decline offer", { because: "No post can be filled." })
    const shropshire = { organisation: "shropshire", phase: "NSW2" }
    await posts(
      service,
      shropshire,
      people.finance,
      "offer",
      offerFor({ ...shropshire, name: "Shropshire", code: "SHR" }, 6_069_200),
    )
    await sentBy("halton", "2018-01-18T10:00:00.000Z")
    await sentBy("sheffield", "2018-01-23T10:00:00.000Z")
    service.at("2018-01-23T15:00:00.000Z")
    expect(await first("finance")).toBe(
      "2 updates to accept, oldest 3 working days. 2 payments to authorise.",
    )
    const page = await see("finance")
    expect(page).toContain("/funding/phases/NSW2/sites/halton/returns/NSW2-HAL-F-222222")
    expect(page).toContain("/funding/phases/NSW2/sites/halton/payments/1")
    expect(page).toContain(
      "The money can be offered to the first on the reserve list, by the decision-maker.",
    )
    expect(page).toContain("£60,692, to be answered by Friday 6 October 2017")
    expect(await see("decider")).toContain("/department/rounds/nsw-2-2017/phase")
  })

  test("a coordinator reads which returns are to be checked; a decision-maker which sites are in the middle", async () => {
    expect(await first("coordinator")).toBe("2 completeness checks waiting, oldest 3 working days.")
    expect(await first("decider")).toBe("2 mid-phase decisions to make. 2 payments to authorise.")
    expect(await see("decider")).toContain("/funding/phases/NSW2/sites/sheffield/mid-phase")
    expect(await see("finance")).not.toContain("/mid-phase")
    service.at("2017-11-01T09:00:00.000Z")
    expect(await first("decider")).toBe("Nothing to decide. Next: 2 mid-phase decisions, 30 December 2017.")
    service.at("2018-01-23T15:00:00.000Z")
  })

  test("whoever has nothing to do there reads how the money stands, and finds no way to do it", async () => {
    expect(await first("coach")).toBe("2 sites: £116,681 awarded, £0 paid, £0 spent.")
    const page = await see("coach")
    expect(page).not.toContain("/returns/NSW2-HAL-F-222222")
    expect(page).not.toContain("/offer")
    expect(page).not.toContain("<form")
  })
})

describe("the figures of all sites", () => {
  test("every bar of the chart says its amount, and every amount is in the table", async () => {
    await posts(service, { organisation: "halton", phase: "NSW2" }, people.finance, "accept return", {
      round: december,
      reference: "NSW2-HAL-F-222222",
      version: 1,
      title: "Spending update, September to December 2017",
      from: "2017-09-01",
      to: "2017-12-31",
      posting: {
        ...emptyPosting,
        spent: [{ year: "2017-18", row: "workers", amount: 4_012_345 }],
        forecast: [{ to: "2018-04-30", row: "workers", amount: 5_000_000 }],
        profile: 1,
      },
    })
    const page = await see("chair")
    const svg = page.match(/<svg[\s\S]*?<\/svg>/)?.[0] ?? ""
    const table = page.slice(page.indexOf("Each site, and all of them"))
    expect(svg).toContain('role="img"')
    expect(svg.match(/<rect/g)).toHaveLength(8)
    const amounts = [...svg.matchAll(/>(-?£[\d,.]+)<\/text>/g)].map(([, amount]) => amount)
    expect(amounts).toHaveLength(8)
    for (const amount of amounts) expect(table).toContain(`>${amount}<`)
    for (const one of [9_282_700, 4_641_350, 4_012_345, 4_012_345 - 4_641_350, 5_000_000])
      expect(table).toContain(`>${pounds(one)}<`)
    expect(table).toContain("All sites")
    expect(table).toContain(">£116,681<")
    expect(table).toContain("Accepted to 31 December 2017")
  })

  test("are a file of numbers that can be added up, with a row for each site", async () => {
    const csv = await (await client("coach").get("/funding/phases/NSW2/sites.csv")).text()
    const rows = csv.trim().split("\r\n")
    expect(rows).toHaveLength(7)
    expect(rows.find((row) => row.startsWith("halton,"))).toBe(
      "halton,Halton,Accepted,light,2017-12-31,92827.00,0.00,46413.50,40123.45,-6290.05,50000.00,90123.45,2703.55,-40123.45",
    )
    expect(rows.find((row) => row.startsWith("liverpool,"))).toBe("liverpool,Liverpool,No offer,,,,,,,,,,,")
  })

  test("are the same over the API", async () => {
    const read = await (await client("finance").api("GET", "/funding/phases/NSW2")).json()
    expect(read.total).toMatchObject({ award: 11_668_100, spent: 4_012_345 })
    expect(read.withoutOffer).toEqual(["hertfordshire", "liverpool"])
    expect(read.says).toEqual([await first("finance")])
    expect((await client("finance").api("GET", "/funding/phases/NSW9")).status).toBe(404)
  })

  test("cost no more requests for four sites with an account than for none", async () => {
    const asked = async () => {
      calls.length = 0
      await see("finance")
      return calls.map(({ asks }) => asks).join(" ")
    }
    const before = await asked()
    for (const organisation of ["liverpool", "hertfordshire"])
      await awarded(service, { organisation, amount: 2_000_000 })
    expect(await asked()).toBe(before)
    expect(before.split(" ").length).toBeLessThanOrEqual(8)
  })
})
