import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { accountApp } from "../functions/account/app.ts"
import { frontApp } from "../functions/front/app.ts"
import { peopleIn } from "../shared/store/people.ts"
import { hmac } from "../shared/values/hash.ts"
import type { Identity } from "../shared/web/world.ts"
import { type Forgery, type Provider, startProvider } from "./support/provider.ts"
import { firstMorning, origin, type Service, startService } from "./support/service.ts"
import { type Call, watched, written } from "./support/watched.ts"

const calls: Call[] = []
const said: string[] = []
let provider: Provider
let service: Service

beforeAll(async () => {
  provider = await startProvider()
  service = await startService({ around: watched(calls), identity: provider.identity })
  service.world.log.info = (message, fields) => said.push(JSON.stringify({ message, ...fields }))
  service.apps.department.get("/department/a-page-inside", (c) => c.text("inside"))
})
afterAll(async () => {
  await service.stop()
  await provider.stop()
})
beforeEach(() => {
  service.at(firstMorning.toISOString())
  said.length = 0
})

const chair = "chair@doh.example"
const page = "/sign-in/department"
const minutes = 60_000

const cookieOf = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .find((one) => one.startsWith(`__Host-${name}=`) && !one.endsWith("="))

/** Presses the button and signs in there: what the browser holds, and the address it is sent back to. */
const begun = async (next?: string) => {
  const answer = await service.nobody.get(`${page}/start${next ? `?next=${encodeURIComponent(next)}` : ""}`)
  expect(answer.status).toBe(303)
  const cookie = cookieOf(answer, "department-sign-in") ?? ""
  const there = answer.headers.get("location") ?? ""
  const { pathname, searchParams } = await provider.visit(there)
  return { answer, cookie, there: new URL(there), back: pathname, query: searchParams }
}
type Begun = Awaited<ReturnType<typeof begun>>

const cameBack = ({ cookie, back, query }: Pick<Begun, "cookie" | "back" | "query">) =>
  service.withCookie(cookie).get(`${back}?${query}`, { "sec-fetch-site": "cross-site" })

const signedIn = async (email: unknown, next?: string) => {
  provider.is(email)
  return cameBack(await begun(next))
}

/** Somebody who has signed in with the department's account. */
const entered = async (email: string) => {
  const answer = await signedIn(email)
  expect(answer.status).toBe(303)
  return service.withCookie(cookieOf(answer, "session"))
}

/** A plain page that begins no session, and a line that says why without a secret. */
const notSignedIn = async (answer: Response, status: number, title: string) => {
  expect(answer.status).toBe(status)
  const text = await answer.text()
  expect(text).toContain(`<h1 class="govuk-heading-l">${title}</h1>`)
  expect(cookieOf(answer, "session")).toBeUndefined()
  expect(service.faults).toEqual([])
  const lines = said.filter((one) => one.includes("not signed in with the department"))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/@|eyJ|known to both/)
  return { text, why: (JSON.parse(lines[0] ?? "{}") as { why: string }).why }
}

describe("somebody of the department who is invited", () => {
  test("signs in with one button and no password, and comes where they were going", async () => {
    const shown = await (await service.nobody.get(`${page}?next=/programme/board`)).text()
    expect(shown.match(/role="button"/g)).toHaveLength(1)
    expect(shown).toContain(`href="${page}/start?next=%2Fprogramme%2Fboard"`)
    expect(shown).not.toMatch(/type="password"|<form/)
    calls.length = 0
    const answer = await signedIn("Chair@DOH.example", "/programme/board")
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/programme/board"])
    expect(cookieOf(answer, "session")).toMatch(/^__Host-session=p-chair\.[\w-]{32}$/)
    const partitions = new Set(calls.flatMap(({ at }) => at).map((at) => at.split("#")[0]))
    expect([...partitions].sort()).toEqual(["MAIL", "PERSON"])
    const who = service.withCookie(cookieOf(answer, "session"))
    expect((await who.get("/programme/board")).status).toBe(200)
    expect((await who.get("/department/a-page-inside")).status).toBe(200)
  })

  test.each([
    [chair, "/department"],
    ["finance@doh.example", "/home"],
  ])("comes to their work where they were going nowhere: %s to %s", async (email, to) => {
    expect((await signedIn(email)).headers.get("location")).toBe(to)
  })

  test("is sent to the provider with a state, a nonce and a challenge, and back to our own address alone", async () => {
    const answer = await service.request(`${page}/start`, {
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    })
    const asked = new URL(answer.headers.get("location") ?? "").searchParams
    expect(asked.get("redirect_uri")).toBe(`${origin}/sign-in/department/back`)
    expect(asked.get("response_type")).toBe("code")
    expect(asked.get("code_challenge_method")).toBe("S256")
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    const { there } = await begun()
    expect(there.searchParams.get("state")).not.toBe(asked.get("state"))
  })

  test("carries what is needed to come back in a cookie of ten minutes that no script reads", async () => {
    const { answer } = await begun()
    const [cookie = "", ...attributes] = answer.headers.get("set-cookie")?.split("; ") ?? []
    expect(cookie).toMatch(/^__Host-department-sign-in=[\w-]+\.[\w-]{43}$/)
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=600", "Path=/", "SameSite=Lax", "Secure"])
  })

  test("begins on our own page: another site that sends them on comes to the button", async () => {
    const answer = await service.nobody.get(`${page}/start?next=/home`, { "sec-fetch-site": "cross-site" })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${page}?next=%2Fhome`])
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test("may begin in two tabs, and finishes in the later one", async () => {
    provider.is(chair)
    const [first, second] = [await begun(), await begun()]
    await notSignedIn(await cameBack({ ...first, cookie: second.cookie }), 400, "Sign-in did not finish")
    expect((await cameBack(second)).status).toBe(303)
  })

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "is never sent on to another site: %s",
    async (next) => {
      const answer = await signedIn(chair, next)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/department"])
      const shown = await (await service.nobody.get(`${page}?next=${encodeURIComponent(next)}`)).text()
      expect(shown).not.toContain("evil")
    },
  )
})

describe("no session is begun for", () => {
  const refused = async (email: string) => {
    calls.length = 0
    const answer = await signedIn(email)
    expect(written(calls)).toEqual([])
    const { text, why } = await notSignedIn(answer, 403, "You do not have access")
    expect(text).toContain("programme@innovation-unit.example")
    expect(why).toBe("NOT_INVITED")
  }

  test.each([
    ["whom nobody has invited", "somebody-else@doh.example"],
    ["who has a role at a site and none of the department's", "site-lead@halton.example"],
    ["who has a role of the programme and none of the department's", "coordinator@innovation-unit.example"],
  ])("somebody %s", (_, email) => refused(email))

  test("somebody whose access has ended, or has not begun", async () => {
    service.at("2019-01-01T00:00:00Z")
    await refused(chair)
    service.at("2016-01-01T00:00:00Z")
    said.length = 0
    await refused(chair)
  })

  test.each([
    ["no address", undefined, {}],
    ["an address that it does not stand for", chair, { email_verified: false }],
    ["something else for an address", { at: chair }, {}],
    ["an address with a letter that looks like another", "chair@doh.example\u200b", {}],
  ])("somebody of whom the provider says %s", async (_, email, more) => {
    provider.is(email, more)
    const { why } = await notSignedIn(await cameBack(await begun()), 400, "Sign-in did not finish")
    expect(why).toBe("NO_EMAIL")
  })
})

describe("an answer that is not right begins no session, and can be begun again", () => {
  const again = async (answer: Response, because: string) => {
    const { text, why } = await notSignedIn(answer, 400, "Sign-in did not finish")
    expect(why).toBe(because)
    expect(text).toContain(`href="${page}`)
    expect(text).toContain("Start again")
  }
  beforeEach(() => provider.is(chair))

  const changed = ({ query, ...rest }: Begun, by: Record<string, string>) => ({
    ...rest,
    query: new URLSearchParams({ ...Object.fromEntries(query), ...by }),
  })

  test("with another state", async () =>
    again(await cameBack(changed(await begun(), { state: "another" })), "NO_ATTEMPT"))
  test("with another code", async () =>
    again(await cameBack(changed(await begun(), { code: "another" })), "OAUTH_RESPONSE_IS_NOT_JSON"))
  test("without its cookie", async () =>
    again(await cameBack({ ...(await begun()), cookie: "" }), "NO_ATTEMPT"))
  test("with nothing at all", async () => again(await service.nobody.get(`${page}/back`), "NO_ATTEMPT"))

  test("in a browser that began another sign-in: nobody is signed in as somebody else", async () => {
    const { back, query } = await begun()
    await again(await cameBack({ back, query, cookie: (await begun()).cookie }), "NO_ATTEMPT")
  })

  test("after ten minutes", async () => {
    const one = await begun()
    service.later(10 * minutes)
    await again(await cameBack(one), "NO_ATTEMPT")
  })

  test("a second time: the cookie is gone, and the provider takes no code twice", async () => {
    const one = await begun()
    const first = await cameBack(one)
    expect(first.status).toBe(303)
    expect(first.headers.getSetCookie().join()).toContain("__Host-department-sign-in=; Max-Age=0")
    await again(await cameBack(one), "OAUTH_RESPONSE_IS_NOT_JSON")
  })

  test.each(["another key", "the same proof"])("with a cookie that was made up with %s", async (how) => {
    const one = await begun()
    const [name, text = "", proof = ""] = one.cookie.split(/[=.]/)
    const open = JSON.parse(Buffer.from(text, "base64url").toString()) as Record<string, unknown>
    const other = Buffer.from(JSON.stringify({ ...open, next: "/home" })).toString("base64url")
    const made = how === "another key" ? hmac("a guess", `department-sign-in/${other}`) : proof
    await again(await cameBack({ ...one, cookie: `${name}=${other}.${made}` }), "NO_ATTEMPT")
  })

  test.each([
    ["another nonce", { nonce: "another" }, "OAUTH_JWT_CLAIM_COMPARISON_FAILED"],
    ["no nonce", { nonce: undefined }, "OAUTH_INVALID_RESPONSE"],
    ["another audience", { aud: "another service" }, "OAUTH_JWT_CLAIM_COMPARISON_FAILED"],
    ["another issuer", { iss: "https://evil.example" }, "OAUTH_JWT_CLAIM_COMPARISON_FAILED"],
    [
      "an end that is an hour ago",
      { exp: Math.floor(Date.now() / 1000) - 3600 },
      "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
    ],
  ])("with a token that has %s", async (_, more, why) => {
    provider.is(chair, more)
    await again(await cameBack(await begun()), why)
  })

  test.each<Forgery>(["by another key under the same name", "by nobody", "with the secret that both know"])(
    "with a token that is signed %s",
    async (how) => {
      provider.forges(how)
      await again(await cameBack(await begun()), "OAUTH_INVALID_RESPONSE")
    },
  )

  test("where somebody said no at the provider", async () => {
    const one = await begun()
    const query = new URLSearchParams({ error: "access_denied", state: one.query.get("state") ?? "" })
    const { why } = await notSignedIn(await cameBack({ ...one, query }), 400, "Sign-in did not finish")
    expect(why).toBe("access_denied")
  })
})

describe("a provider that does not answer", () => {
  const down = "The department’s sign-in does not answer"
  const appFor = (identity: Identity) =>
    accountApp({ ...service.world, settings: { ...service.world.settings, identity } })
  const startedAt = (issuer: string) =>
    appFor({
      name: "nobody",
      provider: { issuer, clientId: "c", clientSecret: "s", insecure: true },
    }).request(`${page}/start`)

  test("is said in a page of its own, before and after signing in there", async () => {
    const another = await startProvider()
    another.is(chair)
    const app = appFor(another.identity)
    const started = await app.request(`${page}/start`)
    const { pathname, search } = await another.visit(started.headers.get("location") ?? "")
    await another.stop()
    const cookie = cookieOf(started, "department-sign-in") ?? ""
    await notSignedIn(await app.request(pathname + search, { headers: { cookie } }), 503, down)
    said.length = 0
    await notSignedIn(await startedAt(another.identity.provider?.issuer ?? ""), 503, down)
  })

  test("is the same where it answers that it is out of order", async () => {
    provider.is(chair)
    provider.answersWith(500)
    await notSignedIn(await cameBack(await begun()), 503, down)
  })

  test.each([
    ["nothing that it is asked for", (_: string) => undefined],
    ["a page", () => "<p>Down for repairs</p>"],
    ["for another provider", () => JSON.stringify({ issuer: "https://evil.example" })],
  ])("is the same where it gives %s", async (_, says) => {
    const server = createServer((request, response) => {
      const text = says(request.url ?? "")
      if (text) response.setHeader("content-type", "application/json").end(text)
    }).listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    const answer = await startedAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.closeAllConnections()
    server.close()
    await notSignedIn(answer, 503, down)
  })

  test("is asked again as soon as it is there", async () => {
    const another = await startProvider()
    await another.stop()
    const app = appFor(another.identity)
    expect((await app.request(`${page}/start`)).status).toBe(503)
    await another.startAgain()
    expect((await app.request(`${page}/start`)).status).toBe(303)
    await another.stop()
  })
})

describe("where the department signs in by itself", () => {
  test("a link opens nothing of the department's, and its own sign-in does", async () => {
    const byLink = await service.as(chair)
    const byAccount = await entered(chair)
    for (const [address, answers] of [
      ["/department/a-page-inside", 200],
      ["/programme", 200],
      ["/api/programme/rounds/nsw-2-2017/questions", 200],
    ] as const) {
      expect([address, (await byLink.get(address)).status]).toEqual([address, 404])
      expect([address, (await byAccount.get(address)).status]).toEqual([address, answers])
    }
  })

  test("whoever came by a link is told to come with their account, and where", async () => {
    const home = await (await service.as(chair)).get("/home")
    expect(home.status).toBe(200)
    const text = await home.text()
    expect(text).toContain("Sign in with your department account")
    expect(text).toContain(`href="${page}"`)
    expect(text).not.toMatch(/begins on|You have no access/)
    const byAccount = await (await entered("reader@doh.example")).get("/home")
    expect(byAccount.headers.get("location")).toBe("/department")
  })

  test("everybody else goes on by link as before", async () => {
    for (const email of ["coordinator@innovation-unit.example", "coach@innovation-unit.example"])
      expect((await (await service.as(email)).get("/programme")).status).toBe(200)
    const lead = await service.as("site-lead@halton.example")
    expect((await lead.get("/organisations/halton")).status).toBe(200)
  })

  test("access that is ended is ended at the next click", async () => {
    const decides = await entered("decision-maker@doh.example")
    expect((await decides.get("/department/a-page-inside")).status).toBe(200)
    const people = peopleIn(service.table)
    const now = service.world.now().toISOString()
    await people.write(people.ending("p-decision-maker", { id: "g-decision-maker" }, now))
    expect((await decides.get("/department/a-page-inside")).status).toBe(404)
  })

  test("signing out ends our session, and says that the account stays signed in", async () => {
    const who = await entered(chair)
    expect(await (await who.get("/sign-out")).text()).toContain("Your department account stays signed in")
    expect(await (await who.post("/sign-out", {})).text()).toContain(
      "Your department account stays signed in",
    )
    expect((await who.api("GET", "/me")).status).toBe(401)
    const byLink = await service.as("site-lead@halton.example")
    expect(await (await byLink.get("/sign-out")).text()).not.toContain("department account")
  })

  test("the ordinary sign-in page offers it, and keeps where somebody was going", async () => {
    const text = await (await service.nobody.get("/sign-in?next=/department/a-page-inside")).text()
    expect(text).toContain("Work at the department?")
    expect(text).toContain(`href="${page}?next=%2Fdepartment%2Fa-page-inside"`)
  })
})

describe("where it does not", () => {
  const without = () => {
    const { identity: _, ...settings } = service.world.settings
    return { ...service.world, settings }
  }

  test("its page says so and leads to the ordinary sign-in", async () => {
    const app = accountApp(without())
    const text = await (await app.request(`${page}?next=/home`)).text()
    expect(text).toContain("is not set up here")
    expect(text).toContain('href="/sign-in?next=%2Fhome"')
    expect((await app.request(`${page}/start`)).headers.get("location")).toBe(page)
    expect((await app.request(`${page}/back?code=a&state=b`)).status).toBe(400)
  })

  test("a link opens everything, and the sign-in page offers nothing else", async () => {
    const app = frontApp(without())
    const { cookie = "" } = await service.as("finance@doh.example")
    expect((await app.request("/home", { headers: { cookie } })).headers.get("location")).toBe("/programme")
    expect(await (await app.request("/sign-in")).text()).not.toContain("Work at the department?")
  })
})
