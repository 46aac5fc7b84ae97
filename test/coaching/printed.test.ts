import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { coachingOf, textOf, twoActions, written } from "../support/coaching/sessions.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

const here = "/organisations/halton/coaching/NSW2"
let service: Service
const people: Record<"coach" | "lead" | "contributor" | "sponsor" | "chair" | "coordinator", Client> =
  {} as never

const does = async (who: Client, path: string, body: unknown) => {
  const answer = await who.api("POST", `${here}/${path}`, body, keyed())
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
}
const page = async (who: Client, path: string) => {
  const answer = await who.get(`${here}/${path}`)
  expect(answer.status).toBe(200)
  return textOf(await answer.text())
}
/** What stands under a heading of a page, up to the next one. */
const under = (text: string, heading: string, next: string) => {
  const from = text.lastIndexOf(heading, text.lastIndexOf(next))
  return text.slice(from, text.indexOf(next, from))
}

const risk = {
  title: "RISKMARK The second worker may not be replaced",
  category: "backfill",
  before: { likelihood: 4, impact: 4 },
  after: { likelihood: 3, impact: 4 },
  doing: "An agency is asked.",
  owner: { side: "site", who: "Team manager" },
  proximity: "month",
  next: "2018-01-08",
}

/** A month of Halton: a visit with two actions, help asked, a risk, and both words of December. */
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-12-06T16:00:00Z")
  people.coach = await service.as("coach@innovation-unit.example")
  people.coordinator = await service.as("coordinator@innovation-unit.example")
  people.lead = await service.as("site-lead@halton.example")
  people.contributor = await service.as("contributor@halton.example")
  people.sponsor = await service.as("sponsor@halton.example")
  people.chair = await service.as("chair@doh.example")
  const sessions = coachingOf("halton", people.coach)
  const session = await sessions.begin(written({ talked: "TALKMARK Cover.", actions: twoActions }))
  expect((await sessions.share(session)).status).toBeLessThan(300)
  service.at("2017-12-12T10:00:00Z")
  expect((await sessions.agree(people.lead, session)).status).toBeLessThan(300)
  await does(people.lead, "going/2017-12/site", {
    says: "needs-help",
    stuck: ["backfill"],
    line: "LINEMARK Nobody covers.",
  })
  await does(people.coach, "going/2017-12/coach", { says: "on-track" })
  await does(people.contributor, "risks/add", risk)
  service.at("2018-01-03T10:00:00Z")
  await does(people.lead, "help/ask", { what: "backfill", asks: "HELPMARK May the money pay for cover?" })
  service.at("2018-01-05T10:00:00Z")
})
afterAll(() => service.stop())

describe("the brief before the next visit", () => {
  test("says what moved, what is late, what they asked for and what they said of themselves", async () => {
    const text = await page(people.coach, "brief")
    expect(under(text, "When you meet", "What moved")).toContain("Next: Call, Tuesday 9 January 2018.")
    const moved = under(text, "What moved since 6 December 2017", "What is late")
    expect(moved).toContain("Site visit of 6 December 2017: agreed by the site")
    expect(under(text, "What is late", "What they asked for")).toMatch(
      /Name who covers\..*Was due 20 December 2017, 9 working days ago\. Open for 19 working days\./,
    )
    expect(under(text, "What they asked for", "Open questions")).toContain("No answer yet.")
    expect(under(text, "How it is going", "Risks to look at")).toMatch(
      /needs help\..*on track\. They see it differently\..*Stuck on: backfill and cover\./,
    )
    expect(under(text, "Risks to look at", "What they said")).toContain("RISKMARK")
    expect(text).toContain("TALKMARK")
  })

  test("is read by both sides, and by nobody of the department", async () => {
    for (const who of ["lead", "sponsor", "coordinator"] as const)
      expect(await page(people[who], "brief")).toContain("What is late")
    expect((await people.chair.get(`${here}/brief`)).status).toBe(403)
    expect((await people.chair.api("GET", `${here}/brief`)).status).toBe(403)
  })
})

describe("the month on one page", () => {
  test("is made from the record, and is the same for the department as for the site", async () => {
    const [site, department] = await Promise.all([
      page(people.lead, "highlights/2017-12"),
      page(people.chair, "highlights/2017-12"),
    ])
    const from = (text: string) =>
      text.slice(text.indexOf("How it is going"), text.indexOf("Check a receipt"))
    expect(from(department)).toBe(from(site))
    expect(department).toContain("Site visit of 6 December 2017: agreed by the site")
    expect(department).toContain("The site: needs help.")
    for (const mark of ["TALKMARK", "LINEMARK", "HELPMARK", "RISKMARK", "An agency"])
      expect(department).not.toContain(mark)
    const body = await (await people.chair.api("GET", `${here}/highlights/2017-12`)).text()
    expect(body).not.toMatch(/TALKMARK|LINEMARK|HELPMARK|RISKMARK/)
  })

  test("is there for each month that has begun, and for no other", async () => {
    const list = await page(people.lead, "highlights")
    for (const month of ["September 2017", "December 2017", "January 2018"]) expect(list).toContain(month)
    expect(list).not.toContain("February 2018")
    for (const month of ["2018-02", "2017-08", "2017-13", "soon"])
      expect((await people.lead.get(`${here}/highlights/${month}`)).status).toBe(404)
  })
})

describe("the handover pack", () => {
  test("holds who is who, what is open and what was said, on a page and as a file", async () => {
    const text = await page(people.coach, "handover")
    expect(text).toContain("Halton site lead (demonstration), site lead")
    expect(under(text, "What is to be done", "What is due next")).toContain("Send the example rota.")
    expect(text).toContain("No plan is agreed yet.")
    expect(text).toContain("TALKMARK")
    const file = await people.lead.get(`${here}/handover/file`)
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="halton-NSW2-handover.txt"')
    expect(await file.text()).toContain("- Name who covers.\n  For the site. Was due 20 December 2017")
  })

  test("is not for whoever only writes, nor for the department", async () => {
    for (const who of ["contributor", "chair"] as const)
      expect((await people[who].get(`${here}/handover`)).status).toBe(403)
  })
})

test("a site of which nothing is written yet has pages that say so", async () => {
  const coordinator = people.coordinator
  for (const path of ["brief", "handover", "highlights/2017-12"]) {
    const answer = await coordinator.get(`/organisations/bradford/coaching/NSW2/${path}`)
    expect(answer.status).toBe(200)
    expect(textOf(await answer.text())).toMatch(/Nobody (?:has said yet|said) how it (?:is|was) going\./)
  }
})
