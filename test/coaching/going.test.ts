import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { call, coachedByAnother, coaching, headOf, linesOf, read } from "../support/coaching/going.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let sponsor: Client
let coach: Client
let coordinator: Client
let chair: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-12-11T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  sponsor = await service.as("sponsor@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  chair = await service.as("chair@doh.example")
})
afterAll(() => service.stop())

const going = `${coaching}/going`
const pageOf = async (who: Client, path = going) => plain(await (await who.get(path)).text())
type Months = { view: string; months: Record<string, unknown>[] }
const monthOf = async (who: Client, id: string) =>
  (await read<Months>(who, "going")).months.find(({ month }) => month === id)
const help = { says: "needs-help", stuck: ["backfill", "money"], line: "MARKERLINE nobody covers the rota" }

describe("how it is going", () => {
  test("lists the months of the pilot that have begun, newest first, and says whose word is missing", async () => {
    const { months } = await read<Months>(lead, "going")
    expect(months.map(({ month }) => month)).toEqual(["2017-12", "2017-11", "2017-10", "2017-09"])
    const page = await pageOf(lead)
    expect(page).toContain("December 2017. The site has said nothing yet. Its coach has said nothing yet.")
    expect(page).toContain("How is December 2017 going?")
    expect(page).toContain("How is November 2017 going?")
    expect(page).not.toContain("How is October 2017 going?")
    expect(page).toContain("Nothing was said")
    expect(page).not.toContain("Ratings")
  })

  test("takes one press where it is on track, once however often it is pressed", async () => {
    const at = `${going}/2017-12/site`
    const form = fieldsIn(await pageOf(lead), at)
    const pressed = { ...form, says: "on-track" }
    const first = await lead.post(at, pressed)
    const again = await lead.post(at, pressed)
    expect([first.status, again.status, first.headers.get("location")]).toEqual([303, 303, going])
    expect(await linesOf(service)).toHaveLength(1)
    expect(await pageOf(lead)).toContain("December 2017. The site: on track. Its coach has said nothing yet.")
    expect((await headOf(service)).going).toMatchObject({
      month: "2017-12",
      site: { says: "on-track" },
      stuck: [],
    })
    expect((await headOf(service)).going).not.toHaveProperty("coach")
  })

  test("asks what it is stuck on, and one line, where it needs attention or help", async () => {
    const at = `${going}/2017-12/coach`
    const page = await pageOf(coach, `${at}?says=needs-help`)
    const form = fieldsIn(page, at)
    expect(form.says).toBe("needs-help")
    expect(page).toContain("This page is not watched.")
    const bare = await coach.post(at, { ...form, line: "The worker is ill." })
    const shown = plain(await bare.text())
    expect(bare.status).toBe(422)
    expect(shown).toContain("Select what it is stuck on")
    expect(shown).toContain("The worker is ill.")
    expect((await headOf(service)).going).not.toHaveProperty("coach")

    const whole = await coach.post(at, { ...form, "stuck.backfill": "backfill", line: help.line })
    expect([whole.status, whole.headers.get("location")]).toEqual([303, going])
    expect(await pageOf(lead)).toContain("MARKERLINE")
  })

  test("shows both words beside each other where they differ, and makes no average of them", async () => {
    const page = await pageOf(lead)
    expect(page).toContain(
      "December 2017. The site: on track. Its coach: needs help. They see it differently.",
    )
    expect(page).toContain("Stuck on: Backfill and cover")
    expect(await monthOf(sponsor, "2017-12")).toMatchObject({ differ: true })
    expect((await headOf(service)).going).toMatchObject({
      month: "2017-12",
      site: { says: "on-track" },
      coach: { says: "needs-help" },
      stuck: ["backfill"],
    })
  })

  test("keeps what was said before it was changed, and by whom", async () => {
    const at = `${going}/2017-12/site`
    service.at("2017-12-12T09:00:00Z")
    expect(await pageOf(contributor)).toContain(`href="${at}"`)
    expect((await call(contributor, "going/2017-12/site", { ...help, says: "needs-attention" })).status).toBe(
      200,
    )
    const month = (await monthOf(lead, "2017-12")) as { site: { says: string; before: { says: string }[] } }
    expect([month.site.says, month.site.before.map(({ says }) => says)]).toEqual([
      "needs-attention",
      ["on-track"],
    ])
    const page = await pageOf(lead)
    expect(page).toContain("What was said before")
    expect(page).toContain("On track, said by Halton site lead (demonstration) on 11 December 2017 at 9am.")
    const unchanged = await call(contributor, "going/2017-12/site", { ...help, says: "needs-attention" })
    expect([unchanged.status, unchanged.says]).toEqual([409, expect.stringContaining("It stands.")])
  })

  test("goes back to on track by one press on the page that changes it", async () => {
    const at = `${going}/2017-12/site`
    const form = fieldsIn(await pageOf(lead, at), at)
    const { status } = await lead.post(at, { key: form.key ?? "", seen: form.seen ?? "", says: "on-track" })
    expect(status).toBe(303)
    expect(await monthOf(lead, "2017-12")).toMatchObject({ site: { says: "on-track" } })
  })

  test("tells the slower of two who speak for one side at once, and keeps what they typed", async () => {
    const at = `${going}/2017-12/site`
    const opened = fieldsIn(await pageOf(lead, `${at}?says=needs-help`), at)
    service.at("2017-12-12T10:00:00Z")
    expect((await call(contributor, "going/2017-12/site", help)).status).toBe(200)
    const slower = { ...opened, says: "needs-attention", "stuck.money": "money", line: "Money is late." }
    const told = await lead.post(at, slower)
    const page = plain(await told.text())
    expect(told.status).toBe(409)
    expect(page).toContain("Halton contributor (demonstration) spoke on 12 December 2017 at 10am")
    expect(page).toContain("Money is late.")
    expect(await monthOf(lead, "2017-12")).toMatchObject({ site: { says: "needs-help" } })
    const { key = "", seen = "" } = fieldsIn(page, at)
    expect((await lead.post(at, { ...slower, key, seen })).status).toBe(303)
  })

  test("is said the same as last month by one press", async () => {
    service.at("2018-01-16T09:00:00Z")
    const at = `${going}/2018-01/coach/same`
    const page = await pageOf(coach)
    expect(page).toContain("The same as December 2017: needs help")
    const form = fieldsIn(page, at)
    expect((await coach.post(at, form)).status).toBe(303)
    expect(await monthOf(coach, "2018-01")).toMatchObject({
      coach: { says: "needs-help", stuck: ["backfill"], line: help.line, before: [] },
    })
    expect((await headOf(service)).going).toMatchObject({ month: "2018-01", stuck: ["backfill"] })
    expect((await headOf(service)).going).not.toHaveProperty("site")
    const nothing = await call(lead, "going/2017-11/site/same", {})
    expect(nothing.status).toBe(409)
  })

  test("can be said of a month until the month after has ended, and the latest month stays on lists", async () => {
    service.at("2018-01-31T23:59:00Z")
    expect((await call(lead, "going/2017-12/site", { says: "on-track" })).status).toBe(200)
    expect((await headOf(service)).going).toMatchObject({ month: "2018-01" })
    service.at("2018-02-01T00:00:00Z")
    const late = await call(lead, "going/2017-12/site", help)
    expect([late.status, late.says]).toEqual([409, expect.stringContaining("until 31 January 2018")])
    expect((await lead.get(`${going}/2017-12/site`)).status).toBe(409)
    const early = await call(lead, "going/2018-03/site", { says: "on-track" })
    expect([early.status, early.says]).toEqual([409, expect.stringContaining("March 2018 has not begun.")])
    expect(await pageOf(lead)).not.toContain("How is December 2017 going?")
  })

  test.each(["2017-08", "2018-05", "2018-13", "2018-1", "x", "constructor"])(
    "of %s, which is no month of this pilot, is not found",
    async (month) => {
      expect((await call(lead, `going/${month}/site`, { says: "on-track" })).status).toBe(404)
      expect((await lead.get(`${going}/${month}/site`)).status).toBe(404)
    },
  )

  test.each([
    ["an unknown word", { says: "fine" }],
    ["something more with on track", { says: "on-track", line: "All is well" }],
    ["something that is not on the list", { ...help, stuck: ["weather"] }],
    ["41 words", { ...help, line: "word ".repeat(41) }],
    ["an NHS number", { ...help, line: "NHS number 943 476 5919" }],
    ["a field that nobody asks for", { ...help, by: "p-coach" }],
  ])("is refused with %s, and nothing changes", async (_, body) => {
    const before = await linesOf(service)
    expect((await call(lead, "going/2018-02/site", body)).status).toBe(422)
    expect(await linesOf(service)).toEqual(before)
  })

  test("answers the same key with the same, and another body under it with a refusal", async () => {
    const key = newKey()
    const first = await call(lead, "going/2018-02/site", { says: "on-track" }, key)
    const again = await call(lead, "going/2018-02/site", { says: "on-track" }, key)
    expect([again.status, again.given]).toEqual([200, first.given])
    expect((await call(lead, "going/2018-02/site", help, key)).status).toBeGreaterThanOrEqual(400)
    expect(await monthOf(lead, "2018-02")).toMatchObject({ site: { says: "on-track", before: [] } })
  })

  test("keeps both words where both sides speak in the same instant", async () => {
    const both = await Promise.all([
      call(lead, "going/2018-01/site", { says: "on-track" }),
      call(coach, "going/2018-02/coach", { says: "on-track" }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await headOf(service)).going).toMatchObject({
      month: "2018-02",
      site: { says: "on-track" },
      coach: { says: "on-track" },
    })
  })
})

describe("who says, and who sees", () => {
  test("neither side says the word of the other, and who only reads says nothing", async () => {
    for (const [who, side] of [
      [lead, "coach"],
      [coach, "site"],
      [sponsor, "site"],
      [coordinator, "coach"],
      [chair, "site"],
    ] as const) {
      expect((await call(who, `going/2018-02/${side}`, help)).status).toBe(403)
      expect((await who.get(`${going}/2018-02/${side}`)).status).toBe(403)
    }
    expect(await pageOf(sponsor)).not.toContain("<form")
  })

  test("the department reads both words and what they are stuck on, and no line, name or word of before", async () => {
    const { view, months } = await read<Months>(chair, "going")
    const december = months.find(({ month }) => month === "2017-12") as Record<string, object>
    expect(view).toBe("summary")
    expect(Object.keys(december.coach ?? {})).toEqual(["says", "stuck", "at"])
    expect(december).toMatchObject({ coach: { says: "needs-help", stuck: ["backfill"] } })
    const page = await pageOf(chair)
    expect(page).toContain("Needs help")
    expect(page).toContain("Stuck on: Backfill and cover")
    const csv = await (await chair.get(`${coaching}/going.csv`)).text()
    const record = await pageOf(chair, coaching)
    const timeline = await pageOf(chair, `${coaching}/timeline`)
    const all = JSON.stringify(months) + page + csv + record + timeline
    expect(all).not.toContain("MARKERLINE")
    expect(page + csv + JSON.stringify(months)).not.toContain("contributor")
    expect(csv).toContain("2017-12")
    expect(csv).not.toContain("line")
  })

  test("the months are a file, with the lines for whoever sees the whole", async () => {
    const answer = await sponsor.get(`${coaching}/going.csv`)
    expect(answer.headers.get("content-type")).toContain("text/csv")
    const [head = "", ...rows] = (await answer.text()).split("\r\n")
    expect(head).toContain("site: says,site: stuck on,site: said at,site: line")
    expect(rows.find((row) => row.startsWith("2017-12,"))).toContain("MARKERLINE")
  })

  test("another site, and a coach who is not assigned, find nothing", async () => {
    await coachedByAnother(service, "shropshire")
    const nowhere = await (await coach.api("GET", "/organisations/nowhere/coaching/NSW2/going")).json()
    for (const who of [await service.as("site-lead@bradford.example"), coach]) {
      const at = who === coach ? "/organisations/shropshire/coaching/NSW2/going" : going
      const answer = await who.api("GET", at)
      expect(answer.status).toBe(404)
      expect({ ...(await answer.json()), instance: "", requestId: "" }).toEqual({
        ...(nowhere as object),
        instance: "",
        requestId: "",
      })
      expect((await who.get(at)).status).toBe(404)
    }
  })

  test("nobody is reminded: no letter goes about a word that is missing", async () => {
    service.at("2018-02-28T08:00:00Z")
    const before = (await service.deliver()).length
    await service.morning()
    const mails = (await service.deliver()).slice(before)
    expect(JSON.stringify(mails)).not.toMatch(/how it is going|on track/i)
  })
})
