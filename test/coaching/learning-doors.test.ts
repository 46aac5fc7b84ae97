import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Reach } from "../../infra/constructs/reach.ts"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import { type LearningRight, learningPolicy } from "../../shared/domain/people/coaching-policy.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { addressIn, answerOf, type EveryDoor, everyDoor, isApi, sendable } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting, unusedOf } from "../support/reaching.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const { asked, now, noted } = noting()
const doors = everyDoor.filter(({ app, door }) => app === "learning" && !door.endsWith("/health"))
const inner = doors.filter(({ whom }) => whom !== "everybody")

const emails: Partial<Record<Role, string>> = {
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  sponsor: "sponsor@halton.example",
  certifier: "section-151@halton.example",
  governance: "governance@halton.example",
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  evaluator: "evaluator@scie.example",
  reader: "reader@doh.example",
  adviser: "adviser@lived-experience.example",
  chair: "chair@doh.example",
  "decision-maker": "decision-maker@doh.example",
  finance: "finance@doh.example",
  administrator: "administrator@doh.example",
}

let service: Service
const people = {} as Record<Role, Client>
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  for (const [role, email] of Object.entries(emails)) people[role as Role] = await service.as(email)
})
afterAll(() => service.stop())

const knock = async (door: EveryDoor, values: Record<string, string>, who: Client) => {
  const path = addressIn(door, values)
  const init = sendable(door, 1, newKey())
  now.by = functionFor(path)
  const answer = await service.request(path, {
    ...init,
    headers: {
      origin,
      ...(who.cookie && { cookie: who.cookie }),
      ...Object.fromEntries(new Headers(init.headers)),
    },
  })
  now.by = "a test"
  return answer
}

const nothing = { offer: "none", idea: "none", session: "none" }

describe.each(inner)("$door", (door) => {
  test("sends whoever is not signed in to sign in, and reads nothing", async () => {
    const before = asked.length
    const answer = await knock(door, nothing, service.nobody)
    expect(answer.status).toBe(isApi(door) ? 401 : 303)
    expect(asked.slice(before)).toEqual([])
  })

  test("is as if it were not there for whoever has no part in learning", async () => {
    const answer = await answerOf(await knock(door, nothing, people.administrator))
    const api = isApi(door) ? "/api" : ""
    expect(answer).toEqual(await answerOf(await people.administrator.get(`${api}/nothing-here`)))
  })

  test("is open to the roles of its row in the policy, and refused to every other one by name", async () => {
    const allowed = learningPolicy[door.whom as LearningRight]
    for (const role of learningPolicy["see learning"]) {
      const { status } = await knock(door, nothing, people[role])
      const open = allowed.includes(role)
      expect([role, open ? status !== 403 : status === 403]).toEqual([role, true])
      expect([role, status < 500]).toEqual([role, true])
    }
  })
})

const strange = ["#", "a#b", "IDEA#", "..", "%", "%00", "\u200b", "żółć", "__proto__", "x".repeat(1_100)]

test("strange ids are not found by anybody, and are no fault", async () => {
  const faults = service.faults.length
  for (const door of inner.filter((one) => /:(offer|idea|session)/.test(one.door)))
    for (const id of strange) {
      const values = {
        offer: encodeURIComponent(id),
        idea: encodeURIComponent(id),
        session: encodeURIComponent(id),
      }
      const { status } = await knock(door, values, people.coordinator)
      expect([door.door, id, [400, 404].includes(status)]).toEqual([door.door, id, true])
    }
  expect(service.faults.slice(faults)).toEqual([])
})

test("what others share reaches what it asks for, and is let nothing besides", async () => {
  const share = async (who: Client, wanted: string) => {
    const body = { text: "Ring the day before.", tags: ["team"], wanted, nobody: true }
    now.by = "learning"
    const answer = await who.api("POST", "/learning/share", body, keyed())
    now.by = "a test"
    return ((await answer.json()) as { offer: string }).offer
  }
  const does = async (who: Client, path: string, body: unknown) => {
    now.by = functionFor(`/api${path}`)
    const answer = await who.api("POST", path, body, keyed())
    now.by = "a test"
    expect([path, answer.status < 300]).toEqual([path, true])
    return (await answer.json()) as Record<string, string>
  }
  const taken = await share(people.lead, "community")
  await does(people.lead, `/learning/yours/${taken}/take-back`, {})
  const left = await share(people.lead, "community")
  await does(people.coordinator, `/learning/waiting/${left}`, {
    decision: "leave",
    because: "It is not new.",
  })
  const shared = await share(people.lead, "public")
  const { idea } = await does(people.coordinator, `/learning/waiting/${shared}`, { decision: "public" })
  await does(people.coordinator, `/learning/ideas/${idea}/withdraw`, { because: "A family asked." })
  const told = { title: "Rotas", from: "2pm", to: "3pm", place: "Room 4", agenda: "Rotas." }
  const { session } = await does(people.coordinator, "/learning/sessions/plan", { ...told, on: "2018-01-17" })
  service.at("2018-01-18T09:00:00Z")
  await does(people.coordinator, `/learning/sessions/${session}/write-up`, {
    came: { leads: 3 },
    nobody: true,
    learned: [{ idea: "Ring, do not write.", tag: "model" }],
  })
  for (const door of doors)
    for (const who of [people.coordinator, people.lead])
      await knock(door, { offer: shared, idea: idea ?? "", session: session ?? "" }, who)
  await does(people.contributor, "/learning/people/you", {
    role: "Named social worker",
    about: "Rotas.",
    showEmail: true,
    until: "2018-03-31",
  })
  now.by = "front"
  const end = "/organisations/halton/people/p-halton-contributor/g-halton-contributor/end"
  expect((await people.coordinator.api("POST", end, {})).status).toBe(200)
  await people.lead.post("/home/calendar", { key: newKey() })
  const page = await (await people.lead.get("/home/calendar")).text()
  now.by = "feed"
  await service.nobody.get(/\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? "")
  now.by = "a test"

  const all: Record<string, Reach[]> = reaches
  const beyond = asked
    .filter((each) => each.by !== "a test")
    .filter((each) => !all[each.by]?.some((reach) => covers(reach, each)))
    .map((each) => `${each.by}: ${each.action} of ${each.partition}`)
  expect([...new Set(beyond)]).toEqual([])
  const unused = unusedOf(
    reaches.learning,
    asked.filter((each) => each.by === "learning"),
  )
  // A click is written down every ten minutes of machine time, which stands still here.
  expect(unused.filter((one) => one !== "UpdateItem of PERSON#*")).toEqual([])
  expect(asked.some((each) => each.by === "front" && each.partition.startsWith("LEARNING#"))).toBe(true)
  expect(asked.some((each) => each.by === "feed" && each.partition.startsWith("LEARNING#"))).toBe(true)
})
