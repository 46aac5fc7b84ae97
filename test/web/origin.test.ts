import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { addressIn, type EveryDoor, isApi, sendable, unsafeDoors } from "../support/doors.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { type Moved, sent } from "../support/submission.ts"
import { type Call, watched } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let lead: Client
let one: Moved

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  const made = await sent(service)
  lead = made.lead
  one = (await made.one.read()) as Moved
})
afterAll(() => service.stop())

const post = (
  door: EveryDoor,
  from: Record<string, string>,
  init: RequestInit = sendable(door, one.revision),
) =>
  service.request(
    addressIn(door, {
      organisation: "halton",
      reference: one.reference,
      section: "amount",
      round: "nsw-2-2017",
      person: "p-halton-contributor",
      grant: "g-halton-contributor",
      typed: "nothing",
    }),
    { ...init, headers: { cookie: lead.cookie ?? "", ...init.headers, ...from } },
  )

const foreign: [string, Record<string, string>][] = [
  ["another site's page", { origin: "https://evil.example" }],
  [
    "another site's page, whatever the browser says of it",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ],
  ["a page that hides where it is from", { origin: "null" }],
  ["our host with another scheme", { origin: origin.replace("http:", "https:") }],
  ["our host with another port", { origin: origin.replace("3000", "3001") }],
  ["a host that begins like ours", { origin: `${origin}.evil.example` }],
  ["a page of another site that sends no origin", { "sec-fetch-site": "cross-site" }],
  ["another site in a browser that says both", { origin, "sec-fetch-site": "cross-site" }],
]

/** What a form of another site can send without asking first, and what it cannot. */
const bodies = {
  "as its own kind": undefined,
  "as a plain text": "text/plain",
  "as a form": "application/x-www-form-urlencoded",
  "as JSON": "application/json",
  "as something unknown": "application/x-unknown",
}

describe.each(unsafeDoors)("$door", (door) => {
  test.each(foreign)("is refused to %s, and nothing is read or written", async (_, from) => {
    for (const type of Object.values(bodies)) {
      const init = sendable(door, one.revision)
      calls.length = 0
      const answer = await post(door, { ...from, ...(type && { "content-type": type }) }, init)
      expect([type, answer.status]).toEqual([type, 403])
      expect(calls).toEqual([])
      expect(answer.headers.get("set-cookie")).toBeNull()
      if (isApi(door)) {
        expect(answer.headers.get("content-type")).toBe("application/problem+json")
        expect(((await answer.json()) as { type: string }).type).toBe("/problems/not-allowed")
      }
    }
  })
})

describe("goes on to its work", () => {
  const mine: [string, Record<string, string>][] = [
    ["a page of ours", { origin }],
    ["a page of ours in a browser that says so twice", { origin, "sec-fetch-site": "same-origin" }],
    ["a program that says nothing of where it is from", {}],
  ]
  const harmless = unsafeDoors.filter(({ door }) => !/sign-out|\/end$/.test(door))
  test.each(mine.flatMap(([who, from]) => harmless.map((door) => ({ who, from, door, at: door.door }))))(
    "$at, from $who",
    async ({ from, door }) => {
      calls.length = 0
      const answer = await post(door, from)
      expect(answer.status).toBeLessThan(500)
      if (answer.status === 403) expect(calls.length).toBeGreaterThan(0)
    },
  )
})

test("reading is free to a link on another site", async () => {
  const answer = await service.request("/", {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  })
  expect(answer.status).toBe(200)
})

test.each(["PUT", "PATCH", "DELETE", "POST"])(
  "%s from another site is refused wherever it goes",
  async (method) => {
    for (const path of ["/", "/home", "/nowhere", `/organisations/halton/submissions/${one.reference}`]) {
      calls.length = 0
      const answer = await service.request(path, {
        method,
        headers: { cookie: lead.cookie ?? "", origin: "https://evil.example" },
      })
      expect(answer.status).toBe(403)
      expect(calls).toEqual([])
    }
  },
)

test.each(["GET", "HEAD"])("%s never changes anything, whatever it asks for", async (method) => {
  for (const door of unsafeDoors) {
    calls.length = 0
    const answer = await post(door, {}, { method })
    expect(answer.status).toBeLessThan(500)
    expect(calls.filter(({ asks }) => asks === "write" || asks === "count")).toEqual([])
  }
})
