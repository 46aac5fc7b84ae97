import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { keys } from "../../shared/store/keys.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { releases } from "../../shared/store/releases.ts"
import type { Action } from "../../shared/store/table.ts"
import { does } from "../support/evaluation/everything.ts"
import { count, figuresAt, putMeasured } from "../support/evaluation/measured.ts"
import { evaluationPlanBy, evaluationPlanOf } from "../support/evaluation/planning.ts"
import { reportBody } from "../support/evaluation/reports-doors.ts"
import { agreedFor, evaluationReviewOf, sentEvaluation } from "../support/evaluation/reviewing.ts"
import { agreeing, call, given, read, shared, storiesOfHalton, told } from "../support/evaluation/stories.ts"
import { interrupted, type Meanwhile } from "../support/interrupted.ts"
import { type Published, publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

const meanwhile: Meanwhile = {}
const puts = (actions: Action[]) => actions.some((one) => "put" in one)

let service: Service
let phase: Published
let lead: Client
let writer: Client
let officer: Client
let evaluator: Client
let second: Client
let coordinator: Client

beforeAll(async () => {
  service = await startService({ around: interrupted(meanwhile, puts) })
  phase = await publishPhaseTwo(service, "2017-10-12", true)
  lead = await service.as(emails.lead)
  writer = await service.as(emails.contributor)
  officer = await service.as(emails.governance)
  evaluator = await service.as(emails.evaluator)
  coordinator = await service.as(emails.coordinator)
  const people = peopleIn(service.table)
  const person = { id: "p-second-evaluator", name: "Sam Second", email: "second.evaluator@scie.example" }
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z", by: "tests" }
  await people.write([
    ...people.add(person),
    ...people.granting(person, { id: "g-second-evaluator", role: "evaluator", ...days }),
  ])
  second = await service.as(person.email)
})
afterAll(() => service.stop())

/** Every chain of a log as it lies there is whole. */
const whole = async (log: string, record: string, chain: { pk: string; sk: string }) => {
  const { items } = await service.table.query({ pk: `LOG#${log}`, begins: `${record}#`, strong: true })
  const lines = items.map((item) => eventSchema.parse(item))
  expect(lines.length).toBeGreaterThan(0)
  expect(brokenAt(lines, (await service.table.get(chain, { strong: true })) as never)).toBeUndefined()
  return lines.map(({ move }) => move)
}
const ofHalton = () => whole("halton", "evaluation-NSW2", keys.evaluationChain("halton", "evaluation-NSW2"))
const programme = () => service.world.settings.programme
const ok = async (answer: Promise<Response>) => expect((await answer).status).toBeLessThan(300)

describe("two evaluators who read the same return", () => {
  const baselineOf = async (site: string) => {
    service.at("2017-11-20T09:00:00Z")
    await agreedFor(service, site)
    const { one } = await sentEvaluation(service, phase, site)
    return evaluationReviewOf(one.reference, site)
  }
  const opening = { sections: ["system"], note: "Look at admissions." }
  const stands = async (site: string) => {
    const store = evaluationIn(service.table)
    const [figures] = await store.figuresOf(site, "NSW2")
    return [figures?.state, (await store.agreed(site, "NSW2"))?.lockedAt !== undefined]
  }

  test("one sends it back as the other accepts it: it is back, its figures do not count, nothing is locked", async () => {
    const review = await baselineOf("sheffield")
    meanwhile.does = () => ok(review.seen(second, "send-back", opening))
    const late = await review.seen(evaluator, "accept")
    expect([late.status, await stands("sheffield")]).toEqual([409, ["open again", false]])
  })

  test("one accepts it as the other sends it back: it is accepted, its figures count, the measures are locked", async () => {
    const review = await baselineOf("liverpool")
    meanwhile.does = () => ok(review.seen(second, "accept"))
    const late = await review.seen(evaluator, "send-back", opening)
    expect([late.status, await stands("liverpool")]).toEqual([409, ["accepted", true]])
    expect((await review.read(evaluator)).state).toBe("accepted")
  })

  test("both accept it: it is accepted once, and the slower is told", async () => {
    const review = await baselineOf("bradford")
    meanwhile.does = () => ok(review.seen(second, "accept"))
    expect((await review.seen(evaluator, "accept")).status).toBe(409)
    const record = "evaluation-NSW2"
    const moves = await whole("bradford", record, keys.evaluationChain("bradford", record))
    expect([await stands("bradford"), moves]).toEqual([["accepted", true], ["lock evaluation plan"]])
  })
})

describe("a plan", () => {
  const plan = evaluationPlanBy(evaluationPlanOf("halton"))

  test("that both agree to in the same instant is agreed once, by both", async () => {
    service.at("2017-10-23T09:00:00Z")
    await plan.written(lead)
    await plan.proposed(lead)
    meanwhile.does = () => plan.agreed(evaluator, 1)
    expect(await plan.agreed(lead, 1)).toMatchObject({ agreed: true, waitsFor: [] })
    const counts = await evaluationIn(service.table).agreed("halton", "NSW2")
    expect([counts?.version, counts?.revision]).toEqual([1, 1])
    expect((await ofHalton()).filter((move) => move === "agree evaluation plan")).toHaveLength(2)
  })

  test("that one agrees to as the other says not yet is one of the two, and never both", async () => {
    const { whole: now } = await plan.read(lead)
    await plan.ok(await plan.move(lead, "open"))
    const changed = { inputs: "Five workers" }
    await plan.ok(await plan.save(lead, "theory", changed))
    expect(now?.state).toBe("agreed")
    await plan.proposed(lead, true)
    meanwhile.does = async () => plan.ok(await plan.move(second, "not-yet", { version: 2, note: "Say why." }))
    expect((await plan.move(evaluator, "agree", { version: 2 })).status).toBe(409)
    expect((await evaluationIn(service.table).agreed("halton", "NSW2"))?.version).toBe(1)
    expect((await plan.read(lead)).whole?.versions.map(({ fate }) => fate).toSorted()).toContain("not yet")
    await ofHalton()
  })
})

describe("a story", () => {
  const reports = "/findings/NSW2/reports"
  const withdraw = (at: string) => call(lead, `${at}/withdraw`, { asked: "person", how: "phone" })
  const copies = async () => {
    const { items } = await service.table.query({ pk: `SHAREDSTORIES#${programme()}`, strong: true })
    return items.map(({ sk }) => sk)
  }
  const reportOf = async (at: string) =>
    (
      await does<{ report: string }>(evaluator, `${reports}/add`, {
        ...reportBody,
        stories: [`halton~${at.split("/").at(-1)}`],
      })
    ).report
  const revisionOf = async (report: string) =>
    (await read<{ revision: number }>(evaluator, `${reports}/${report}`)).revision
  const next = async (who: Client, report: string, move: string, body: object = {}) =>
    call(who, `${reports}/${report}/${move}`, { ...body, revision: await revisionOf(report) })
  const ready = async (report: string) => {
    await next(evaluator, report, "easy-read", { text: "People know who to call." })
    await next(evaluator, report, "group", { group: "People First", who: "Ann", on: "2018-01-12" })
    service.at("2018-02-16T09:00:00Z")
  }
  const hidden = async (report: string) => {
    for (const path of [`/reports/${report}`, `${reports}/${report}`])
      for (const who of [service.nobody, evaluator, coordinator]) {
        expect(await (await who.get(path)).text()).not.toContain("MARKER")
        expect(await (await who.api("GET", path)).text()).not.toContain("MARKER")
      }
  }
  const people = () => ({ writer, officer })
  const fresh = () => {
    service.at("2018-01-16T09:00:00Z")
    return shared(people(), agreeing({ reports: true }))
  }

  test("that is changed as the officer checks it is not shared: nobody shares words that they did not read", async () => {
    service.at("2018-01-16T09:00:00Z")
    const at = await given(people())
    const { revision } = await read<{ revision: number }>(officer, at)
    meanwhile.does = () => call(writer, `${at}/write`, { ...told, text: "MARKERTEXT other", revision })
    const late = await call(officer, `${at}/check`, { decision: "share", revision })
    expect([late.status, await copies()]).toEqual([404, []])
    expect(await read(writer, at)).toMatchObject({ state: "draft" })
  })

  test("that is changed, agreed to and given again as the officer checks it waits for them still", async () => {
    const at = await given(people())
    const { revision } = await read<{ revision: number }>(officer, at)
    meanwhile.does = async () => {
      await does(writer, `${at}/write`, { ...told, text: "MARKERTEXT other", revision })
      await does(writer, `${at}/consent`, { ...agreeing({}), revision: revision + 1 })
      await does(writer, `${at}/send`, { revision: revision + 2 })
    }
    const late = await call(officer, `${at}/check`, { decision: "share", revision })
    expect([late.status, await copies()]).toEqual([409, []])
    expect(await read(officer, at)).toMatchObject({ state: "with the officer" })
  })

  test("that is withdrawn as the officer checks it is withdrawn, and nobody reads it", async () => {
    const at = await given(people())
    const { revision } = await read<{ revision: number }>(officer, at)
    meanwhile.does = () => withdraw(at)
    const late = await call(officer, `${at}/check`, { decision: "share", revision })
    expect([[404, 409].includes(late.status), await copies()]).toEqual([true, []])
  })

  test("that is withdrawn as a report that tells it is issued is in no report that anybody reads", async () => {
    const at = await fresh()
    const report = await reportOf(at)
    meanwhile.does = () => withdraw(at)
    const late = await call(evaluator, `${reports}/${report}/issue`, { revision: 1 })
    expect(late.status).toBe(409)
    await hidden(report)
    expect(await copies()).toEqual([])
  })

  test("whose report is issued as it is withdrawn is withdrawn in that report too, and listed so", async () => {
    const at = await fresh()
    const report = await reportOf(at)
    meanwhile.does = () => does(evaluator, `${reports}/${report}/issue`, { revision: 1 })
    expect((await withdraw(at)).status).toBe(200)
    await hidden(report)
    expect(await read(evaluator, `${reports}/${report}`)).toMatchObject({ changed: true, state: "issued" })
  })

  test("that is withdrawn as its report is published is withdrawn there: the publisher reads it again first", async () => {
    const at = await fresh()
    const report = await reportOf(at)
    await next(evaluator, report, "issue")
    await ready(report)
    meanwhile.does = () => withdraw(at)
    expect((await next(coordinator, report, "publish")).status).toBe(409)
    await hidden(report)
    expect((await next(coordinator, report, "publish")).status).toBe(200)
    await hidden(report)
    expect(await read(service.nobody, `/reports/${report}`)).toMatchObject({ changed: true })
  })

  test("whose report is published as it is withdrawn is gone from it in the same second", async () => {
    const at = await fresh()
    const report = await reportOf(at)
    await next(evaluator, report, "issue")
    await ready(report)
    const publish = async () => expect((await next(coordinator, report, "publish")).status).toBe(200)
    meanwhile.does = publish
    expect((await withdraw(at)).status).toBe(200)
    await hidden(report)
    expect(await read(service.nobody, `/reports/${report}`)).toMatchObject({
      state: "published",
      changed: true,
    })
    await ofHalton()
    await whole("findings", "reports-NSW2", keys.findingsChain(programme(), "reports-NSW2"))
  })

  test("for which less was agreed as its report is issued is not told: consent is read as it is then", async () => {
    const at = await fresh()
    const report = await reportOf(at)
    const revision = (await read<{ revision: number }>(writer, at)).revision
    meanwhile.does = () =>
      does(writer, `${at}/consent`, { ...agreeing({ reports: false, team: true }), revision })
    const late = await call(evaluator, `${reports}/${report}/issue`, { revision: 1 })
    expect(late.status).toBe(409)
    await hidden(report)
  })

  test("withdrawn by two at once is withdrawn once, and is nowhere in the table", async () => {
    const at = await fresh()
    meanwhile.does = () => call(officer, `${at}/withdraw`, { asked: "trusted", how: "paper" })
    const late = await withdraw(at)
    expect([200, 409]).toContain(late.status)
    const { items } = await service.table.query({ pk: "STORIES#halton", strong: true })
    const id = at.split("/").at(-1) ?? ""
    const about = items.filter(({ sk }) => sk.endsWith(`#${id}`))
    expect(JSON.stringify(about)).not.toContain("MARKER")
    expect(about.map(({ sk }) => sk)).toEqual([`STORY#NSW2#${id}`])
  })
})

describe("a release", () => {
  const make = (who: Client, title: string) =>
    call(who, "/findings/NSW2/releases/new", { title, because: "The Department asked for them." })
  const figures = (at: number) =>
    putMeasured(service.table, [
      figuresAt("hertfordshire", { at: "baseline", figures: [count("people", at), count("admissions", 0)] }),
    ])
  const figure = "/organisations/halton/evaluation/NSW2/released/admissions/2017-12"
  const all = () => releases(service.table, { programme: programme(), phase: "NSW2" })

  test("made twice at once of the same is one; of what was sent between the two there are two, each with its number", async () => {
    service.at("2018-01-16T09:00:00Z")
    await putMeasured(service.table, [
      figuresAt("halton", { at: "2017-12", figures: [count("people", 17), count("admissions", 0)] }),
    ])
    await figures(31)
    meanwhile.does = () => make(second, "The quicker")
    expect((await make(evaluator, "The slower")).status).toBe(409)
    expect((await all()).map(({ number, title }) => [number, title])).toEqual([[1, "The quicker"]])
    await figures(47)
    meanwhile.does = async () => {
      expect((await make(second, "The second")).status).toBe(201)
      await figures(62)
    }
    expect((await make(evaluator, "The third")).status).toBe(201)
    expect((await all()).map(({ number, title }) => [number, title])).toEqual([
      [3, "The third"],
      [2, "The second"],
      [1, "The quicker"],
    ])
    await whole("findings", "releases-NSW2", keys.findingsChain(programme(), "releases-NSW2"))
  })

  test("made as a figure is released as it is holds it, and says the truth of whether it does", async () => {
    await figures(71)
    meanwhile.does = () => does(officer, figure, { because: "No one was admitted." })
    expect((await make(evaluator, "With a zero")).status).toBe(201)
    const [last] = await all()
    const cell = last?.table.cells.find(
      ({ measure, at, place }) => measure === "admissions" && at === "2017-12" && place === "halton",
    )
    expect(cell?.says).toEqual({ count: 0 })
    const back = await call(officer, `${figure}/take-back`, {})
    expect([back.status, back.says.includes(`Release ${last?.number}`)]).toEqual([409, true])
  })

  test("made as a figure is released holds it or is told: a figure is never released after it was left out unsaid", async () => {
    const other = figure.replace("admissions", "people")
    await figures(84)
    meanwhile.does = () => make(second, "Meanwhile")
    await does(officer, other, { because: "It stands in our papers." })
    const [last] = await all()
    expect(last?.title).toBe("Meanwhile")
    const list = await read<{ figures: { measure: string; at: string; known: boolean }[] }>(
      officer,
      "/organisations/halton/evaluation/NSW2/released",
    )
    const found = list.figures.find(({ measure, at }) => measure === "people" && at === "2017-12")
    expect(found).toMatchObject({ released: true, known: false })
    expect((await call(officer, `${other}/take-back`, {})).status).toBe(200)
  })
})

describe("a tally", () => {
  const round = "nsw2-tally-2017-12-31"
  const at = `/organisations/halton/tally/${round}`
  const team = (people: number) => [
    {
      name: "Team",
      people: { number: people },
      kept: { number: people },
      started: { number: 0 },
      stopped: { number: 0 },
      admissions: { number: 0 },
      discharges: { number: 0 },
      formal: { number: 0 },
      meeting: { number: 0 },
      changed: { number: 0 },
      days: 2.5,
    },
  ]
  const send = (who: Client, people: number) =>
    who.api("POST", `${at}/send`, { revision: 0, team: team(people) }, keyed())

  test("sent by two at once is sent once, with the figures of one of them", async () => {
    service.at("2018-01-04T09:00:00Z")
    meanwhile.does = () => ok(send(lead, 17))
    const late = await send(writer, 16)
    const { items } = await service.table.query({ pk: "ORG#halton", begins: "SUB#", strong: true })
    const begun = items.filter((one) => one.round === round)
    const figures = (await evaluationIn(service.table).figuresOf("halton", "NSW2")).filter(
      (one) => one.round === round,
    )
    expect(begun.length).toBeLessThan(2)
    expect(figures.map(({ figures: [first] }) => first?.value)).toEqual([{ count: 17 }])
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("changed")])
  })

  test("sent by two at once with the same numbers says to both that it is sent", async () => {
    service.at("2018-01-04T09:00:00Z")
    const [one, other] = await Promise.all([send(lead, 17), send(writer, 17)])
    expect([one?.status, other?.status]).toEqual([200, 200])
    expect(await one?.json()).toEqual(await other?.json())
  })
})

test("and nothing of all this was a fault", async () => {
  expect(service.faults).toEqual([])
  expect(meanwhile.does).toBeUndefined()
  expect(storiesOfHalton).toContain("halton")
})
