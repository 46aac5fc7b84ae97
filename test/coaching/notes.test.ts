import { afterAll, beforeAll, expect, test } from "vitest"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const here = "/organisations/halton/coaching/NSW2"
let service: Service
let coach: Client
let coordinator: Client
let lead: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

test("a note is kept by the coach and read by the coordinators, under the words that it may be released", async () => {
  const key = newKey()
  for (let times = 2; times > 0; times--) {
    const kept = await coach.post(`${here}/notes/keep`, { text: "NOTEMARK The lead is away in May.", key })
    expect([kept.status, kept.headers.get("location")]).toEqual([303, `${here}/notes`])
  }
  const page = await (await coordinator.get(`${here}/notes`)).text()
  expect(page.match(/NOTEMARK/g)).toHaveLength(1)
  expect(page).toContain("This may be released under the Freedom of Information Act.")
  expect(await (await coach.get(`${here}/notes/keep`)).text()).toContain("Freedom of Information Act")
  const { notes } = (await (await coordinator.api("GET", `${here}/notes`)).json()) as { notes: unknown[] }
  expect(notes).toHaveLength(1)
})

test("the site sees that there is a note, and nobody but its coach and the coordinators reads it", async () => {
  const timeline = await (await lead.get(`${here}/timeline`)).text()
  expect(timeline).toContain("Coordinators’ note: a note of the coordinators was kept")
  expect(timeline).not.toContain("NOTEMARK")
  for (const email of ["site-lead@halton.example", "evaluator@scie.example", "chair@doh.example"]) {
    const other = await service.as(email)
    for (const answer of [await other.get(`${here}/notes`), await other.api("GET", `${here}/notes`)])
      expect([email, answer.status, (await answer.text()).includes("NOTEMARK")]).toEqual([email, 403, false])
  }
})

test("one that says nothing, too much, or an NHS number is not kept, and what was typed stays", async () => {
  const empty = await coach.post(`${here}/notes/keep`, { text: " ", key: newKey() })
  expect([empty.status, await empty.text()]).toEqual([
    422,
    expect.stringContaining("Enter what is to be remembered"),
  ])
  const long = await coach.post(`${here}/notes/keep`, { text: "word ".repeat(121), key: newKey() })
  expect([long.status, await long.text()]).toEqual([422, expect.stringContaining("120 words or fewer")])
  const named = await coach.api("POST", `${here}/notes`, { text: "NHS number 943 476 5919" }, keyed())
  expect(named.status).toBe(422)
  const { notes } = (await (await coach.api("GET", `${here}/notes`)).json()) as { notes: unknown[] }
  expect(notes).toHaveLength(1)
})
