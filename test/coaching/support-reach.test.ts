import { afterAll, beforeAll, expect, test } from "vitest"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { addressIn, coachingDoorsAll } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

const { asked, now, noted } = noting()
let service: Service
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
  service.at("2018-01-08T10:00:00Z")
})
afterAll(() => service.stop())

/** Used at the door, where a session is marked as seen: it has a test of its own. */
const elsewhere = "UpdateItem of PERSON#*"

test("whoever looks over sites reaches lists of them and the programme’s dates, and is let nothing besides", async () => {
  const coordinator = await service.as("coordinator@innovation-unit.example")
  now.by = "support"
  for (const { door } of coachingDoorsAll.filter(({ app }) => app === "support"))
    if (door.startsWith("GET ")) await (await coordinator.get(addressIn({ door }, {}))).text()
  now.by = "a test"
  const reached = asked.filter((one) => one.by === "support")
  const beyond = reached.filter((one) => !reaches.support.some((reach) => covers(reach, one)))
  expect(beyond).toEqual([])
  expect(unusedOf(reaches.support, reached).filter((one) => one !== elsewhere)).toEqual([])
})

test("what is asked of the department reaches the site’s own, and of other sites nothing but the clocks", async () => {
  const help = "/organisations/halton/coaching/NSW2/help"
  const lead = await service.as("site-lead@halton.example")
  const chair = await service.as("chair@doh.example")
  now.by = functionFor(help)
  expect(now.by).toBe("coaching")
  await lead.api("POST", `${help}/ask`, { what: "money", asks: "May we?" }, keyed())
  await chair.api("POST", `${help}/1/ask-back`, { asks: "Why?" }, keyed())
  await lead.api("POST", `${help}/1/say-more`, { says: "Because." }, keyed())
  await chair.api("POST", `${help}/1/answer`, { says: "Yes." }, keyed())
  for (const path of [help, `${help}/1`]) expect((await lead.get(path)).status).toBe(200)
  now.by = "a test"
  const reached = asked.filter((one) => one.by === "coaching")
  expect(reached.filter((one) => !reaches.coaching.some((reach) => covers(reach, one)))).toEqual([])
  const overSites = reached.filter(({ index }) => index === "byRound").map(({ partition }) => partition)
  expect([...new Set(overSites)].map((partition) => partition.split("#")[0]).sort()).toEqual([
    "HELP",
    "HELPED",
  ])
})
