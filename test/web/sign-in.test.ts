import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { addressHash } from "../../shared/store/links.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { insideOnly } from "../../shared/web/inside-only.ts"
import { tokenFor } from "../../shared/web/link-token.ts"
import { answerOf } from "../support/doors.ts"
import { type Client, firstMorning, origin, type Service, startService } from "../support/service.ts"
import { type Call, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
beforeAll(async () => {
  service = await startService({ around: watched(calls) })
})
afterAll(() => service.stop())

const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours

/** Limits are counted in windows of machine time: each test has one of its own. */
beforeEach(() => {
  service.later(30 * minutes)
  service.at(firstMorning.toISOString())
})

const ask = (email: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  service.nobody.post("/sign-in", { email, ...more }, headers)

/** The link in the newest letter to an address, if there is one. */
const linkTo = async (email: string) => {
  const before = service.mails.length
  const mails = await service.deliver()
  const mail = mails.slice(before).findLast(({ to }) => to === email)
  return mail?.text.match(/http\S+\/sign-in\/link\?token=(\S+)/)?.[1]
}

const asked = async (email: string, more: Record<string, string> = {}) => {
  expect((await ask(email, more)).status).toBe(200)
  return (await linkTo(email)) ?? ""
}

const press = (token: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  service.nobody.post("/sign-in/link", { token, ...more }, headers)

const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? ""
const isIn = async (cookie: string) => (await service.withCookie(cookie).api("GET", "/me")).status === 200
const address = "site-lead@halton.example"

describe("a sign-in link", () => {
  test("works once", async () => {
    const token = await asked(address)
    const first = await press(token)
    expect([first.status, first.headers.get("location")]).toEqual([303, "/home"])
    expect(await isIn(cookieOf(first))).toBe(true)
    const second = await press(token)
    expect(second.status).toBe(410)
    expect(second.headers.get("set-cookie")).toBeNull()
  })

  test("works for 15 minutes of machine time, however programme time moves", async () => {
    const token = await asked(address)
    service.at("2017-08-24T08:00:00.000Z")
    service.later(15 * minutes - 1)
    expect((await service.nobody.get(`/sign-in/link?token=${token}`)).status).toBe(200)
    expect((await press(token)).status).toBe(303)
  })

  test("is over when the 15 minutes are", async () => {
    const token = await asked(address)
    service.later(15 * minutes)
    expect((await service.nobody.get(`/sign-in/link?token=${token}`)).status).toBe(410)
    const answer = await press(token)
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([410, null])
  })

  test("gives way to a newer one", async () => {
    const older = await asked(address)
    const newer = await asked(address)
    expect(newer).not.toBe(older)
    expect((await press(older)).status).toBe(410)
    expect((await press(newer)).status).toBe(303)
  })

  test("is not used up by whoever only looks at it", async () => {
    const token = await asked(address)
    calls.length = 0
    for (let look = 0; look < 10; look++)
      expect((await service.nobody.get(`/sign-in/link?token=${token}`)).status).toBe(200)
    expect(written(calls)).toEqual([])
    expect((await press(token)).status).toBe(303)
  })

  test("signs in one of 50 who press at the same moment", async () => {
    const token = await asked(address)
    const answers = await Promise.all(Array.from({ length: 50 }, () => press(token)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(49)
    expect(answers.filter(({ headers }) => headers.has("set-cookie"))).toHaveLength(1)
  })

  test("is refused when any of its letters is another", async () => {
    const token = await asked(address)
    const other = (at: number) =>
      `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`
    const tampered = Array.from(token, (letter, at) =>
      letter === "." ? `${token.slice(0, at)}${token.slice(at + 1)}` : other(at),
    )
    for (const one of [
      ...tampered,
      `${token}A`,
      token.slice(1),
      token.toUpperCase(),
      ` ${token}`,
      `${token}\n`,
      "",
      "..",
      "x".repeat(5_000),
    ])
      expect([one, (await press(one)).status]).toEqual([one, 410])
    expect((await press(token)).status).toBe(303)
  })

  test("of one person is nothing with the name of another", async () => {
    const mine = await asked(address)
    const theirs = await asked("sponsor@halton.example")
    const [a = [], b = []] = [mine.split("."), theirs.split(".")]
    for (const mixed of [
      [a[0], b[1], b[2]],
      [b[0], a[1], a[2]],
      [b[0], b[1], a[2]],
    ])
      expect((await press(mixed.join("."))).status).toBe(410)
  })

  test("of an address that nobody may use is none, even to whoever could make it", async () => {
    const email = "nobody@unknown.example"
    expect((await ask(email)).status).toBe(200)
    const { items } = await service.table.query({ pk: `LINK#${addressHash(email)}` })
    expect(items).toHaveLength(1)
    const token = tokenFor(service.world.settings.linkKey, { email, id: String(items[0]?.id) })
    expect((await service.nobody.get(`/sign-in/link?token=${token}`)).status).toBe(410)
    expect((await press(token, { name: "Nobody" })).status).toBe(410)
  })

  test("cannot be made by whoever reads the whole table", async () => {
    const token = await asked(address)
    const [whose] = token.split(".")
    const { items } = await service.table.query({ pk: `LINK#${whose}` })
    expect(items).toHaveLength(1)
    expect(JSON.stringify(items)).not.toContain(token.split(".")[2])
  })
})

describe("asking for a link", () => {
  const addresses = {
    "somebody who is known": "sponsor@halton.example",
    "nobody at a council": "somebody.new@halton.gov.uk",
    "nobody at all": "nobody@unknown.example",
    "a shared mail domain": "somebody@nhs.net",
    "a domain under nothing of ours": "somebody@gov.uk",
  }
  const seen = async (email: string) => {
    calls.length = 0
    const { body, ...rest } = await answerOf(await ask(email))
    return {
      ...rest,
      body: body.replaceAll(email, "(address)"),
      writes: calls
        .filter(({ asks }) => asks === "write" || asks === "count")
        .map(({ asks, at }) => `${asks} ${at.map((one) => one.split("#")[0]).join(" ")}`),
    }
  }

  test.each(Object.entries(addresses))("is answered and written alike for %s", async (_, email) => {
    const known = await seen("contributor@halton.example")
    expect(known.status).toBe(200)
    expect(known.writes).toEqual(["count LIMIT", "count LIMIT", "write LINK"])
    expect(await seen(email)).toEqual(known)
  })

  test.each(Object.entries(addresses))("by the API is answered alike for %s", async (_, email) => {
    const answer = await service.nobody.api("POST", "/sign-in", { email })
    expect([answer.status, await answer.text()]).toEqual([202, '{"asked":true}'])
  })

  test.each([
    "nobody@unknown.example",
    "somebody@nhs.net",
    "somebody@halton.nhs.uk",
    "somebody@gov.uk",
    "somebody@gmail.com",
    "somebody@nothalton.gov.uk",
    "somebody@halton.gov.uk.evil.example",
    "somebody@halton-gov.uk",
  ])("brings no letter to %s", async (email) => {
    expect(await asked(email)).toBe("")
  })

  test("counts capital letters and spaces as the same address", async () => {
    expect((await ask(` SITE-LEAD@Halton.Example `)).status).toBe(200)
    expect(await linkTo(address)).toBeTruthy()
  })

  test.each([
    "",
    "nobody",
    "a@b",
    "a b@c.example",
    "a@b.example\nbcc: c@d.example",
    `${"a".repeat(250)}@b.example`,
    "a@b.example,c@d.example",
  ])("is refused for what is no address: %j", async (email) => {
    calls.length = 0
    expect((await ask(email)).status).toBe(422)
    expect((await service.nobody.api("POST", "/sign-in", { email })).status).toBe(422)
    expect(calls).toEqual([])
  })
})

describe("somebody new at a council's own address", () => {
  const email = "new.person@halton.gov.uk"

  test("is asked for a name, and is known from then on", async () => {
    const token = await asked(email)
    const page = await (await service.nobody.get(`/sign-in/link?token=${token}`)).text()
    expect(page).toContain('name="name"')
    const nameless = await press(token)
    expect([nameless.status, nameless.headers.get("set-cookie")]).toEqual([422, null])
    expect((await press(token, { name: "   " })).status).toBe(422)
    const answer = await press(token, { name: "New Person" })
    expect(answer.status).toBe(303)
    const me = await service.withCookie(cookieOf(answer)).api("GET", "/me")
    expect(await me.json()).toEqual({ name: "New Person", email, roles: [] })

    const again = await asked(email)
    const next = await (await service.nobody.get(`/sign-in/link?token=${again}`)).text()
    expect(next).not.toContain('name="name"')
    expect((await press(again)).status).toBe(303)
  })

  test("has a name of one line, of letters that can be kept", async () => {
    const names = ["A\r\nBcc: b@evil.example", "A\u0000B", "A\u0007B", "x".repeat(101)]
    for (const [place, name] of names.entries()) {
      const token = await asked(`odd.name.${place}@halton.gov.uk`)
      const answer = await press(token, { name })
      const stored = await peopleIn(service.table).idOf(`odd.name.${place}@halton.gov.uk`)
      if (answer.status === 422) {
        expect(stored).toBeUndefined()
        continue
      }
      const kept = (
        (await (await service.withCookie(cookieOf(answer)).api("GET", "/me")).json()) as { name: string }
      ).name
      expect(kept).toMatch(/^\P{Cc}{1,100}$/u)
    }
  })

  test("finds nothing of the council's until somebody invites them", async () => {
    const answer = await press(await asked("curious@halton.gov.uk"), { name: "Curious" })
    const who = service.withCookie(cookieOf(answer))
    expect((await who.get("/organisations/halton")).status).toBe(404)
    expect((await who.api("GET", "/organisations/halton/people")).status).toBe(404)
  })

  test("is told who leads, where somebody does already", async () => {
    const answer = await press(await asked("second@halton.gov.uk"), { name: "Second" })
    const told = await service.withCookie(cookieOf(answer)).post("/home/lead", { organisation: "halton" })
    expect(told.status).toBe(409)
    expect(await told.text()).toContain("site-lead@halton.example")
  })

  test("leads where nobody does: one of ten who ask at the same moment", async () => {
    const colleagues: Client[] = []
    for (let place = 0; place < 10; place++) {
      const answer = await press(await asked(`colleague.${place}@leeds.gov.uk`), {
        name: `Colleague ${place}`,
      })
      colleagues.push(service.withCookie(cookieOf(answer)))
    }
    const answers = await Promise.all(
      colleagues.map((one) => one.post("/home/lead", { organisation: "leeds" })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(409)])
    const leads = (await peopleIn(service.table).membersOf("leeds")).filter(({ role }) => role === "lead")
    expect(leads).toHaveLength(1)
  })
})

describe("a session", () => {
  const signedIn = async () => cookieOf(await press(await asked(address)))

  test("is in a cookie that no script reads, no other host gets and no other site sends", async () => {
    const answer = await press(await asked(address))
    const [pair = "", ...attributes] = (answer.headers.get("set-cookie") ?? "").split("; ")
    expect(pair).toMatch(/^__Host-session=p-halton-site-lead\.[\w-]{32}$/)
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Lax", "Secure"])
  })

  test("is kept in the table as a hash alone", async () => {
    const cookie = await signedIn()
    const { items } = await service.table.query({ pk: "PERSON#p-halton-site-lead" })
    expect(JSON.stringify(items)).not.toContain(cookie.split(".")[1])
  })

  test("is new at each sign-in: a cookie that was planted is not adopted", async () => {
    const planted = `__Host-session=p-halton-site-lead.${"A".repeat(32)}`
    const answer = await press(await asked(address), {}, { cookie: planted })
    expect(cookieOf(answer)).not.toBe(planted)
    expect(await isIn(planted)).toBe(false)
    const sponsors = cookieOf(await press(await asked("sponsor@halton.example")))
    const mine = cookieOf(await press(await asked(address), {}, { cookie: sponsors }))
    expect(mine).toContain("p-halton-site-lead.")
    expect(mine).not.toBe(await signedIn())
  })

  test("lasts 12 hours without a click, and no longer", async () => {
    const cookie = await signedIn()
    service.later(12 * hours - 1)
    expect(await isIn(cookie)).toBe(true)
    service.later(12 * hours)
    expect(await isIn(cookie)).toBe(false)
  })

  test("goes on with each click, for seven days in all", async () => {
    const cookie = await signedIn()
    for (let click = 1; click * 11 < 7 * 24; click++) {
      service.later(11 * hours)
      expect(await isIn(cookie)).toBe(true)
    }
    service.later(7 * days - 15 * 11 * hours)
    expect(await isIn(cookie)).toBe(false)
  })

  test("does not mind how programme time moves", async () => {
    const cookie = await signedIn()
    service.at("2018-08-14T08:00:00.000Z")
    expect(await isIn(cookie)).toBe(true)
  })

  test("ends on the server when its person signs out, on this machine and for whoever copied it", async () => {
    const cookie = await signedIn()
    const other = await signedIn()
    const answer = await service.withCookie(cookie).post("/sign-out", {})
    expect(answer.status).toBe(200)
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-session=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await isIn(cookie)).toBe(false)
    expect(await isIn(other)).toBe(true)
  })

  test.each([
    "",
    "p-halton-site-lead",
    "p-halton-site-lead.",
    `.${"A".repeat(32)}`,
    `p-halton-site-lead.${"A".repeat(31)}`,
    `p-halton-site-lead.${"A".repeat(33)}`,
    `p-nobody.${"A".repeat(32)}`,
    `../p-halton-site-lead.${"A".repeat(32)}`,
    `${"p".repeat(4_000)}.${"A".repeat(32)}`,
    "%00.%00",
    "%E0%A4%A",
  ])("is nobody's for a cookie that was made up: %s", async (made) => {
    const answer = await service.withCookie(`__Host-session=${made}`).api("GET", "/me")
    expect(answer.status).toBe(401)
  })
})

describe("access that has ended", () => {
  test("is gone on the next click where the lead ended it", async () => {
    const lead = await service.as(address)
    const contributor = await service.as("contributor@halton.example")
    expect((await contributor.get("/organisations/halton")).status).toBe(200)
    const at = "/organisations/halton/people/p-halton-contributor/g-halton-contributor/end"
    expect((await lead.post(at, {})).status).toBe(303)
    expect((await contributor.get("/organisations/halton")).status).toBe(404)
    expect((await contributor.api("GET", "/organisations/halton/submissions")).status).toBe(404)
    expect((await contributor.api("GET", "/me")).status).toBe(200)
  })

  test("is gone on the day it was given until, in programme time", async () => {
    const sponsor = await service.as("sponsor@bradford.example")
    service.at("2018-12-31T23:59:59.999Z")
    expect((await sponsor.get("/organisations/bradford")).status).toBe(200)
    service.at("2019-01-01T00:00:00.000Z")
    expect((await sponsor.get("/organisations/bradford")).status).toBe(404)
  })

  test("leaves the other roles of a person as they were", async () => {
    const partner = await service.as("finance-partner@halton.example")
    const lead = await service.as(address)
    const at = "/organisations/halton/people/p-halton-finance-partner/g-halton-certifier/end"
    expect((await lead.post(at, {})).status).toBe(303)
    expect((await partner.get("/organisations/halton")).status).toBe(404)
    expect((await partner.get("/organisations/shropshire")).status).toBe(200)
  })
})

describe("where one goes after signing in", () => {
  test("is the page that was asked for", async () => {
    const wanted = await service.nobody.get("/organisations/halton/people")
    const next = new URL(wanted.headers.get("location") ?? "", origin).searchParams.get("next") ?? ""
    const answer = await press(await asked(address, { next }))
    expect(answer.headers.get("location")).toBe("/organisations/halton/people")
  })

  const away = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "\\\\evil.example",
    "evil.example",
    "@evil.example",
    " //evil.example",
    "/home\r\nset-cookie: a=b",
    "/%0d%0aset-cookie:a",
    `/${"a".repeat(400)}`,
    "",
  ]
  test.each(away)("is never another site: %j", async (next) => {
    const page = await (await service.nobody.get(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    const kept = page.match(/name="next" value="([^"]*)"/)?.[1] ?? "/home"
    const answer = await press(await asked(address, { next }))
    const location = answer.headers.get("location") ?? ""
    for (const where of [kept, location]) {
      const { origin: site } = new URL(where, origin)
      expect(site).toBe(origin)
      expect(where).not.toMatch(/evil|[\r\n]/)
    }
  })

  test("is inside this service, by the rule that decides it", () => {
    for (const next of ["/", "/home", "/organisations/halton?after=a%20b#top"])
      expect(insideOnly(next)).toBe(next)
    for (const next of away.filter((one) => !one.startsWith("/%0d"))) expect(insideOnly(next)).toBeUndefined()
  })
})

describe("how often one may ask", () => {
  const from = (client: string) => ({ "cloudfront-viewer-address": `${client}:40000` })
  const untilNextWindow = () => {
    const now = service.world.machineNow().getTime()
    service.later(15 * minutes - (now % (15 * minutes)))
  }

  test("an address gets 5 links in 15 minutes, then is told how long to wait", async () => {
    untilNextWindow()
    for (let ask5 = 0; ask5 < 5; ask5++) expect((await ask(address)).status).toBe(200)
    service.later(5 * minutes)
    const answer = await ask(address)
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, String(10 * 60)])
    expect((await ask(address, {}, from("198.51.100.1"))).status).toBe(429)
    expect((await ask(address.toUpperCase())).status).toBe(429)
    expect((await service.nobody.api("POST", "/sign-in", { email: address })).status).toBe(429)
    expect((await ask("sponsor@halton.example")).status).toBe(200)
    service.later(10 * minutes)
    expect((await ask(address)).status).toBe(200)
  })

  test("exactly 5 of 40 who ask at the same moment", async () => {
    untilNextWindow()
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask("governance@halton.example")))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35)
  })

  test("a client asks 60 times in 15 minutes, for whatever addresses, and others go on", async () => {
    untilNextWindow()
    const client = from("198.51.100.2")
    for (let place = 0; place < 60; place++)
      expect((await ask(`somebody.${place}@unknown.example`, {}, client)).status).toBe(200)
    const answer = await ask("somebody.61@unknown.example", {}, client)
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "900"])
    expect((await ask("somebody.61@unknown.example", {}, from("198.51.100.3"))).status).toBe(200)
    service.later(15 * minutes)
    expect((await ask("somebody.61@unknown.example", {}, client)).status).toBe(200)
  })

  test("a client cannot give itself another address by a header of its own", async () => {
    untilNextWindow()
    const client = from("198.51.100.4")
    for (let place = 0; place < 60; place++)
      await ask(`somebody.${place}@unknown.example`, {}, { ...client, "x-forwarded-for": `10.0.0.${place}` })
    const answer = await ask("another@unknown.example", {}, { ...client, "x-forwarded-for": "10.9.9.9" })
    expect(answer.status).toBe(429)
  })

  test("a receipt is checked 30 times in 10 minutes by one client", async () => {
    untilNextWindow()
    const client = from("198.51.100.5")
    const check = () =>
      service.nobody.api(
        "POST",
        "/check-a-receipt",
        { reference: "NSW2-HAL-E-7K3PQ4", code: "0".repeat(64) },
        client,
      )
    for (let place = 0; place < 30; place++) expect((await check()).status).toBe(200)
    const answer = await check()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(600)
    const page = await service.nobody.post("/check-a-receipt", { reference: "x", code: "y" }, client)
    expect(page.status).toBe(429)
    service.later(10 * minutes)
    expect((await check()).status).toBe(200)
  })

  test("a question is asked 10 times in an hour by one client", async () => {
    service.later(60 * minutes)
    const client = from("198.51.100.6")
    const question = { question: "May we start in November?", email: "somebody@leeds.gov.uk" }
    const put = () => service.nobody.api("POST", "/rounds/nsw-2-2017/ask", question, client)
    for (let place = 0; place < 10; place++) expect((await put()).status).toBe(202)
    expect((await put()).status).toBe(429)
  })

  test("what is counted by is not in the table in words", async () => {
    calls.length = 0
    await ask("somebody.private@unknown.example", {}, from("198.51.100.77"))
    const places = calls.flatMap(({ at }) => at).join(" ")
    expect(places).not.toContain("198.51.100.77")
    expect(places.replace(/MAIL#\S+|DIRECTORY \S+/g, "")).not.toContain("somebody.private")
  })
})
