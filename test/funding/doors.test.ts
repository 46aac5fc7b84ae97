import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type FundingRight, fundingPolicy } from "../../shared/domain/people/funding-policy.ts"
import { type Role, roleNames } from "../../shared/domain/people/role.ts"
import { policy, type Right } from "../../shared/domain/people/submission-policy.ts"
import { addressIn, answerOf, type EveryDoor, fundingDoorsAll, isApi, sendable } from "../support/doors.ts"
import { awarded } from "../support/funding/award.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
const people: Partial<Record<Role, Client>> = {}

const values = {
  phase: "NSW2",
  organisation: "halton",
  reference: "NSW2-HAL-F-222222",
  version: "1",
  number: "1",
  round: "nsw2-spending-2017-12-31",
  file: "none-such",
  id: "none-such",
  question: "1",
  task: "people",
}

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  await awarded(service)
  for (const role of roleNames) people[role] = await service.as(emails[role])
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

const enters = (role: Role) => fundingPolicy["see money"].includes(role)

/** A right over money, or over the returns that are about it. */
const holds = (role: Role, { whom }: Pick<EveryDoor, "whom">) =>
  whom in fundingPolicy
    ? fundingPolicy[whom as FundingRight].includes(role)
    : policy["funding-return"][whom as Right]?.[role] !== undefined

test("whoever works at a site never enters the money of every site", () => {
  expect(roleNames.filter(enters)).toEqual([
    "coach",
    "evaluator",
    "coordinator",
    "chair",
    "decision-maker",
    "finance",
  ])
})

describe.each(fundingDoorsAll)("$door", (door) => {
  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, values), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })

  test.each(roleNames.filter((role) => !enters(role)))(
    "is not found by the %s, who cannot tell it from what does not exist",
    async (role) => {
      const one = people[role] as Client
      calls.length = 0
      const given = await answerOf(await knock(one, addressIn(door, values), sendable(door)))
      expect(calls.map(({ asks }) => asks)).toEqual(["query"])
      const nowhere = `${isApi(door) ? "/api" : ""}/nothing-here`
      expect(given).toEqual(await answerOf(await knock(one, nowhere, sendable(door))))
      expect(given.status).toBe(404)
    },
  )

  test.each(roleNames.filter((role) => enters(role) && !holds(role, door)))(
    "does nothing for the %s, who has no right to it",
    async (role) => {
      calls.length = 0
      const answer = await knock(people[role] as Client, addressIn(door, values), sendable(door))
      expect([403, 404]).toContain(answer.status)
      expect(written(calls)).toEqual([])
    },
  )

  test.each(roleNames.filter((role) => enters(role) && holds(role, door)))(
    "answers the %s without a fault, and 404 about a site that is not there",
    async (role) => {
      const one = people[role] as Client
      const here = await knock(one, addressIn(door, values), sendable(door, 1, newKey()))
      expect(here.status).toBeLessThan(500)
      if (!door.door.includes("/:organisation")) return
      const there = addressIn(door, { ...values, organisation: "nowhere" })
      expect((await knock(one, there, sendable(door, 1, newKey()))).status).toBe(404)
    },
  )
})
