import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { functionFor } from "../../infra/local/route.ts"
import {
  type EvaluationRight,
  evaluationPolicy,
  type FindingsRight,
  findingsPolicy,
} from "../../shared/domain/people/evaluation-policy.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import type { Item } from "../../shared/store/action.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { addressIn, type EveryDoor, everyDoor, sendable } from "../support/doors.ts"
import { figuresDoors } from "../support/evaluation/figures-doors.ts"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { releasesDoors } from "../support/evaluation/releases-doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Asked, covers, noting } from "../support/reaching.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const { asked, now, noted } = noting()

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
  chair: "chair@doh.example",
  "decision-maker": "decision-maker@doh.example",
  finance: "finance@doh.example",
  adviser: "adviser@lived-experience.example",
}
const roles = Object.keys(emails) as Role[]

let service: Service
const people = {} as Record<Role, Client>
beforeAll(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  for (const role of roles) people[role] = await service.as(emails[role] ?? "")
  await putMeasured(
    service.table,
    ["halton", "sheffield", "bradford"].map((site, n) =>
      figuresAt(site, {
        at: "baseline",
        figures: [count("people", 17 + n), share("kept", 12, 17 + n), count("admissions", n)],
      }),
    ),
  )
})
afterAll(() => service.stop())
beforeEach(() => {
  now.by = "a test"
})

const mine = new Set([...Object.keys(figuresDoors), ...Object.keys(releasesDoors)])
const doors = everyDoor.filter(({ door }) => mine.has(door))
const values = { organisation: "halton", phase: "NSW2", measure: "people", at: "baseline", number: "1" }

const knock = async (door: EveryDoor, who: Client, key = newKey()) => {
  const path = addressIn(door, values)
  const init = sendable(door, 1, key)
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

const mayPass = ({ app, whom }: EveryDoor, role: Role) =>
  app === "findings"
    ? findingsPolicy[whom as FindingsRight].includes(role)
    : evaluationPolicy[whom as EvaluationRight][role] !== undefined
const mayEnter = ({ app }: EveryDoor, role: Role) =>
  app === "findings"
    ? findingsPolicy["see findings"].includes(role)
    : evaluationPolicy["see evaluation"][role] !== undefined

describe.each(doors)("$door", (door) => {
  test("is open to the roles of its row, refused to others who may come in, and is not there for anybody else", async () => {
    expect((await knock(door, service.nobody)).status).toBe(door.door.includes("/api/") ? 401 : 303)
    for (const role of roles) {
      const { status } = await knock(door, people[role])
      const open = mayPass(door, role)
      expect([role, status < 500, open ? ![403].includes(status) : status]).toEqual([
        role,
        true,
        open ? true : mayEnter(door, role) ? 403 : 404,
      ])
    }
  })
})

test("strange phases, measures, times and numbers are not found by anybody, and are no fault", async () => {
  const before = service.faults.length
  for (const id of ["#", "..", "%00", "__proto__", "x".repeat(1_100), "0", "1e3", "months#"])
    for (const path of [
      `/findings/${encodeURIComponent(id)}/measures`,
      `/findings/NSW2/measures/${encodeURIComponent(id)}`,
      `/findings/NSW2/releases/${encodeURIComponent(id)}`,
      `/organisations/halton/evaluation/${encodeURIComponent(id)}/measures`,
      `/organisations/halton/evaluation/NSW2/released/people/${encodeURIComponent(id)}`,
      `/organisations/halton/evaluation/NSW2/released/${encodeURIComponent(id)}/baseline`,
    ]) {
      const who = path.startsWith("/findings") ? people.evaluator : people.governance
      expect([path.slice(0, 90), (await who.get(path)).status]).toEqual([path.slice(0, 90), 404])
    }
  expect(service.faults.slice(before)).toEqual([])
})

test("nothing is reached beyond what the two functions are let", () => {
  for (const name of ["evaluation", "findings"] as const) {
    const beyond = asked.filter(
      (one) => one.by === name && !reaches[name].some((reach) => covers(reach as never, one)),
    )
    expect(beyond.map((one: Asked) => `${one.action} of ${one.partition}`)).toEqual([])
  }
})

test("two who make the same release at the same moment make one", async () => {
  await putMeasured(service.table, [
    figuresAt("liverpool", { at: "baseline", figures: [count("people", 25), count("admissions", 9)] }),
  ])
  const body = { title: "Baselines", because: "The Department asked for them." }
  const made = await Promise.all(
    [newKey(), newKey()].map((key) =>
      people.evaluator.api("POST", "/findings/NSW2/releases/new", body, keyed(key)),
    ),
  )
  expect(made.map(({ status }) => status).sort()).toEqual([201, 409])
})

describe("what it costs", () => {
  const costOf = async (who: Client, path: string) => {
    const from = asked.length
    now.by = functionFor(path)
    expect((await who.get(path)).status).toBe(200)
    now.by = "a test"
    return asked.slice(from).map(({ action, partition }) => `${action} ${partition}`)
  }
  const each = async (who: Client) => {
    const costs: string[][] = []
    for (const path of paths) costs.push(await costOf(who, path))
    return costs
  }
  const paths = ["/findings/NSW2/measures", "/findings/NSW2/measures/people", "/findings/NSW2/measures.csv"]

  test("a table of every site is three requests a site, and what was released is one, whatever lies behind it", async () => {
    const cost = async () => ({
      all: await each(people.evaluator),
      released: await each(people.reader),
      site: await costOf(people.lead, "/organisations/halton/evaluation/NSW2/measures"),
      draft: await costOf(people.evaluator, "/findings/NSW2/releases/new"),
    })
    const before = await cost()
    for (const one of before.all) expect(one).toHaveLength(2 + 3 * 6)
    for (const one of before.released) expect(one).toHaveLength(3)
    expect(before.site).toHaveLength(2 + 3)
    expect(before.draft).toHaveLength(2 + 4 * 6 + 2)

    const months = ["2017-10", "2017-11", "2017-12", "2018-01"] as const
    const items = await service.table.query({ pk: "EVALUATION#halton", begins: "FIGURES#" })
    const old = items.items[0] as Item
    await putMeasured(
      service.table,
      months.map((at) => figuresAt("halton", { at, figures: [count("people", 17), count("admissions", 6)] })),
    )
    for (let n = 0; n < 3; n++)
      await service.table.write(
        Array.from({ length: 40 }, (_, m) => ({
          put: { ...old, pk: "ORG#halton", sk: `SUBMISSION#old#V#${n}-${m}` },
        })),
      )
    const title = "With tallies"
    const body = { title, because: "Tallies were sent." }
    expect((await people.evaluator.api("POST", "/findings/NSW2/releases/new", body, keyed())).status).toBe(
      201,
    )
    const after = await cost()
    const sorted = (costs: string[][]) => costs.map((one) => one.toSorted())
    expect(sorted(after.all)).toEqual(sorted(before.all))
    expect(sorted(after.released)).toEqual(sorted(before.released))
    expect(sorted([after.site, after.draft])).toEqual(sorted([before.site, before.draft]))
  })

  test("grows with the sites alone", async () => {
    const { programme } = service.world.settings
    const halton = await calendarIn(service.table, programme).site("NSW2", "halton")
    if (!halton) throw new Error("Halton is in the phase")
    const more = Array.from({ length: 4 }, (_, n) => ({
      ...halton,
      organisation: `site-${n}`,
      name: `Site ${n}`,
    }))
    await service.table.write(more.map((one) => putSite(programme, one)))
    expect(await costOf(people.evaluator, "/findings/NSW2/measures")).toHaveLength(2 + 3 * 10)
    expect(await costOf(people.reader, "/findings/NSW2/measures")).toHaveLength(3)
  })
})
