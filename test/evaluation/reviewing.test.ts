import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { actionsIn } from "../../shared/store/actions.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { figureQuestionsOf } from "../../shared/store/figure-questions.ts"
import {
  evaluationPlanBy,
  evaluationPlanOf,
  wholeMeasure,
  wholeTheory,
} from "../support/evaluation/planning.ts"
import { agreedFor, evaluationReviewOf, sentEvaluation } from "../support/evaluation/reviewing.ts"
import { watching } from "../support/evaluation/within.ts"
import { type Published, publishPhaseTwo, returnOf } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, keyed, newKey } from "../support/submission.ts"

const watched = watching()
let service: Service
let phase: Published
let evaluator: Client
let lead: Client
let one: Begun
let review: ReturnType<typeof evaluationReviewOf>

beforeAll(async () => {
  service = await startService({ around: watched.noted })
  phase = await publishPhaseTwo(service, "2017-10-12", true)
  await agreedFor(service)
  service.at("2017-10-24T09:00:00Z")
  evaluator = watched.seen(await service.as("evaluator@scie.example"))
  const sent = await sentEvaluation(service, phase)
  one = sent.one
  lead = sent.lead
  review = evaluationReviewOf(one.reference)
})
afterAll(() => service.stop())
beforeEach(() => service.at("2017-10-25T09:00:00Z"))

const figures = async () => (await evaluationIn(service.table).figuresOf("halton", "NSW2"))[0]
const status = async (answer: Promise<Response>) => (await answer).status
const ask = (about: string, text: string) =>
  review.does(evaluator, "questions", { about, text, answerBy: "2017-11-01" })

describe("who reads it", () => {
  test("the evaluator finds what was sent, and never a draft", async () => {
    expect(await review.read(evaluator)).toMatchObject({
      state: "sent",
      version: 1,
      plan: 1,
      counts: "sent",
      moves: ["look", "ask", "send back", "accept"],
    })
    expect(await (await evaluator.get(review.at)).text()).toContain(
      "Evaluation plan, version 1, not locked yet",
    )
    const other = await service.as("site-lead@liverpool.example")
    const draft = await begun(other, "liverpool", returnOf(phase, "liverpool", "evaluation-baseline"))
    expect(await status(evaluator.get(evaluationReviewOf(draft.reference, "liverpool").at))).toBe(404)
    expect(await status(evaluator.get(evaluationReviewOf(one.reference, "liverpool").at))).toBe(404)
  })

  test.each([
    ["site-lead@halton.example", 403],
    ["coach@innovation-unit.example", 403],
    ["coordinator@innovation-unit.example", 403],
    ["finance@doh.example", 403],
    ["site-lead@bradford.example", 404],
    ["section-151@halton.example", 404],
  ])("%s does not", async (email, answer) => {
    const who = await service.as(email)
    expect(await status(who.get(review.at))).toBe(answer)
    expect(await status(review.does(who, "look"))).toBe(answer)
    expect((await figures())?.state).toBe("sent")
  })

  test("it is none of money's, and is not read there", async () => {
    const finance = await service.as("finance@doh.example")
    expect(await status(finance.get(`/funding/phases/NSW2/sites/halton/returns/${one.reference}`))).toBe(404)
  })
})

describe("a question about a figure", () => {
  test("lies with the evaluation, is to be done at the site by its day, and is told", async () => {
    expect(await status(ask("people/people", "Are all of them of the Transition Team?"))).toBe(200)
    const [question] = await figureQuestionsOf(service.table, "halton", "NSW2", "the evaluation")
    expect(question).toMatchObject({ number: 1, of: "the evaluation", answerBy: "2017-11-01T17:00:00.000Z" })
    expect(await figureQuestionsOf(service.table, "halton", "NSW2")).toEqual([])
    const open = await actionsIn(service.table, "halton").open()
    expect(open.find(({ from }) => from.kind === "question")).toMatchObject({
      text: "Answer question 1 of the evaluator on Baseline",
      due: "2017-11-01",
      owner: "site",
    })
    expect(await (await lead.get("/organisations/halton")).text()).toContain(
      "ask one question about Baseline",
    )
  })

  test("is answered by the site and closed by the evaluator, with what was to be done", async () => {
    const at = `${one.here}/figure-questions/1`
    expect(await status(lead.api("POST", at, { answer: "All are." }, keyed()))).toBe(200)
    expect((await review.read(evaluator)).questions).toMatchObject([{ state: "answered" }])
    expect(await status(review.does(evaluator, "questions/1/settle"))).toBe(200)
    expect(await status(review.does(evaluator, "questions/1/settle"))).toBe(409)
    expect((await review.read(evaluator)).questions).toMatchObject([{ state: "closed" }])
  })

  test("on the page is asked beside each answer, and what is wrong is said with what was typed", async () => {
    const page = await (await evaluator.get(review.at)).text()
    expect(page).toContain("questions?about=people%2Fpeople")
    const day = { "answerBy.day": "31", "answerBy.month": "10", "answerBy.year": "2017" }
    const typed = { key: newKey(), about: "people", text: "", ...day }
    const refused = await evaluator.post(`${review.at}/questions`, typed)
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain("Enter what you ask")
    expect(again).toContain('value="31"')
  })
})

describe("from sent to accepted", () => {
  test("sent back by section its figures count for nothing, until it is sent again", async () => {
    const note = "The first line is of August, the others of September."
    expect(await status(review.seen(evaluator, "send-back", { sections: ["people"], note }))).toBe(200)
    expect(await figures()).toMatchObject({ state: "open again", version: 1 })
    expect(await status(review.seen(evaluator, "accept"))).toBe(409)
    expect((await one.read()) as { sentence: string }).toMatchObject({ state: "draft" })
    expect(
      await status(one.save(lead, "workers", { "challenges-formal": { value: { count: 9 } } })),
    ).not.toBe(200)
    expect(await status(one.save(lead, "people", { people: { value: { count: 16 } } }))).toBe(200)
    expect(await status(one.sign(lead))).toBe(200)
    expect(await status(one.send(lead))).toBe(200)
    expect(await figures()).toMatchObject({ state: "sent", version: 2 })
    const compared = await (await evaluator.api("GET", `${review.at}/compare/1`)).json()
    expect(compared).toMatchObject({ before: 1, after: 2, sections: [{ id: "people" }] })
  })

  test("accepted with the revision that was read, once: its figures count, and the measures are locked in one write", async () => {
    const { revision } = await review.read(evaluator)
    expect(await status(review.does(evaluator, "accept", { revision: revision - 1 }))).toBe(409)
    expect((await evaluationIn(service.table).agreed("halton", "NSW2"))?.lockedAt).toBeUndefined()
    const key = newKey()
    const first = await review.does(evaluator, "accept", { revision }, key)
    expect(first.status).toBe(200)
    expect(await (await review.does(evaluator, "accept", { revision }, key)).json()).toEqual(
      await first.json(),
    )
    const evaluation = evaluationIn(service.table)
    const [agreed, head, history] = await Promise.all([
      evaluation.agreed("halton", "NSW2"),
      evaluation.head("halton", "NSW2"),
      evaluation.history("halton", "NSW2"),
    ])
    expect(await figures()).toMatchObject({ state: "accepted", version: 2 })
    expect([agreed?.lockedAt, head?.plan?.lockedAt]).toEqual([
      "2017-10-25T09:00:00.000Z",
      "2017-10-25T09:00:00.000Z",
    ])
    expect(history.map(({ move, by }) => [move, by.role])).toEqual([["lock evaluation plan", "evaluator"]])
    expect(await status(review.seen(evaluator, "accept"))).toBe(409)
    expect(await (await lead.get(one.here)).text()).toContain("ACCEPTED")
  })

  test("opened again it counts for nothing, and accepted again it locks nothing twice", async () => {
    const note = "The figure of August came in late."
    expect(await status(review.seen(evaluator, "reopen", { sections: ["limits"], note }))).toBe(422)
    expect(await status(review.seen(evaluator, "reopen", { sections: ["people"], note }))).toBe(200)
    expect((await figures())?.state).toBe("open again")
    expect(await status(one.save(lead, "people", { people: { value: { count: 17 } } }))).toBe(200)
    expect(await status(one.sign(lead))).toBe(200)
    expect(await status(one.send(lead))).toBe(200)
    expect(await status(review.seen(evaluator, "accept"))).toBe(200)
    expect(await figures()).toMatchObject({ state: "accepted", version: 3 })
    expect(await evaluationIn(service.table).history("halton", "NSW2")).toHaveLength(1)
  })
})

test("a baseline that is accepted before any plan locks the plan that is agreed afterwards from its start", async () => {
  const site = "bradford"
  const { one: sent } = await sentEvaluation(service, phase, site)
  const its = evaluationReviewOf(sent.reference, site)
  expect(await status(its.seen(evaluator, "accept"))).toBe(200)
  const lockedAt = "2017-10-25T09:00:00.000Z"
  const headOf = () => evaluationIn(service.table).head(site, "NSW2")
  expect((await headOf())?.plan).toMatchObject({ version: 0, lockedAt })
  const lead = watched.seen(await service.as(`site-lead@${site}.example`))
  const plan = evaluationPlanBy(evaluationPlanOf(site))
  await plan.ok(await plan.move(lead, "begin"))
  await plan.ok(await plan.save(lead, "theory", wholeTheory))
  await plan.ok(await plan.save(lead, "group", { admissions: "asked" }))
  const own = await plan.add(lead, "own")
  await plan.ok(await plan.save(lead, own, wholeMeasure))
  expect((await plan.move(lead, "propose", { agrees: true })).status).toBe(422)
  await plan.ok(await plan.save(lead, own, { ...wholeMeasure, noBaseline: "Nobody asked before." }))
  const { version } = await plan.proposed(lead, true)
  expect(await plan.agreed(evaluator, version)).toMatchObject({ agreed: true })
  expect(await evaluationIn(service.table).agreed(site, "NSW2")).toMatchObject({ version, lockedAt })
  expect((await headOf())?.plan).toMatchObject({ version, lockedAt })
})

test("all of that is within what the functions are let", () => {
  expect([watched.beyond("evaluation"), watched.beyond("pilot")]).toEqual([[], []])
})
