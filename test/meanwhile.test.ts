import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../infra/local/demonstration/programme.ts"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import { brokenAt, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { calendarIn } from "../shared/store/calendar.ts"
import { changesIn } from "../shared/store/changes.ts"
import { expectedIn, putExpected, removeExpected } from "../shared/store/expected.ts"
import { spread } from "../shared/store/spreading.ts"
import { interrupted, type Meanwhile } from "./support/interrupted.ts"
import { publishPhaseTwo, returns } from "./support/phase.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, keyed, type Moved, newKey } from "./support/submission.ts"

let service: Service
let coordinator: Client

const meanwhile: Meanwhile = {}
beforeAll(async () => {
  service = await startService({ around: interrupted(meanwhile) })
  await publishPhaseTwo(service)
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())
beforeEach(() => service.at("2018-01-16T09:00:00Z"))

const round = returns.december
const leadOf = (site: string) => service.as(`site-lead@${site}.example`)
const contributorOf = (site: string) => service.as(`contributor@${site}.example`)
const expectedAt = async (site: string) => (await expectedIn(service.table).of(site, round)) as Expected
const begin = (who: Client, site: string, key = newKey()) =>
  who.api("POST", `/organisations/${site}/submissions`, { round }, keyed(key))
const nothing = (who: Client, site: string) =>
  who.api(
    "POST",
    `/organisations/${site}/returns/${round}/nothing`,
    { reason: "Nothing yet." },
    keyed(newKey()),
  )
const decide = (site: string, way: string, body: unknown) =>
  coordinator.api("POST", `/programme/sites/${site}/returns/${round}/${way}`, body, keyed(newKey()))
const more = (until: string) => ({ until, because: "Staff are ill.", scope: "this" })
const textOf = async (answer: Response) => [answer.status, await answer.text()] as const

const intact = async (site: string, record: string) => {
  const { items } = await service.table.query({ pk: `LOG#${site}`, begins: `${record}#`, strong: true })
  const { events } = (await expectedIn(service.table).of(site, record)) as Expected
  expect(
    brokenAt(
      items.map((item) => eventSchema.parse(item)),
      events,
    ),
  ).toBeUndefined()
}

describe("while a team begins", () => {
  test("the return is taken away: it is not found, in no strange words, and nothing is begun", async () => {
    const one = await expectedAt("bradford")
    meanwhile.does = () => service.table.write([removeExpected(one)])
    const [status, body] = await textOf(await begin(await leadOf("bradford"), "bradford"))
    expect(body).not.toContain("undefined")
    expect(status).toBe(404)
    await service.table.write([putExpected(one)])
    expect((await begin(await leadOf("bradford"), "bradford")).status).toBe(201)
  })

  test("somebody else of it begins: whoever was slower is told which it is", async () => {
    const contributor = await contributorOf("liverpool")
    let quicker: Moved | undefined
    meanwhile.does = async () => {
      quicker = (await (await begin(contributor, "liverpool")).json()) as Moved
    }
    const [status, body] = await textOf(await begin(await leadOf("liverpool"), "liverpool"))
    expect(status).toBe(409)
    expect(body).toContain(quicker?.reference)
  })

  test("its dates are brought to the phase anew: it stays begun, by the new date", async () => {
    const calendar = calendarIn(service.table, programme.id)
    const site = await calendar.site("NSW2", "sheffield")
    meanwhile.does = async () => {
      const before = await expectedAt("sheffield")
      await service.table.write([putExpected({ ...before, by: "2018-01-19T17:00:00.000Z" }, before)])
    }
    expect((await begin(await leadOf("sheffield"), "sheffield")).status).toBe(201)
    expect(site).toBeDefined()
    await spread(service.table, programme.id, {
      phase: "NSW2",
      site: "sheffield",
      at: new Date("2018-01-16"),
    })
    expect(await expectedAt("sheffield")).toMatchObject({
      by: "2018-01-22T17:00:00.000Z",
      stands: { state: "draft" },
    })
  })
})

describe("while a coordinator decides", () => {
  test("the site sends: what was sent stands, and no time is given", async () => {
    const lead = await leadOf("halton")
    meanwhile.does = async () => expect((await nothing(lead, "halton")).status).toBe(201)
    const [status, body] = await textOf(await decide("halton", "time", more("2018-01-31")))
    expect(status).toBe(409)
    expect(body).toContain("It was sent")
    expect(await expectedAt("halton")).toMatchObject({
      by: "2018-01-22T17:00:00.000Z",
      stands: { nil: true },
    })
    await intact("halton", round)
  })

  test("another one decides: each decision is by what the other came to", async () => {
    meanwhile.does = async () =>
      expect((await decide("bradford", "time", more("2018-01-31"))).status).toBe(200)
    expect((await decide("bradford", "time", more("2018-02-07"))).status).toBe(200)
    expect(await expectedAt("bradford")).toMatchObject({
      by: "2018-02-07T17:00:00.000Z",
      extended: { before: "2018-01-22T17:00:00.000Z" },
    })
    await intact("bradford", round)
  })

  test("the team asks and writes: nothing of either is lost", async () => {
    const lead = await leadOf("liverpool")
    const reference = (await expectedAt("liverpool")).stands?.reference
    meanwhile.does = () =>
      lead.api(
        "POST",
        `/organisations/liverpool/returns/${round}/more-time`,
        { until: "2018-01-29", reason: "We are few." },
        keyed(newKey()),
      )
    expect((await decide("liverpool", "not-needed", { because: "The programme has it." })).status).toBe(200)
    expect(await expectedAt("liverpool")).toMatchObject({ notNeeded: {}, stands: { reference } })
    expect((await expectedAt("liverpool")).asked).toBeUndefined()
    const asks = (await (await coordinator.api("GET", "/programme/asks")).json()) as { asks: unknown[] }
    expect(asks.asks).toEqual([])
    await intact("liverpool", round)
  })
})

describe("while the lead states that there is nothing to report", () => {
  test("the team saves its draft: it is withdrawn with what was saved, and nothing is sent twice", async () => {
    const site = "sheffield"
    const reference = (await expectedAt(site)).stands?.reference ?? ""
    const contributor = await contributorOf(site)
    const here = `/organisations/${site}/submissions/${reference}`
    let saved = 0
    meanwhile.does = async () => {
      const answers = { award: "whole" }
      const answer = await contributor.api("POST", `${here}/sections/outlook`, { revision: 1, answers })
      saved = answer.status
    }
    const lead = await leadOf(site)
    expect((await nothing(lead, site)).status).toBe(201)
    expect(saved).toBe(200)
    const draft = await lead.api("GET", here)
    expect(((await draft.json()) as Moved).state).toBe("withdrawn")
    expect((await expectedAt(site)).stands).toMatchObject({ nil: true, version: 1 })
    expect((await nothing(lead, site)).status).toBe(409)
  })
})

test("while the calendar notes that a round has closed, somebody changes it: the log has both", async () => {
  const record = "round-nsw-2-2017"
  const who = { actor: { id: "p", name: "P" }, grant: { id: "g", role: "coordinator" } }
  const changes = changesIn(service.table)
  meanwhile.does = async () => {
    const at = service.world.now()
    await service.table.write(await changes.next({ record, move: "change about", by: who, at }))
  }
  service.at("2017-08-26T08:00:00Z")
  await service.morning()
  const moves = (await changes.history(record)).map(({ move }) => move)
  expect(moves).toEqual(["closed", "change about"])
})

test("withdrawn and begun again, a return stands as it was begun last", async () => {
  const lead = await leadOf("bradford")
  const before = (await expectedAt("bradford")).stands?.reference
  const here = `/organisations/bradford/submissions/${before}`
  expect((await lead.api("POST", `${here}/withdraw`, { note: "By mistake." }, keyed())).status).toBe(200)
  expect((await expectedAt("bradford")).stands?.state).toBe("withdrawn")
  const { reference } = await begun(lead, "bradford", round)
  expect(reference).not.toBe(before)
  expect((await expectedAt("bradford")).stands).toMatchObject({ reference, state: "draft", version: 0 })
})
