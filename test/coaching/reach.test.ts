import { afterAll, beforeAll, expect, test } from "vitest"
import type { Reach } from "../../infra/constructs/reach.ts"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { type Everything, everythingAt } from "../support/coaching/everything.ts"
import { coachingHolder, coachingRevision, coachingValues } from "../support/coaching/knocking.ts"
import { addressIn, coachingDoorsAll, type EveryDoor, methodOf, sendable } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

const { asked, now, noted } = noting()

let service: Service
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
})
afterAll(() => service.stop())

const by = async <Answer>(path: string, ask: () => Promise<Answer>): Promise<Answer> => {
  now.by = functionFor(path.split("?")[0] ?? "")
  const answer = await ask()
  now.by = "a test"
  return answer
}

/** Somebody whose every request is noted as asked by the function that answers it. */
const noticed = (one: Client): Client => ({
  ...one,
  get: (path, headers) => by(path, () => one.get(path, headers)),
  post: (path, fields, headers) => by(path, () => one.post(path, fields, headers)),
  api: (method, path, body, headers) => by(`/api${path}`, () => one.api(method, path, body, headers)),
})

const knock = (who: Client, door: EveryDoor, all: Everything) => {
  const path = addressIn(door, coachingValues(door, all))
  const init = sendable(door, coachingRevision(door, all), newKey())
  return by(path, () =>
    service.request(path, { ...init, headers: { origin, cookie: who.cookie ?? "", ...init.headers } }),
  )
}

/** What was typed when a sign-in had ended, kept and taken back. */
const typedLate = async (all: Everything) => {
  const at = `/organisations/${all.site}/coaching/NSW2/sessions/${all.sessions.held}/write`
  service.later(13 * 3600_000)
  const late = await all.people.coach.post(at, { revision: "2", talked: "Late" })
  const kept = new URL(late.headers.get("location") ?? "", origin).searchParams.get("next") ?? ""
  const again = noticed(await service.as("coach@innovation-unit.example"))
  expect((await again.get(kept)).status).toBe(200)
  expect((await again.post(`${kept}/discard`, {})).status).toBe(303)
}

const emails = ["site-lead@halton.example", "evaluator@scie.example", "chair@doh.example"]

/** Used at the door, where a session is marked as seen: it has a test of its own. */
const elsewhere = ["UpdateItem of PERSON#*"]

const within = (reach: Reach[], name: string) => {
  const reached = asked.filter((each) => each.by === name)
  const beyond = reached.filter((each) => !reach.some((one) => covers(one, each)))
  return {
    beyond: [...new Set(beyond.map((each) => `${each.action} of ${each.partition} ${each.index ?? ""}`))],
    unused: unusedOf(reach, reached).filter((one) => !elsewhere.includes(one)),
  }
}

test("coaching, the pilot, support and learning reach what a year asks of them, and are let nothing besides", async () => {
  const all = await everythingAt({
    ...service,
    as: async (email: string) => noticed(await service.as(email)),
  })
  const lookers = [...Object.values(all.people), ...(await Promise.all(emails.map(service.as)))]
  for (const door of coachingDoorsAll.filter((one) => methodOf(one) === "GET"))
    for (const who of lookers) expect((await knock(who, door, all)).status).toBeLessThan(500)
  const taken: number[] = []
  for (const door of coachingDoorsAll.filter((one) => methodOf(one) === "POST")) {
    const { status } = await knock(coachingHolder(all, door), door, all)
    expect([door.door, status < 500]).toEqual([door.door, true])
    taken.push(status)
  }
  expect(taken.filter((status) => status < 400).length).toBeGreaterThan(taken.length / 2)
  await typedLate(all)
  expect(service.faults).toEqual([])
  const names = ["coaching", "pilot", "support", "learning"] as const
  const exact = { beyond: [], unused: [] }
  const ofCoaching = (name: (typeof names)[number]) =>
    reaches[name].filter(({ partitions }) => !partitions.some((one) => one === "EVALUATION#*"))
  expect(names.map((name) => [name, within(ofCoaching(name), name)])).toEqual(
    names.map((name) => [name, exact]),
  )
}, 60_000)
