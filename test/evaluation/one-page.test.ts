import { afterAll, beforeAll, expect, test } from "vitest"
import type { OnePageFacts } from "../../shared/domain/evaluation/one-page.ts"
import { partsOf } from "../../shared/domain/evaluation/one-page.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { agreeing, shared } from "../support/evaluation/stories.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service, "2017-10-12", true)
  service.at("2018-05-08T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

const at = "/organisations/halton/evaluation/NSW2/one-page"
type Read = { parts: { heading: string; lines: string[] }[]; revision: number }
const read = async (who: Client) => (await who.api("GET", at)).json() as Promise<Read>
const under = (page: Read, heading: string) =>
  page.parts.find((one) => one.heading === heading)?.lines.join(" ")

test("the page says what the record says, in the order in which a Board asks, and what is not there yet", async () => {
  const page = await read(lead)
  expect(page.parts.map(({ heading }) => heading)).toEqual([
    "Award and dates",
    "How many people, and how many staff",
    "What changed",
    "What it cost",
    "What we cannot claim",
    "What happens at adulthood",
    "What we ask of the Board",
    "Next update",
  ])
  expect(under(page, "Award and dates")).toMatch(/£92,827.*1 September 2017 to 30 April 2018/)
  expect(under(page, "What we cannot claim")).toMatch(/early and indicative/)
  expect(under(page, "Next update")).toMatch(/due \d+ \w+ 2018/)
})

test("no true count is on it, for anybody: figures stand there once they were released", async () => {
  const row = (people: number) => ({
    name: "Team",
    ...Object.fromEntries(
      [
        "people",
        "kept",
        "started",
        "stopped",
        "admissions",
        "discharges",
        "formal",
        "meeting",
        "changed",
      ].map((column) => [column, { number: column === "people" || column === "kept" ? people : 0 }]),
    ),
    days: 2,
  })
  const sent = await lead.api(
    "POST",
    "/organisations/halton/tally/nsw2-tally-2018-04-30/send",
    { revision: 0, team: [row(173)] },
    keyed(),
  )
  expect(sent.status).toBe(200)
  for (const email of ["site-lead@halton.example", "governance@halton.example", "evaluator@scie.example"]) {
    const who = await service.as(email)
    for (const path of [at, `${at}/file`]) expect(await (await who.get(path)).text()).not.toContain("173")
    expect(JSON.stringify(await read(who))).not.toContain("173")
  }
})

test("what no record says is kept in the words of the lead, and nobody writes over another’s", async () => {
  const first = await lead.api(
    "POST",
    `${at}/words`,
    { seen: 0, posts: "Three, two days a week each.", asks: "A second year." },
    keyed(),
  )
  expect(await first.json()).toEqual({ revision: 1 })
  const second = await lead.api("POST", `${at}/words`, { seen: 0, posts: "Four." }, keyed())
  expect(second.status).toBe(409)
  const named = await lead.api("POST", `${at}/words`, { seen: 1, posts: "Ring 943 476 5919 NHS" }, keyed())
  expect(named.status).toBe(422)
  const page = await read(lead)
  expect(under(page, "How many people, and how many staff")).toContain("Three, two days a week each.")
  expect(under(page, "What we ask of the Board")).toBe("A second year.")
  const html = await (await lead.get(at)).text()
  expect(html).toContain("Three, two days a week each.")
  const text = await lead.get(`${at}/file`)
  expect(text.headers.get("content-type")).toMatch(/^text\/plain/)
  expect(await text.text()).toContain("WHAT WE ASK OF THE BOARD\n\n".slice(0, 24))
})

test("a question from the Board becomes an action of the site, once", async () => {
  const key = newKey()
  const asks = {
    question: "Will it go on after April?",
    asked: "Health Policy and Performance Board",
    due: "2018-09-18",
  }
  const [made, again] = [
    await lead.api("POST", `${at}/question`, asks, keyed(key)),
    await lead.api("POST", `${at}/question`, asks, keyed(key)),
  ]
  expect(await again?.json()).toEqual(await made?.json())
  const open = (await actionsIn(service.table, "halton").open()).filter(({ from }) => from.kind === "board")
  expect(open).toMatchObject([
    { text: asks.question, owner: "site", due: "2018-09-18", from: { asked: asks.asked } },
  ])
  const list = await (await lead.get("/organisations/halton/actions")).text()
  expect(list).toContain("A question from the Board: Health Policy and Performance Board")
  const page = await lead.post(`${at}/question`, {
    question: "Who pays?",
    asked: "The Board",
    "due.day": "1",
    "due.month": "1",
    "due.year": "2018",
    key: newKey(),
  })
  expect(page.status).toBe(422)
})

test("the site, its coach and the evaluator take it, the lead alone writes on it, and others find nothing", async () => {
  const taking = {
    "site-lead@halton.example": 200,
    "sponsor@halton.example": 200,
    "governance@halton.example": 200,
    "evaluator@scie.example": 200,
    "section-151@halton.example": 404,
    "site-lead@sheffield.example": 404,
    "coordinator@innovation-unit.example": 403,
    "reader@doh.example": 403,
  }
  for (const [email, status] of Object.entries(taking)) {
    const who = await service.as(email)
    expect((await who.get(at)).status, email).toBe(status)
    const writes = await who.get(`${at}/words`)
    expect(writes.status === 200, email).toBe(email === "site-lead@halton.example")
  }
})

test("figures stand on it as they were released, and stories whose people agreed to council meetings, and no other", async () => {
  await putMeasured(service.table, [
    figuresAt("halton", {
      at: "baseline",
      figures: [count("people", 17), share("kept", 3, 17), count("admissions", 2)],
    }),
    figuresAt("halton", { at: "final", figures: [count("people", 19), share("kept", 17, 19)] }),
  ])
  const evaluator = await service.as("evaluator@scie.example")
  const because = "The interim report needs it."
  const release = { title: "To the end", because }
  const made = await evaluator.api("POST", "/findings/NSW2/releases/new", release, keyed())
  expect([made.status, await made.text()]).toEqual([201, expect.any(String)])
  const people = {
    writer: await service.as("contributor@halton.example"),
    officer: await service.as("governance@halton.example"),
  }
  await shared(people, agreeing({ council: false }))
  for (const path of [at, `${at}/file`]) expect(await (await lead.get(path)).text()).not.toContain("MARKER")
  const story = await shared(people, agreeing({ council: true }))
  const page = await read(lead)
  expect(under(page, "How many people, and how many staff")).toContain("final 20.")
  expect(under(page, "What changed")).toContain("“MARKERQUOTE She listens to me.” MARKERPETER")
  expect(under(page, "What changed")).toContain(
    "Kept the same named social worker: baseline [c] of 15; final 75% (15 of 20).",
  )
  expect(under(page, "How figures are shown")).toContain("[c] means fewer than 5 people")
  const gone = await lead.api("POST", `${story}/withdraw`, { asked: "person", how: "phone" }, keyed())
  expect([gone.status, await gone.text()]).toEqual([200, expect.any(String)])
  for (const path of [at, `${at}/file`]) expect(await (await lead.get(path)).text()).not.toContain("MARKER")
})

test("it holds no more than fits one side, whatever there is to say", () => {
  const words = (many: number) => Array.from({ length: many }, () => "word").join(" ")
  const facts: OnePageFacts = {
    stories: Array.from({ length: 9 }, () => ({ name: "Peter", words: words(500), own: true })),
    released: {
      on: "2018-05-03",
      rule: ["[c] means fewer than 5 people."],
      figures: ["people", ...Array.from({ length: 30 }, (_, at) => `m${at}`)].map((measure) => ({
        measure,
        label: measure,
        says: "[c]",
      })),
    },
    own: { posts: words(40), adulthood: words(60), asks: words(60) },
    limits: words(100),
  }
  const parts = partsOf(facts)
  expect(parts.flatMap(({ lines }) => lines).length).toBeLessThan(20)
  expect(
    parts
      .flatMap(({ lines }) => lines.map(({ says }) => says))
      .join(" ")
      .split(/\s+/).length,
  ).toBeLessThan(480)
  expect(parts.at(-1)?.lines[0]?.says).toContain("[c] means fewer than 5 people.")
})
