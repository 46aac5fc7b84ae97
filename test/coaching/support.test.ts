import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { newAction } from "../../shared/domain/actions/action.ts"
import type { Head } from "../../shared/domain/coaching/head.ts"
import { newHelp } from "../../shared/domain/coaching/help.ts"
import type { Session } from "../../shared/domain/coaching/session.ts"
import { putAction } from "../../shared/store/actions.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { coachingIn, putShared } from "../../shared/store/coaching.ts"
import { putHelp } from "../../shared/store/help.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Action } from "../../shared/store/table.ts"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let coach: Client
let second: Client
let coordinator: Client
let evaluator: Client
let chair: Client

const now = "2018-01-16T09:00:00Z"
const names = {
  bradford: "Bradford",
  halton: "Halton",
  hertfordshire: "Hertfordshire",
  liverpool: "Liverpool",
  sheffield: "Sheffield",
  shropshire: "Shropshire",
}
type Site = keyof typeof names
const who = { person: "p-coach", name: "Coach (demonstration)" }

const session = (organisation: Site, on: string, more: Partial<Session> = {}): Session => ({
  id: `${on}-${organisation}`,
  organisation,
  phase: "NSW2",
  kind: "visit",
  state: "planned",
  on,
  coach: who,
  topics: [],
  version: 0,
  revision: 0,
  ...more,
})

/** Where a site stands, with records beside it, as the parts that keep them would write it. */
const stands = (organisation: Site, head: Partial<Head>, actions: Action[] = []) =>
  coachingIn(service.table).change(
    { organisation, phase: "NSW2", name: names[organisation] },
    {
      by: { actor: { id: "p-coach", name: "Coach" }, grant: { id: "g-coach", role: "coach" } },
      at: new Date(now),
    },
    async () => ({
      move: "hold session",
      about: { kind: "session", id: "one", title: "Site visit" },
      head,
      actions,
      result: null,
    }),
  )

const toDo = (
  organisation: Site,
  owner: "site" | "coach" | "coordinators" | "department",
  due: string,
  text: string,
) =>
  putAction(
    newAction(
      {
        id: `${due}-${organisation}-${owner}`,
        organisation,
        phase: "NSW2",
        name: names[organisation],
        text,
        due,
        from: { kind: "by hand" },
        owner,
      },
      who,
      new Date("2017-12-18T10:00:00Z"),
    ),
  )

const helps = (organisation: Site, askedAt: string, paused?: string) =>
  putHelp(programme.id, {
    ...newHelp(
      {
        organisation,
        phase: "NSW2",
        name: names[organisation],
        number: 1,
        what: "backfill",
        asks: "MARKER-HELP",
      },
      who,
      new Date(askedAt),
    ),
    backs: paused ? [{ asks: "MARKER-BACK", asked: { by: who, at: paused } }] : [],
  })

/** Halton and Sheffield are the first coach's; the others have another. */
const twoCoaches = async () => {
  const phase = await calendarIn(service.table, programme.id).phase("NSW2")
  const others = (phase?.sites ?? []).filter(
    ({ organisation }) => !["halton", "sheffield"].includes(organisation),
  )
  await service.table.write(
    others.map((one) =>
      putSite(programme.id, { ...one, coach: { person: "p-second", name: "Second Coach" } }, one),
    ),
  )
  const people = peopleIn(service.table)
  const person = { id: "p-second", name: "Second Coach", email: "second@innovation-unit.example" }
  await people.write([
    ...people.add(person),
    ...people.granting(person, {
      id: "g-second",
      role: "coach",
      from: "2016-06-01T00:00:00.000Z",
      to: "2019-01-01T00:00:00.000Z",
      by: "a test",
    }),
  ])
}

const going = (stuck: string[], says: "on-track" | "needs-help" = "on-track", month = "2018-01") => ({
  month,
  site: { says, at: "2018-01-10T10:00:00.000Z" },
  stuck,
})

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at(now)
  await twoCoaches()
  const on = { session: "a", title: "Site visit of 11 January 2018", on: "2018-01-11" }
  await stands(
    "halton",
    {
      planned: [{ session: "c", title: "Call of 16 January 2018", on: "2018-01-16", time: "14:00" }],
      going: going(["backfill"]),
      highRisks: 2,
    },
    [
      ...toDo("halton", "coach", "2018-01-10", "Send the rota that others use."),
      ...toDo("halton", "site", "2018-01-30", "Name a deputy."),
      ...toDo("halton", "department", "2018-01-12", "Confirm the dates in writing."),
      helps("halton", "2018-01-10T10:00:00.000Z"),
    ],
  )
  await stands(
    "sheffield",
    {
      waits: [
        { ...on, state: "held", since: "2018-01-11T16:00:00.000Z", agreement: true },
        {
          session: "b",
          title: "Site visit of 8 December 2017",
          on: "2017-12-08",
          state: "disputed",
          since: "2018-01-12T16:00:00.000Z",
          agreement: true,
        },
      ],
      going: going(["backfill", "money"], "needs-help"),
    },
    [putShared("SESSION", session("sheffield", "2018-01-11", { state: "held" }))],
  )
  await stands(
    "bradford",
    {
      waits: [
        {
          session: "d",
          title: "Site visit of 12 December 2017",
          on: "2017-12-12",
          state: "shared",
          since: "2017-12-14T10:00:00.000Z",
          until: "2018-01-02",
          agreement: true,
        },
      ],
      plan: { version: 0, waitsFor: ["the programme"], since: "2018-01-08T10:00:00.000Z", draft: false },
      going: going(["backfill", "consent"]),
    },
    [
      ...toDo("bradford", "coach", "2018-01-08", "Find a self-advocacy group."),
      ...toDo("bradford", "coordinators", "2018-01-31", "Answer about the logo."),
      putShared(
        "SESSION",
        session("bradford", "2017-12-12", {
          state: "shared",
          version: 1,
          shared: { by: who, at: "2017-12-14T10:00:00.000Z" },
          answerBy: "2018-01-02",
        }),
      ),
      helps("bradford", "2018-01-04T10:00:00.000Z", "2018-01-08T10:00:00.000Z"),
    ],
  )
  await stands("liverpool", { going: going(["backfill"], "on-track", "2017-10") })
  await stands("shropshire", { going: going(["backfill"]) }, [
    putShared(
      "SESSION",
      session("shropshire", "2017-12-04", {
        state: "agreed with comment",
        version: 1,
        shared: { by: who, at: "2017-12-05T10:00:00.000Z" },
        answerBy: "2017-12-19",
        answered: { by: who, at: "2017-12-18T10:00:00.000Z", as: "agreed with comment" },
      }),
    ),
  ])
  coach = await service.as("coach@innovation-unit.example")
  second = await service.as("second@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  evaluator = await service.as("evaluator@scie.example")
  chair = await service.as("chair@doh.example")
})
afterAll(() => service.stop())

const pageOf = async (one: Client, path = "/support") => plain(await (await one.get(path)).text())
const firstOf = async (one: Client, path?: string) =>
  (/data-first-line[^>]*>([\s\S]*?)<\/p>/.exec(await pageOf(one, path))?.[1] ?? "").trim()
const paths = [
  "/support",
  "/support/sites.csv",
  "/support/actions.csv",
  "/support/clocks",
  "/support/patterns",
  "/api/support",
  "/api/support/clocks",
  "/api/support/patterns",
]

describe("the first page of whoever supports sites", () => {
  test("tells a coach of today, of what is to be written up, of what is disputed and of what is late", async () => {
    expect(await firstOf(coach)).toBe(
      "Today: Halton, Call of 16 January 2018 at 2pm. To be written up: Sheffield, Site visit of 11 January 2018. Disputed: Sheffield, Site visit of 8 December 2017. Late actions of yours: 1.",
    )
    const page = await pageOf(coach)
    expect(page).toContain("NOT SHARED YET: held 3 working days ago.")
    expect(page).toContain("The site says: needs help.")
    expect(page).toContain("Send the rota that others use.")
  })

  test("tells a coach of another site’s silence only where it is theirs", async () => {
    expect(await firstOf(second)).toBe(
      "No session is planned at any of your sites. Not answered by the site: Bradford, Site visit of 12 December 2017. Late actions of yours: 1.",
    )
    expect(await pageOf(second)).toContain("AGREED by the site, with a comment.")
  })

  test("names no site to a coach that is not theirs, on any page, list or file", async () => {
    for (const path of paths) {
      const first = await (await coach.get(path)).text()
      for (const name of ["Bradford", "Hertfordshire", "Liverpool", "Shropshire", "Second Coach"])
        expect([path, name, first.includes(name) || first.includes(name.toLowerCase())]).toEqual([
          path,
          name,
          false,
        ])
      const other = await (await second.get(path)).text()
      for (const name of ["Halton", "Sheffield"])
        expect([path, name, other.includes(name) || other.includes(name.toLowerCase())]).toEqual([
          path,
          name,
          false,
        ])
    }
    expect((await coach.get("/support?phase=NSW1")).status).toBe(404)
  })

  test("tells coordinators which plans wait for them, what lies on which desk and for how long", async () => {
    expect(await firstOf(coordinator)).toBe(
      "1 pilot plan waits for you to agree: Bradford, 6 working days. 1 action lies on your desk. Said to need help: Sheffield. 6 sites: 1 has a session to come; 1 session waits for the site, 3 for the coach.",
    )
    const page = await pageOf(coordinator)
    expect(page).toContain("18 working days")
    for (const name of Object.values(names)) expect(page).toContain(name)
  })

  test("tells an evaluator the same, and that nothing waits for them", async () => {
    expect(await firstOf(evaluator)).toContain("Nothing here waits for you. 6 sites:")
  })

  test("tells the department first which answers it owes, the oldest on top, and never what was said", async () => {
    expect(await firstOf(chair)).toBe(
      "The Department owes sites 1 answer, 4 working days old. 1 stands still: the Department asked something back. 1 action lies on the Department’s desk, 1 late. Said to need help: Sheffield.",
    )
    const page = await pageOf(chair)
    expect(page.indexOf("Bradford, Help 1")).toBeGreaterThan(-1)
    expect(page.indexOf("Bradford, Help 1")).toBeLessThan(page.indexOf("Halton, Help 1"))
    expect(page).toContain("Confirm the dates in writing.")
    expect(page).not.toContain("Name a deputy.")
    for (const path of paths) expect(await (await chair.get(path)).text()).not.toContain("MARKER")
  })

  test("is one list of each sort, whatever the number of sites", async () => {
    service.costs.length = 0
    await coordinator.get("/support")
    const asked = service.costs.length
    service.costs.length = 0
    await coach.get("/support")
    expect(service.costs.length).toBe(asked)
    expect(asked).toBeLessThanOrEqual(11)
  })

  test("is empty for nobody: a site at which nothing has happened is there, and an unpublished phase is not", async () => {
    expect(await pageOf(coordinator, "/support?phase=NSW2")).toContain("Hertfordshire")
    for (const phase of ["NSW1", "NSW9"])
      expect((await coordinator.get(`/support?phase=${phase}`)).status).toBe(404)
  })

  test("gives files that a spreadsheet opens: a row a site, and a row an action", async () => {
    const sites = (await (await coordinator.get("/support/sites.csv")).text()).trim().split("\r\n")
    expect(sites).toHaveLength(7)
    expect(sites[0]).toMatch(/^site,organisation,phase,coach,/)
    const actions = (await (await coordinator.get("/support/actions.csv")).text()).trim().split("\r\n")
    expect(actions).toHaveLength(6)
    expect(actions[1]).toBe(
      "Bradford,bradford,the coach,Find a self-advocacy group.,2018-01-08,yes,2017-12-18T10:00:00.000Z,18,by hand",
    )
  })

  test("is found by nobody at a site, nor by an administrator or somebody who reads plain words", async () => {
    for (const email of [
      "site-lead@halton.example",
      "sponsor@halton.example",
      "administrator@doh.example",
      "adviser@lived-experience.example",
    ]) {
      const one = await service.as(email)
      for (const path of paths)
        expect([email, path, (await one.get(path)).status]).toEqual([email, path, 404])
    }
  })

  test("is where a coach arrives who has signed in, and coordinators arrive in the programme", async () => {
    expect((await coach.get("/home")).headers.get("location")).toBe("/support")
    expect((await coordinator.get("/home")).headers.get("location")).toBe("/programme")
  })

  test("is reached from the programme’s page, and leads back there", async () => {
    expect(await pageOf(coach, "/programme")).toContain('href="/support">The sites you support<')
    expect(await pageOf(coordinator, "/programme")).toContain('href="/support">Coaching of all sites<')
    expect(await pageOf(coach)).toContain('href="/programme"')
  })
})

/** The sentences of a page, one each. */
const listed = async (one: Client, path: string) =>
  [...(await pageOf(one, path)).matchAll(/<li>([^<]*)/g)].map(([, says = ""]) => says.trim())

describe("clocks on both sides", () => {
  test("show the department’s own beside the sites’, in sentences, with what was paused apart", async () => {
    const said = await listed(coordinator, "/support/clocks")
    for (const sentence of [
      "Answered within 5 working days: no request for help to count yet. 1 waits, 4 working days old. 1 stands still while a site is asked something. Paused in all: 6 working days, not counted.",
      "Recorded as paid within 10 working days of being authorised: no payment to count yet.",
      "Shared within 3 working days of being held: 2 of 2 sessions. 1 waits, 3 working days old.",
      "Agreed by both sides: 0 of 6 pilot plans. 1 waits, 6 working days old.",
      "Answered within 10 working days of being shared: 0 of 1 session. 1 waits, 20 working days old: 10 more than it should.",
      "Answered within 10 working days of being shared: 1 of 1 session.",
    ])
      expect(said).toContain(sentence)
    expect(said.join(" ")).not.toMatch(/%|per cent/)
  })

  test("never blame the department for a round that was decided before this service was there", async () => {
    expect(await listed(chair, "/support/clocks")).toContain(
      "Told by the day that was promised: no round of decisions to count yet.",
    )
  })

  test("count for a coach their own sites, and for the department every one", async () => {
    const page = await pageOf(coach, "/support/clocks")
    expect(page).toContain("Shared within 3 working days of being held: no session to count yet.")
    expect(page).toContain("1 stands still while a site is asked something.")
    const { sites } = (await (await chair.api("GET", "/support/clocks")).json()) as { sites: unknown[] }
    expect(sites).toHaveLength(6)
  })
})

describe("patterns across sites", () => {
  test("say how many sites are stuck on the same, from two up, and of what was said lately", async () => {
    expect(await listed(coach, "/support/patterns")).toContain(
      "4 of 6 sites are stuck on backfill and cover.",
    )
    const page = await pageOf(coach, "/support/patterns")
    for (const one of ["stuck on money", "stuck on consent"]) expect(page).not.toContain(one)
  })

  test("name the sites to coordinators, and to nobody else", async () => {
    const page = await pageOf(coordinator, "/support/patterns")
    expect(page).toContain('href="/organisations/bradford/coaching/NSW2/going"')
    for (const one of [coach, second, evaluator, chair]) {
      const { patterns } = (await (await one.api("GET", "/support/patterns")).json()) as {
        patterns: object[]
      }
      expect(patterns.length).toBe(1)
      expect(patterns[0]).not.toHaveProperty("organisations")
      const own = await pageOf(one, "/support/patterns")
      for (const name of Object.values(names)) expect(own).not.toContain(name)
    }
  })
})
