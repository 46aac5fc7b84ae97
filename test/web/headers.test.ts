import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { accountApp } from "../../functions/account/app.ts"
import { coachingApp } from "../../functions/coaching/app.ts"
import { decisionsApp } from "../../functions/decisions/app.ts"
import { departmentApp } from "../../functions/department/app.ts"
import { evaluationApp } from "../../functions/evaluation/app.ts"
import { evidenceApp } from "../../functions/evidence/app.ts"
import { feedApp } from "../../functions/feed/app.ts"
import { findingsApp } from "../../functions/findings/app.ts"
import { frontApp } from "../../functions/front/app.ts"
import { fundingApp } from "../../functions/funding/app.ts"
import { learningApp } from "../../functions/learning/app.ts"
import { moneyApp } from "../../functions/money/app.ts"
import { payingApp } from "../../functions/paying/app.ts"
import { pilotApp } from "../../functions/pilot/app.ts"
import { planningApp } from "../../functions/planning/app.ts"
import { programmeApp } from "../../functions/programme/app.ts"
import { siteApp } from "../../functions/site/app.ts"
import { storiesApp } from "../../functions/stories/app.ts"
import { supportApp } from "../../functions/support/app.ts"
import { tallyApp } from "../../functions/tally/app.ts"
import { voiceApp } from "../../functions/voice/app.ts"
import { workbookApp } from "../../functions/workbook/app.ts"
import { addressIn, everyDoor, isApi, methodOf, sendable } from "../support/doors.ts"
import { filesInMemory } from "../support/files.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { type Moved, sent } from "../support/submission.ts"

let service: Service
let lead: Client
let one: Moved
beforeAll(async () => {
  service = await startService()
  const made = await sent(service)
  lead = made.lead
  one = (await made.one.read()) as Moved
})
afterAll(() => service.stop())

const values = () => ({
  organisation: "halton",
  reference: one.reference,
  section: "amount",
  version: "1",
  round: "nsw-2-2017",
  person: "p-halton-contributor",
  grant: "g-halton-contributor",
  typed: "nothing",
})

const pages = everyDoor.filter((door) => methodOf(door) === "GET" && !isApi(door))

/** Every kind of answer that anybody can get. */
const kinds: [string, () => Response | Promise<Response>][] = [
  ["a public page", () => service.nobody.get("/")],
  ["a page of one's own", () => lead.get("/organisations/halton")],
  ["a form", () => lead.get("/organisations/halton/people/invite")],
  ["a form that comes back", () => lead.post("/organisations/halton/people/invite", { key: "k".repeat(16) })],
  ["a redirect", () => lead.get("/home")],
  ["a redirect to sign in", () => service.nobody.get("/organisations/halton")],
  ["a page that is not there", () => service.nobody.get("/nothing-here")],
  [
    "a refusal",
    () => service.request("/sign-in", { method: "POST", headers: { origin: "https://evil.example" } }),
  ],
  ["a body too large", () => service.nobody.post("/sign-in", { email: "a".repeat(600_000) })],
  ["JSON", () => service.nobody.api("GET", "/rounds")],
  ["a problem", () => service.nobody.api("GET", "/me")],
  ["a download", () => lead.get(`/organisations/halton/submissions/${one.reference}/receipts/1/file`)],
  ["whether it is well", () => service.nobody.get("/health")],
  ["a fault", () => broken()],
  ["a fault of the API", () => broken("/api/rounds")],
]

/** A service whose table is away. */
const broken = (path = "/") => {
  const away = () => {
    throw new Error("away")
  }
  const table = { ...service.table, get: away, query: away }
  const world = { ...service.world, table: { ...table, metered: () => table as never } }
  return frontApp(world).request(path)
}

describe.each(kinds)("%s", (_, ask) => {
  test("runs no script but ours, by a nonce, and nothing inline", async () => {
    const policy = (await ask()).headers.get("content-security-policy") ?? ""
    const allows = Object.fromEntries(
      policy.split("; ").map((one) => [one.split(" ")[0] ?? "", one.split(" ").slice(1)]),
    )
    expect(policy).not.toMatch(/unsafe-|strict-dynamic|https?:|\*|data:/)
    expect(allows["default-src"]).toEqual(["'none'"])
    expect(allows["script-src"]?.join(" ")).toMatch(/^'nonce-[\w-]{22,}'$/)
    expect(allows["style-src"]).toEqual(["'self'"])
    expect(allows["form-action"]).toEqual(["'self'"])
    expect(allows["frame-ancestors"]).toEqual(["'none'"])
    expect(allows["base-uri"]).toEqual(["'none'"])
  })

  test("stays on TLS, in its own window, and says nothing to other sites", async () => {
    const { headers } = await ask()
    const [, seconds] =
      headers.get("strict-transport-security")?.match(/max-age=(\d+); includeSubDomains/) ?? []
    expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 3600)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("x-frame-options")).toBe("DENY")
    expect(headers.get("referrer-policy")).toBe("same-origin")
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin")
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
    expect(headers.get("access-control-allow-origin")).toBeNull()
    expect(headers.get("x-powered-by")).toBeNull()
  })

  test("is kept by no cache", async () => {
    expect((await ask()).headers.get("cache-control")).toBe("no-store")
  })
})

test("a fault says its number, and nothing of what is inside", async () => {
  const answer = await broken()
  expect(answer.status).toBe(500)
  const body = await answer.text()
  expect(body).toMatch(/Tell us this number: [\w-]{12}\./)
  expect(body).not.toMatch(/away|Error:|at \w+ \(/)
})

test("a nonce is never used twice", async () => {
  const nonces = new Set<string>()
  for (let page = 0; page < 300; page++) {
    const answer = await service.nobody.get("/help")
    const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1] ?? ""
    expect(await answer.text()).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(300)
})

describe("the HTML of every page", () => {
  test.each(pages)("has nothing that runs of itself: $door", async (door) => {
    const answer = await service.request(addressIn(door, values()), {
      headers: { cookie: lead.cookie ?? "" },
    })
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return
    if (answer.headers.get("content-disposition")?.startsWith("attachment")) return
    const body = await answer.text()
    const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]
    for (const [script] of body.matchAll(/<script\b[^>]*>[\s\S]*?<\/script>/g))
      expect(script).toMatch(new RegExp(`^<script type="module" src="[^"]+" nonce="${nonce}"></script>$`))
    const tags = [...body.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags)
      expect(tag).not.toMatch(/\s(?:on\w+|style|srcdoc)=|javascript:|<style|<iframe|<object|<base/i)
    for (const tag of tags.filter((one) => /^<(?:a|form|link|script|img)\b/.test(one)))
      expect(tag).not.toMatch(/\s(?:href|src|action)="(?:https?:)?\/\//)
  })

  test.each(pages)("posts only to us, and by POST where it changes something: $door", async (door) => {
    const answer = await service.request(addressIn(door, values()), {
      headers: { cookie: lead.cookie ?? "" },
    })
    const forms = [...(await answer.text()).matchAll(/<form\b[^>]*>/g)].map(([form]) => form)
    for (const form of forms)
      expect(form).toMatch(
        /method="(?:post" action="\/|get" action="\/(?:rounds|organisations\/\w+\/actions"))/,
      )
  })
})

describe("what a request says of its host", () => {
  const named = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "evil.example",
    "x-forwarded-proto": "evil.example",
    "x-original-url": "/evil.example",
    "x-rewrite-url": "/evil.example",
    forwarded: "host=evil.example",
    via: "evil.example",
    referer: "https://evil.example/",
  }
  test.each(everyDoor.filter(({ door }) => !/sign-out|\/end$/.test(door)))(
    "is nowhere in the answer of $door",
    async (door) => {
      const init = sendable(door, one.revision)
      const answer = await service.request(addressIn(door, values()), {
        ...init,
        headers: { cookie: lead.cookie ?? "", origin, ...init.headers, ...named },
      })
      expect(answer.status).toBeLessThan(500)
      const all = `${JSON.stringify([...answer.headers])}${await answer.text()}`
      expect(all).not.toContain("evil.example")
    },
  )

  test("is in no letter", async () => {
    await service.request("/sign-in", {
      method: "POST",
      body: "email=sponsor%40halton.example",
      headers: { origin, "content-type": "application/x-www-form-urlencoded", ...named },
    })
    const mails = await service.deliver()
    expect(mails.length).toBeGreaterThan(3)
    for (const { subject, text } of mails) expect(`${subject}${text}`).not.toContain("evil")
    const link = mails.find(
      ({ subject, to }) => subject.includes("sign-in") && to === "sponsor@halton.example",
    )
    expect(link?.text).toContain(`${origin}/sign-in/link?token=`)
  })
})

describe("where our edge has a secret", () => {
  const edgeKey = "a secret of our own edge"
  const guarded = () => {
    const world = { ...service.world, settings: { ...service.world.settings, edgeKey } }
    return {
      front: frontApp(world),
      site: siteApp(world),
      programme: programmeApp(world),
      planning: planningApp(world),
      department: departmentApp(world),
      decisions: decisionsApp(world),
      funding: fundingApp(world),
      paying: payingApp(world),
      money: moneyApp(world),
      workbook: workbookApp(world),
      evidence: evidenceApp({ ...world, files: filesInMemory().files }),
      coaching: coachingApp(world),
      pilot: pilotApp(world),
      support: supportApp(world),
      learning: learningApp(world),
      evaluation: evaluationApp(world),
      stories: storiesApp(world),
      tally: tallyApp(world),
      findings: findingsApp(world),
      voice: voiceApp(world),
      account: accountApp(world),
      feed: feedApp(world),
    }
  }

  test.each(everyDoor.filter(({ door }) => !door.includes("/health")))(
    "whoever comes round it finds nothing at $door",
    async (door) => {
      const init = sendable(door, one.revision)
      for (const given of [
        {},
        { "x-origin-key": "" },
        { "x-origin-key": `${edgeKey}!` },
        { "x-origin-key": "null" },
      ]) {
        const answer = await guarded()[door.app].request(addressIn(door, values()), {
          ...init,
          headers: {
            cookie: lead.cookie ?? "",
            origin,
            ...init.headers,
            ...(given as Record<string, string>),
          },
        })
        expect(answer.status).toBe(404)
        expect(answer.headers.get("strict-transport-security")).toBeTruthy()
      }
    },
  )

  test("who comes through it is let in", async () => {
    const answer = await guarded().front.request("/help", { headers: { "x-origin-key": edgeKey } })
    expect(answer.status).toBe(200)
  })

  test.each(["front", "site", "programme", "feed"] as const)(
    "%s can always be asked whether it is well",
    async (app) => {
      const answer = await guarded()[app].request("/health")
      expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }])
    },
  )
})
