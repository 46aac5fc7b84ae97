import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { DynamoDBRecord } from "aws-lambda"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startClock } from "../infra/local/clock.ts"
import { createTable } from "../infra/local/create-table.ts"
import { demonstrationPeople } from "../infra/local/demonstration/people.ts"
import { joining, phases } from "../infra/local/demonstration/phases.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import { rounds } from "../infra/local/demonstration/rounds.ts"
import { forwarded } from "../infra/local/edge.ts"
import { startEngine } from "../infra/local/engine.ts"
import { findEngine } from "../infra/local/find-engine.ts"
import { freePort } from "../infra/local/free-port.ts"
import type { Makes } from "../infra/local/functions.ts"
import { openOutbox } from "../infra/local/outbox.ts"
import { isAlive } from "../infra/local/processes.ts"
import { functionFor } from "../infra/local/route.ts"
import { type Running, startLocalRun } from "../infra/local/run.ts"
import { followStream } from "../infra/local/stream.ts"
import { programme as programmeSchema } from "../shared/domain/calendar/programme.ts"
import { round as roundSchema } from "../shared/domain/calendar/round.ts"
import { expressionOfInterest } from "../shared/kinds/expression-of-interest.ts"
import { clientFor, tableOn } from "../shared/store/table.ts"

const folder = mkdtempSync(join(tmpdir(), "local-run-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string) => join(folder, name)

const letter = { to: "site-lead@halton.example", subject: "Sent", text: "It is sent.", reference: "r1" }
const quiet = { info: () => {}, error: () => {} }

test("a DynamoDB on the path is taken before the package's own", () => {
  writeFileSync(file("dynoxide"), "")
  expect(findEngine(`/nowhere${delimiter}${folder}`)).toBe(file("dynoxide"))
})

describe("programme time", () => {
  test("begins at 9am on 14 August 2017, in London", () => {
    const clock = startClock(file("new-clock.json"))
    expect(clock.now().toISOString()).toMatch(/^2017-08-14T08:00:00/)
    clock.stop()
  })

  test("is put forward, never back, and a restart goes on from there", () => {
    const first = startClock(file("clock.json"))
    expect(first.set(new Date("2017-08-25T16:00:00Z"))).toBe(true)
    expect(first.set(new Date("2017-08-25T15:59:59Z"))).toBe(false)
    const shown = first.now().getTime()
    expect(shown).toBeGreaterThanOrEqual(Date.parse("2017-08-25T16:00:00Z"))
    first.stop()
    const second = startClock(file("clock.json"))
    expect(second.now().getTime()).toBeGreaterThan(shown)
    second.stop()
  })

  test("does not go back where the process before it was killed without a word", async () => {
    const killed = startClock(file("killed.json"))
    await pause(50)
    const shown = killed.now().getTime()
    const next = startClock(file("killed.json"))
    expect(next.now().getTime()).toBeGreaterThan(shown)
    killed.stop()
    next.stop()
  })
})

test("the outbox keeps a letter once for its reference, over restarts and a line cut off half-way", async () => {
  const now = () => new Date("2017-08-14T08:00:00Z")
  const first = openOutbox(file("outbox.jsonl"), now)
  const ids = await Promise.all([first.send(letter), first.send(letter)])
  expect(ids[0]).toEqual(ids[1])
  writeFileSync(file("outbox.jsonl"), `${readFileSync(file("outbox.jsonl"), "utf8")}{"id":"lo`)
  const second = openOutbox(file("outbox.jsonl"), now)
  expect(await second.send({ ...letter, subject: "Again" })).toEqual(ids[0])
  await second.send({ ...letter, reference: "r2" })
  expect(second.newestFirst().map(({ reference, subject }) => [reference, subject])).toEqual([
    ["r2", "Sent"],
    ["r1", "Sent"],
  ])
})

test.each([
  ["/organisations/halton/submissions", "site"],
  ["/api/organisations/halton", "site"],
  ["/organisations/halton/people", "front"],
  ["/organisations/halton/people/invite", "front"],
  ["/api/organisations/halton/people/p-1", "front"],
  ["/organisations/halton/peoples", "site"],
  ["/organisations/", "front"],
  ["/organisations", "front"],
  ["/home", "front"],
  ["/programme", "programme"],
  ["/programme/people", "front"],
  ["/api/programme/people/p-1/g-1/end", "front"],
  ["/programme/peoples", "programme"],
  ["/api/programme/rounds/nsw-2-2017/questions", "programme"],
  ["/programmes", "front"],
  ["/calendar/a.ics", "feed"],
  ["/calendar", "front"],
  ["/calendars/a.ics", "front"],
  ["/sign-in/department", "account"],
  ["/sign-in/department/back", "account"],
  ["/department", "department"],
  ["/api/department/rounds/nsw-2-2017/expressions/A/score/c1", "department"],
  ["/department/rounds/nsw-2-2017/ranking", "decisions"],
  ["/api/department/rounds/nsw-2-2017/telling/seal", "decisions"],
  ["/department/rounds/nsw-2-2017/expressions/A/decision", "decisions"],
  ["/department/rounds/nsw-2-2017/expressions/A/decisions", "department"],
  ["/announcements/secret", "decisions"],
  ["/funding", "funding"],
  ["/api/funding/phases/NSW2/sites/halton/payments/1", "paying"],
  ["/funding/phases/NSW2/sites/halton/returns/A", "funding"],
  ["/funding/payer-files/A", "paying"],
  ["/funding/payments.csv", "paying"],
  ["/funding/phases/NSW2/sample", "paying"],
  ["/funding/evidence/halton/NSW2/A", "evidence"],
  ["/organisations/halton/money", "money"],
  ["/api/organisations/halton/money/NSW2/offer", "money"],
  ["/organisations/halton/moneys", "site"],
  ["/organisations/halton/evidence/NSW2", "evidence"],
  ["/organisations/halton/submissions/A/workbook", "workbook"],
  ["/organisations/halton/coaching", "coaching"],
  ["/api/organisations/halton/coaching/NSW2/sessions/1", "coaching"],
  ["/organisations/halton/actions/1/done", "coaching"],
  ["/organisations/halton/coaching/NSW2/plan/agree", "pilot"],
  ["/api/organisations/halton/coaching/NSW2/going.csv", "pilot"],
  ["/organisations/halton/coaching/NSW2/risks", "pilot"],
  ["/organisations/halton/coaching/NSW2/planned", "coaching"],
  ["/organisations/halton/actions.csv", "coaching"],
  ["/organisations/halton/coachings", "site"],
  ["/organisations/halton/evaluation/NSW2/plan", "pilot"],
  ["/organisations/halton/evaluation/NSW2/measures", "evaluation"],
  ["/api/organisations/halton/evaluation", "evaluation"],
  ["/organisations/halton/stories/NSW2", "stories"],
  ["/organisations/halton/tally/nsw2-tally-2017-12-31", "tally"],
  ["/tally/secret", "tally"],
  ["/findings", "findings"],
  ["/api/findings/NSW2", "findings"],
  ["/taking-part", "voice"],
  ["/tell-us/secret", "voice"],
  ["/reports/A", "voice"],
  ["/api/reports", "voice"],
  ["/support", "support"],
  ["/api/support/patterns", "support"],
  ["/learning/ideas", "learning"],
  ["/learned", "learning"],
  ["/organisations/halton/submissions/A/workbooks", "site"],
  ["/sign-in/departments", "front"],
  ["/local/clock", "local"],
  ["/locally", "front"],
])("%s is answered by %s", (path, name) => expect(functionFor(path)).toBe(name))

test("the same headers pass as at the edge that is deployed", () => {
  const source = readFileSync("infra/constructs/front-door.ts", "utf8")
  const listed = /export const forwarded = \[([^\]]*)\]/.exec(source)?.[1] ?? ""
  const deployed = [...listed.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name.toLowerCase())
  expect(deployed.filter((name) => name !== "cloudfront-viewer-address").sort()).toEqual(
    [...forwarded].sort(),
  )
})

describe("the stream", () => {
  test("brings letters at least once, again where they failed, and gives up after ten tries", async () => {
    const engine = await startEngine()
    await createTable(engine.endpoint, "streamed")
    await createTable(engine.endpoint, "streamed")
    const table = tableOn(clientFor(engine.endpoint), "streamed")
    const put = (sk: string) => ({ put: { pk: "P", sk, letter: "sent" } })
    await table.write([
      { put: { pk: "P", sk: "0-no-letter" } },
      put("1"),
      put("2-fails-twice"),
      put("3-never"),
    ])
    const seen: string[] = []
    const nameOf = ({ dynamodb }: DynamoDBRecord) => String(dynamodb?.NewImage?.sk?.S)
    const stream = () =>
      followStream({
        endpoint: engine.endpoint,
        table: "streamed",
        checkpoints: file("stream.json"),
        deadLetters: file("dead-letters.jsonl"),
        log: quiet,
        firstPause: 1,
        handler: async ({ Records }) => {
          const failed = Records.find((record) => {
            const name = nameOf(record)
            seen.push(name)
            const times = seen.filter((one) => one === name).length
            return name.includes("never") || (name.includes("twice") && times < 3)
          })
          return {
            batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? "" }] : [],
          }
        },
      })
    const first = stream()
    await table.write([put("4")])
    await table.write([{ remove: { pk: "P", sk: "4" } }])
    await until(() => seen.includes("4"))
    await pause(50)
    await first.stop()
    const times = (name: string) => seen.filter((one) => one === name).length
    expect([times("0-no-letter"), times("1"), times("2-fails-twice"), times("3-never"), times("4")]).toEqual([
      0, 1, 3, 10, 1,
    ])
    expect(readFileSync(file("dead-letters.jsonl"), "utf8")).toContain("3-never")
    seen.length = 0
    await table.write([put("5")])
    const second = stream()
    await until(() => seen.length > 0)
    await second.stop()
    expect(seen).toEqual(["5"])
    await engine.stop()
  })
})

describe("the demonstration", () => {
  test("is made of records as the service reads them", () => {
    expect(programmeSchema.parse(programme)).toEqual(programme)
    for (const one of rounds) expect(roundSchema.parse(one)).toEqual(one)
  })

  test("shows four awards, the four that are published", () => {
    const awards = [...phases.flatMap(({ sites }) => sites), ...joining]
      .flatMap(({ organisation, award }) => (award === undefined ? [] : [[organisation, award] as const]))
      .sort()
    expect(awards).toEqual([
      ["bradford", 5_000_000],
      ["halton", 9_282_700],
      ["sheffield", 2_385_400],
      ["shropshire", 6_069_200],
    ])
  })

  test("switches on only what the kind can ask, and phase 1 asks all of it", () => {
    for (const round of rounds) {
      const ids = (sections: string[]) =>
        expressionOfInterest
          .sections({
            round: { ...round, sections, signatures: [] },
            organisation: { id: "halton", name: "Halton Borough Council" },
          })
          .map(({ id }) => id)
      const asked = round.sections.map(({ id }) => id)
      expect(ids(asked)).toHaveLength(ids([]).length + asked.length)
    }
    expect(rounds.map(({ sections }) => sections.length)).toEqual([10, 0])
  })

  test("names everybody by role, each with an address of their own at a domain that is nobody's", () => {
    const emails = demonstrationPeople().map(({ person }) => person.email)
    expect(new Set(emails).size).toBe(56)
    for (const email of emails) expect(email).toMatch(/\.example$/)
    for (const { person } of demonstrationPeople()) expect(person.name).toMatch(/\(demonstration\)$/)
  })
})

/** Word of letters that came back, as the function that sends them was handed it. */
const returned: { "detail-type": string }[] = []

/** What the stub scanner made of files, as the function that looks at them was handed it. */
const verdicts: string[] = []
type Scanned = {
  s3ObjectDetails: { objectKey: string; versionId: string }
  scanResultDetails: { scanResultStatus: string }
}

/** Stands in for the functions: says what it was handed, or puts a letter in the table. */
const stubs: Makes = {
  front: () => async (event) => ({
    statusCode: 200,
    headers: { "content-type": "application/json" },
    cookies: ["a=1; Path=/", "b=2; Path=/"],
    body: JSON.stringify(event),
  }),
  site: (world) => async (event) => {
    const body = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8").toString()
    await world.table.write([{ put: { pk: "ORG#halton", sk: `LETTER#${body}`, letter: "sent" } }])
    return { statusCode: 201, body: "a2VwdA==", isBase64Encoded: true }
  },
  programme: () => async () => ({ statusCode: 200 }),
  planning: () => async () => ({ statusCode: 200 }),
  department: () => async () => ({ statusCode: 200 }),
  decisions: () => async () => ({ statusCode: 200 }),
  funding: () => async () => ({ statusCode: 200 }),
  paying: () => async () => ({ statusCode: 200 }),
  money: () => async () => ({ statusCode: 200 }),
  workbook: () => async () => ({ statusCode: 200 }),
  coaching: () => async () => ({ statusCode: 200 }),
  pilot: () => async () => ({ statusCode: 200 }),
  support: () => async () => ({ statusCode: 200 }),
  learning: () => async () => ({ statusCode: 200 }),
  evaluation: () => async () => ({ statusCode: 200 }),
  stories: () => async () => ({ statusCode: 200 }),
  tally: () => async () => ({ statusCode: 200 }),
  findings: () => async () => ({ statusCode: 200 }),
  voice: () => async () => ({ statusCode: 200 }),
  evidence:
    ({ files }) =>
    async () => {
      const limits = { type: "text/csv", bytes: 100, back: "/home" }
      const slot = await files.uploadTo("halton/NSW2/1", limits)
      const url = await files.downloadFrom("halton/NSW2/1/hash", "Ledger.csv")
      return { statusCode: 200, body: JSON.stringify({ slot, url }) }
    },
  scan:
    ({ arrivals }) =>
    async (event) => {
      const { detail } = event as { detail: Partial<Scanned> }
      if (!detail.s3ObjectDetails || !detail.scanResultDetails) return
      verdicts.push(detail.scanResultDetails.scanResultStatus)
      const { objectKey, versionId } = detail.s3ObjectDetails
      const key = objectKey.replace("arriving/", "")
      const found = await arrivals.read(key, versionId, 100)
      if (found) await arrivals.keep(`${key}/hash`, found.bytes, "text/csv")
      await arrivals.drop(key, versionId)
    },
  account: () => async () => ({ statusCode: 200 }),
  feed: () => async () => ({ statusCode: 200 }),
  remind: () => async () => ({}),
  notify:
    ({ mailer }) =>
    async (event) => {
      if (!("Records" in event)) returned.push(event)
      for (const { dynamodb } of "Records" in event ? event.Records : []) {
        const reference = String(dynamodb?.NewImage?.sk?.S)
        await mailer.send({ ...letter, text: "See <b> https://example.org/a?b=c&d.", reference })
      }
      return { batchItemFailures: [] }
    },
}

describe("a local run", () => {
  let run: Running
  const to = (path: string, init?: RequestInit) => fetch(run.origin + path, { redirect: "manual", ...init })
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status?: number; location?: string; body: string }>((resolve, reject) => {
      const { port } = new URL(run.origin)
      request({ host: "127.0.0.1", port, path, headers }, async (response) => {
        let body = ""
        for await (const chunk of response) body += chunk
        resolve({ status: response.statusCode, location: response.headers.location, body })
      })
        .on("error", reject)
        .end()
    })

  beforeAll(async () => {
    mkdirSync(file("dist/assets"), { recursive: true })
    writeFileSync(file("dist/assets.json"), "not for anybody")
    writeFileSync(file("dist/assets/service.0a1b.css"), "a{}")
    const makes = async () => stubs
    run = await startLocalRun({ port: 0, folder: file("data"), fresh: false, dist: file("dist"), makes })
  })
  afterAll(() => run.stop())

  test("hands a function the event that the API would, and its answer to the client", async () => {
    const response = await to("/some%20where?a=1&a=2", {
      method: "POST",
      headers: {
        cookie: "x=1; y=2",
        "content-type": "application/x-www-form-urlencoded",
        "cloudfront-viewer-address": "203.0.113.9:1",
        "x-anything": "dropped",
      },
      body: "name=Zo%C3%AB",
    })
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"])
    const event = await response.json()
    expect(event).toMatchObject({
      version: "2.0",
      rawPath: "/some%20where",
      rawQueryString: "a=1&a=2",
      cookies: ["x=1", "y=2"],
      body: Buffer.from("name=Zo%C3%AB").toString("base64"),
      isBase64Encoded: true,
      requestContext: {
        domainName: new URL(run.origin).host,
        http: { method: "POST", sourceIp: "127.0.0.1" },
      },
    })
    expect(event.headers["cloudfront-viewer-address"]).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(event.headers).not.toHaveProperty("x-anything")
    expect(event.headers).not.toHaveProperty("cookie")
    const json = await to("/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '"é"',
    })
    expect(await json.json()).toMatchObject({ body: '"é"', isBase64Encoded: false })
    const head = await to("/", { method: "HEAD" })
    expect([head.status, await head.text()]).toEqual([200, ""])
  })

  test("answers at its one address only", async () => {
    const port = new URL(run.origin).port
    const local = await raw("/home?a=b", { host: `localhost:${port}` })
    expect([local.status, local.location]).toEqual([307, `${run.origin}/home?a=b`])
    expect((await raw("/home", { host: "elsewhere.example" })).status).toBe(421)
  })

  test.each([
    "/assets/../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/assets.json",
    "/assets/./../assets.json",
    "/assets//etc/passwd",
    "/assets/..\\..\\package.json",
    "/assets/%00",
    "/assets/",
  ])("reads no file for %s", async (path) => {
    const { status, body } = await raw(path)
    expect([status, body.includes("There is no such file.")]).toEqual([404, true])
  })

  test("lets a browser keep a file for ever, and leaves to a function what is no file", async () => {
    const css = await to("/assets/service.0a1b.css")
    expect([await css.text(), css.headers.get("content-type"), css.headers.get("cache-control")]).toEqual([
      "a{}",
      "text/css; charset=utf-8",
      "public, max-age=31536000, immutable",
    ])
    expect(await (await to("/api/openapi.json")).json()).toMatchObject({ rawPath: "/api/openapi.json" })
    writeFileSync(file("dist/openapi.json"), '{"openapi":"3.1.0"}')
    expect(await (await to("/api/openapi.json")).json()).toEqual({ openapi: "3.1.0" })
  })

  test("refuses more than 6 MB, said beforehand or not, and goes on", async () => {
    const seven = new Uint8Array(7 * 1024 * 1024)
    expect((await to("/", { method: "POST", body: seven })).status).toBe(413)
    const stream = new Blob([seven]).stream()
    const unsaid = await to("/", { method: "POST", body: stream, duplex: "half" } as RequestInit)
    expect(unsaid.status).toBe(413)
    expect((await to("/")).status).toBe(200)
  })

  describe("its store of files", () => {
    type Given = { slot: { url: string; fields: Record<string, string> }; url: string }
    const given = async () => (await (await to("/funding/evidence/x")).json()) as Given
    const putting = async (fields: Record<string, string>, contents: string) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set("file", new File([contents], "ledger.csv", { type: "text/csv" }))
      return to("/local/files", { method: "POST", body: form })
    }

    test("takes what a form of ours puts, sends the browser back, scans it, and gives it at an address of ours", async () => {
      const { slot, url } = await given()
      const put = await putting(slot.fields, "date,amount")
      expect([put.status, put.headers.get("location")]).toEqual([303, "/home"])
      await until(async () => (await to(url)).status === 200)
      expect(verdicts).toEqual(["NO_THREATS_FOUND"])
      const answer = await to(url)
      expect(answer.headers.get("content-disposition")).toBe('attachment; filename="Ledger.csv"')
      expect(await answer.text()).toBe("date,amount")
    })

    test("tells of the test file that every scanner takes for a virus", async () => {
      const before = verdicts.length
      await putting((await given()).slot.fields, "…EICAR-STANDARD-ANTIVIRUS-TEST-FILE…")
      await until(async () => verdicts.length > before)
      expect(verdicts.at(-1)).toBe("THREATS_FOUND")
    })

    test("refuses a form that is not ours, a file that is too large, and an address that was changed", async () => {
      const { slot, url } = await given()
      expect((await putting({ ...slot.fields, policy: `${slot.fields.policy}A` }, "x")).status).toBe(403)
      expect((await putting({ ...slot.fields, signature: "x" }, "x")).status).toBe(403)
      expect((await putting(slot.fields, "x".repeat(101))).status).toBe(403)
      expect((await putting({}, "x")).status).toBe(403)
      expect((await to("/local/files", { method: "POST", body: new FormData() })).status).toBe(400)
      for (const other of [
        url.replace("NSW2", "NSW1"),
        url.replace("Ledger", "Other"),
        url.split("?")[0] ?? "",
      ])
        expect((await to(other)).status).toBe(403)
      expect((await to("/local/files/..%2F..%2Flink-key?name=&until=9&signature=")).status).toBe(403)
    })
  })

  test("takes no harm from a hundred clients that vanish half-way", async () => {
    const { port } = new URL(run.origin)
    const half = `POST /organisations/halton/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\nhalf`
    await Promise.all(
      Array.from({ length: 100 }, async (_, place) => {
        const socket = connect(Number(port), "127.0.0.1").on("error", () => {})
        await once(socket, "connect")
        socket.write(half)
        await pause(place % 20)
        socket.destroy()
      }),
    )
    const whole = await to("/organisations/halton/x", { method: "POST", body: "whole" })
    expect([whole.status, await whole.text()]).toEqual([201, "kept"])
    const references = async () =>
      (await (await to("/local/outbox", json)).json()).map((one: Kept) => one.reference)
    await until(async () => (await references()).includes("LETTER#whole"))
    expect((await references()).filter((one: string) => one.includes("half"))).toEqual([])
  })

  type Kept = { reference: string }
  const json = { headers: { accept: "application/json" } }

  test("shows letters escaped, with addresses to click on", async () => {
    const page = await (await to("/local/outbox", { headers: { accept: "text/html" } })).text()
    expect(page).toContain("See &lt;b&gt; ")
    expect(page).toContain('<a href="https://example.org/a?b=c&amp;d">https://example.org/a?b=c&amp;d</a>.')
  })

  test("makes a letter come back, once for each that asks, and only one that went", async () => {
    const back = (reference: string) =>
      to("/local/outbox/bounce", { method: "POST", body: new URLSearchParams({ reference }) })
    const [{ reference }] = (await (await to("/local/outbox", json)).json()) as [Kept]
    const answer = await back(reference)
    expect(answer.status).toBe(303)
    const page = await (await to(answer.headers.get("location") ?? "")).text()
    expect(page.match(/It came back\./g)).toHaveLength(1)
    expect(page).toContain("This letter comes back")
    expect((await back("LETTER#never")).status).toBe(404)
    expect(returned.map((event) => event["detail-type"])).toEqual(["Email Bounced"])
  })

  test("signs in whom the demonstration knows, and lists them to whoever asks for another", async () => {
    const people = await (await to("/local/people")).json()
    expect(people).toContainEqual({
      email: "site-lead@halton.example",
      name: "Halton site lead (demonstration)",
      roles: ["site lead, Halton Borough Council"],
    })
    expect(people).toHaveLength(56)
    const signedIn = await to("/local/sign-in?as=Site-Lead@halton.example")
    expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/home"])
    const [cookie = "", ...attributes] = signedIn.headers.get("set-cookie")?.split("; ") ?? []
    expect(cookie).toMatch(/^__Host-session=p-halton-site-lead\.[\w-]{32,}$/)
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Lax", "Secure"])
    const stranger = await to("/local/sign-in?as=<b>@nowhere.example")
    expect(stranger.status).toBe(404)
    const page = await stranger.text()
    expect(page).toContain("&lt;b&gt;@nowhere.example")
    expect(page).toContain("/local/sign-in?as=site-lead%40halton.example")
  })

  test("puts its clock forward, and only forward, and only from its own pages", async () => {
    const set = (now: string, headers = {}) =>
      to("/local/clock", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ now }),
      })
    expect((await set("2017-08-25T15:59:00Z", { origin: "https://elsewhere.example" })).status).toBe(403)
    expect(await (await set("2017-08-25T16:59:00+01:00", { origin: run.origin })).json()).toMatchObject({
      words: "4:59pm on Friday 25 August 2017",
    })
    expect((await set("2017-08-25T15:00:00Z")).status).toBe(409)
    expect((await set("tomorrow")).status).toBe(400)
    const form = await to("/local/clock", {
      method: "POST",
      body: new URLSearchParams({ now: "2017-08-25T17:00" }),
    })
    expect(await form.json()).toMatchObject({ words: "5pm on Friday 25 August 2017" })
    const page = await to("/local/clock", { headers: { accept: "text/html,*/*" } })
    expect(page.headers.get("content-security-policy")).not.toContain("unsafe")
    expect(await page.text()).toContain("5pm on Friday 25 August 2017")
  })
})

test("what was acknowledged is there after kill -9 and a restart at once, with its letter", async () => {
  const port = await freePort()
  const written = Object.entries(stubs).map(([name, make]) => `${name}: ${make}`)
  const script = `
    const { startLocalRun } = await import(${JSON.stringify(new URL("../infra/local/run.ts", import.meta.url).href)})
    const letter = ${JSON.stringify(letter)}
    await startLocalRun({
      port: ${port}, folder: ${JSON.stringify(file("killed"))}, fresh: false, dist: "dist",
      makes: async () => ({ ${written} }),
    })
    console.log("ready")`
  const started = async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    await once(child.stdout, "data")
    return child
  }
  const kill = async (child: ChildProcess) => {
    child.kill("SIGKILL")
    await once(child, "exit")
  }
  const url = `http://127.0.0.1:${port}`
  const first = await started()
  const { engine } = JSON.parse(readFileSync(file("killed/running.json"), "utf8"))
  const answer = await fetch(`${url}/organisations/halton/x`, { method: "POST", body: "precious" })
  expect(answer.status).toBe(201)
  const before = (await (await fetch(`${url}/local/clock`)).json()).now
  await kill(first)
  const second = await started()
  expect(isAlive(engine)).toBe(false)
  expect((await (await fetch(`${url}/local/clock`)).json()).now > before).toBe(true)
  const outbox = async () =>
    (await fetch(`${url}/local/outbox`, { headers: { accept: "application/json" } })).text()
  await until(async () => (await outbox()).includes("LETTER#precious"))
  await kill(second)
})

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let waited = 0; waited < 8000; waited += 20) {
    if (await holds()) return
    await pause(20)
  }
  throw new Error("It did not come about in 8 seconds.")
}
