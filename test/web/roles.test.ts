import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { type PeopleRight, peoplePolicy } from "../../shared/domain/people/policy.ts"
import { policy, type Right } from "../../shared/domain/people/submission-policy.ts"
import { moveNames } from "../../shared/form/workflow.ts"
import {
  addressOf,
  type Crew,
  crews,
  fourForm,
  fullForm,
  fullRound,
  type OrganisationRole,
  ownRoles,
  publishRounds,
  signedByFour,
} from "../support/crew.ts"
import { addressIn, type EveryDoor, everyDoor, innerDoors, sendable } from "../support/doors.ts"
import { type Client, firstMorning, origin, type Service, startService } from "../support/service.ts"
import { begun, filled, type Moved } from "../support/submission.ts"
import { type Call, digestOf, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let anotherCrew: () => Promise<Crew>
beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishRounds(service)
  anotherCrew = crews(service)
})
afterAll(() => service.stop())

const rights = policy["expression-of-interest"]
const afterTheClose = new Date(new Date(phaseTwo.closes).getTime() + 1).toISOString()

/** How far a submission must have come before a right can be used on it. */
const comesTo: Partial<Record<Right, (crew: Crew) => Promise<Moved>>> = {
  read: async (crew) => (await fill(crew)).read() as Promise<Moved>,
  save: async (crew) => (await fill(crew)).read() as Promise<Moved>,
  sign: async (crew) => (await fill(crew)).read() as Promise<Moved>,
  decline: async (crew) => {
    const one = await fill(crew)
    await one.sign(crew.lead)
    return one.read() as Promise<Moved>
  },
  send: async (crew) => (await signedByAll(crew)).read() as Promise<Moved>,
  change: async (crew) => {
    const one = await signedByAll(crew)
    await one.send(crew.lead)
    return one.read() as Promise<Moved>
  },
  withdraw: async (crew) => (await fill(crew)).read() as Promise<Moved>,
  "ask to be late": async (crew) => {
    const read = await (await fill(crew)).read()
    service.at(afterTheClose)
    return read as Promise<Moved>
  },
}

const fill = async (crew: Crew, round = signedByFour.id, form = fourForm) => {
  service.at(firstMorning.toISOString())
  const one = await begun(crew.lead, crew.organisation, round)
  await filled(one, crew.lead, form)
  return one
}

const signedByAll = async (crew: Crew, ...what: [round?: string, form?: typeof fullForm]) => {
  const one = await fill(crew, ...what)
  for (const role of ["lead", "sponsor", "certifier", "governance"] as const) await one.sign(crew[role])
  return one
}

const knock = (who: Client, door: EveryDoor, crew: Crew, { reference, revision }: Partial<Moved> = {}) =>
  service.request(
    addressIn(door, {
      organisation: crew.organisation,
      reference: reference ?? "",
      section: "amount",
      version: "1",
      round: signedByFour.id,
      person: `p-${crew.organisation}-contributor`,
      grant: `g-${crew.organisation}-contributor`,
    }),
    withHeaders(sendable({ ...door, ...inThatRound(door) }, revision), who),
  )

const inThatRound = (door: EveryDoor) =>
  door.whom === "start" ? { gives: () => ({ round: signedByFour.id }) } : {}

const withHeaders = (init: RequestInit, who: Client): RequestInit => ({
  ...init,
  headers: { origin, cookie: who.cookie ?? "", ...init.headers },
})

/** Moves of what is judged by the selection panel; those of a return about money are told apart. */
const ofRounds = moveNames.filter((move) => Object.keys(rights[move] ?? {}).length > 0)

test("every move of an expression of interest has a way to come to it", () => {
  expect(ofRounds.filter((move) => !comesTo[move])).toEqual([])
})

describe.each(ofRounds)("who may %s, by the table of policy", (move) => {
  const routes = everyDoor.filter(({ app, whom }) => app === "site" && whom === move)
  const allowed = ownRoles.filter((role) => rights[move]?.[role])
  const others = ownRoles.filter((role) => !rights[move]?.[role])
  const come = comesTo[move] as (crew: Crew) => Promise<Moved>

  test("stands behind a page and an operation of the API", () => {
    expect(routes).toHaveLength(2)
  })

  test(`nobody else: ${others.join(", ") || "it is everybody's"}`, async () => {
    const crew = await anotherCrew()
    const one = await come(crew)
    const before = await digestOf(service, crew.organisation)
    for (const role of others)
      for (const door of routes) {
        calls.length = 0
        const answer = await knock(crew[role], door, crew, one)
        // What is not shown to somebody is not found by them; what is shown, they may not do.
        const shown = rights.read[role] === "whole" || move !== "save"
        expect([role, door.door, answer.status]).toEqual([role, door.door, shown ? 403 : answer.status])
        expect([403, 404]).toContain(answer.status)
        expect(written(calls)).toEqual([])
      }
    expect(await digestOf(service, crew.organisation)).toBe(before)
  })

  test.each(allowed.flatMap((role) => routes.map((door) => ({ role, door, at: door.door }))))(
    "the $role, at $at",
    async ({ role, door }) => {
      const crew = await anotherCrew()
      const answer = await knock(crew[role], door, crew, await come(crew))
      expect([200, 303], await answer.clone().text()).toContain(answer.status)
    },
  )
})

describe("who may start", () => {
  test.each(everyDoor.filter(({ whom }) => whom === "start"))(
    "by the table of policy, at $door",
    async (door) => {
      service.at(firstMorning.toISOString())
      const crew = await anotherCrew()
      const before = await digestOf(service, crew.organisation)
      for (const role of ownRoles.filter((one) => !rights.start[one]))
        expect([role, (await knock(crew[role], door, crew)).status]).toEqual([role, 403])
      expect(await digestOf(service, crew.organisation)).toBe(before)
      expect([201, 303]).toContain((await knock(crew.lead, door, crew)).status)
    },
  )
})

const atDoors = (Object.keys(peoplePolicy) as PeopleRight[]).filter(
  (right) => right !== "invite from anywhere",
)

describe.each(atDoors)("who may %s", (right) => {
  const routes = innerDoors.filter(({ whom }) => whom === right)
  test.each(routes)("by the table of people's policy, at $door", async (door) => {
    service.at(firstMorning.toISOString())
    const crew = await anotherCrew()
    const may = (role: OrganisationRole) => peoplePolicy[right].includes(role)
    const before = await digestOf(service, crew.organisation)
    for (const role of ownRoles.filter((one) => !may(one)))
      expect([role, (await knock(crew[role], door, crew)).status]).toEqual([role, 403])
    expect(await digestOf(service, crew.organisation)).toBe(before)
    for (const role of ownRoles.filter(may)) {
      const fresh = await anotherCrew()
      expect([200, 303]).toContain((await knock(fresh[role], door, fresh)).status)
    }
  })
})

describe("a section 151 officer, in a round that asks for their signature", () => {
  let crew: Crew
  let one: Moved
  beforeAll(async () => {
    service.at(firstMorning.toISOString())
    crew = await anotherCrew()
    const made = await signedByAll(crew, fullRound.id, fullForm)
    await made.send(crew.lead)
    one = (await made.read()) as Moved
  })
  const notMoney = [
    ...JSON.stringify(fullForm).matchAll(/"([^"]* text\.?|Eleven [^"]*|One worker[^"]*|Two posts[^"]*)"/g),
  ].map(([, text]) => text ?? "")

  test("sees the sections about money in the API, and no others", async () => {
    const answer = await crew.certifier.api(
      "GET",
      `/organisations/${crew.organisation}/submissions/${one.reference}`,
    )
    const { sections, problems } = (await answer.json()) as {
      sections: { id: string }[]
      problems: unknown[]
    }
    expect(sections.map(({ id }) => id)).toEqual(["amount", "profile"])
    expect(problems).toEqual([])
  })

  test.each(
    innerDoors.filter(({ door, whom }) => door.startsWith("GET") && (whom === "read" || whom === "enter")),
  )("reads nothing but the money at $door", async (door) => {
    expect(notMoney.length).toBeGreaterThan(10)
    const answer = await knock(crew.certifier, door, crew, one)
    const body = await answer.text()
    for (const text of notMoney) expect(body).not.toContain(text)
    if (door.door.includes("/receipts/")) expect(answer.status).toBe(404)
  })

  test.each(Object.keys(fullForm).filter((id) => !["amount", "profile"].includes(id)))(
    "does not find the page of the section %s",
    async (section) => {
      const page = `/organisations/${crew.organisation}/submissions/${one.reference}/sections/${section}`
      expect((await crew.certifier.get(page)).status).toBe(404)
      const typed = { revision: String(one.revision) }
      expect((await crew.certifier.post(page, typed)).status).toBe(404)
    },
  )

  test("is sent no letter with an answer in it", async () => {
    const mails = await service.deliver()
    const theirs = mails.filter(({ to }) => to === addressOf(crew.organisation, "certifier"))
    expect(theirs.length).toBeGreaterThan(0)
    for (const { text } of theirs) for (const answer of notMoney) expect(text).not.toContain(answer)
  })
})
