import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type EvaluationRight, evaluationPolicy } from "../../shared/domain/people/evaluation-policy.ts"
import { type Role, roleNames } from "../../shared/domain/people/role.ts"
import { addressIn, answerOf, evaluationDoorsAll, isApi, sendable } from "../support/doors.ts"
import { evaluationPlanDoors } from "../support/evaluation/plan-doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
const people: Partial<Record<Role, Client>> = {}
let elsewhere: Client

const values = {
  phase: "NSW2",
  organisation: "halton",
  section: "theory",
  measure: "s-none",
  version: "1",
  comment: "none-such",
}

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  for (const role of roleNames) people[role] = await service.as(emails[role])
  elsewhere = await service.as("site-lead@bradford.example")
  service.at("2018-01-16T09:00:00.000Z")
})
afterAll(() => service.stop())

const knock = (whom: Client, path: string, init: RequestInit) =>
  service.request(path, {
    ...init,
    headers: {
      origin: "http://127.0.0.1:3000",
      ...(whom.cookie && { cookie: whom.cookie }),
      ...init.headers,
    },
  })

const holds = (role: Role, right: string) => evaluationPolicy[right as EvaluationRight][role] !== undefined

const doors = evaluationDoorsAll.filter(({ door }) => Object.hasOwn(evaluationPlanDoors, door))

describe.each(doors)("$door", (door) => {
  test("is nothing to whoever has no part in the evaluation of the site, and nothing is written", async () => {
    calls.length = 0
    const nowhere = `${isApi(door) ? "/api" : ""}/nothing-here`
    for (const whom of [elsewhere, people.certifier, people.adviser] as Client[])
      expect(await answerOf(await knock(whom, addressIn(door, values), sendable(door)))).toEqual(
        await answerOf(await knock(whom, nowhere, sendable(door))),
      )
    expect(written(calls)).toEqual([])
  })

  test("does nothing for whoever reads of it and has no right to it", async () => {
    calls.length = 0
    for (const role of roleNames.filter((one) => holds(one, "see evaluation") && !holds(one, door.whom))) {
      const answer = await knock(people[role] as Client, addressIn(door, values), sendable(door))
      expect([role, [403, 404].includes(answer.status)]).toEqual([role, true])
    }
    expect(written(calls)).toEqual([])
  })

  test("answers whoever has the right without a fault", async () => {
    for (const role of roleNames.filter((one) => holds(one, door.whom))) {
      const answer = await knock(people[role] as Client, addressIn(door, values), sendable(door, 1, newKey()))
      expect(answer.status, await answer.text()).toBeLessThan(500)
    }
  })
})
