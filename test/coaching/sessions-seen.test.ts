import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { coachingIn } from "../../shared/store/coaching.ts"
import { pageOfSessions, putSession, putText } from "../../shared/store/sessions.ts"
import { addDays } from "../../shared/values/london.ts"
import {
  type Coaching,
  coachingOf,
  coachOf,
  inPhase,
  sharedVisit,
  textOf,
  written,
} from "../support/coaching/sessions.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let coach: Client
let lead: Client
let reader: Client
let at: Coaching
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-12-06T16:00:00Z")
  coach = await coachOf(service)
  lead = await service.as("site-lead@halton.example")
  reader = await service.as("reader@doh.example")
  at = coachingOf("halton", coach)
})
afterAll(() => service.stop())

const marked = {
  who: "MARKERWHO",
  talked: "MARKERTALKED",
  actions: [{ text: "MARKERACTION", owner: "site", due: "2017-12-20" }],
}
const more = {
  topics: ["model", "finance"],
  aim: "MARKERAIM",
  heard: "MARKERHEARD",
  tested: "MARKERTESTED",
  learning: [
    { idea: "SHAREDIDEA of a card.", level: "public" },
    { idea: "MARKERIDEA for us.", level: "site" },
  ],
}

describe("the department's summary", () => {
  test("holds day, kind, topics, where it stands and who answered when; never a word of what was said, by page, API or file", async () => {
    const planned = await at.plan({ kind: "visit", on: "2017-12-08", place: "MARKERPLACE" })
    const session = await at.begin(written(marked))
    expect((await at.write(session, { revision: 1, more })).status).toBe(200)
    expect((await at.share(session, 2)).status).toBe(200)
    const lines = [{ line: "talked.0", says: "MARKERREMARK", wrong: true }]
    expect((await at.change(lead, session, { as: "dispute", lines })).status).toBe(200)
    const everything = async () =>
      (
        await Promise.all(
          [
            at.all,
            `${at.all}.csv`,
            at.one(session),
            `${at.one(session)}/print`,
            at.one(planned.session),
            `/api${at.all}`,
            `/api${at.one(session)}`,
            `/api${at.one(planned.session)}`,
            inPhase("halton"),
            `${inPhase("halton")}/timeline`,
            `/api${inPhase("halton")}/timeline`,
          ].map(async (path) => (await reader.get(path)).text()),
        )
      ).join("\n")
    const disputed = await everything()
    expect(disputed).not.toContain("MARKERREMARK")
    expect(disputed.replaceAll("MARKERACTION", "")).not.toContain("MARKER")
    expect(disputed).not.toContain("SHAREDIDEA")
    expect(textOf(await at.page(at.one(session), reader))).toMatch(
      /DISPUTED by Halton site lead \(demonstration\).*Model and role, Finance.*Disputed by Halton site lead/,
    )

    expect((await at.addendum(coach, session, "MARKERADDENDUM")).status).toBe(200)
    const agrees = [{ line: "all", says: "MARKERCOMMENT", wrong: false }]
    expect((await at.change(lead, session, { as: "agree with comment", lines: agrees })).status).toBe(200)
    expect((await at.close(session)).status).toBe(200)
    const cancelled = await coach.api(
      "POST",
      `${at.one(planned.session)}/cancel`,
      { because: "MARKERBECAUSE" },
      keyed(),
    )
    expect(cancelled.status).toBe(200)
    const after = await everything()
    expect(after.replaceAll("MARKERACTION", "")).not.toContain("MARKER")
    expect(after).toContain("SHAREDIDEA of a card.")
    expect((await at.read(session, reader)).learning).toEqual(["SHAREDIDEA of a card."])
    for (const path of [
      `${at.one(session)}/versions/1`,
      `${at.one(session)}/change`,
      `${at.one(session)}/write`,
    ])
      expect([path, (await reader.get(path)).status]).toEqual([path, 403])
    const whole = await at.page(`${at.all}.csv`, lead)
    expect(whole).toContain("MARKERTALKED")
    expect(whole.split("\r\n")[0]).toContain("What was talked about")
  })

  test("evaluators read everything that was shared and change nothing; drafts are not theirs", async () => {
    const evaluator = await service.as("evaluator@scie.example")
    const session = await at.begin(written({ talked: "DRAFTWORDS", on: "2017-12-01" }))
    expect(JSON.stringify(await at.read(session, evaluator))).not.toContain("DRAFTWORDS")
    expect((await at.share(session)).status).toBe(200)
    expect(JSON.stringify(await at.read(session, evaluator))).toContain("DRAFTWORDS")
    expect(
      (
        await at.change(evaluator, session, {
          as: "comment",
          lines: [{ line: "all", says: "Hm.", wrong: false }],
        })
      ).status,
    ).toBe(403)
    expect((await at.agree(evaluator, session)).status).toBe(403)
  })
})

describe("who finds nothing", () => {
  test("another site, its session under this address, and a coach who is not assigned get what nonsense gets", async () => {
    const session = await sharedVisit(at, written({ on: "2017-12-02" }))
    const other = await service.as("site-lead@bradford.example")
    const nonsense = await (await lead.get(at.one("2017-12-02-0000000000"))).text()
    expect((await other.get(at.one(session))).status).toBe(404)
    const elsewhere = coachingOf("bradford", coach)
    for (const path of ["", "/print", "/write", "/share", "/versions/1", "/change"])
      expect([path, (await coach.get(`${elsewhere.one(session)}${path}`)).status]).toEqual([
        path,
        path === "/change" ? 403 : 404,
      ])
    expect((await coach.get(at.one(session).replace("NSW2", "NSW9"))).status).toBe(404)
    expect((await lead.get(at.one("../../x"))).status).toBe(404)
    expect(nonsense).toContain("Page not found")
    expect((await coach.get(coachingOf("camden", coach).all.replace("NSW2", "NSW1"))).status).toBe(404)
    expect((await lead.get(`${at.all}?before=nonsense`)).status).toBe(400)
  })
})

describe("however many sessions there are", () => {
  const held = async (site: string, count: number) => {
    const seed = coachingOf(site, coach)
    const id = await sharedVisit(seed, written({ on: "2017-12-04", talked: "Counted" }))
    const store = coachingIn(service.table)
    const place = { organisation: site, phase: "NSW2" }
    const [one] = (await store.records(place, "SESSION")).filter((item) => item.id === id)
    const [text] = await store.records(place, "TEXT")
    if (!one || !text) throw new Error("There is a session")
    const { pk: _, sk: __, ...session } = one
    const { pk: ___, sk: ____, ...words } = text
    for (let n = 1; n <= count; n++) {
      const on = addDays("2017-01-01", n)
      const copy = { ...session, id: `${on}-0000000000`, on, state: "closed" }
      const actions = [putSession(copy as never), putText({ ...words, id: `${copy.id}#1` } as never)]
      expect((await service.table.write(actions)).written).toBe(true)
    }
    return { seed, id }
  }
  const costOf = async (path: string) => {
    service.costs.length = 0
    expect((await coach.get(path)).status).toBe(200)
    return { requests: service.costs.length, read: service.costs.reduce((sum, { read }) => sum + read, 0) }
  }

  test("a list costs one query of 25 and one head, a session's page the same; older ones are a page further", async () => {
    const few = await held("sheffield", 0)
    const many = await held("liverpool", 60)
    const [one, sixty] = [await costOf(few.seed.all), await costOf(many.seed.all)]
    expect(sixty.requests).toBe(one.requests)
    expect(sixty.read).toBeLessThanOrEqual(one.read + 6)
    expect(await costOf(many.seed.one(many.id))).toEqual(await costOf(few.seed.one(few.id)))

    const seen: string[] = []
    let before: string | undefined
    for (let page = 1; page <= 4; page++) {
      const answer = await coach.api("GET", `${many.seed.all}${before ? `?before=${before}` : ""}`)
      const { over, earlier } = (await answer.json()) as { over: { id: string }[]; earlier?: string }
      expect(over.length).toBeLessThanOrEqual(pageOfSessions)
      seen.push(...over.map(({ id }) => id))
      before = earlier
      if (!before) break
    }
    expect(new Set(seen).size).toBe(60)
    expect(seen).toEqual(seen.toSorted().reverse())
  })
})

describe("what is typed when the sign-in has ended", () => {
  test("waits for the coach, is shown whole, and is saved or discarded only as they say", async () => {
    const gone = await coachOf(service)
    const session = await at.begin(written({ on: "2017-12-03" }))
    service.later(13 * 3600_000)
    const typed = { revision: "1", talked: "Two lines\nas typed", "was.talked": "", go: "later" }
    const answer = await gone.post(`${at.one(session)}/write`, typed)
    const next = new URL(answer.headers.get("location") ?? "", "http://here").searchParams.get("next") ?? ""
    expect(next).toMatch(/^\/organisations\/halton\/coaching\/NSW2\/typed\//)
    const again = await coachOf(service)
    const page = await (await again.get(next)).text()
    expect(page).toContain("Two lines\nas typed")
    expect(page).toContain("not saved yet")
    const colleague = await service.as("coordinator@innovation-unit.example")
    expect((await colleague.get(next)).status).toBe(404)
    expect((await again.post(`${next}/discard`, {})).headers.get("location")).toBe(`${at.one(session)}/write`)
    expect((await again.get(next)).status).toBe(404)
    coach = again
    lead = await service.as("site-lead@halton.example")
    expect((await at.page(at.one(session), coach)).includes("Two lines")).toBe(false)
  })

  test("a form says whose words they are and where, and the page after a save says that they are saved", async () => {
    const mine = coachingOf("halton", coach)
    const session = await mine.begin(written({ on: "2017-12-03" }))
    const here = mine.one(session)
    const page = await mine.page(`${here}/write`)
    expect(page).toContain(`data-keep="p-coach ${here}/write" data-keep-at="1"`)
    expect(page).not.toContain("data-keep-tried")
    const refused = await (
      await coach.post(`${here}/write`, { revision: "1", kind: "x", "was.kind": "" })
    ).text()
    expect(refused).toContain("data-keep-tried")
    expect(await mine.page(`${here}/share`)).toContain(`data-saved="p-coach ${here}/write" data-saved-at="1"`)
    expect(newKey()).not.toBe(newKey())
  })
})
