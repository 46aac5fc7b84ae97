import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../infra/local/demonstration/programme.ts"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import { stateOf } from "../shared/domain/calendar/state.ts"
import { brokenAt, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { calendarIn } from "../shared/store/calendar.ts"
import { expectedIn } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import type { Action } from "../shared/store/table.ts"
import { atLondon } from "../shared/values/london.ts"
import { interrupted, type Meanwhile } from "./support/interrupted.ts"
import { fieldsIn } from "./support/page-form.ts"
import { publishPhaseTwo } from "./support/phase.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, filled, keyed, newKey } from "./support/submission.ts"

const december = "nsw2-spending-2017-12-31"
const march = "nsw2-spending-2018-03-31"
const tuesday = "2018-01-16T09:00:00.000Z"
const at5pm = (day: string) => atLondon(day, "17:00").toISOString()
const returnAt = (organisation: string, round = december) =>
  `/programme/sites/${organisation}/returns/${round}`

/** Done once, just before something is written about a return. */
const meanwhile: Meanwhile = {}
const isAboutReturn = (one: Action) =>
  ("put" in one && one.put.sk.startsWith("EXPECTED#")) || ("set" in one && one.set.sk.startsWith("EXPECTED#"))

let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService({ around: interrupted(meanwhile, (actions) => actions.some(isAboutReturn)) })
  coordinator = await service.as("coordinator@innovation-unit.example")
  await publishPhaseTwo(service)
  service.at(tuesday)
})
afterAll(() => service.stop())

const expectedAt = async (organisation: string, round = december) =>
  (await expectedIn(service.table).of(organisation, round)) as Expected
const leadOf = (organisation: string) => service.as(`site-lead@${organisation}.example`)
const decide = (
  organisation: string,
  way: string,
  body: unknown,
  { who = coordinator, key = newKey(), round = december } = {},
) => who.api("POST", `${returnAt(organisation, round)}/${way}`, body, keyed(key))
const ask = async (organisation: string, until = "2018-01-29", reason = "Our accountant is ill.") => {
  const lead = await leadOf(organisation)
  const answer = await lead.api(
    "POST",
    `/organisations/${organisation}/returns/${december}/more-time`,
    { until, reason },
    keyed(),
  )
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
}
const desk = async () =>
  ((await (await coordinator.api("GET", "/programme/asks")).json()) as { asks: Record<string, unknown>[] })
    .asks

/** The history of a return is one unbroken chain. */
const historyOf = async (organisation: string, round = december) => {
  const at = { begins: `${round}#`, strong: true }
  const [events, contents, one] = await Promise.all([
    service.table.query({ pk: `LOG#${organisation}`, ...at }),
    service.table.query({ pk: `CONTENTS#${organisation}`, ...at }),
    expectedAt(organisation, round),
  ])
  const lines = events.items.map((item) => eventSchema.parse(item))
  expect(brokenAt(lines, one.events)).toBeUndefined()
  return { moves: lines.map(({ move }) => move), notes: contents.items.map(({ note }) => note) }
}
const newLetters = async (since: number) => (await service.deliver({ again: true })).slice(since)

const because = "The accountant is back on Thursday."
const later = (until: string, more: Record<string, unknown> = {}) => ({
  until,
  because,
  scope: "this",
  ...more,
})

describe("the desk", () => {
  test("empty, it says so and what comes", async () => {
    const page = await (await coordinator.get("/programme/asks")).text()
    expect(page).toContain("No request waits for an answer.")
    expect(page).toContain("When a site asks for more time for a return, it is listed here.")
  })

  test("shows what sites ask, oldest first, with the working days that it has waited", async () => {
    await ask("halton")
    service.at("2018-01-18T09:00:00.000Z")
    await ask("shropshire", "2018-01-26")
    const page = await (await coordinator.get("/programme/asks")).text()
    expect(page).toContain("2 requests wait for an answer, the oldest 2 working days old.")
    expect(page.indexOf("Halton")).toBeLessThan(page.indexOf("Shropshire"))
    expect(page).toContain("5pm on Monday 29 January 2018")
    expect(await desk()).toMatchObject([
      { organisation: "halton", round: december, workingDays: 2 },
      { organisation: "shropshire", workingDays: 0 },
    ])
  })

  test("is read by the chair, who answers nothing, and found by no administrator", async () => {
    const chair = await service.as("chair@doh.example")
    const page = await (await chair.get("/programme/asks")).text()
    expect(page).toContain("Our accountant is ill.")
    expect(page).not.toContain("/time")
    expect((await chair.get(`${returnAt("halton")}/time`)).status).toBe(403)
    expect((await decide("halton", "time", later("2018-01-29"), { who: chair })).status).toBe(403)
    const administrator = await service.as("administrator@doh.example")
    expect((await administrator.get("/programme/asks")).status).toBe(404)
  })
})

describe("giving more time", () => {
  const here = `${returnAt("halton")}/time`

  test.each([
    ["before it is due", "2018-01-19", "must be after it is due, Monday 22 January 2018"],
    ["on the day it is due", "2018-01-22", "must be after it is due"],
    ["in the past", "2018-01-10", "must be in the future"],
    ["on a Saturday without a reason", "2018-01-27", "is not a working day: nobody answers the telephone"],
    ["far beyond", "2027-01-29", "must be on or before"],
  ])("%s is refused in words, and nothing changes", async (_, until, says) => {
    const page = await (await coordinator.get(here)).text()
    const [year = "", month = "", day = ""] = until.split("-")
    const typed = {
      ...fieldsIn(page, here),
      because,
      "until.day": day,
      "until.month": month,
      "until.year": year,
    }
    const answer = await coordinator.post(here, typed)
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain(says)
    expect(again).toContain(because)
    expect((await expectedAt("halton")).sequence).toBe(0)
    expect(await desk()).toHaveLength(2)
  })

  test("as it was asked: the date moves, the ask goes, and who asked and the lead are told, once", async () => {
    await service.deliver()
    const before = service.mails.length
    const page = await (await coordinator.get(here)).text()
    expect(page).toContain("Our accountant is ill.")
    const typed: Record<string, string> = { ...fieldsIn(page, here), because }
    expect(typed["until.day"]).toBe("29")
    const answers = await Promise.all([coordinator.post(here, typed), coordinator.post(here, typed)])
    for (const answer of answers)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/programme/asks"])
    const one = await expectedAt("halton")
    expect(one).toMatchObject({
      by: at5pm("2018-01-29"),
      locks: at5pm("2018-02-26"),
      sequence: 1,
      extended: { before: at5pm("2018-01-22"), because, by: { person: "p-coordinator" } },
    })
    expect(one.asked).toBeUndefined()
    expect((await desk()).map(({ organisation }) => organisation)).toEqual(["shropshire"])
    expect(await historyOf("halton")).toMatchObject({ moves: ["ask for more time", "give more time"] })
    const letters = await newLetters(before)
    expect(letters.map(({ to }) => to)).toEqual(["site-lead@halton.example"])
    expect(letters[0]?.subject).toContain("More time: Spending update, September to December 2017")
    expect(letters[0]?.text).toContain("due at 5pm on Monday 29 January 2018. It was due at 5pm on Monday 22")
    expect(letters[0]?.text).toContain(because)
  })

  test("the same key for another date is refused", async () => {
    const key = newKey()
    expect((await decide("bradford", "time", later("2018-01-29"), { key })).status).toBe(200)
    const other = await decide("bradford", "time", later("2018-01-30"), { key })
    expect(other.status).toBe(422)
    expect((await expectedAt("bradford")).by).toBe(at5pm("2018-01-29"))
  })

  test("on a day that is no working day, with a reason for that", async () => {
    const given = later("2018-02-03", { offDay: "The council works that Saturday." })
    expect((await decide("bradford", "time", given)).status).toBe(200)
    const one = await expectedAt("bradford")
    expect([one.by, one.extended?.before]).toEqual([at5pm("2018-02-03"), at5pm("2018-01-22")])
    expect(one.extended?.because).toContain("The council works that Saturday.")
  })

  test("for every later one of its kind too, and for nothing else", async () => {
    const given = later("2018-01-29", { scope: "later" })
    const missing = await decide("sheffield", "time", given)
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain("the last day that a return may cover")
    const early = await decide("sheffield", "time", { ...given, lastDay: "2017-12-31" })
    expect(early.status).toBe(422)
    await service.deliver()
    const before = service.mails.length
    const key = newKey()
    for (let times = 0; times < 2; times++)
      expect((await decide("sheffield", "time", { ...given, lastDay: "2018-03-31" }, { key })).status).toBe(
        200,
      )
    const site = await calendarIn(service.table, programme.id).site("NSW2", "sheffield")
    expect(site?.longer).toEqual([
      { line: "spending", workingDays: 5, from: "2017-12-31", until: "2018-03-31", because },
    ])
    expect((await expectedAt("sheffield")).by).toBe(at5pm("2018-01-29"))
    expect((await expectedAt("sheffield", march)).by).toBe(at5pm("2018-05-08"))
    expect((await expectedAt("sheffield", "nsw2-statement-2018-03-31")).by).toBe(at5pm("2018-04-30"))
    expect((await expectedAt("liverpool", march)).by).toBe(at5pm("2018-04-30"))
    expect((await historyOf("sheffield", march)).moves).toEqual(["move the date"])
    const [letter] = await newLetters(before)
    expect(letter?.text).toContain("Every later one that ends by 31 March 2018 gets 5 working days more too.")
    const page = await (await coordinator.get("/programme/phases/NSW2")).text()
    expect(page).toContain("Gave more time for every later return of one kind")
  })
})

describe("refusing", () => {
  test("needs a reason; the date stands and the site hears why", async () => {
    const here = `${returnAt("shropshire")}/refuse`
    const page = await (await coordinator.get(here)).text()
    const empty = await coordinator.post(here, { ...fieldsIn(page, here), because: " " })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain("Enter why more time is refused")
    await service.deliver()
    const before = service.mails.length
    const done = await coordinator.post(here, { key: newKey(), because: "The board meets on Tuesday." })
    expect(done.headers.get("location")).toBe("/programme/asks")
    const one = await expectedAt("shropshire")
    expect([one.by, one.asked, one.sequence]).toEqual([at5pm("2018-01-22"), undefined, 0])
    expect(await desk()).toEqual([])
    expect((await historyOf("shropshire")).moves).toEqual(["ask for more time", "refuse more time"])
    const [letter] = await newLetters(before)
    expect(letter?.subject).toContain("The date stands")
    expect(letter?.text).toContain("The board meets on Tuesday.")
  })

  test("what is sent meanwhile clears the desk and tells nobody that a date stands which they have met", async () => {
    const lead = await leadOf("sheffield")
    const here = `/organisations/sheffield/returns/${december}`
    const time = { until: "2018-02-09", reason: "Our accountant is ill." }
    expect((await lead.api("POST", `${here}/more-time`, time, keyed(newKey()))).status).toBe(200)
    const nothing = await lead.api("POST", `${here}/nothing`, { reason: "Nothing yet." }, keyed(newKey()))
    expect(nothing.status).toBe(201)
    await service.deliver()
    const before = service.mails.length
    expect((await decide("sheffield", "refuse", { because: "It was sent." })).status).toBe(200)
    expect(await desk()).toEqual([])
    expect(await newLetters(before)).toEqual([])
  })

  test("what nobody asks is not possible", async () => {
    const answer = await decide("shropshire", "refuse", { because })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("Nobody asks for more time")
  })
})

describe("not needed this time", () => {
  test("is on record with its reason, asks nobody for anything, and can be undone", async () => {
    await service.deliver()
    const before = service.mails.length
    expect((await decide("shropshire", "not-needed", { because: "It began in January." })).status).toBe(200)
    const one = await expectedAt("shropshire")
    expect(stateOf(one, service.world.now())).toBe("not needed")
    expect([one.notNeeded?.because, one.next]).toEqual(["It began in January.", undefined])
    for (const [way, body] of [
      ["not-needed", { because }],
      ["time", later("2018-01-29")],
    ] as const)
      expect((await decide("shropshire", way, body)).status).toBe(409)
    const page = await (await coordinator.get(`${returnAt("shropshire")}/time`)).text()
    expect(page).toContain("It is needed after all")
    expect((await decide("shropshire", "needed", { because: "It did spend." })).status).toBe(200)
    const again = await expectedAt("shropshire")
    expect([again.notNeeded, again.by, again.next !== undefined]).toEqual([undefined, one.by, true])
    expect((await decide("shropshire", "needed", { because })).status).toBe(409)
    const { moves, notes } = await historyOf("shropshire")
    expect(moves.slice(-2)).toEqual(["not needed", "needed after all"])
    expect(notes.slice(-2)).toEqual(["It began in January.", "It did spend."])
    const subjects = (await newLetters(before)).map(({ subject }) => subject.replace(/^\[.*?\] /, ""))
    expect(subjects.sort()).toEqual([
      "Needed after all: Spending update, October to December 2017",
      "Not needed this time: Spending update, October to December 2017",
    ])
  })

  test("is not for an expression of interest, nor for what does not exist", async () => {
    for (const round of ["nsw-2-2017", "nothing-2017-12-31"])
      expect((await decide("halton", "not-needed", { because }, { round })).status).toBe(404)
    expect((await decide("nowhere", "not-needed", { because })).status).toBe(404)
  })
})

describe("while the site is at it", () => {
  const written = async (organisation: string) => {
    const lead = await leadOf(organisation)
    const one = await begun(lead, organisation, december)
    await filled(one, lead, {
      spending: { spending: { workers: { spent: 900_000, expected: 400_000 } } },
      outlook: { award: "whole" },
    })
    return { lead, one }
  }

  test("a return that is sent just before more time is given stays sent, and nothing is given", async () => {
    const { lead, one } = await written("hertfordshire")
    meanwhile.does = () => one.send(lead)
    const answer = await decide("hertfordshire", "time", later("2018-01-29"))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("It was sent at")
    const now = await expectedAt("hertfordshire")
    expect(stateOf(now, service.world.now())).toBe("reported")
    expect([now.by, now.extended]).toEqual([at5pm("2018-01-22"), undefined])
    expect(await historyOf("hertfordshire")).toEqual({ moves: [], notes: [] })
    expect((await decide("hertfordshire", "not-needed", { because })).status).toBe(409)
  })

  test("more time that is given just before it is sent stands, and so does what was sent", async () => {
    const { lead, one } = await written("shropshire")
    meanwhile.does = () => decide("shropshire", "time", later("2018-01-29"))
    expect((await one.send(lead)).status).toBe(200)
    const now = await expectedAt("shropshire")
    expect(stateOf(now, service.world.now())).toBe("reported")
    expect([now.by, now.extended?.because]).toEqual([at5pm("2018-01-29"), because])
    await historyOf("shropshire")
  })

  test("one that is begun just before stays begun, and more time is given", async () => {
    const lead = await leadOf("liverpool")
    meanwhile.does = () => begun(lead, "liverpool", december)
    expect((await decide("liverpool", "time", later("2018-01-29"))).status).toBe(200)
    const one = await expectedAt("liverpool")
    expect([one.stands?.state, one.by]).toEqual(["draft", at5pm("2018-01-29")])
  })

  test("two coordinators at once: one gives, and the other decides about what is then there", async () => {
    meanwhile.does = () => decide("bradford", "not-needed", { because: "It is in the other return." })
    const answer = await decide("bradford", "time", later("2018-02-06"))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("It is not needed this time.")
    expect((await expectedAt("bradford")).notNeeded?.because).toBe("It is in the other return.")
    await historyOf("bradford")
  })

  test("an ask that comes just before is answered with it", async () => {
    service.at("2018-04-03T09:00:00.000Z")
    const lead = await leadOf("liverpool")
    meanwhile.does = async () => {
      const asked = { until: "2018-05-08", reason: "Our accountant is ill." }
      const path = `/organisations/liverpool/returns/${march}/more-time`
      expect((await lead.api("POST", path, asked, keyed())).status).toBeLessThan(300)
    }
    const given = await decide("liverpool", "time", later("2018-05-04"), { round: march })
    expect(await given.json()).toMatchObject({ asked: true, by: at5pm("2018-05-04") })
    const one = await expectedAt("liverpool", march)
    expect([one.asked, one.extended?.askedBy !== undefined]).toEqual([undefined, true])
    expect(await desk()).toEqual([])
    expect(await service.table.get(keys.ask(programme.id, "liverpool", march))).toBeUndefined()
    expect((await historyOf("liverpool", march)).moves).toEqual(["ask for more time", "give more time"])
  })
})

test("nothing went wrong on the way", () => expect(service.faults).toEqual([]))
