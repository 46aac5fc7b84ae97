import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { awarded } from "../support/funding/award.ts"
import { december, evidenceOf } from "../support/funding/evidence.ts"
import { ledger } from "../support/funding/evidence-files.ts"
import { december as answers, reviewOf } from "../support/funding/review.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, filled } from "../support/submission.ts"

let service: Service
let lead: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

const see = async (email: string, path: string) => (await (await service.as(email)).get(path)).text()
const first = (page: string) => /data-first-line[^>]*>([^<]*)</.exec(page)?.[1]?.trim()

describe("from one page about money to the next", () => {
  test("a return leads to its workbook and its files, and its receipt says what becomes of it", async () => {
    const files = evidenceOf(service)
    const clean = await files.checked(lead, ledger)
    service.at("2018-01-16T09:05:00Z")
    const one = await begun(lead, "halton", december)
    const draft = await (await lead.get(one.here)).text()
    expect(draft).toContain(`href="${one.here}/workbook"`)
    expect(draft).toContain(`href="${files.here}"`)
    expect(await (await lead.get("/organisations/halton/money")).text()).toContain(`href="${files.here}"`)
    const certifier = await see("section-151@halton.example", "/organisations/halton")
    expect(certifier).toContain("Read it")
    expect(certifier).not.toContain("Go on with it")

    await filled(one, lead, answers)
    expect((await one.send(lead)).status).toBe(200)
    expect(await (await lead.get(one.here)).text()).not.toContain("/workbook")
    const receipt = async () => (await lead.get(`${one.here}/receipts/1`)).text()
    expect(await receipt()).toContain("The Department then accepts it, asks a question or sends it back")

    const review = reviewOf(one.reference)
    const finance = await service.as("finance@doh.example")
    const way = `href="/funding/evidence/halton/NSW2/${clean?.id}"`
    expect(await (await finance.get(review.at)).text()).toContain(way)
    expect((await review.seen(finance, "accept")).status).toBe(200)
    expect(await receipt()).toContain("It is accepted: nothing more is asked of you for it.")
    expect(await receipt()).not.toContain("you can change it from")
  })

  test("whoever pays or decides reads on their first page what waits, and finds the money from there", async () => {
    const at = "2018-01-16T10:00:00Z"
    service.at(at)
    const way = 'href="/funding"'
    const [finance, decider] = await Promise.all(
      ["finance@doh.example", "decision-maker@doh.example"].map((who) => see(who, "/programme")),
    )
    expect(finance).toContain(way)
    expect(first(finance ?? "")).toMatch(/^0 updates to accept\. 2 payments to authorise\./)
    expect(first(decider ?? "")).toMatch(/^1 mid-phase decision to make\. 2 payments to authorise\./)
    expect(await see("decision-maker@doh.example", "/department")).toContain(way)
    expect(first(await see("coordinator@innovation-unit.example", "/programme"))).not.toContain("payment")
  })
})
