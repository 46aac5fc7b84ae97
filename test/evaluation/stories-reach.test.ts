import { afterAll, beforeAll, expect, test } from "vitest"
import type { Reach } from "../../infra/constructs/reach.ts"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { reportBody } from "../support/evaluation/reports-doors.ts"
import { agreeing, call, read, shared, storiesOfHalton, told } from "../support/evaluation/stories.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"

const { asked, now, noted } = noting()

let service: Service
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
})
afterAll(() => service.stop())

const noticed = (one: Client): Client => {
  const by = async (path: string, ask: () => Promise<Response>) => {
    now.by = functionFor(path)
    const answer = await ask()
    now.by = "a test"
    return answer
  }
  return {
    ...one,
    get: (path) => by(path, () => one.get(path)),
    api: (method, path, body, headers) => by(`/api${path}`, () => one.api(method, path, body, headers)),
  }
}
const as = async (email: string) => noticed(await service.as(email))

/**
 * Used elsewhere: at the door, where a session is marked as seen; and where a report has figures. `reach.test.ts` plays
 * both.
 */
const elsewhere = ["UpdateItem of PERSON#*", "GetItem of RELEASED#*"]
const reachedBy = (name: string) => asked.filter((each) => each.by === name)
const beyond = (name: string, reach: Reach[]) =>
  reachedBy(name)
    .filter((each) => !reach.some((one) => covers(one, each)))
    .map(({ action, partition }) => `${action} of ${partition}`)

test("stories and reports reach what their lives ask of them; stories are let nothing besides", async () => {
  const [writer, officer, evaluator, coordinator] = await Promise.all(
    [emails.contributor, emails.governance, emails.evaluator, emails.coordinator].map(as),
  )
  if (!writer || !officer || !evaluator || !coordinator) throw new Error("Four came")
  const kept = await shared({ writer, officer }, agreeing({ reports: true }))
  const { revision } = await read<{ revision: number }>(writer, kept)
  expect((await call(writer, `${kept}/write`, { ...told, revision })).status).toBe(200)
  const at = await shared({ writer, officer }, agreeing({ reports: true }))
  const [, , , , , story] = at.split("/")
  const reports = "/findings/NSW2/reports"
  await call(evaluator, `${reports}/add`, { ...reportBody, stories: [`halton~${story}`] })
  expect((await call(evaluator, `${reports}/nsw2-1/issue`, { revision: 1 })).status).toBe(200)
  const edition = { text: "Short words.", revision: 2 }
  expect((await call(evaluator, `${reports}/nsw2-1/easy-read`, edition)).status).toBe(200)
  const group = { group: "People First", who: "Ann", on: "2018-01-16", revision: 3 }
  expect((await call(evaluator, `${reports}/nsw2-1/group`, group)).status).toBe(200)
  service.at("2018-02-16T09:00:00Z")
  expect((await call(coordinator, `${reports}/nsw2-1/publish`, { revision: 4 })).status).toBe(200)
  const looks = [storiesOfHalton, at, `${storiesOfHalton}/others`, `${storiesOfHalton}/reports/nsw2-1`]
  for (const path of looks) expect((await officer.get(path)).status).toBe(200)
  for (const path of ["/findings/stories", reports, `${reports}/nsw2-1`])
    expect((await evaluator.get(path)).status).toBe(200)
  for (const path of ["/reports", "/reports/nsw2-1"])
    expect((await noticed(service.nobody).get(path)).status).toBe(200)
  expect((await call(officer, `${at}/withdraw`, { asked: "person", how: "phone" })).status).toBe(200)

  for (const name of ["stories", "findings", "voice"] as const)
    expect([name, beyond(name, reaches[name]), reachedBy(name).length > 0]).toEqual([name, [], true])
  expect(unusedOf(reaches.stories, reachedBy("stories")).filter((one) => !elsewhere.includes(one))).toEqual(
    [],
  )
})
