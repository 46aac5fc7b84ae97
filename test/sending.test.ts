import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Service, startService } from "./support/service.ts"
import { newKey, ready, sent } from "./support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe("50 sends of one expression of interest at the same moment", () => {
  test("with one key: one version, one event, one letter, and everybody gets the same answer", async () => {
    const { one, lead } = await ready(service, "halton")
    await service.deliver()
    const { revision } = (await one.read()) as { revision: number }
    const key = newKey()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        lead.api("POST", `${one.here}/send`, { revision }, { "idempotency-key": key }),
      ),
    )
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(bodies).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1)
    const { version, state } = (await one.read()) as { version: number; state: string }
    expect({ version, state }).toEqual({ version: 1, state: "sent" })
    expect((await events(one.here, lead)).filter(({ move }) => move === "send")).toHaveLength(1)
    const before = service.mails.length
    await service.deliver({ again: true })
    const receipts = service.mails.slice(before).filter(({ subject }) => subject.includes("Receipt"))
    expect(receipts.map(({ to }) => to).sort()).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
      "sponsor@halton.example",
    ])
  })

  test("with a key each: one wins, the others are told that it was sent and by whom", async () => {
    const { one, lead } = await ready(service, "bradford")
    const { revision } = (await one.read()) as { revision: number }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        lead.api("POST", `${one.here}/send`, { revision }, { "idempotency-key": newKey() }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const told = answers.filter(({ status }) => status !== 200)
    for (const answer of told) {
      expect(answer.status).toBe(409)
      expect(((await answer.json()) as { detail: string }).detail).toContain(
        "It was sent already, by Bradford site lead",
      )
    }
    expect((await events(one.here, lead)).filter(({ move }) => move === "send")).toHaveLength(1)
  })
})

test("a key that was used for one thing is refused for another", async () => {
  const { one, lead } = await sent(service, "shropshire")
  const key = newKey()
  expect((await one.withdraw(lead, "We join another bid.", key)).status).toBe(200)
  expect((await one.withdraw(lead, "We join another bid.", key)).status).toBe(200)
  const other = await one.withdraw(lead, "Another reason", key)
  expect(other.status).toBe(422)
  expect(((await other.json()) as { type: string }).type).toBe("/problems/key-used-for-something-else")
})

const events = async (here: string, who: { api: Service["nobody"]["api"] }) =>
  ((await (await who.api("GET", `${here}/history`)).json()) as { events: { move: string }[] }).events
