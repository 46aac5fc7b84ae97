import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type CoachingRight,
  coachingPolicy,
  type LearningRight,
  learningPolicy,
  type SupportRight,
  supportPolicy,
} from "../../shared/domain/people/coaching-policy.ts"
import { type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { addressIn, answerOf, coachingDoorsAll, type EveryDoor, isApi, sendable } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
const people: Partial<Record<Role, Client>> = {}
let elsewhere: Client
let unassigned: Client

const values = {
  phase: "NSW2",
  organisation: "halton",
  session: "2018-01-09-none",
  version: "1",
  action: "none-such",
  risk: "none-such",
  month: "2018-01",
  number: "1",
  milestone: "none-such",
  idea: "none-such",
  person: "p-halton-contributor",
}

/** A coach whom no phase names for Halton, but for another site. */
const secondCoach = { id: "p-second-coach", name: "Second coach", email: "second.coach@scie.example" }

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  const store = peopleIn(service.table)
  await service.table.write([
    ...store.add(secondCoach),
    ...store.granting(secondCoach, {
      id: "g-second-coach",
      role: "coach",
      from: "2017-01-01T00:00:00.000Z",
      to: "2019-01-01T00:00:00.000Z",
      by: "tests",
    }),
  ])
  const { programme } = service.world.settings
  const bradford = await calendarIn(service.table, programme).site("NSW2", "bradford")
  if (!bradford) throw new Error("Bradford is in the phase")
  await service.table.write([
    putSite(programme, { ...bradford, coach: { person: secondCoach.id, name: secondCoach.name } }, bradford),
  ])
  for (const role of roleNames) people[role] = await service.as(emails[role])
  elsewhere = await service.as("site-lead@bradford.example")
  unassigned = await service.as(secondCoach.email)
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

const inside = (door: EveryDoor) => door.app === "coaching" || door.app === "pilot"

/** Whether a role comes through the door at all, of Halton's coaching where it lies there. */
const enters = (role: Role, door: EveryDoor) => {
  if (inside(door)) return coachingPolicy["see actions"][role] !== undefined
  if (door.app === "support") return supportPolicy["see support"].includes(role)
  return learningPolicy["see learning"].includes(role)
}

const holds = (role: Role, { whom }: Pick<EveryDoor, "whom">) => {
  if (whom in coachingPolicy) return coachingPolicy[whom as CoachingRight][role] !== undefined
  if (whom in supportPolicy) return supportPolicy[whom as SupportRight].includes(role)
  return learningPolicy[whom as LearningRight]?.includes(role) ?? false
}

const nothing = async (whom: Client, door: EveryDoor) => {
  const given = await answerOf(await knock(whom, addressIn(door, values), sendable(door)))
  const nowhere = `${isApi(door) ? "/api" : ""}/nothing-here`
  expect(given).toEqual(await answerOf(await knock(whom, nowhere, sendable(door))))
  expect(given.status).toBe(404)
}

const closed = coachingDoorsAll.filter(({ whom }) => whom !== "everybody")

test("there is a door for each part of coaching", () => {
  for (const app of ["coaching", "pilot", "support", "learning"] as const)
    expect([app, closed.some((door) => door.app === app)]).toEqual([app, true])
})

describe.each(closed)("$door", (door) => {
  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, values), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })

  test.each(roleNames.filter((role) => !enters(role, door)))(
    "is not found by the %s, who cannot tell it from what does not exist",
    async (role) => {
      calls.length = 0
      await nothing(people[role] as Client, door)
      expect(calls.map(({ asks }) => asks)).toEqual(["query", "query"])
    },
  )

  test.each(roleNames.filter((role) => enters(role, door) && !holds(role, door)))(
    "does nothing for the %s, who has no right to it",
    async (role) => {
      calls.length = 0
      const answer = await knock(people[role] as Client, addressIn(door, values), sendable(door))
      expect([403, 404, 409]).toContain(answer.status)
      expect(written(calls)).toEqual([])
    },
  )

  test.each(roleNames.filter((role) => enters(role, door) && holds(role, door)))(
    "answers the %s without a fault",
    async (role) => {
      const one = people[role] as Client
      const here = await knock(one, addressIn(door, values), sendable(door, 1, newKey()))
      expect(here.status, await here.clone().text()).toBeLessThan(500)
      if (!inside(door)) return
      const there = addressIn(door, { ...values, organisation: "nowhere" })
      expect((await knock(one, there, sendable(door, 1, newKey()))).status).toBe(404)
    },
  )
})

describe.each(closed.filter(inside))("$door, of another site", (door) => {
  test("is nothing to whoever leads another site", () => nothing(elsewhere, door))

  test("is nothing to a coach whom no phase names for it, and nothing is written", async () => {
    calls.length = 0
    await nothing(unassigned, door)
    expect(written(calls)).toEqual([])
  })

  test("is something to that coach at their own site", async () => {
    const path = addressIn(door, { ...values, organisation: "bradford" })
    const answer = await knock(unassigned, path, sendable(door, 1, newKey()))
    expect(answer.status).toBeLessThan(500)
    const { whom } = door
    if (roles.coach && whom === "see coaching" && door.door.endsWith("/coaching"))
      expect(answer.status).toBe(200)
  })
})
