import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import { type SelectionRight, selectionPolicy } from "../../shared/domain/people/selection-policy.ts"
import { addressIn, answerOf, departmentDoorsAll, type EveryDoor, isApi, sendable } from "../support/doors.ts"
import { afterClose, nobodyLinked, openedRound, scoredBy, sheetsOf, who } from "../support/panel.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
const people: Partial<Record<Role, Client>> = {}
let values: Record<string, string>
let linked: string

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  const scored = scoredBy([0, 2, 3, 4, 2], [3, 2, 3, 4, 2])
  const everybodyLinked = [
    ...nobodyLinked,
    { person: "p-coordinator", name: "Programme coordinator (demonstration)", at: afterClose },
  ].map((one) => ({ ...one, link: "family" as const }))
  const references = await openedRound(service, {
    halton: scored,
    bradford: { ...scored, said: everybodyLinked, readers: [who.reader, who.second] },
  })
  await sheetsOf(service, references.halton, scored)
  linked = references.bradford
  values = {
    round: "nsw-2-2017",
    reference: references.halton,
    organisation: "halton",
    criterion: "c1",
    flag: "none-such",
  }
  for (const [role, email] of Object.entries(emails)) people[role as Role] = await service.as(email)
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

const holds = (role: Role, { whom }: Pick<EveryDoor, "whom">) =>
  selectionPolicy[whom as SelectionRight].includes(role)
const enters = (role: Role) => selectionPolicy["see arrivals"].includes(role)

test("everybody of the service knocks", () => {
  expect(Object.keys(emails).sort()).toEqual([...roleNames].sort())
  expect(roleNames.filter((role) => enters(role) && roles[role].at === "organisation")).toEqual([])
})

describe.each(departmentDoorsAll)("$door", (door) => {
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

  test.each(roleNames.filter((role) => holds(role, door)))(
    "answers the %s without a fault, and 404 about what they have a link with",
    async (role) => {
      const one = people[role] as Client
      const path = addressIn(door, { ...values, reference: linked, organisation: "bradford" })
      const given = await knock(one, path, sendable(door, 1, newKey()))
      const about = /:(reference|organisation)/.test(door.door)
      if (about) expect(given.status).toBe(404)
      else expect(given.status).toBeLessThan(500)
      const body = await given.text()
      expect(body).not.toContain(linked)
      expect(body).not.toContain("Bradford")
    },
  )
})
