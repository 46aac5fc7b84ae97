import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type EvaluationRight,
  evaluationPolicy,
  type FindingsRight,
  findingsPolicy,
} from "../../shared/domain/people/evaluation-policy.ts"
import { type Role, roleNames } from "../../shared/domain/people/role.ts"
import { addressIn, evaluationDoorsAll, isApi, methodOf, sendable } from "../support/doors.ts"
import { reportBody } from "../support/evaluation/reports-doors.ts"
import { call, given, storiesOfHalton, told } from "../support/evaluation/stories.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

const calls: Call[] = []
const people = {} as Record<Role, Client>
let service: Service
beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  for (const role of roleNames) people[role] = await service.as(emails[role])
  await given({ writer: people.contributor })
  await call(people.contributor, `${storiesOfHalton}/add`, told)
  await call(people.evaluator, "/findings/NSW2/reports/add", reportBody)
})
afterAll(() => service.stop())

const doors = evaluationDoorsAll.filter(({ door }) => /\/(?:stories|reports)(?:[/.]|$)/.test(door))
type OfStories = (typeof doors)[number]

const holders = ({ whom }: OfStories): readonly Role[] =>
  whom in evaluationPolicy
    ? (Object.keys(evaluationPolicy[whom as EvaluationRight]) as Role[])
    : findingsPolicy[whom as FindingsRight]

/** A story with the officer for what an officer does, and a draft for everything else. */
const at = (door: OfStories, more: Record<string, string> = {}) =>
  addressIn(door, {
    organisation: "halton",
    phase: "NSW2",
    story: /check|why-more/.test(door.door) ? "001" : "002",
    report: "nsw2-1",
    ...more,
  })

const knock = (who: Client, path: string, init: RequestInit) =>
  service.request(path, { ...init, headers: { origin, cookie: who.cookie ?? "", ...init.headers } })

describe.each(doors)("$door", (door) => {
  test("does nothing for whoever has no right to it", async () => {
    calls.length = 0
    for (const role of roleNames.filter((one) => !holders(door).includes(one))) {
      const { status } = await knock(people[role], at(door), sendable(door, 1, newKey()))
      expect([role, [403, 404].includes(status)]).toEqual([role, true])
    }
    expect(written(calls)).toEqual([])
  })

  test("finds nothing under a name that nobody gave", async () => {
    const who = people[holders(door)[0] as Role]
    for (const strange of ["constructor", "a%23b", "001%23", "żółć", "x".repeat(1_500)])
      for (const named of ["phase", "story", "report"].filter((name) => door.door.includes(`:${name}`))) {
        const { status } = await knock(who, at(door, { [named]: strange }), sendable(door, 1, newKey()))
        expect([named, strange, status < 500 && status >= 400]).toEqual([named, strange, true])
      }
  })
})

const takes = doors.filter((door) => isApi(door) && methodOf(door) === "POST" && door.gives)

describe.each(takes)("$door, with anything in place of what belongs there", (door) => {
  test("is refused or answered, and never a fault", async () => {
    const who = people[holders(door)[0] as Role]
    const whole = door.gives?.(99) ?? {}
    const names = [...Object.keys(whole), "stays", "unknown"]
    const junk = fc.oneof(
      fc.constantFrom(null, -1, "", "\u0000", "\ud800", [], {}, "x".repeat(9_000)),
      fc.jsonValue({ maxDepth: 2 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), junk, async (name, value) => {
        const body = JSON.stringify({ ...whole, [name]: value, revision: 99 })
        const headers = { "content-type": "application/json", "idempotency-key": newKey() }
        const { status } = await knock(who, at(door), { method: "POST", body, headers })
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 12, seed: 20180116 },
    )
    expect(service.faults).toEqual([])
  })
})
