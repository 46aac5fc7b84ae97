import { afterAll, beforeAll, expect, test } from "vitest"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { addressIn, type EveryDoor, everyDoor, methodOf, sendable } from "../support/doors.ts"
import {
  does,
  type EvaluationEverything,
  evaluationDone,
  evaluationEverythingAt,
} from "../support/evaluation/everything.ts"
import {
  evaluationHolder,
  evaluationRevision,
  evaluationValues,
  isOfEvaluation,
} from "../support/evaluation/knocking.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { emails } from "../support/roles.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

const { asked, now, noted } = noting()

let service: Service
let all: EvaluationEverything
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
const as = async (email: string) => noticed(await service.as(email))

beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
  all = await evaluationEverythingAt({ ...service, as, nobody: noticed(service.nobody) })
}, 60_000)
afterAll(() => service.stop())

const doors = everyDoor.filter(isOfEvaluation)
const knock = (who: Client, door: EveryDoor) => {
  service.at(evaluationDone)
  const path = addressIn(door, evaluationValues(door, all))
  const init = sendable(door, evaluationRevision(door, all), newKey())
  const headers = {
    origin,
    ...(who.cookie && { cookie: who.cookie }),
    ...Object.fromEntries(new Headers(init.headers)),
  }
  return by(path, () => service.request(path, { ...init, headers }))
}

const names = ["evaluation", "stories", "tally", "findings", "voice"] as const
/** Used at the door, where a session is marked as seen: it has a test of its own. */
const elsewhere = ["UpdateItem of PERSON#*"]
const within = (name: (typeof names)[number]) => {
  const reached = asked.filter((each) => each.by === name)
  const beyond = reached.filter((each) => !reaches[name].some((one) => covers(one, each)))
  return {
    beyond: [...new Set(beyond.map((each) => `${each.action} of ${each.partition} ${each.index ?? ""}`))],
    unused: unusedOf(reaches[name], reached).filter((one) => !elsewhere.includes(one)),
  }
}

const revisionAt = async (who: Client, path: string) =>
  ((await (await who.api("GET", path)).json()) as { revision: number }).revision

/** What else is done in a year, in the order in which it is. */
const goesOn = async () => {
  const { people, plan, baseline, tally, stories, issued, line, other } = all
  const { lead, evaluator, governance, contributor, coordinator } = people
  const at = "/organisations/halton/evaluation/NSW2"
  service.at(evaluationDone)
  const rows = [
    "people",
    "kept",
    "started",
    "stopped",
    "admissions",
    "discharges",
    "formal",
    "meeting",
    "changed",
  ]
  const counted = Object.fromEntries(rows.map((one) => [`team.new-1.${one}`, "0"]))
  const team = { "team.rows": "new-1", "team.new-1.name": "Team", "team.new-1.days": "2.5", ...counted }
  const byLetter = `/tally/${tally.token}`
  const { revision } = (await (
    await lead.api("GET", `/organisations/halton/tally/${tally.round}`)
  ).json()) as {
    revision: number
  }
  const sent = await by(byLetter, () =>
    service.nobody.post(`${byLetter}/send`, { ...team, revision: String(revision), key: newKey() }),
  )
  expect([200, 303, 422]).toContain(sent.status)
  for (const who of [lead, evaluator]) await does(who, `${plan.at}/agree`, { version: 3 })
  const draft = `/organisations/${other.site}/evaluation/NSW2/plan`
  const { measure } = await does<{ measure: string }>(evaluator, `${draft}/measures`, {
    from: "library.settled-home",
  })
  await does(evaluator, `${draft}/measures/${measure}/remove`)
  await does(governance, `${at}/released/admissions/baseline`, { because: "It is in our papers." })
  await does(governance, `${at}/released/admissions/baseline/take-back`)
  const note = "Look at admissions again."
  const reopening = { revision: await revisionAt(evaluator, baseline.review), sections: ["system"], note }
  await does(evaluator, `${baseline.review}/reopen`, reopening)
  const withOfficer = `/organisations/halton/stories/NSW2/${stories.waiting}`
  await does(governance, `${withOfficer}/check`, { decision: "share", revision: 3 })
  await does(contributor, `${withOfficer}/write`, {
    pseudonym: "Peter",
    band: "18 to 25",
    text: "I moved.",
    revision: 4,
  })
  await does(evaluator, `/findings/NSW2/costs/lines/${line}/remove`, { revision: 1 })
  const report = `/findings/NSW2/reports/${issued}`
  await does(evaluator, `${report}/group`, {
    group: "People First",
    who: "Ann",
    on: "2018-01-10",
    revision: 3,
  })
  service.at("2018-02-16T09:00:00.000Z")
  await does(coordinator, `${report}/publish`, { revision: 4 })
  for (const path of ["/reports", `/reports/${issued}`, `/reports/${issued}/easy-read`])
    expect((await noticed(service.nobody).get(path)).status).toBe(200)
  await does(governance, `/organisations/halton/stories/NSW2/${stories.shared}/withdraw`, {
    asked: "person",
    how: "phone",
  })
}

test("the five functions reach what a pilot asks of them, and are let nothing besides", async () => {
  const lookers = [...Object.values(all.people), service.nobody, await service.as(emails.reader)]
  for (const door of doors.filter((one) => methodOf(one) === "GET"))
    for (const who of lookers) expect((await knock(who, door)).status).toBeLessThan(500)
  await goesOn()
  const taken: number[] = []
  for (const door of doors.filter((one) => methodOf(one) === "POST")) {
    const { status } = await knock(evaluationHolder(all, door, service.nobody), door)
    expect([door.door, status < 500]).toEqual([door.door, true])
    taken.push(status)
  }
  expect(taken.filter((status) => status < 400).length).toBeGreaterThan(10)
  expect(service.faults).toEqual([])
  const exact = { beyond: [], unused: [] }
  expect(names.map((name) => [name, within(name)])).toEqual(names.map((name) => [name, exact]))
}, 60_000)
