import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { type Service, startService } from "./support/service.ts"
import { sent, shortForm } from "./support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test("what is logged names no person, no address and nothing that was written", async () => {
  const lines: string[] = []
  const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line))
  vi.spyOn(service.world.log, "info").mockImplementation(keep)
  vi.spyOn(service.world.log, "error").mockImplementation(keep)

  const { one, lead } = await sent(service)
  await lead.get(`${one.here}/history`)
  await one.withdraw(lead, "We join another bid.")
  await service.nobody.post("/sign-in", { email: "somebody@halton.gov.uk" })
  await service.nobody.post("/rounds/nsw-2-2017/ask", {
    question: "May two apply?",
    email: "somebody@kent.gov.uk",
  })
  await service.nobody.get("/organisations/halton/submissions/NSW2-HAL-E-7K3PQ4?name=Peter")
  await service.deliver()

  const written = Object.values(shortForm.proposal)
  const secrets = [
    /@/,
    /site lead/i,
    /sponsor/i,
    /Peter/,
    /another bid/,
    /May two apply/,
    new RegExp(one.reference),
    ...written.map((text) => new RegExp(text)),
  ]
  expect(lines.length).toBeGreaterThan(20)
  for (const secret of secrets) expect(lines.filter((line) => secret.test(line))).toEqual([])
})

test("what a request cost is logged with its route, not its address", async () => {
  const lines: Record<string, unknown>[] = []
  vi.spyOn(service.world.log, "info").mockImplementation((_, fields = {}) => void lines.push(fields))
  const lead = await service.as("site-lead@bradford.example")
  await lead.get("/organisations/bradford")
  expect(lines.at(-1)).toMatchObject({ method: "GET", route: "/organisations/:organisation", status: 200 })
  expect(Number(lines.at(-1)?.requests)).toBeGreaterThan(1)
})
