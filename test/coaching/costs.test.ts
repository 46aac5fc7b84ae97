import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { closed, newAction } from "../../shared/domain/actions/action.ts"
import type { Session } from "../../shared/domain/coaching/session.ts"
import { deskOfActions, putAction } from "../../shared/store/actions.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { coachingIn, pageOfTimeline } from "../../shared/store/coaching.ts"
import { keys } from "../../shared/store/keys.ts"
import { putSession } from "../../shared/store/sessions.ts"
import type { Action } from "../../shared/store/table.ts"
import { addDays } from "../../shared/values/london.ts"
import { inPhase, sessionsOf } from "../support/coaching/sessions.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Call, watched } from "../support/watched.ts"

let service: Service
const calls: Call[] = []
let coach: Client
const at = new Date("2018-01-16T09:00:00.000Z")
const who = { person: "p-coach", name: "Coach (demonstration)" }

beforeAll(async () => {
  service = await startService({ around: watched(calls) })
  await publishPhaseTwo(service)
  service.at(at.toISOString())
  coach = await service.as("coach@innovation-unit.example")
})
afterAll(() => service.stop())
beforeEach(() => {
  calls.length = 0
})

/** What one page asked of the table, and how many units it read; the session is marked as seen before. */
const costOf = async (person: Client, path: string) => {
  expect((await person.get(path)).status).toBe(200)
  calls.length = 0
  service.costs.length = 0
  const answer = await person.get(path)
  expect(answer.status).toBe(200)
  return {
    asked: calls.map(({ asks, at: [where = ""] }) => `${asks} ${where}`),
    read: service.costs.reduce((sum, { read }) => sum + read, 0),
    page: await answer.text(),
  }
}
const sameBut = (one: string[], from: string, to: string) => one.map((each) => each.replaceAll(from, to))

/** So many lines of what happened at a site: the first of them as often as it is asked for, each with its number. */
const happened = async (organisation: string, lines: number) => {
  const by = { actor: { id: "p-coach", name: who.name }, grant: { id: "g-coach", role: "coach" as const } }
  const place = { organisation, phase: "NSW2", name: organisation }
  const coaching = coachingIn(service.table)
  await coaching.change(place, { by, at }, async () => ({
    move: "close action",
    about: { kind: "action", id: "one", title: "Action for the site, due 9 January 2018" },
    result: null,
  }))
  const [first] = await coaching.timeline(organisation, "NSW2")
  if (!first) throw new Error("Something has happened there")
  const numbers = Array.from({ length: lines - 1 }, (_, n) => n + 2)
  await written(
    numbers.map((number) => ({
      put: { ...first, number, ...keys.event(organisation, "coaching-NSW2", number) },
    })),
  )
}

const written = async (actions: Action[]) => {
  for (let n = 0; n < actions.length; n += 50)
    expect((await service.table.write(actions.slice(n, n + 50))).written).toBe(true)
}

const toDo = (organisation: string, n: number, owner: "site" | "coach" = "site") =>
  newAction(
    {
      id: `${addDays("2018-01-20", n % 300)}-action-${n}`,
      organisation,
      phase: "NSW2",
      name: organisation,
      text: `Thing number ${n} is to be done.`,
      due: addDays("2018-01-20", n % 300),
      owner,
      from: { kind: "by hand" },
    },
    who,
    at,
  )

/** The two queries of every door: who it is, and the phases with their sites. */
const door = ["query PERSON#p-coach", "query PROGRAMME#named-social-worker PHASE#"]

test("a timeline is one query of its page, after ten lines and after five hundred", async () => {
  await happened("sheffield", 10)
  await happened("liverpool", 500)
  const few = await costOf(coach, `${inPhase("sheffield")}/timeline`)
  const many = await costOf(coach, `${inPhase("liverpool")}/timeline`)
  expect(few.asked).toEqual([...door, "query LOG#sheffield coaching-NSW2#"])
  expect(many.asked).toEqual(sameBut(few.asked, "sheffield", "liverpool"))
  expect([few.read, many.read]).toEqual([3, 5])
  const older = await costOf(coach, `${inPhase("liverpool")}/timeline?before=101`)
  expect(older.asked).toEqual(many.asked)
  expect(older.read).toBe(many.read)
  const api = await coach.api("GET", `${inPhase("liverpool")}/timeline?before=476`)
  expect(await api.json()).toMatchObject({
    lines: { length: pageOfTimeline, 0: { number: 475 } },
    earlier: 451,
  })
}, 60_000)

test("every line of a long timeline is on one page of it, and on no other", async () => {
  const seen: number[] = []
  let before: number | undefined
  do {
    const path: string = `${inPhase("liverpool")}/timeline${before === undefined ? "" : `?before=${before}`}`
    const { lines, earlier } = (await (await coach.api("GET", path)).json()) as {
      lines: { number: number }[]
      earlier?: number
    }
    seen.push(...lines.map(({ number }) => number))
    before = earlier
  } while (before !== undefined)
  expect(seen).toEqual(Array.from({ length: 500 }, (_, n) => 500 - n))
})

test("a list of sessions is where the site stands and one query of its page, after five and after two hundred", async () => {
  const session = (organisation: string, n: number): Session => ({
    id: `${addDays("2017-01-01", n)}-0000000000`,
    organisation,
    phase: "NSW2",
    kind: "call",
    state: "closed",
    on: addDays("2017-01-01", n),
    coach: who,
    topics: [],
    version: 0,
    revision: 0,
  })
  const held = (organisation: string, count: number) =>
    written(Array.from({ length: count }, (_, n) => putSession(session(organisation, n))))
  await held("sheffield", 5)
  await held("liverpool", 200)
  const few = await costOf(coach, sessionsOf("sheffield"))
  const many = await costOf(coach, sessionsOf("liverpool"))
  expect(few.asked).toEqual([
    ...door,
    "get SITE#sheffield NOW#COACHING#NSW2",
    "query COACHING#sheffield SESSION#NSW2#",
  ])
  expect(many.asked).toEqual(sameBut(few.asked, "sheffield", "liverpool"))
  expect([few.read, many.read]).toEqual([4, 6])
})

describe("what is to be done", () => {
  test("is one query a desk, over all sites, whatever was done before", async () => {
    const sites = ["halton", "sheffield", "liverpool", "bradford", "hertfordshire", "shropshire"]
    const open = sites.flatMap((site) => Array.from({ length: 20 }, (_, n) => toDo(site, n, "coach")))
    await written(open.flatMap((one) => putAction(one)))
    service.costs.length = 0
    const metered = service.table.metered((cost) => service.costs.push(cost))
    const first = await deskOfActions(metered, "NSW2", "coach")
    expect(first).toHaveLength(120)
    expect(service.costs.map(({ operation }) => operation)).toEqual(["query"])
    const [{ read } = { read: 0 }] = service.costs
    const over = Array.from({ length: 100 }, (_, n) =>
      closed(toDo("halton", 1_000 + n, "coach"), { evidence: "It is written down." }, who, at),
    )
    await written(over.flatMap((one) => putAction(one)))
    service.costs.length = 0
    expect(await deskOfActions(metered, "NSW2", "coach")).toHaveLength(120)
    expect(service.costs.map((cost) => [cost.operation, cost.read])).toEqual([["query", read]])
  })

  test("costs a home, and the page of a site’s coaching, the same with a hundred things done as with none", async () => {
    for (const path of [
      "/organisations/halton",
      inPhase("halton"),
      "/organisations/halton/actions?state=open",
    ]) {
      const lead = await service.as("site-lead@bradford.example")
      const at = path.replace("halton", "bradford")
      const none = await costOf(lead, at)
      const own = await service.as("site-lead@halton.example")
      const hundred = await costOf(own, path)
      expect([path, hundred.asked]).toEqual([path, sameBut(none.asked, "bradford", "halton")])
      expect([path, hundred.read]).toEqual([path, none.read])
    }
  })
})

test("the desk over sites is one query a list, with six sites and with forty more", async () => {
  const coordinator = await service.as("coordinator@innovation-unit.example")
  const before = await costOf(coordinator, "/support")
  const { programme } = service.world.settings
  const halton = await calendarIn(service.table, programme).site("NSW2", "halton")
  if (!halton) throw new Error("Halton is in the phase")
  const more = Array.from({ length: 40 }, (_, n) => ({
    ...halton,
    organisation: `site-${n}`,
    name: `Site ${n} (invented)`,
  }))
  await written(more.map((one) => putSite(programme, one)))
  for (const { organisation } of more.slice(0, 10)) await happened(organisation, 1)
  await written(more.flatMap(({ organisation }) => putAction(toDo(organisation, 1))))
  const after = await costOf(coordinator, "/support")
  expect(after.page).toContain("Site 39 (invented)")
  expect(after.asked.toSorted()).toEqual(before.asked.toSorted())
  expect(before.asked.toSorted()).toEqual([
    "query ACTIONS#NSW2#coach",
    "query ACTIONS#NSW2#coordinators",
    "query ACTIONS#NSW2#department",
    "query ACTIONS#NSW2#site",
    "query COACHED#RATING#NSW2",
    "query COACHED#SESSION#NSW2",
    "query COACHING#NSW2",
    "query HELP#named-social-worker",
    "query PERSON#p-coordinator",
    "query PROGRAMME#named-social-worker PHASE#",
  ])
  for (const [path, most] of [
    ["/support/patterns", 4],
    ["/support/clocks", 30],
    ["/support/highlights", 2],
  ] as const)
    expect([path, (await costOf(coordinator, path)).asked.length <= most]).toEqual([path, true])
})
