import { afterAll, beforeAll, expect, test } from "vitest"
import { type Service, startService } from "./support/service.ts"
import { keyed, ready } from "./support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test("asking to be late is told to the programme with its reason, once, and sends nothing", async () => {
  const { one, lead, sponsor } = await ready(service)
  await service.deliver()
  service.at("2017-08-25T16:00:00.000Z")

  const tooLate = await one.send(lead)
  expect(tooLate.status).toBe(409)
  expect(((await tooLate.json()) as { type: string }).type).toBe("/problems/too-late")

  const before = service.mails.length
  const ask = () => lead.api("POST", `${one.here}/ask-to-be-late`, { note: "Our server was down." }, keyed())
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(409)
  const letters = (await service.deliver({ again: true })).slice(before)
  expect(letters.map(({ to }) => to).sort()).toEqual([
    "contributor@halton.example",
    service.world.settings.contact.email,
    "sponsor@halton.example",
  ])
  for (const { subject, text } of letters) {
    expect(subject).toContain(`Asked to be late: ${one.reference}`)
    expect(text).toContain("Our server was down.")
    expect(text).toContain("It has not been sent.")
  }
  const read = (await one.read(sponsor)) as { sentence: string; moves: string[] }
  expect(read.sentence).toMatch(/^NOT SENT/)
  expect(read.moves).not.toContain("send")
})
