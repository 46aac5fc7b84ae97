import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { offerHash } from "../../shared/domain/funding/offering.ts"
import { type Role, roles } from "../../shared/domain/people/role.ts"
import { policy, type Right } from "../../shared/domain/people/submission-policy.ts"
import { type Move, moveNames } from "../../shared/form/workflow.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { type Crew, crews, ownRoles } from "../support/crew.ts"
import { addressIn, type EveryDoor, everyDoor, isApi, sendable } from "../support/doors.ts"
import { offerFor, people, posts } from "../support/funding/award.ts"
import { reviewOf } from "../support/funding/review.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, type Moved } from "../support/submission.ts"
import { type Call, digestOf, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let anotherCrew: () => Promise<Crew>
const programme: Partial<Record<Role, Client>> = {}
const round = "nsw2-statement-2018-03-31"
let owed: Expected

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  anotherCrew = crews(service)
  owed = (await expectedIn(service.table).of("halton", round)) as Expected
  for (const [role, email] of Object.entries(emails)) programme[role as Role] = await service.as(email)
})
afterAll(() => service.stop())

const emails = {
  coordinator: "coordinator@innovation-unit.example",
  finance: "finance@doh.example",
  "decision-maker": "decision-maker@doh.example",
  chair: "chair@doh.example",
  reader: "reader@doh.example",
  coach: "coach@innovation-unit.example",
}
const programmeRoles = Object.keys(emails) as (keyof typeof emails)[]
const rights = policy["statement-of-grant-usage"]

/** A council that owes a statement in January, with an award that it accepted. */
const site = async () => {
  service.at("2018-01-16T09:00:00Z")
  const crew = await anotherCrew()
  const { organisation } = crew
  const dates = { opens: "2017-12-01T09:00:00.000Z", by: "2018-01-22T17:00:00.000Z", locks: undefined }
  await service.table.write([putExpected({ ...owed, ...dates, organisation, name: organisation })])
  const offer = offerFor({ organisation, name: organisation, code: "TST", phase: "NSW2" })
  const here = { organisation, phase: "NSW2" }
  await posts(service, here, people.finance, "offer", offer)
  const hash = offerHash(offer)
  await posts(service, here, people.sponsor, "accept offer", { roles: ["sponsor", "certifier"], hash })
  return crew
}

const done = async (answer: Response) => expect(answer.status, await answer.clone().text()).toBeLessThan(300)
const finance = () => programme.finance as Client

const filled = async (crew: Crew): Promise<Begun> => {
  const one = await begun(crew.lead, crew.organisation, round)
  await done(await one.save(crew.contributor, "usage", returnForms["statement-of-grant-usage"]?.usage ?? {}))
  return one
}
const confirmed = async (crew: Crew) => {
  const one = await filled(crew)
  await done(await one.sign(crew.lead))
  return one
}
const certified = async (crew: Crew) => {
  const one = await confirmed(crew)
  await done(await one.sign(crew.certifier))
  return one
}
const sent = async (crew: Crew) => {
  const one = await certified(crew)
  await done(await one.send(crew.lead))
  return one
}
const asked = async (crew: Crew) => {
  const one = await sent(crew)
  const question = { about: "all", text: "What is it?", answerBy: "2018-01-23" }
  await done(await reviewOf(one.reference, crew.organisation).does(finance(), "questions", question))
  return one
}
const suggested = async (crew: Crew) => {
  const one = await confirmed(crew)
  const { revision } = (await one.read(crew.lead)) as Moved
  const body = { revision, figure: "usage/unspent", after: 1_000, note: "Ten pounds are left." }
  await done(await crew.certifier.api("POST", `${one.here}/suggest`, body, keyed()))
  return one
}
const accepted = async (crew: Crew) => {
  const one = await sent(crew)
  await done(await reviewOf(one.reference, crew.organisation).seen(finance(), "accept"))
  return one
}

/** How far a return must have come before a right can be used on it. */
const comesTo: Partial<Record<Move, (crew: Crew) => Promise<Begun>>> = {
  save: filled,
  sign: filled,
  decline: confirmed,
  suggest: confirmed,
  keep: suggested,
  send: certified,
  change: sent,
  withdraw: filled,
  look: sent,
  "check completeness": sent,
  ask: sent,
  answer: asked,
  settle: asked,
  "send back": sent,
  accept: sent,
  reopen: accepted,
}

const moves = moveNames.filter((move) => Object.keys(rights[move] ?? {}).length > 0)

test("every move of a return about money has a way to come to it", () => {
  expect(Object.keys(comesTo).sort()).toEqual([...moves].sort())
})

const whole = { sections: ["usage"], note: "The second post is not in the ledger." }
const given: Partial<Record<Right, (door: EveryDoor) => Record<string, unknown>>> = {
  save: (door) => (isApi(door) ? { answers: { why: "It was late." } } : { why: "It was late." }),
  "send back": (door) => (isApi(door) ? whole : { ...whole, sections: "usage" }),
  reopen: (door) => (isApi(door) ? whole : { ...whole, sections: "usage" }),
}

const knock = (who: Client, door: EveryDoor, crew: Crew, { reference, revision }: Moved) => {
  const body = (seen: number) => ({ ...door.gives?.(seen), ...given[door.whom as Right]?.(door) })
  const fields = door.whom === "save" ? (seen: number) => ({ revision: seen, ...given.save?.(door) }) : body
  const init = sendable({ ...door, gives: fields }, revision)
  return service.request(
    addressIn(door, {
      organisation: crew.organisation,
      reference,
      phase: "NSW2",
      section: "usage",
      number: "1",
    }),
    { ...init, headers: { origin, cookie: who.cookie ?? "", ...init.headers } },
  )
}

const clientOf = (crew: Crew, role: Role): Client =>
  roles[role].at === "programme" ? (programme[role] as Client) : crew[role as (typeof ownRoles)[number]]

describe.each(moves)("who may %s, by the table of policy", (move) => {
  const routes = everyDoor.filter(({ app, whom }) => (app === "site" || app === "funding") && whom === move)
  const all = [...ownRoles, ...programmeRoles]
  const allowed = all.filter((role) => rights[move]?.[role])
  const others = all.filter((role) => !rights[move]?.[role])
  const come = comesTo[move] as (crew: Crew) => Promise<Begun>

  test("stands behind a page and an operation of the API", () => {
    expect(routes).toHaveLength(2)
    expect(allowed.length).toBeGreaterThan(0)
  })

  test(`nobody else: ${others.join(", ")}`, async () => {
    const crew = await site()
    const one = (await (await come(crew)).read(crew.lead)) as Moved
    const before = await digestOf(service, crew.organisation)
    for (const role of others)
      for (const door of routes) {
        calls.length = 0
        const answer = await knock(clientOf(crew, role), door, crew, one)
        expect([403, 404], `${role} at ${door.door}: ${await answer.clone().text()}`).toContain(answer.status)
        expect(written(calls)).toEqual([])
      }
    expect(await digestOf(service, crew.organisation)).toBe(before)
  })

  test.each(allowed.flatMap((role) => routes.map((door) => ({ role, door, at: door.door }))))(
    "the $role, at $at",
    async ({ role, door }) => {
      const crew = await site()
      const one = (await (await come(crew)).read(crew.lead)) as Moved
      const answer = await knock(clientOf(crew, role), door, crew, one)
      expect([200, 303], await answer.clone().text()).toContain(answer.status)
    },
  )
})
