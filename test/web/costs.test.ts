import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { type Head, head as headSchema } from "../../shared/domain/submissions/submission.ts"
import { keys } from "../../shared/store/keys.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, filled, keyed, type Moved, newKey } from "../support/submission.ts"

/** What each route costs: requests to the table, and units read, written, and written to indexes. */
type Costs = Record<string, { requests: number; read: number; write: number; index: number }>

const golden = new URL("../golden/costs.json", import.meta.url)
/** A page of a list, more than one, and many. */
const sizes = [10, 30, 1_000]
const measured: Record<number, Costs> = {}
const operations = new Set<string>()

const letters = "234679CDFGHJKLMNPQRTVWXYZ"

/** Submissions of earlier years: sent or withdrawn in rounds that are over. */
const earlier = (place: number): Head => {
  const ending = Array.from({ length: 6 }, (_, digit) => letters[Math.floor(place / 25 ** digit) % 25]).join(
    "",
  )
  const reference = `NSW1-HAL-E-${ending}`
  const at = new Date(Date.UTC(2010, 0, 1) + place * 3600_000).toISOString()
  const by = { person: "p-halton-site-lead", name: "Halton site lead (demonstration)" }
  const isSent = place % 2 === 0
  return headSchema.parse({
    reference,
    kind: "expression-of-interest",
    edition: 1,
    organisation: "halton",
    round: "nsw-1-2016",
    title: "Named Social Worker pilots, phase 1: expression of interest",
    state: isSent ? "sent" : "withdrawn",
    revision: 12,
    version: isSent ? 1 : 0,
    opened: `${at}#${reference}`,
    changedAt: at,
    changedBy: by,
    events: { number: 12, hash: "0".repeat(64) },
    signatures: [],
    waitingFor: [],
    ...(isSent && { sentAt: at, sentBy: by }),
  })
}

const seeded = async (service: Service, many: number) => {
  const heads = Array.from({ length: many }, (_, place) => earlier(place))
  expect(new Set(heads.map(({ reference }) => reference)).size).toBe(many)
  for (let from = 0; from < many; from += 100)
    await service.table.write(
      heads
        .slice(from, from + 100)
        .map((head) => ({ put: { ...keys.submission("halton", head.reference), ...head } })),
    )
}

/** A whole year of one expression of interest, each step of it with what it costs. */
const lived = async (many: number): Promise<Costs> => {
  const service = await startService()
  const costs: Costs = {}
  const step = async (name: string, ask: () => Promise<Response>) => {
    service.costs.length = 0
    const answer = await ask()
    expect([name, answer.status]).toEqual([name, expect.toSatisfy((status: number) => status < 400)])
    for (const { operation } of service.costs) operations.add(operation)
    const sum = (of: "read" | "write" | "index") => service.costs.reduce((all, one) => all + one[of], 0)
    costs[name] = {
      requests: service.costs.length,
      read: sum("read"),
      write: sum("write"),
      index: sum("index"),
    }
  }
  try {
    await seeded(service, many - 1)
    const lead = await service.as("site-lead@halton.example")
    const sponsor = await service.as("sponsor@halton.example")
    const one = await begun(lead)
    await filled(one, lead)
    const at = "/organisations/:organisation"
    const here = `${at}/submissions/:reference`
    const revision = async () => ((await one.read()) as Moved).revision
    const move = async (who: Client, to: string) => {
      const seen = await revision()
      await step(`POST ${here}/${to}`, () =>
        who.post(`${one.here}/${to}`, { revision: String(seen), key: newKey() }),
      )
    }
    const pages = (who: Client) => ({
      read: (path: string) =>
        step(`GET ${here}${path}`, () =>
          who.get(`${one.here}${path.replace(":section", "proposal").replace(":version", "1")}`),
        ),
    })
    const page = pages(lead)

    await step(`GET ${at}`, () => lead.get("/organisations/halton"))
    await step(`GET ${at}/submissions`, () => lead.get("/organisations/halton/submissions"))
    await step(`GET ${at}/people`, () => lead.get("/organisations/halton/people"))
    await step(`GET ${at}/rounds/:round/start`, () =>
      lead.get("/organisations/halton/rounds/nsw-2-2017/start"),
    )
    for (const path of ["", "/sections/:section", "/check", "/print", "/sign"]) await page.read(path)
    const seen = await revision()
    await step(`POST ${here}/sections/:section`, () =>
      lead.post(`${one.here}/sections/delivery`, {
        revision: String(seen),
        freeTime: "Another post is backfilled.",
      }),
    )
    await move(lead, "sign")
    await move(sponsor, "sign")
    await page.read("/send")
    await move(lead, "send")
    for (const path of ["/receipts/:version", "/receipts/:version/file", "/history", "/change", "/withdraw"])
      await page.read(path)
    await step(`GET /api${here}`, () => lead.api("GET", one.here))
    await step(`GET /api${at}/submissions`, () => lead.api("GET", "/organisations/halton/submissions"))
    await step(`GET /api${here}/history`, () => lead.api("GET", `${one.here}/history`))
    await move(lead, "change")
    await step(`POST ${here}/withdraw`, () =>
      lead.post(`${one.here}/withdraw`, { note: "We join another bid.", key: newKey() }),
    )
    await step(`POST ${at}/submissions`, () =>
      lead.post("/organisations/halton/submissions", { round: "nsw-2-2017", key: newKey() }),
    )
    await step(`POST /api${at}/people/invite`, () =>
      lead.api(
        "POST",
        "/organisations/halton/people/invite",
        { name: "New", email: "new@halton.gov.uk", role: "contributor" },
        keyed(),
      ),
    )
    await step("GET /", () => service.nobody.get("/"))
    await step("GET /rounds/:round", () => service.nobody.get("/rounds/nsw-2-2017"))
    await step("GET /rounds/:round/questions", () => service.nobody.get("/rounds/nsw-2-2017/questions"))
    await step("GET /help", () => service.nobody.get("/help"))
    await step("GET /sign-in", () => service.nobody.get("/sign-in"))
    await step("POST /sign-in", () => service.nobody.post("/sign-in", { email: "site-lead@halton.example" }))
    await step("POST /api/check-a-receipt", () =>
      service.nobody.api("POST", "/check-a-receipt", { reference: one.reference, code: "0".repeat(64) }),
    )
    return costs
  } finally {
    await service.stop()
  }
}

beforeAll(async () => {
  for (const many of sizes) measured[many] = await lived(many)
  if (process.env.UPDATE_COSTS) writeFileSync(golden, `${JSON.stringify(measured[1_000], null, 2)}\n`)
})

const howTo = "If this is meant: UPDATE_COSTS=1 vitest run test/web/costs, and look at what changed"

describe.each(sizes)("with %i submissions behind it, what the service asks of its table", (many) => {
  test("is what is written down, route by route", () => {
    const written: Costs = JSON.parse(readFileSync(golden, "utf8"))
    expect(Object.keys(measured[many] ?? {}).sort(), howTo).toEqual(Object.keys(written).sort())
    for (const [route, costs] of Object.entries(written)) {
      const now = measured[many]?.[route]
      expect({ route, ...now }, howTo).toEqual({ route, ...costs })
    }
  })
})

test("a home asks once about the person, once for the calendar, and for what everybody may know", () => {
  const home = measured[1_000]?.["GET /organisations/:organisation"]
  expect(home?.requests).toBe(4)
  expect(home?.read).toBeLessThanOrEqual(3)
})

test("sending is one transaction of at most 18 units, two of them the calendar’s, besides what the index takes", () => {
  const send = measured[1_000]?.["POST /organisations/:organisation/submissions/:reference/send"]
  expect(send?.write).toBeLessThanOrEqual(18)
  expect(send?.requests).toBeLessThanOrEqual(6)
})

test("a page that says the same to everybody about nothing in particular asks nothing", () => {
  for (const route of ["GET /help", "GET /sign-in"]) expect(measured[10]?.[route]?.requests).toBe(0)
})

test("nothing is ever looked for by reading everything", () => {
  expect([...operations].sort()).toEqual(["count", "get", "query", "write"])
  const sources = ["shared", "functions"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  for (const file of sources)
    expect([
      file,
      /\bScan(?:Command|Input)?\b|ExecuteStatement|PartiQL/.test(
        readFileSync(file, "utf8").replace("Malware Protection Object Scan Result", ""),
      ),
    ]).toEqual([file, false])
})
