import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { reportsIn } from "../../shared/store/reports.ts"
import { count, figuresAt, putMeasured } from "../support/evaluation/measured.ts"
import { reportBody } from "../support/evaluation/reports-doors.ts"
import { agreeing, call, read, shared, storiesOfHalton } from "../support/evaluation/stories.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let writer: Client
let officer: Client
let lead: Client
let evaluator: Client
let coordinator: Client
let chair: Client
let coach: Client
let elsewhere: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  writer = await service.as(emails.contributor)
  officer = await service.as(emails.governance)
  lead = await service.as(emails.lead)
  evaluator = await service.as(emails.evaluator)
  coordinator = await service.as(emails.coordinator)
  chair = await service.as(emails.chair)
  coach = await service.as(emails.coach)
  elsewhere = await service.as("site-lead@bradford.example")
})
afterAll(() => service.stop())

const reports = "/findings/NSW2/reports"
const at = `${reports}/nsw2-1`
const there = "/reports/nsw2-1"
const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const revision = async () => (await read<{ revision: number }>(evaluator, at)).revision
const move = async (who: Client, path: string, body: object = {}) =>
  call(who, `${at}/${path}`, { ...body, revision: await revision() })
const nobody = () => service.nobody

describe("a report", () => {
  test("is written on a page, a row at a time, and evaluators alone read the draft", async () => {
    await shared({ writer, officer }, agreeing({ reports: true }))
    await shared({ writer, officer }, agreeing({ reports: false, team: true }))
    expect(await pageOf(evaluator, reports)).toContain("No report was issued yet.")
    const add = `${reports}/add`
    const page = await pageOf(evaluator, add)
    expect(page.match(/MARKERPETER’s story/g)).toHaveLength(1)
    const form = fieldsIn(page, add)
    const rows = await evaluator.post(add, { ...form, title: reportBody.title, add: "found" })
    const more = fieldsIn(plain(await rows.text()), add)
    expect(more.title).toBe(reportBody.title)
    const made = await evaluator.post(add, {
      ...more,
      summary: reportBody.summary,
      "found.rows": "new-1",
      "found.new-1.heading": "One person to call",
      "found.new-1.text": "Most people could name their worker.",
      limits: reportBody.limits,
      costs: "no",
      "stories.halton~001": "halton~001",
    })
    expect([made.status, made.headers.get("location")]).toEqual([303, at])
    const drawn = await pageOf(evaluator, at)
    for (const words of ["DRAFT. Evaluators alone read it.", "early and indicative", "MARKERTEXT"])
      expect(drawn).toContain(words)
    for (const who of [coordinator, chair, coach, lead, elsewhere, nobody()]) {
      const answer = await who.get(at, { accept: "text/html" })
      expect(answer.status === 404 || answer.status === 303).toBe(true)
    }
    expect((await nobody().get(there)).status).toBe(404)
  })

  test("copies no words of a story, and tells none whose person did not agree to reports", async () => {
    const words = "now I ring one person who knows me. MARKERX"
    const copied = await call(evaluator, `${reports}/add`, {
      ...reportBody,
      summary: `One said: I used to wait for whoever was on duty and ${words}`,
    })
    expect([copied.status, copied.says]).toEqual([422, expect.stringContaining("words of a story")])
    const other = await call(evaluator, `${reports}/add`, { ...reportBody, stories: ["halton~002"] })
    expect(other.status).toBe(422)
    expect((await call(coordinator, `${reports}/add`, reportBody)).status).toBe(403)
  })

  test("is issued to sites and the Department, with a pack that lists its stories, for ten working days", async () => {
    const sure = fieldsIn(await pageOf(evaluator, `${at}/issue`), `${at}/issue`)
    const twice = await Promise.all([
      evaluator.post(`${at}/issue`, sure),
      evaluator.post(`${at}/issue`, sure),
    ])
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    expect(await pageOf(chair, at)).toContain("check its facts until 30 January 2018")
    expect(await pageOf(chair, at)).toContain("MARKERPETER’s story, Halton")
    const toCheck = `${storiesOfHalton.replace("halton", "bradford")}/reports/nsw2-1`
    expect(await pageOf(elsewhere, toCheck)).toContain("MARKERTEXT")
    expect(await pageOf(lead, storiesOfHalton)).toContain("Reports to check")
    expect((await nobody().get(there)).status).toBe(404)
    expect((await nobody().api("GET", there)).status).toBe(404)
    const mails = await service.deliver()
    const told = mails.filter(({ subject }) => subject.includes("are its facts right?")).map(({ to }) => to)
    expect(told).toEqual(expect.arrayContaining([emails.lead, emails.chair, "site-lead@bradford.example"]))
    expect(JSON.stringify(mails)).not.toMatch(/MARKER/)
  })

  test("is published by a coordinator, once its facts were checked and a self-advocacy group has read its easy read", async () => {
    const publish = () => move(coordinator, "publish")
    expect((await publish()).says).toContain("until 30 January 2018")
    service.at("2018-01-31T09:00:00Z")
    expect((await publish()).says).toContain("easy-read version is not written yet")
    expect(
      (await move(evaluator, "easy-read", { text: "People know who to call.\nThey like it." })).status,
    ).toBe(200)
    expect((await publish()).says).toContain("No self-advocacy group has read")
    const group = { group: "Halton People First", who: "Ann", on: "2018-01-30" }
    expect((await move(evaluator, "group", group)).status).toBe(200)
    expect((await move(evaluator, "easy-read", { text: "People know who to call." })).status).toBe(200)
    expect((await publish()).says).toContain("No self-advocacy group has read")
    expect((await move(evaluator, "group", group)).status).toBe(200)
    expect((await move(evaluator, "publish")).status).toBe(403)
    const sure = fieldsIn(await pageOf(coordinator, `${at}/publish`), `${at}/publish`)
    expect((await coordinator.post(`${at}/publish`, sure)).status).toBe(303)

    expect(await pageOf(nobody(), "/reports")).toContain(reportBody.title)
    const page = await pageOf(nobody(), there)
    for (const words of [
      "PUBLISHED on 31 January 2018",
      "early and indicative",
      "MARKERTEXT",
      reportBody.limits,
    ])
      expect(page).toContain(words)
    expect(await pageOf(nobody(), `${there}/easy-read`)).toContain("Ann of Halton People First")
    expect(await read(nobody(), there)).toMatchObject({ state: "published", changed: false })
    expect((await move(evaluator, "write", reportBody)).status).toBe(409)
    expect((await nobody().get(there)).headers.get("cache-control")).toBe("no-store")
  })

  test("shows no story past the day to ask again, and shows it again once its person was asked", async () => {
    service.at("2019-01-05T09:00:00Z")
    expect(await pageOf(nobody(), there)).toContain("A story is not shown now")
    expect(await pageOf(nobody(), there)).not.toContain("MARKER")
    service.at("2018-01-31T10:00:00Z")
    expect(await pageOf(nobody(), there)).toContain("MARKERTEXT")
  })

  test("says in its place that a story was withdrawn, is listed as changed, and no way out holds its words", async () => {
    const second = await call(evaluator, `${reports}/add`, { ...reportBody, stories: ["halton~001"] })
    expect(second.given.report).toBe("nsw2-2")
    expect((await call(evaluator, `${reports}/nsw2-2/issue`, { revision: 1 })).status).toBe(200)
    const withdrawn = await call(lead, `${storiesOfHalton}/001/withdraw`, { asked: "person", how: "phone" })
    expect(withdrawn.status).toBe(200)
    expect(await pageOf(nobody(), there)).toContain("A story was withdrawn on 31 January 2018.")
    expect(await pageOf(chair, `${reports}/nsw2-2`)).toContain(
      "Halton: A story was withdrawn on 31 January 2018.",
    )
    expect(await pageOf(coordinator, reports)).toContain("2 reports were changed: a story was withdrawn.")
    expect(await read(nobody(), there)).toMatchObject({
      changed: true,
      stories: [{ says: expect.anything() }],
    })
    const ways = [
      there,
      "/reports",
      `${there}/easy-read`,
      reports,
      `${reports}/list.csv`,
      at,
      `${reports}/nsw2-2`,
    ]
    for (const who of [nobody(), evaluator, coordinator, chair])
      for (const way of ways) {
        expect(await (await who.get(way)).text()).not.toMatch(/MARKER/)
        expect(await (await who.api("GET", way)).text()).not.toMatch(/MARKER/)
      }
    const kept = await reportsIn(service.table, service.world.settings.programme).issued()
    expect(kept.map(({ stories }) => stories[0]?.withdrawn)).toEqual(
      Array(2).fill("2018-01-31T10:00:00.000Z"),
    )
    const mails = await service.deliver()
    expect(mails.some(({ subject }) => subject.includes("A story in a report was withdrawn"))).toBe(true)
  })

  test("shows the tables of its release with small numbers hidden, and what it cost, on its page and as data", async () => {
    await putMeasured(service.table, [
      figuresAt("halton", { at: "baseline", figures: [count("people", 173), count("admissions", 3)] }),
    ])
    const asked = { title: "The first", because: "The baseline is in." }
    expect((await call(evaluator, "/findings/NSW2/releases/new", asked)).status).toBe(201)
    const { releases } = await read<{ releases: { number: number; at: string }[] }>(
      evaluator,
      "/findings/NSW2/releases",
    )
    const release = `${releases[0]?.number}~${releases[0]?.at}`
    const draft = await call(evaluator, `${reports}/add`, { ...reportBody, release, costs: true })
    expect(draft.status).toBe(201)
    const one = `${reports}/${draft.given.report}`
    expect((await call(evaluator, `${one}/issue`, { revision: 1 })).status).toBe(200)
    for (const [who, way] of [
      [evaluator, one],
      [chair, one],
      [elsewhere, `${storiesOfHalton.replace("halton", "bradford")}/reports/${draft.given.report}`],
    ] as const) {
      const page = await pageOf(who, way)
      for (const words of ["175", "[c] means fewer than 5 people", "no spending was accepted yet"])
        expect(page).toContain(words)
      const given = await read<{ figures: { table: { view: string } }; cost: object }>(who, way)
      expect(given.figures.table.view).toBe("released")
      expect(given.cost).toMatchObject({ sources: [], pilot: { reported: 0 } })
      expect(page + JSON.stringify(given)).not.toContain("173")
    }
  })

  test("takes in no story that is withdrawn in the same instant without being told of it", async () => {
    const number = (await shared({ writer, officer }, agreeing({ reports: true }))).split("/").at(-1)
    const draft = await call(evaluator, `${reports}/add`, { ...reportBody, stories: [`halton~${number}`] })
    const one = `${reports}/${draft.given.report}`
    const [issued, gone] = await Promise.all([
      call(evaluator, `${one}/issue`, { revision: 1 }, newKey()),
      call(lead, `${storiesOfHalton}/${number}/withdraw`, { asked: "person", how: "phone" }),
    ])
    expect(gone.status).toBe(200)
    expect([200, 409]).toContain(issued.status)
    const page = await pageOf(evaluator, one)
    expect(page).not.toContain("MARKER")
    expect(page).toContain(issued.status === 200 ? "A story was withdrawn on" : "A story is not shown now")
  })
})
