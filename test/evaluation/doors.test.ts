import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type EvaluationRight,
  evaluationPolicy,
  type FindingsRight,
  findingsPolicy,
} from "../../shared/domain/people/evaluation-policy.ts"
import { type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { secondCoach } from "../support/coaching/two-sites.ts"
import { addressIn, answerOf, type EveryDoor, evaluationDoorsAll, isApi, sendable } from "../support/doors.ts"
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
  reference: "NSW2-HAL-V-222222",
  round: "nsw2-tally-2017-12-31",
  story: "001",
  report: "nsw2-1",
  wave: "001",
  line: "none-such",
  version: "1",
  number: "1",
  section: "theory",
  measure: "people",
  at: "baseline",
  comment: "none-such",
}

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  const store = peopleIn(service.table)
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z", by: "tests" }
  await service.table.write([
    ...store.add(secondCoach),
    ...store.granting(secondCoach, { id: "g-second-coach", role: "coach", ...days }),
  ])
  const { programme } = service.world.settings
  const bradford = await calendarIn(service.table, programme).site("NSW2", "bradford")
  if (!bradford) throw new Error("Bradford is in the phase")
  const coach = { person: secondCoach.id, name: secondCoach.name }
  await service.table.write([putSite(programme, { ...bradford, coach }, bradford)])
  for (const role of roleNames) people[role] = await service.as(emails[role])
  elsewhere = await service.as("site-lead@bradford.example")
  unassigned = await service.as(secondCoach.email)
  service.at("2018-01-12T09:00:00.000Z")
})
afterAll(() => service.stop())

const knock = (whom: Client, path: string, init: RequestInit) =>
  service.request(path, {
    ...init,
    headers: {
      origin: "http://127.0.0.1:3000",
      ...(whom.cookie && { cookie: whom.cookie }),
      ...Object.fromEntries(new Headers(init.headers)),
    },
  })

const inside = ({ door }: EveryDoor) => door.includes("/:organisation/evaluation") || ofSite(door)
const ofSite = (door: string) => / (?:\/api)?\/organisations\//.test(door)

/** What somebody needs to come in at all, before anybody asks what they may do there. */
const entry = ({ app }: EveryDoor): EvaluationRight =>
  app === "stories" ? "see stories" : app === "tally" ? "fill in tally" : "see evaluation"
const enters = (role: Role, door: EveryDoor) =>
  inside(door)
    ? evaluationPolicy[entry(door)][role] !== undefined
    : findingsPolicy["see findings"].includes(role)
const holds = (role: Role, { whom }: Pick<EveryDoor, "whom">) =>
  whom in evaluationPolicy
    ? evaluationPolicy[whom as EvaluationRight][role] !== undefined
    : findingsPolicy[whom as FindingsRight].includes(role)

const nothing = async (whom: Client, door: EveryDoor) => {
  const given = await answerOf(await knock(whom, addressIn(door, values), sendable(door)))
  const nowhere = `${isApi(door) ? "/api" : ""}/nothing-here`
  expect(given).toEqual(await answerOf(await knock(whom, nowhere, sendable(door))))
  expect(given.status).toBe(404)
}

const closed = evaluationDoorsAll.filter(({ whom }) => whom !== "everybody")

test("there is a door for each part of the evaluation", () => {
  for (const app of ["evaluation", "stories", "tally", "findings"] as const)
    expect([app, closed.some((door) => door.app === app)]).toEqual([app, true])
  expect(closed.length).toBeGreaterThan(150)
})

describe.each(closed)("$door", (door) => {
  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    calls.length = 0
    const answer = await knock(service.nobody, addressIn(door, values), sendable(door))
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(calls).toEqual([])
  })

  test("is not found by whoever has no part in it, who cannot tell it from what does not exist", async () => {
    for (const role of roleNames.filter((one) => !enters(one, door))) {
      calls.length = 0
      await nothing(people[role] as Client, door)
      expect([role, calls.map(({ asks }) => asks)]).toEqual([role, ["query", "query"]])
    }
  })

  test("does nothing for whoever may come in and has no right to it", async () => {
    for (const role of roleNames.filter((one) => enters(one, door) && !holds(one, door))) {
      calls.length = 0
      const { status } = await knock(people[role] as Client, addressIn(door, values), sendable(door))
      expect([role, [403, 404].includes(status)]).toEqual([role, true])
      expect([role, written(calls)]).toEqual([role, []])
    }
  })

  test("answers whoever has the right without a fault, and has nothing of a site that is none", async () => {
    for (const role of roleNames.filter((one) => enters(one, door) && holds(one, door))) {
      const one = people[role] as Client
      const here = await knock(one, addressIn(door, values), sendable(door, 1, newKey()))
      expect([role, here.status < 500, here.status === 403]).toEqual([role, true, false])
      const path = addressIn(door, { ...values, organisation: "nowhere", phase: "NSW9" })
      if (/:(?:organisation|phase)/.test(door.door))
        expect([role, (await knock(one, path, sendable(door, 1, newKey()))).status]).toEqual([role, 404])
    }
  })
})

describe.each(closed.filter(inside))("$door, of another site", (door) => {
  test("is nothing to whoever leads another site, nor to a coach whom no phase names for it", async () => {
    calls.length = 0
    await nothing(elsewhere, door)
    await nothing(unassigned, door)
    expect(written(calls)).toEqual([])
  })

  test("is something to that coach at their own site, where a coach has the right", async () => {
    const path = addressIn(door, { ...values, organisation: "bradford" })
    const { status } = await knock(unassigned, path, sendable(door, 1, newKey()))
    expect(status).toBeLessThan(500)
    if (roles.coach && !enters("coach", door)) expect(status).toBe(404)
    if (/evaluation(?:\/:phase)?$/.test(door.door)) expect(status).toBe(200)
  })
})

test("and nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
