import type { APIGatewayProxyEventV2, Context } from "aws-lambda"
import fc from "fast-check"
import ICAL from "ical.js"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { feedApp } from "../functions/feed/app.ts"
import { calendarFile } from "../functions/feed/calendar-file.ts"
import { make as makeFeed } from "../functions/feed/handler.ts"
import { frontApp } from "../functions/front/app.ts"
import { joining, phases } from "../infra/local/demonstration/phases.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import type { CalendarDate } from "../shared/domain/calendar/dates.ts"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import { neededAfterAll, notNeededThisTime } from "../shared/domain/calendar/granting.ts"
import { moved } from "../shared/domain/calendar/moved.ts"
import { isDated, owedBy, periodsIn } from "../shared/domain/calendar/owed.ts"
import { putPeriod, putPhase, putSite } from "../shared/store/calendar.ts"
import { expectedIn, putExpected } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import { peopleIn } from "../shared/store/people.ts"
import { addDays, atLondon, clockTime } from "../shared/values/london.ts"
import { answerOf } from "./support/doors.ts"
import { fieldsIn } from "./support/page-form.ts"
import { isEvaluation } from "./support/phase.ts"
import { type Client, origin, type Service, startService } from "./support/service.ts"
import { begun, newKey } from "./support/submission.ts"
import { type Call, watched, written } from "./support/watched.ts"

const page = "/home/calendar"
const spending = "nsw2-spending-2017-12-31"
const host = "127.0.0.1:3000"
const at = new Date("2018-01-08T09:00:00.000Z")
const calls: Call[] = []
let service: Service
let lead: Client

beforeEach(async () => {
  service = await startService({ around: watched(calls) })
  service.at(at.toISOString())
  await published()
  lead = await service.as("site-lead@halton.example")
})
afterEach(() => service.stop())

/** Phase 2 as its publishing comes to: its six sites, the periods, and what each of them owes. */
const published = async () => {
  const [, demonstrated] = phases
  if (!demonstrated) throw new Error("There are two phases")
  const asks = demonstrated.phase.asks.filter((line) => !isEvaluation(line))
  const two = { ...demonstrated, phase: { ...demonstrated.phase, asks } }
  const sites = [...two.sites, ...joining]
  const periods = periodsIn(two.phase, sites)
  await service.table.write([
    putPhase(programme.id, { ...two.phase, published: "2017-09-25T09:00:00.000Z" }, two.phase),
    ...joining.map((one) => putSite(programme.id, one)),
    ...periods.map((one) => putPeriod(programme.id, one)),
    ...sites
      .filter(isDated)
      .flatMap((site) => owedBy(two.phase, site, periods, "2017-10-02").map((one) => putExpected(one))),
  ])
}

const changes = async (organisation: string, change: (one: Expected) => Expected, round = spending) => {
  const one = await expectedIn(service.table).of(organisation, round)
  if (!one) throw new Error("It is expected")
  await service.table.write([putExpected(change(one), one)])
}

const addressOn = async (who: Client) =>
  (await (await who.get(page)).text()).match(/https?:\/\/[^"<]+\/calendar\/[\w-]{43}\.ics/)?.[0]

/** Presses the button and gives the address that the page shows then, without its origin. */
const made = async (who: Client, key = newKey()) => {
  expect((await who.post(page, { key })).status).toBe(303)
  return pathOf(await addressOn(who))
}
const pathOf = (address: string | undefined) => {
  if (!address?.startsWith(`${origin}/calendar/`)) throw new Error("There is an address")
  return address.slice(origin.length)
}

const read = async (path: string) => {
  const answer = await service.nobody.get(path)
  expect(answer.status).toBe(200)
  return parsed(await answer.text())
}

const parsed = (text: string) => {
  const whole = new ICAL.Component(ICAL.parse(text))
  // Names of their own the parser leaves as they are written: they are text as the others are.
  const says = (name: string) => String(whole.getFirstPropertyValue(name)).replace(/\\(.)/g, "$1")
  const events = whole.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      title: event.summary,
      says: event.description,
      starts: event.startDate.toJSDate(),
      ends: event.endDate.toJSDate(),
      shown: event.endDate.toString(),
      zone: event.endDate.zone.tzid,
      sequence: event.sequence,
      status: String(one.getFirstPropertyValue("status")),
      url: String(one.getFirstPropertyValue("url")),
      stamps: [one.getFirstPropertyValue("dtstamp"), one.getFirstPropertyValue("last-modified")].map(String),
    }
  })
  const event = (uid: string) => {
    const [found, ...others] = events.filter((one) => one.uid === `${uid}@${host}`)
    if (!found || others.length > 0) throw new Error(`${uid} is ${others.length + (found ? 1 : 0)} times`)
    return found
  }
  return { text, says, events, event, uids: events.map(({ uid }) => uid) }
}

describe("a calendar address", () => {
  test("is made by one button, shown with what it gives away, and there again whenever one comes back", async () => {
    const before = await (await lead.get(page)).text()
    expect(before).toContain("Make my calendar address")
    expect(await addressOn(lead)).toBeUndefined()
    expect((await lead.post(page, fieldsIn(before, page))).headers.get("location")).toBe(page)
    const after = await (await lead.get(page)).text()
    const path = pathOf(await addressOn(lead))
    expect(after).toContain(`href="webcal://${host}${path}"`)
    expect(after).toContain(
      "Whoever has this address can read your dates. It holds no answers and no names of people who are supported.",
    )
    service.later(3 * 3600_000)
    expect(await addressOn(await service.as("site-lead@halton.example"))).toBe(`${origin}${path}`)
    expect((await read(path)).events.length).toBeGreaterThan(0)
  })

  test("is found from everybody’s own page", async () => {
    for (const [who, home] of [
      [lead, "/organisations/halton"],
      [await service.as("finance-partner@halton.example"), "/home"],
      [await service.as("coordinator@innovation-unit.example"), "/programme"],
    ] as const)
      expect(await (await who.get(home)).text()).toContain(`href="${page}"`)
  })

  test("is not in the table: only a hash of its secret is, and the key that makes it is nowhere there", async () => {
    const [, secret = ""] = /calendar\/([\w-]{43})/.exec(await made(lead)) ?? []
    const { items } = await service.table.query({ pk: keys.ownFeed("p-halton-site-lead").pk })
    const own = items.find(({ sk }) => sk === "FEED")
    const opened = await service.table.get(keys.feed(String(own?.hash)))
    expect(opened).toMatchObject({ person: "p-halton-site-lead", id: own?.id })
    expect(JSON.stringify([items, opened])).not.toContain(secret)
  })

  test("is one a person: pressed twice it is the same, and a new one ends the one before", async () => {
    const key = newKey()
    const [first, again] = [await made(lead, key), await made(lead, key)]
    expect(again).toBe(first)
    const second = await made(lead)
    expect(second).not.toBe(first)
    expect((await service.nobody.get(first)).status).toBe(404)
    expect((await service.nobody.get(second)).status).toBe(200)
  })

  test("is one, whichever of two tabs was quicker", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => lead.post(page, { key: newKey() })))
    for (const { status } of answers) expect([303, 503]).toContain(status)
    const made = written(calls.splice(0)).filter(({ at }) => at.some((one) => one.startsWith("FEED#")))
    expect(made.length).toBeGreaterThan(0)
    const hashes = made.flatMap(({ at }) => at.filter((one) => one.endsWith(" FEED") && /^FEED#/.test(one)))
    const open = await Promise.all(
      [...new Set(hashes)].map((one) => service.table.get({ pk: one.replace(/ FEED$/, ""), sk: "FEED" })),
    )
    expect(open.filter(Boolean)).toHaveLength(1)
    expect((await service.nobody.get(pathOf(await addressOn(lead)))).status).toBe(200)
  })

  test("stops at once, and is then what was never there, to the byte", async () => {
    const path = await made(lead)
    const stop = fieldsIn(await (await lead.get(page)).text(), `${page}/stop`)
    expect((await lead.post(`${page}/stop`, stop)).status).toBe(303)
    expect(await addressOn(lead)).toBeUndefined()
    calls.length = 0
    const stopped = await answerOf(await service.nobody.get(path))
    expect(calls.map(({ asks }) => asks)).toEqual(["get"])
    calls.length = 0
    const never = `/calendar/${"a".repeat(43)}.ics`
    for (const nonsense of [never, "/calendar/x.ics", `${path}.ics`, "/calendar/", "/calendar/%00"])
      expect([nonsense, await answerOf(await service.nobody.get(nonsense))]).toEqual([nonsense, stopped])
    expect(calls.map(({ asks }) => asks)).toEqual(["get"])
    expect(stopped.status).toBe(404)
  })

  test("stays stopped, whatever a browser sends again; nor does that stop the next one", async () => {
    const [make, stop] = [newKey(), newKey()]
    const first = await made(lead, make)
    await lead.post(`${page}/stop`, { key: stop })
    expect((await lead.post(page, { key: make })).status).toBe(303)
    expect(await addressOn(lead)).toBeUndefined()
    const next = await made(lead)
    expect((await lead.post(`${page}/stop`, { key: stop })).status).toBe(303)
    expect((await service.nobody.get(next)).status).toBe(200)
    expect((await service.nobody.get(first)).status).toBe(404)
    expect((await lead.post(`${page}/stop`, { key: make })).status).toBe(422)
  })

  test("opens without a key to links, and stops though the key has been changed since", async () => {
    const path = await made(lead)
    const settings = { ...service.world.settings, linkKey: "another key that is long enough to be one" }
    const world = { ...service.world, settings }
    expect((await feedApp(world).request(path)).status).toBe(200)
    const front = (to: string, init: RequestInit = {}) =>
      frontApp(world).request(to, {
        ...init,
        headers: {
          cookie: lead.cookie ?? "",
          origin,
          "content-type": "application/x-www-form-urlencoded",
        },
      })
    const shown = await (await front(page)).text()
    expect(shown).toContain("It cannot be shown again")
    expect(shown).not.toContain(".ics")
    await front(`${page}/stop`, { method: "POST", body: `key=${newKey()}` })
    expect((await service.nobody.get(path)).status).toBe(404)
  })
})

describe("the calendar of somebody at a site", () => {
  test("has each return half an hour before it is due, over at 5pm in London, in winter as in summer", async () => {
    const { event, text } = await read(await made(lead))
    const winter = event(`${spending}.halton`)
    expect(winter.title).toBe("[Demonstration] Due: Spending update, September to December 2017 (Halton)")
    expect([winter.starts, winter.ends]).toEqual([
      new Date("2018-01-22T16:30:00.000Z"),
      new Date("2018-01-22T17:00:00.000Z"),
    ])
    const summer = event("nsw2-statement-2018-03-31.halton")
    expect([summer.starts, summer.ends]).toEqual([
      new Date("2018-05-30T15:30:00.000Z"),
      new Date("2018-05-30T16:00:00.000Z"),
    ])
    for (const { shown, zone } of [winter, summer]) {
      expect(shown).toMatch(/T17:00:00$/)
      expect(zone).toBe("Europe/London")
    }
    expect(text).toContain("DTSTART;TZID=Europe/London:20180122T163000\r\n")
  })

  test("says in words where each stands and who has it, and leads to its page", async () => {
    await changes("halton", (one) => ({
      ...one,
      stands: {
        state: "waiting",
        reference: "NSW2-HAL-F-7K3PQ4",
        version: 0,
        waitingFor: [{ role: "certifier", name: "Ann Example" }],
        changedAt: "2018-01-05T10:00:00.000Z",
        changedBy: "The accountant",
      },
    }))
    const path = await made(lead)
    const { says, url } = (await read(path)).event(`${spending}.halton`)
    expect(says).toContain("Waiting for a signature. Ann Example, section 151 officer.")
    expect(says).toContain("It covers 1 September 2017 to 31 December 2017.")
    expect(url).toBe(`${origin}/organisations/halton/returns/${spending}`)
    expect(says.endsWith(url)).toBe(true)
    const { event } = await read(path)
    expect(event("nsw2-statement-2018-03-31.halton").says).toContain("Not open yet. Opens on 1 May 2018.")
    service.at("2018-01-25T10:00:00.000Z")
    expect((await read(path)).event(`${spending}.halton`).says).toContain("Missing, 3 working days late.")
  })

  test("keeps what was sent, with when and by whom", async () => {
    await changes("halton", (one) => ({
      ...one,
      stands: {
        state: "sent",
        reference: "NSW2-HAL-F-7K3PQ4",
        version: 1,
        sentAt: "2018-01-05T10:00:00.000Z",
        firstSentAt: "2018-01-05T10:00:00.000Z",
        sentBy: "The accountant",
        waitingFor: [],
        changedAt: "2018-01-05T10:00:00.000Z",
        changedBy: "The accountant",
      },
    }))
    const { event } = await read(await made(lead))
    const { status, says, stamps } = event(`${spending}.halton`)
    expect(status).toBe("CONFIRMED")
    expect(says).toContain("Reported.")
    expect(says).toContain("Sent at 10am on 5 January 2018 by The accountant. Reference NSW2-HAL-F-7K3PQ4.")
    expect(stamps).toEqual(["2018-01-05T10:00:00Z", "2018-01-05T10:00:00Z"])
  })

  test("has an expression of interest from when it is begun, by when the round closes", async () => {
    service.at("2017-08-14T08:00:00.000Z")
    const { here } = await begun(lead)
    const { event } = await read(await made(lead))
    const { title, ends, url, says } = event("nsw-2-2017.halton")
    expect(title).toMatch(/^\[Demonstration\] Closes: .+ \(Halton\)$/)
    expect(ends).toEqual(new Date("2017-08-25T16:00:00.000Z"))
    expect(url).toBe(`${origin}${here}`)
    expect(says).toContain("In hand.")
  })

  test("tells a moved date by the same event with a higher number, and nothing else by one", async () => {
    const path = await made(lead)
    const seen = async () => (await read(path)).event(`${spending}.halton`)
    const before = await seen()
    await changes("halton", (one) => ({ ...one, told: { late: { on: "2018-01-08", as: "sent" } } }))
    expect(await seen()).toEqual(before)
    await changes("halton", (one) =>
      moved(one, { by: "2018-02-05T17:00:00.000Z", locks: one.locks }, "2018-01-08"),
    )
    const after = await seen()
    expect(after.uid).toBe(before.uid)
    expect(after.sequence).toBeGreaterThan(before.sequence)
    expect(after.ends).toEqual(new Date("2018-02-05T17:00:00.000Z"))
  })

  test("strikes out what is not needed this time, and brings it back, each with a higher number", async () => {
    const path = await made(lead)
    const seen = async () => (await read(path)).event(`${spending}.halton`)
    const by = { person: "p-coordinator", name: "Coordinator" }
    const first = await seen()
    await changes("halton", (one) => notNeededThisTime(one, "The award has not been paid yet.", by, at))
    const out = await seen()
    await changes("halton", (one) => neededAfterAll(one, at))
    const back = await seen()
    expect([first, out, back].map(({ status }) => status)).toEqual(["CONFIRMED", "CANCELLED", "CONFIRMED"])
    expect(out.says).toContain("Not needed this time.")
    expect(out.says).not.toContain("has not been paid")
    expect(out.sequence).toBeGreaterThan(first.sequence)
    expect(back.sequence).toBeGreaterThan(out.sequence)
  })

  test("has no other site in it, and shows each of one’s own sites once", async () => {
    const one = await read(await made(lead))
    expect(one.uids.every((uid) => uid.endsWith(`.halton@${host}`))).toBe(true)
    expect(one.text).not.toMatch(/Bradford|Shropshire|Sheffield/)
    const partner = await service.as("finance-partner@halton.example")
    const both = await read(await made(partner))
    expect(new Set(both.uids).size).toBe(both.uids.length)
    expect(both.event(`${spending}.halton`).title).toContain("(Halton)")
    expect(both.event(`${spending}.shropshire`).title).toContain("(Shropshire)")
    expect(both.uids.filter((uid) => !/\.(halton|shropshire)@/.test(uid))).toEqual([])
  })

  test("forgets what was due long ago", async () => {
    const path = await made(lead)
    service.at("2018-06-30T10:00:00.000Z")
    expect((await read(path)).uids).not.toContain(`${spending}.halton@${host}`)
    expect((await read(path)).uids).toContain(`nsw2-statement-2018-03-31.halton@${host}`)
  })

  test("asks once whose it is, once what they may see, once for each site, once what all sites meet for, and is written by nobody", async () => {
    const reads = async (path: string) => {
      calls.length = 0
      await read(path)
      return calls.map(({ asks, at }) => `${asks} ${at[0]?.replace(/^(FEED#).*/, "$1")}`)
    }
    expect(await reads(await made(lead))).toEqual([
      "get FEED#",
      "query PERSON#p-halton-site-lead",
      "query SITE#halton EXPECTED#",
      "query LEARNING#named-social-worker#community SESSION#",
    ])
    const partner = await service.as("finance-partner@halton.example")
    expect(await reads(await made(partner))).toEqual([
      "get FEED#",
      "query PERSON#p-halton-finance-partner",
      "query SITE#halton EXPECTED#",
      "query SITE#shropshire EXPECTED#",
      "query LEARNING#named-social-worker#community SESSION#",
    ])
  })
})

describe("the calendar of somebody in the programme", () => {
  let coordinator: Client
  beforeEach(async () => {
    coordinator = await service.as("coordinator@innovation-unit.example")
  })

  test("has each return once, by its first date, and names no site", async () => {
    const { events, event, text } = await read(await made(coordinator))
    const one = event(`${spending}.programme`)
    expect(one.title).toBe("[Demonstration] Due: Spending update, October to December 2017")
    expect(one.ends).toEqual(new Date("2018-01-22T17:00:00.000Z"))
    expect(one.url).toBe(`${origin}/programme/board`)
    expect(events.filter(({ title }) => title === one.title)).toHaveLength(1)
    expect(text).not.toMatch(/Halton|Bradford|Shropshire|Sheffield/)
  })

  test("has when a round opens and closes", async () => {
    service.at("2017-08-14T08:00:00.000Z")
    const { event } = await read(await made(coordinator))
    expect(event("nsw-2-2017.programme.opens").title).toContain("Opens: ")
    const closes = event("nsw-2-2017.programme.closes")
    expect(closes.ends).toEqual(new Date("2017-08-25T16:00:00.000Z"))
    expect(closes.url).toBe(`${origin}/rounds/nsw-2-2017`)
  })

  test("tells another date of a period by the same event with a higher number", async () => {
    const path = await made(coordinator)
    const before = (await read(path)).event(`${spending}.programme`)
    const item = await service.table.get(keys.period(programme.id, spending))
    const by = "2018-02-01T17:00:00.000Z"
    await service.table.write([{ put: { ...item, by, revision: 2 } as never }])
    const after = (await read(path)).event(`${spending}.programme`)
    expect(after.sequence).toBeGreaterThan(before.sequence)
    expect(after.ends.getTime()).toBeGreaterThan(before.ends.getTime())
  })

  test("has nothing of a phase that is not published", async () => {
    const [, two] = phases
    await service.table.write([{ put: { ...keys.phase(programme.id, "NSW2"), ...two?.phase } }])
    const { uids } = await read(await made(coordinator))
    expect(uids.filter((uid) => uid.startsWith("nsw2-"))).toEqual([])
  })

  test("is empty for a role that sees no dates, and says so", async () => {
    const administrator = await service.as("administrator@doh.example")
    expect(await (await administrator.get(page)).text()).toContain("your role has no dates")
    const { events, says } = await read(await made(administrator))
    expect(events).toEqual([])
    expect(says("x-wr-caldesc")).toContain("Your role has no dates of its own here.")
  })

  test("has a site’s dates beside the programme’s for whoever has both roles", async () => {
    const { person } = (await peopleIn(service.table).known("p-coordinator")) ?? {}
    const grant = { id: "g-both", role: "lead" as const, organisation: "halton", by: "tests" }
    const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z" }
    if (person) await service.table.write(peopleIn(service.table).granting(person, { ...grant, ...days }))
    const { event, uids } = await read(await made(coordinator))
    expect(event(`${spending}.halton`).url).toContain("/organisations/halton/")
    expect(event(`${spending}.programme`).url).toContain("/programme/board")
    expect(new Set(uids).size).toBe(uids.length)
  })
})

test("whose access has ended has an empty calendar that says so, from the next reading on", async () => {
  const path = await made(lead)
  expect((await read(path)).events.length).toBeGreaterThan(0)
  const ended = { id: "g-halton-lead", organisation: "halton" }
  await service.table.write(peopleIn(service.table).ending("p-halton-site-lead", ended, at.toISOString()))
  calls.length = 0
  const { events, says, text } = await read(path)
  expect(events).toEqual([])
  expect(says("x-wr-caldesc")).toContain("You have no access now: this calendar is empty.")
  expect(text).not.toContain("Halton")
  expect(calls.map(({ asks }) => asks)).toEqual(["get", "query"])
})

describe("as it goes over the wire", () => {
  test("it is a calendar that nobody keeps, the same bytes each time, and HEAD has its head", async () => {
    const path = await made(lead)
    const [one, two] = [await service.nobody.get(path), await service.nobody.get(path)]
    expect(one.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
    expect(one.headers.get("cache-control")).toBe("private, no-store")
    expect(one.headers.get("x-content-type-options")).toBe("nosniff")
    expect(one.headers.get("set-cookie")).toBeNull()
    expect(await two.text()).toBe(await one.text())
    const head = await service.request(path, { method: "HEAD" })
    expect([head.status, await head.text()]).toEqual([200, ""])
    expect(head.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
    expect((await service.nobody.post(path, {})).status).toBe(404)
  })

  test("it comes out of Lambda as it went in", async () => {
    const path = await made(lead)
    const text = await (await service.nobody.get(path)).text()
    const event = (method: string) =>
      ({
        version: "2.0",
        routeKey: "ANY /calendar/{proxy+}",
        rawPath: path,
        rawQueryString: "",
        headers: { host },
        isBase64Encoded: false,
        requestContext: { domainName: host, http: { method, path } },
      }) as unknown as APIGatewayProxyEventV2
    const answer = await makeFeed(service.world)(event("GET"), {} as Context)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers?.["content-type"]).toBe("text/calendar; charset=utf-8")
    expect(Buffer.from(answer.body ?? "", answer.isBase64Encoded ? "base64" : "utf8").toString()).toBe(text)
    expect(await makeFeed(service.world)(event("HEAD"), {} as Context)).toMatchObject({
      statusCode: 200,
      body: "",
    })
  })

  test("it is named after the service, marked as a demonstration, and looked at every hour", async () => {
    const { says } = await read(await made(lead))
    expect(says("x-wr-calname")).toBe("[Demonstration] Named Social Worker pilots")
    expect(says("refresh-interval")).toBe("PT1H")
    const live = {
      ...service.world.settings,
      demonstration: false,
      serviceName: "Pilots; sites, and\r\nmore",
    }
    const plain = parsed(calendarFile({ about: "a, b; c\r\nX-EVIL:1", dates: [date()] }, live))
    expect(plain.says("x-wr-calname")).toBe("Pilots; sites, and more")
    expect(plain.says("x-wr-caldesc")).toBe("a, b; c X-EVIL:1")
    expect(plain.events[0]?.title).toBe("Due: something")
  })

  test("any title comes back as one line of the same words, and no line is longer than 75 octets", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom(
        'Commas, semi;colons, back\\slashes \\n and “quotes” "too"',
        "one\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\ntwo",
        "👩‍👩‍👧‍👦 ".repeat(40),
        "é".repeat(200),
        "漢字".repeat(100),
        "a".repeat(1_000),
        "\u0000\u0007\u001b[31m\u2028:\u0085",
        "‮right to left",
        "",
      ),
    )
    fc.assert(
      fc.property(words, words, (title, says) => {
        const text = calendarFile({ about: says, dates: [date({ title, says: [says] })] }, settings())
        const { events, says: of } = parsed(text)
        expect(events.map((one) => one.title)).toEqual([`[Demonstration] ${spaced(title)}`])
        expect(events[0]?.says).toBe(`${spaced(says)}\n${origin}/somewhere`)
        if (spaced(says)) expect(of("x-wr-caldesc")).toBe(spaced(says))
        expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u)
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true)
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }),
      { seed: 20180122, numRuns: 300 },
    )
  })

  test.each(["UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati"])(
    "every hour about both changes of the clocks is London’s, whatever the machine’s are: %s",
    (zone) => {
      const before = process.env.TZ
      process.env.TZ = zone
      try {
        for (const day of ["2017-10-28", "2018-03-24", "2018-10-27"])
          for (let hour = 0; hour < 72; hour++) {
            const from = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3600_000)
            if (isShownTwice(from)) continue
            const to = new Date(from.getTime() + 60_000)
            const one = date({ from: from.toISOString(), to: to.toISOString() })
            const { events } = parsed(calendarFile({ about: "", dates: [one] }, settings()))
            expect(events.map(({ starts }) => starts)).toEqual([from])
          }
        for (let day = "2017-10-20"; day < "2018-04-05"; day = addDays(day, 1)) {
          const due = atLondon(day, "17:00").toISOString()
          const { events } = parsed(calendarFile({ about: "", dates: [date({ to: due })] }, settings()))
          expect(events.map(({ shown, ends }) => [shown, ends.toISOString()])).toEqual([
            [`${day}T17:00:00`, due],
          ])
        }
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    },
  )
})

/** In the hour that London's clocks go through a second time nobody can say which of the two is meant. */
const isShownTwice = (at: Date) =>
  [-1, 1].some((hours) => clockTime(new Date(at.getTime() + hours * 3600_000)) === clockTime(at))

const settings = () => service.world.settings

const date = (more: Partial<CalendarDate> = {}): CalendarDate => ({
  id: "one.halton",
  title: "Due: something",
  from: "2017-10-01T15:30:00.000Z",
  to: "2017-10-01T16:00:00.000Z",
  sequence: 0,
  changed: "2017-09-01T08:00:00.000Z",
  cancelled: false,
  says: [],
  path: "/somewhere",
  ...more,
})

const spaced = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim()
