import { afterAll, beforeAll, expect, test } from "vitest"
import { type Service, startService } from "./support/service.ts"
import { begun } from "./support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test("what is typed into a session that has ended waits for the same person, and is saved only when they say so", async () => {
  const lead = await service.as("site-lead@halton.example")
  const one = await begun(lead)
  service.later(13 * 3600_000)
  const typed = { revision: "1", whyHere: "Two lines\nas typed", "was.whyHere": "", go: "next" }
  const answer = await lead.post(`${one.here}/sections/proposal`, typed)
  expect(answer.status).toBe(303)
  const next = new URL(answer.headers.get("location") ?? "", "http://here").searchParams.get("next") ?? ""
  expect(next).toMatch(/^\/organisations\/halton\/typed\//)

  const again = await service.as("site-lead@halton.example")
  const page = await (await again.get(next)).text()
  expect(page).toContain("Two lines\nas typed")
  expect(page).toContain("not saved yet")
  expect(JSON.stringify(await one.read(again))).not.toContain("Two lines")

  const colleague = await service.as("contributor@halton.example")
  expect((await colleague.get(next)).status).toBe(404)

  expect((await again.post(`${one.here}/sections/proposal`, typed)).status).toBe(303)
  expect(JSON.stringify(await one.read(again))).toContain("Two lines\\nas typed")
  expect((await again.post(`${next}/discard`, {})).status).toBe(303)
  expect((await again.get(next)).status).toBe(404)
})

test("a move is never kept: whoever's session has ended signs in and does it again", async () => {
  const lead = await service.as("site-lead@bradford.example")
  const one = await begun(lead, "bradford")
  service.later(13 * 3600_000)
  const answer = await lead.post(`${one.here}/withdraw`, { note: "No longer", key: "a-key-of-a-page-0001" })
  expect(answer.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(`${one.here}/withdraw`)}`)
})

test("nobody can leave text with somebody by inventing a session", async () => {
  const made = service.withCookie(`__Host-session=p-halton-site-lead.${"x".repeat(32)}`)
  const answer = await made.post("/organisations/halton/submissions/NSW2-HAL-E-7K3PQ4/sections/proposal", {
    whyHere: "x",
  })
  expect(answer.headers.get("location")).toContain("/sign-in?next=%2Forganisations%2Fhalton%2Fsubmissions")
})
