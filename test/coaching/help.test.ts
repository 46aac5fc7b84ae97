import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { coachingIn } from "../../shared/store/coaching.ts"
import { helpIn } from "../../shared/store/help.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let coach: Client
let coordinator: Client
let chair: Client
let finance: Client
let evaluator: Client
let elsewhere: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-08T10:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  chair = await service.as("chair@doh.example")
  finance = await service.as("finance@doh.example")
  evaluator = await service.as("evaluator@scie.example")
  elsewhere = await service.as("site-lead@bradford.example")
})
afterAll(() => service.stop())

const help = "/organisations/halton/coaching/NSW2/help"
const at = (number: number, step = "") => `${help}/${number}${step && `/${step}`}`
const pageOf = async (who: Client, path = help) => plain(await (await who.get(path)).text())
const head = async (organisation = "halton") => coachingIn(service.table).head(organisation, "NSW2")

const asks = async (who: Client = lead, asks = "MARKER-ASKS May the award pay for cover?") => {
  const answer = await who.api("POST", `${help}/ask`, { what: "backfill", asks }, keyed())
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { number: number }).number
}
const says = (who: Client, number: number, step: string, body: Record<string, string>, key = newKey()) =>
  who.api("POST", at(number, step), body, keyed(key))

/** The letters that went since, by whom they went to. */
const lettersTo = async () => {
  const before = service.mails.length
  await service.deliver()
  return service.mails.slice(before)
}

beforeEach(() => service.at("2018-01-08T10:00:00Z"))

describe("help from the department", () => {
  test("is asked on a page, and the site sees by when it is answered", async () => {
    expect(await pageOf(lead)).toContain("Nothing has been asked yet.")
    const form = fieldsIn(await pageOf(lead, `${help}/ask`), `${help}/ask`)
    expect(await pageOf(lead, `${help}/ask`)).toContain("This page is not watched.")
    await lettersTo()
    const asked = await lead.post(`${help}/ask`, {
      ...form,
      what: "backfill",
      asks: "MARKER-ASKS May the award pay for cover?",
    })
    expect([asked.status, asked.headers.get("location")]).toEqual([303, at(1)])
    const page = await pageOf(lead, at(1))
    expect(page).toContain("Help 1: backfill and cover")
    expect(page).toContain(
      "Asked on Monday 8 January 2018. The Department answers by 5pm on Monday 15 January 2018, in 5 working days.",
    )
    service.at("2018-01-10T10:00:00Z")
    expect(await pageOf(lead)).toContain("in 3 working days.")
    expect((await head())?.help).toEqual([{ number: 1, askedAt: "2018-01-08T10:00:00.000Z" }])
    const letters = await lettersTo()
    expect(letters.map(({ to }) => to).sort()).toEqual([
      "chair@doh.example",
      "decision-maker@doh.example",
      "finance@doh.example",
      "reader@doh.example",
      "second-reader@doh.example",
    ])
    expect(JSON.stringify(letters)).not.toContain("MARKER")
  })

  test("is answered by whoever of the department reads it first, and the site and its coach are told", async () => {
    const number = await asks()
    await lettersTo()
    service.at("2018-01-12T10:00:00Z")
    expect(await pageOf(finance, at(number))).toContain("MARKER-ASKS")
    expect((await says(chair, number, "answer", { says: "MARKER-ANSWER Yes." })).status).toBe(200)
    const late = await says(finance, number, "answer", { says: "No." })
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining("Chair of the selection panel (demonstration) answered it on 12 January 2018"),
    ])
    const page = await pageOf(lead, at(number))
    expect(page).toContain("ANSWERED on Friday 12 January 2018.")
    expect(page).toContain("It waited 4 working days.")
    expect(page).toContain("MARKER-ANSWER Yes.")
    expect((await lettersTo()).map(({ to }) => to).sort()).toEqual([
      "coach@innovation-unit.example",
      "site-lead@halton.example",
    ])
    expect((await head())?.help.map((one) => one.number)).not.toContain(number)
  })

  test("stands still while the department asks back, and what was paused is shown apart", async () => {
    const number = await asks(coach)
    service.at("2018-01-10T09:00:00Z")
    expect((await says(chair, number, "ask-back", { asks: "MARKER-BACK For how many weeks?" })).status).toBe(
      200,
    )
    expect((await head())?.help.at(-1)).toMatchObject({ number, pausedAt: "2018-01-10T09:00:00.000Z" })
    expect((await says(finance, number, "ask-back", { asks: "And who?" })).status).toBe(409)
    service.at("2018-01-16T09:00:00Z")
    expect(await pageOf(lead, at(number))).toContain(
      "PAUSED since Wednesday 10 January 2018: the Department asked something back.",
    )
    expect(await pageOf(lead, at(number))).toContain("It has waited 2 working days so far")
    expect((await says(lead, number, "say-more", { says: "MARKER-MORE For six." })).status).toBe(200)
    expect((await head())?.help.at(-1)).not.toHaveProperty("pausedAt")
    const page = await pageOf(lead, at(number))
    expect(page).toContain("The Department answers by 5pm on Friday 19 January 2018, in 3 working days.")
    expect(page).toContain("Paused for 4 working days while the Department waited for the site: not counted.")
    service.at("2018-01-23T09:00:00Z")
    expect(await pageOf(lead, at(number))).toContain("It has waited 7 working days: 2 more than it should.")
    expect((await says(lead, number, "say-more", { says: "Still there?" })).status).toBe(409)
    expect((await says(chair, number, "answer", { says: "Yes." })).status).toBe(200)
    expect(await pageOf(lead, at(number))).toContain("It waited 7 working days: 2 more than it should.")
  })

  test("is taken back by whoever asked, with why, and by nobody else", async () => {
    const number = await asks(coordinator)
    const other = await says(lead, number, "withdraw", { because: "Not ours." })
    expect([other.status, await other.text()]).toEqual([
      403,
      expect.stringContaining("Programme coordinator (demonstration) asked, and takes it back."),
    ])
    expect(await pageOf(lead, at(number))).not.toContain(`${at(number)}/withdraw`)
    expect((await says(coordinator, number, "withdraw", { because: "We found cover." })).status).toBe(200)
    expect(await pageOf(chair, at(number))).toContain("We found cover.")
    expect(await pageOf(chair, at(number))).toContain("WITHDRAWN on Monday 8 January 2018.")
    expect((await says(chair, number, "answer", { says: "Yes." })).status).toBe(409)
  })

  test("is one however often the same key is sent, and numbered on however many ask at once", async () => {
    const key = newKey()
    const body = { what: "money", asks: "May we carry £500 over?" }
    const twice = [
      await lead.api("POST", `${help}/ask`, body, keyed(key)),
      await lead.api("POST", `${help}/ask`, body, keyed(key)),
    ]
    const [one, again] = await Promise.all(twice.map((answer) => answer.json()))
    expect(one).toEqual(again)
    const before = (await helpIn(service.table).of({ organisation: "halton", phase: "NSW2" })).length
    const numbers = await Promise.all([lead, coach, coordinator].map((who) => asks(who)))
    expect(numbers.toSorted()).toEqual([before + 1, before + 2, before + 3])
    const [number = 0] = numbers
    const both = await Promise.all(
      [chair, finance].map((who) => says(who, number, "answer", { says: "Yes." })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test("keeps what was typed where something is missing or too long, and asks nothing", async () => {
    const form = fieldsIn(await pageOf(lead, `${help}/ask`), `${help}/ask`)
    const long = "word ".repeat(101).trim()
    const before = (await head())?.revision
    const answer = await lead.post(`${help}/ask`, { ...form, asks: long })
    const page = plain(await answer.text())
    expect(answer.status).toBe(422)
    expect(page).toContain("Select what it is about")
    expect(page).toContain(long)
    const named = await lead.api(
      "POST",
      `${help}/ask`,
      { what: "money", asks: "Their NHS number is 943 476 5919." },
      keyed(),
    )
    expect(named.status).toBe(422)
    expect((await head())?.revision).toBe(before)
  })

  test("is asked by lead, coach or coordinator, and read by whoever may see the coaching", async () => {
    const body = { what: "money", asks: "May we?" }
    for (const who of [contributor, chair, evaluator]) {
      expect((await who.api("POST", `${help}/ask`, body, keyed())).status).toBe(403)
      expect((await who.get(`${help}/ask`)).status).toBe(403)
      expect((await who.get(help)).status).toBe(200)
    }
    const number = await asks()
    for (const who of [lead, coach, coordinator, evaluator])
      expect((await says(who, number, "answer", { says: "Yes." })).status).toBe(403)
    expect((await (await service.as("section-151@halton.example")).get(help)).status).toBe(403)
  })

  test("is not there for another site, for another phase, or under a number that nobody has", async () => {
    const number = await asks()
    for (const path of [help, `${help}/ask`, at(number), at(number, "say-more")])
      expect((await elsewhere.get(path)).status).toBe(404)
    const others = `/organisations/bradford/coaching/NSW2/help/${number}`
    expect((await elsewhere.get(others)).status).toBe(404)
    for (const path of [at(999), `${help}/0`, `${help}/1e3`, "/organisations/halton/coaching/NSW1/help/1"])
      expect((await lead.get(path)).status).toBe(404)
    expect((await lead.get("/organisations/halton/coaching/NSW1/help/ask")).status).toBe(404)
  })

  test("is a line of the timeline each time, in closed words", async () => {
    const timeline = await pageOf(chair, "/organisations/halton/coaching/NSW2/timeline")
    for (const line of [
      "asked the Department for help",
      "answered by the Department",
      "taken back by whoever asked",
    ])
      expect(timeline).toContain(line)
    expect(timeline).not.toContain("MARKER")
  })

  test("shows the department’s clock over all sites, beside what the site owes", async () => {
    const page = await pageOf(lead)
    expect(page).toMatch(/Answered within 5 working days: \d of \d requests? for help\./)
    expect(page).toContain("Sent in time:")
    expect(page).not.toMatch(/\d ?%|per cent/)
    expect(page).not.toContain("Bradford")
  })
})
