import { afterAll, beforeAll, expect, test } from "vitest"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { coachingOf, coachOf, twoActions, written } from "../support/coaching/sessions.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting } from "../support/reaching.ts"
import { type Service, startService } from "../support/service.ts"

const { asked, now, noted } = noting()
let service: Service
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
})
afterAll(() => service.stop())

test("whatever a session asks of the table in its whole life, coaching is let to", async () => {
  service.at("2017-12-06T16:00:00Z")
  now.by = "coaching"
  const coach = await coachOf(service)
  const lead = await service.as("site-lead@halton.example")
  const at = coachingOf("halton", coach)
  const { session } = await at.plan({ kind: "visit", on: "2017-12-06" })
  expect((await at.write(session, { revision: 0, core: written({ actions: twoActions }) })).status).toBe(200)
  const more = { learning: [{ idea: "One name on a card.", level: "public" }] }
  expect((await at.write(session, { revision: 1, more })).status).toBe(200)
  expect((await at.share(session, 2)).status).toBe(200)
  const wrong = [{ line: "who.0", says: "Three of us.", wrong: true }]
  expect((await at.change(lead, session, { as: "dispute", lines: wrong })).status).toBe(200)
  expect((await at.addendum(coach, session, "Three, yes.")).status).toBe(200)
  expect((await at.agree(lead, session)).status).toBe(200)
  expect((await at.close(session)).status).toBe(200)
  for (const path of [at.all, `${at.all}.csv`, at.one(session), `${at.one(session)}/versions/1`])
    expect((await lead.get(path)).status).toBe(200)
  const second = await at.begin(written({ actions: [] }))
  service.later(13 * 3600_000)
  const late = await coach.post(`${at.one(second)}/write`, { revision: "1", talked: "Late" })
  const kept = new URL(late.headers.get("location") ?? "", "http://here").searchParams.get("next") ?? ""
  const again = await coachOf(service)
  expect((await again.get(kept)).status).toBe(200)
  expect((await again.post(`${kept}/discard`, {})).status).toBe(303)

  const refused = asked.filter((one) => !reaches.coaching.some((reach) => covers(reach, one)))
  expect([...new Set(refused.map(({ action, partition }) => `${action} of ${partition}`))]).toEqual([])
  for (const [action, partition] of [
    ["DeleteItem", "COACHES#halton"],
    ["PutItem", "LEARNING#"],
    ["DeleteItem", "TYPED#"],
  ] as const)
    expect([
      action,
      partition,
      asked.some((one) => one.action === action && one.partition.startsWith(partition)),
    ]).toEqual([action, partition, true])
})
