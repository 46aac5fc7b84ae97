import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newEvaluationHead } from "../../shared/domain/evaluation/head.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { putEvaluationHead } from "../../shared/store/evaluation-head.ts"
import { evaluationReviewOf, sentEvaluation } from "../support/evaluation/reviewing.ts"
import { watching } from "../support/evaluation/within.ts"
import { type Published, publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"

const watched = watching()
let service: Service
let phase: Published
let evaluator: Client

beforeAll(async () => {
  service = await startService({ around: watched.noted })
  phase = await publishPhaseTwo(service, "2017-10-12", true)
  service.at("2017-11-20T09:00:00Z")
  evaluator = watched.seen(await service.as("evaluator@scie.example"))
  for (const organisation of ["liverpool", "sheffield"]) {
    const { one } = await sentEvaluation(service, phase, organisation)
    if (organisation === "liverpool")
      expect((await evaluationReviewOf(one.reference, organisation).seen(evaluator, "accept")).status).toBe(
        200,
      )
  }
  const head = newEvaluationHead({ organisation: "halton", phase: "NSW2", name: "Halton" })
  const plan = {
    version: 0,
    waitsFor: ["the site" as const, "the evaluator" as const],
    since: "2017-11-13T10:00:00.000Z",
    draft: false,
  }
  const storiesToCheck = [{ story: "s-1", since: "2017-11-16T10:00:00.000Z" }]
  await service.table.write([
    putEvaluationHead({ ...head, plan, storiesToCheck, storiesShared: 1 }, undefined, "2017-11-16"),
  ])
  service.at("2017-11-22T09:00:00Z")
})
afterAll(() => service.stop())

const textOf = async (who: Client, at: string) =>
  (await (await who.get(at)).text())
    .replace(/^[\s\S]*<main/, "<main")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")

describe("the first page of whoever follows the evaluation", () => {
  test("says to the evaluator what is accepted, what waits and since when, with a row for each site", async () => {
    const text = await textOf(evaluator, "/findings")
    expect(text).toContain("1 of 6 baselines accepted. 1 waits for you, 2 working days.")
    expect(text).toContain("1 evaluation plan waits for you, 7 working days. 1 story ready.")
    expect(text).toContain("Evaluation plan of Halton")
    expect(text).toContain("Baseline of Sheffield")
    expect(text).toContain("Nothing is released yet")
    const body = (await (await evaluator.api("GET", "/findings")).json()) as {
      sites: { organisation: string; returns: { kind: string; state: string; waitsFor?: string }[] }[]
    }
    const baselines = Object.fromEntries(
      body.sites.map(({ organisation, returns }) => [
        organisation,
        returns.find(({ kind }) => kind === "evaluation-baseline")?.state,
      ]),
    )
    expect(baselines).toMatchObject({ liverpool: "Accepted", sheffield: "Reported", bradford: "Not started" })
    const csv = await (await evaluator.get("/findings/sites.csv")).text()
    expect(csv.split("\r\n").filter((row) => row.includes(",Baseline,"))).toHaveLength(6)
  })

  test("says the same on the first page of the programme, with the way to it", async () => {
    const text = await textOf(evaluator, "/programme")
    expect(text).toContain("1 of 6 baselines accepted.")
    expect(text).toContain("Evaluation of all sites")
  })

  test("is where each stands, and no figure, for whoever sees what was released alone", async () => {
    for (const email of ["coordinator@innovation-unit.example", "chair@doh.example"]) {
      const who = await service.as(email)
      const text = await textOf(who, "/findings")
      expect(text).toContain("1 of 6 baselines accepted. 1 waits for the evaluator, 2 working days.")
      expect(text).not.toContain("What waits for you")
      expect(text).not.toContain("Costs and benefits")
    }
    expect((await (await service.as("site-lead@halton.example")).get("/findings")).status).toBe(404)
  })

  test("asks the table as often, however many sites have something there", async () => {
    service.costs.length = 0
    await evaluator.api("GET", "/findings")
    const asked = service.costs.length
    expect(asked).toBeLessThan(20)
    const heads = ["bradford", "hertfordshire", "liverpool"].map((organisation) =>
      newEvaluationHead({ organisation, phase: "NSW2", name: organisation }),
    )
    const before = await Promise.all(
      heads.map(({ organisation }) => evaluationIn(service.table).head(organisation, "NSW2")),
    )
    await service.table.write(heads.map((one, index) => putEvaluationHead(one, before[index])))
    service.costs.length = 0
    await evaluator.api("GET", "/findings")
    expect(service.costs.length).toBe(asked)
  })
})

describe("the evaluation of one site", () => {
  test("is one address for both sides: what is agreed, each return with who has it, and what happened", async () => {
    const lead = await service.as("site-lead@sheffield.example")
    const own = await textOf(lead, "/organisations/sheffield/evaluation")
    expect(own).toContain(
      "Baseline: reported, due 5pm on Friday 24 November 2017. The evaluator: nobody has opened it yet.",
    )
    expect(own).toContain("Monthly tally, October 2017")
    const read = await textOf(evaluator, "/organisations/sheffield/evaluation/NSW2")
    expect(read).toContain("Baseline")
    expect(read).not.toContain("Stories")
    expect(await (await evaluator.get("/organisations/sheffield/evaluation/NSW2")).text()).toMatch(
      /evaluation\/NSW2\/returns\/NSW2-SHF-V-/,
    )
  })

  test("is found by a coordinator without a figure, and not by another site", async () => {
    const coordinator = await service.as("coordinator@innovation-unit.example")
    const text = await textOf(coordinator, "/organisations/sheffield/evaluation/NSW2")
    expect(text).toContain("You read where each thing stands.")
    expect(text).not.toMatch(/returns\/NSW2/)
    const other = await service.as("site-lead@halton.example")
    expect((await other.get("/organisations/sheffield/evaluation/NSW2")).status).toBe(404)
    expect((await evaluator.get("/organisations/sheffield/evaluation/NSW9")).status).toBe(404)
  })
})

describe("homes at the site", () => {
  test("say to the officer which story waits, and to the lead that the plan does", async () => {
    const officer = await service.as("governance@halton.example")
    expect(await textOf(officer, "/organisations/halton")).toContain(
      "One story to check, 4 working days old. Nobody else can read it until you answer.",
    )
    const lead = await service.as("site-lead@halton.example")
    const text = await textOf(lead, "/organisations/halton")
    expect(text).toContain("agree the evaluation plan")
    expect(text).toContain("NOT AGREED YET: the evaluation plan")
    expect(text).not.toContain("Check the story")
  })

  test("say to a named social worker which tally comes by when", async () => {
    const worker = await service.as("contributor@sheffield.example")
    expect(await textOf(worker, "/organisations/sheffield")).toMatch(
      /Next: November’s tally, from 1 December 2017, by .* December 2017, 2 minutes\./,
    )
  })
})

describe("in the letter of the day", () => {
  const told = async (day: string) => {
    service.at(`${day}T08:00:00.000Z`)
    await service.morning()
    await service.deliver()
    return service.mails.map(({ to, text }) => ({ to, text }))
  }

  test("a return that nobody opened, a plan and a story are told once, to whom they wait for", async () => {
    await told("2017-11-22")
    const first = (await told("2017-11-23")).filter(({ text }) =>
      text.includes("A story waits to be checked"),
    )
    expect(first.map(({ to }) => to)).toEqual(["governance@halton.example"])
    expect(first[0]?.text).toContain("Nobody else can read it until you answer.")
    for (const day of ["2017-11-24", "2017-11-27", "2017-11-28", "2017-12-04", "2017-12-05"]) await told(day)
    const all = service.mails
    const unread = all.filter(({ text }) => text.includes("A return of the evaluation was not opened yet"))
    expect(unread.map(({ to }) => to)).toEqual(["evaluator@scie.example"])
    expect(unread[0]?.text).toContain("/organisations/sheffield/evaluation/NSW2/returns/NSW2-SHF-V-")
    const plans = all.filter(({ text }) => /evaluation plan waits for the/i.test(text)).map(({ to }) => to)
    expect(plans.sort()).toEqual(["evaluator@scie.example", "site-lead@halton.example"])
    expect(all.filter(({ text }) => text.includes("A story waits to be checked"))).toHaveLength(1)
  })
})

test("all of that is within what the functions are let", () => {
  for (const name of ["findings", "evaluation", "programme"] as const)
    expect([name, watched.beyond(name)]).toEqual([name, []])
})
