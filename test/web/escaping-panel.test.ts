import { afterAll, beforeAll, expect, test } from "vitest"
import { panelIn } from "../../shared/store/panel.ts"
import { addresses } from "../support/crawl.ts"
import { ofThePanel } from "../support/doors.ts"
import { harmless, payloads } from "../support/hostile.ts"
import { afterClose, type PanelPeople, round, who } from "../support/panel.ts"
import { type Service, startService } from "../support/service.ts"
import { decidedRound, tell, toldAt } from "../support/told-round.ts"

let service: Service
let people: PanelPeople
let references: string[]

const hostile = payloads.join(" ")
const by = { person: who.chair.person, name: `<b onclick="x()">Chair</b> ${payloads[0]}` }
const at = afterClose

beforeAll(async () => {
  service = await startService()
  const decisions = {
    halton: {
      decision: "with conditions" as const,
      amount: 9_000_000,
      conditions: [{ id: "1", text: hostile, due: "2017-10-31" }],
    },
    bradford: { decision: "reserve" as const, place: 1 },
    shropshire: { decision: "unsuccessful" as const },
  }
  const wrote = {
    name: `Council ${hostile}`,
    apply: { answer: "yes, but" as const, caveats: [hostile], by, at },
    found: payloads,
    flags: [{ id: "flag-0", because: hostile, by, at }],
    notes: 1,
    views: [who.adviser.person],
    moderated: { by, at, points: { c1: 2 } },
  }
  const made = await decidedRound(service, decisions, {
    halton: wrote,
    bradford: wrote,
    shropshire: wrote,
  })
  people = made.people
  references = Object.values(made.references)
  const store = panelIn(service.table, round)
  for (const reference of references) {
    const feedback = await store.feedback(reference)
    await service.table.write([
      store.addNote({ reference, number: 1, text: hostile, by, at }),
      store.putView({
        reference,
        face: "good",
        words: hostile,
        by: { ...by, person: who.adviser.person },
        at,
        revision: 0,
      }),
      store.putPlain({ reference, text: payloads.join("\n"), by, at, revision: 0 }),
      store.putModeration({
        reference,
        points: { c1: 2 },
        reasons: { c1: hostile },
        because: hostile,
        by,
        at,
      }),
      store.putFeedback(
        {
          reference,
          strengths: [hostile, hostile],
          gaps: [hostile, hostile],
          by,
          at,
          revision: feedback?.revision ?? 0,
        },
        feedback,
      ),
    ])
  }
})
afterAll(() => service.stop())

const looked = async () => {
  let pages = 0
  for (const client of [people.chair, people.reader, people.decider, people.adviser, people.coordinator])
    for (const path of addresses(references, [...ofThePanel]).filter((one) => !one.startsWith("/api"))) {
      const answer = await client.get(path)
      expect([path, answer.status < 500]).toEqual([path, true])
      const type = answer.headers.get("content-type") ?? ""
      if (!type.startsWith("text/html")) continue
      if (answer.status === 200) pages++
      const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
      harmless(await answer.text(), nonce)
    }
  return pages
}

test("what the panel and the applicants wrote is text on every page of the panel, and runs in no file", async () => {
  expect(await looked()).toBeGreaterThan(100)
  for (const file of ["list", "scores", "decisions"]) {
    const csv = await (await people.decider.get(`/department/rounds/${round}/${file}.csv`)).text()
    expect(csv.length).toBeGreaterThan(200)
    expect(csv).not.toMatch(/(^|,)"?[=+@-][A-Za-z]/m)
  }
}, 60_000)

test("and so it is on what the applicants read once they are told", async () => {
  service.at(toldAt)
  await tell(people.decider)
  const lead = await service.as("site-lead@halton.example")
  const [reference] = references
  for (const path of ["", `/submissions/${reference}`, `/submissions/${reference}/decision`]) {
    const answer = await lead.get(`/organisations/halton${path}`)
    expect(answer.status).toBe(200)
    const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
    harmless(await answer.text(), nonce)
  }
  for (const { subject, to } of await service.deliver()) {
    expect(subject).toMatch(/^\P{Cc}+$/u)
    expect(to).toMatch(/^[\w.+-]+@[\w.-]+$/)
  }
  expect(await looked()).toBeGreaterThan(100)
}, 60_000)
