import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Figures } from "../../shared/kinds/measures/figure.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { withEvaluationFacts } from "../../shared/store/evaluation-facts.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { putFigureQuestion } from "../../shared/store/figure-questions.ts"
import { keys } from "../../shared/store/keys.ts"
import { type Published, publishPhaseTwo, returnOf } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun, filled, keyed, newKey } from "../support/submission.ts"

const place = { organisation: "sheffield", phase: "NSW2" }
const inNovember = "2017-11-20T09:00:00Z"
const inMay = "2018-05-08T09:00:00Z"

let service: Service
let phase: Published
let lead: Client
let baseline: Begun

const { people, workers, system } = returnForms["evaluation-baseline"] ?? {}
const form = {
  beginning: { first: "2017-10-16", asOf: "2017-10-02" },
  people,
  workers: {
    ...workers,
    "challenges-meeting": { value: { notKnown: "The team kept no list.", knownBy: "2018-01-15" } },
  },
  system,
} as Record<string, Record<string, unknown>>

const figures = async (point: string): Promise<Figures | undefined> =>
  (await evaluationIn(service.table).figuresOf(place.organisation, place.phase)).find(
    (one) => one.point === point,
  )
const openActions = async () =>
  (await actionsIn(service.table, place.organisation).open()).filter(({ from }) => from.kind === "figure")
const sendOf = async (one: Begun) => {
  expect((await one.sign(lead)).status).toBe(200)
  const answer = await one.send(lead)
  expect(answer.status, await answer.clone().text()).toBe(200)
}
const textOf = async (who: Client, at: string) =>
  (await (await who.get(at)).text())
    .replace(/^[\s\S]*<main/, "<main")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")

beforeAll(async () => {
  service = await startService()
  phase = await publishPhaseTwo(service, "2017-10-12", true)
  service.at(inNovember)
  lead = await service.as("site-lead@sheffield.example")
  baseline = await begun(lead, "sheffield", returnOf(phase, "sheffield", "evaluation-baseline"))
})
afterAll(() => service.stop())

describe("a baseline", () => {
  test("is due eight weeks after a site begins, at its own dates", () => {
    const due = phase.expected.filter(({ kind }) => kind === "evaluation-baseline")
    expect(due.find(({ organisation }) => organisation === "sheffield")?.by).toBe("2017-11-24T17:00:00.000Z")
    expect(due.find(({ organisation }) => organisation === "halton")?.by).toBe("2017-10-27T16:00:00.000Z")
  })

  test("takes a figure on a page without JavaScript, and says what is wrong beside it", async () => {
    const at = `${baseline.here}/sections/system`
    const typed = { revision: "1", go: "next", "admissions.is": "figure", admissions: "N/A" }
    const refused = await lead.post(at, typed)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain("“Admissions” must be a whole number, like 17")
    expect(page).toMatch(/id="admissions"[^>]*value="N\/A"|value="N\/A"[^>]*id="admissions"/)
    const more = {
      "challenges-changed.is": "figure",
      "challenges-changed": "3",
      "challenges-changed.of": "2",
    }
    expect(await (await lead.post(at, { revision: "1", go: "next", ...more })).text()).toContain(
      "“Challenges after which something changed” cannot be 3 of 2: the first is part of the second",
    )
    const unknown = { "discharges.is": "not known", "discharges.why": "The ward has not answered." }
    expect(await (await lead.post(at, { revision: "1", go: "next", ...unknown })).text()).toContain(
      "Enter the day by which “Discharges” will be known",
    )
  })

  test("is not sent with a figure left empty; a figure that is not known, or none, is no empty one", async () => {
    await filled(baseline, lead, form)
    await baseline.save(lead, "system", { admissions: null })
    expect((await baseline.sign(lead)).status).toBe(422)
    expect(await figures("baseline")).toBeUndefined()
    await baseline.save(lead, "system", { admissions: form.system?.admissions })
  })

  test("asks whether the figures are from before the first meeting, and may be sent all the same", async () => {
    await baseline.save(lead, "beginning", { asOf: "2017-10-30" })
    expect(await textOf(lead, `${baseline.here}/sections/beginning`)).toContain(
      "The figures are of a day after the first meeting, 16 October 2017",
    )
    await baseline.save(lead, "beginning", { asOf: "2017-10-02" })
  })

  test("is signed by the lead with one sentence, goes to the evaluators, and keeps its figures in the same write", async () => {
    expect(await textOf(lead, `${baseline.here}/sign`)).toContain("Nobody can be recognised from this.")
    await sendOf(baseline)
    const said = await figures("baseline")
    expect(said).toMatchObject({
      ...place,
      kind: "evaluation-baseline",
      reference: baseline.reference,
      version: 1,
      state: "sent",
      point: "baseline",
    })
    const values = Object.fromEntries(said?.figures.map(({ measure, value }) => [measure, value]) ?? [])
    expect(values["challenges-formal"]).toEqual({ count: 0 })
    expect(values["challenges-meeting"]).toEqual({
      notKnown: "The team kept no list.",
      knownBy: "2018-01-15",
    })
    expect(values.kept).toHaveProperty("notApplicable")
    expect(said?.figures.find(({ measure }) => measure === "people")?.on).toBe("2017-10-02")
    expect(said?.figures.find(({ measure }) => measure === "admissions")?.on).toBe("2017-09-30")
    const { sentence } = (await baseline.read()) as { sentence: string }
    expect(sentence).toContain("SENT to the evaluators at")
    expect(sentence).toContain("Nobody has opened it yet. You will hear by")
  })

  test("says on its receipt what is not known, what is under 5, and who sees what", async () => {
    const page = await textOf(lead, `${baseline.here}/receipts/1`)
    for (const words of [
      "6 of 8 figures are known.",
      "Not known yet, and on your list of what to do: “Challenges in a meeting”, by 15 January 2018.",
      "Without a figure, with your reason: “Kept the same named social worker”.",
      "Under 5, and [c] in everything that is released: “Formal challenges”; “Discharges”; “Challenges after which something changed”.",
      "see only what the evaluators release",
      "An evaluator answers by",
    ])
      expect(page).toContain(words)
  })

  test("leaves no figure in a letter", async () => {
    service.mails.length = 0
    await service.deliver()
    const about = service.mails.filter(({ subject }) => subject.includes(baseline.reference))
    expect(about.length).toBeGreaterThan(0)
    for (const { text } of about) {
      expect(text).toContain("no letter holds a figure")
      expect(text).not.toContain("The team kept no list")
    }
  })

  test("makes of what is not known an action of the site with that day, done once it is sent with the figure", async () => {
    const [one, ...others] = await openActions()
    expect(others).toEqual([])
    expect(one).toMatchObject({
      text: "Give “Challenges in a meeting”, which was not known in Baseline",
      due: "2018-01-15",
      owner: "site",
      from: { kind: "figure", reference: baseline.reference, measure: "challenges-meeting" },
    })
    await baseline.change(lead)
    const later = { value: { notKnown: "The list is still being made.", knownBy: "2018-02-12" } }
    await baseline.save(lead, "workers", { "challenges-meeting": later })
    await sendOf(baseline)
    expect(await openActions()).toMatchObject([{ id: one?.id, due: "2018-02-12" }])
    await baseline.change(lead)
    await baseline.save(lead, "workers", { "challenges-meeting": { value: { count: 2 } } })
    expect(await openActions()).toHaveLength(1)
    await sendOf(baseline)
    expect(await openActions()).toEqual([])
    const over = await actionsIn(service.table, "sheffield").over()
    expect(over.find(({ id }) => id === one?.id)?.done?.evidence).toBe("Said in Baseline, version 3.")
    expect((await figures("baseline"))?.version).toBe(3)
  })

  test("takes “there is no baseline” for an answer, and never for a nought", async () => {
    const liverpool = await service.as("site-lead@liverpool.example")
    const one = await begun(liverpool, "liverpool", returnOf(phase, "liverpool", "evaluation-baseline"))
    await one.save(liverpool, "beginning", { none: "Everybody had been met before we knew of it." })
    expect((await one.sign(liverpool)).status).toBe(200)
    expect((await one.send(liverpool)).status).toBe(200)
    const [said] = await evaluationIn(service.table).figuresOf("liverpool", "NSW2")
    expect(said?.figures).toHaveLength(8)
    for (const { value } of said?.figures ?? [])
      expect(value).toEqual({ notApplicable: "Everybody had been met before we knew of it." })
  })
})

describe("who has no part in it", () => {
  test.each(["coordinator@innovation-unit.example", "finance@doh.example", "section-151@sheffield.example"])(
    "%s finds nothing under its reference",
    async (email) => {
      const who = await service.as(email)
      expect((await who.api("GET", baseline.here)).status).toBe(404)
    },
  )

  test("what the calendar keeps of it for lists holds no word of whoever sends it back", async () => {
    const one = await expectedIn(service.table).of(
      "sheffield",
      returnOf(phase, "sheffield", "evaluation-baseline"),
    )
    expect(one?.stands).toMatchObject({ state: "sent", version: 3 })
    expect(JSON.stringify(one?.stands)).not.toContain("count")
  })
})

describe("a question of the evaluator", () => {
  test("stands on the page of the return, and is answered there as one about money is", async () => {
    const { table } = service
    const asked = { by: { person: "p-evaluator", name: "Evaluator (demonstration)" }, at: inNovember }
    await table.write([
      putFigureQuestion({
        ...place,
        of: "the evaluation",
        number: 1,
        round: returnOf(phase, "sheffield", "evaluation-baseline"),
        reference: baseline.reference,
        version: 3,
        title: "Baseline",
        text: "Who counted the admissions?",
        asked,
        answerBy: "2017-11-27T17:00:00.000Z",
        revision: 0,
      }),
    ])
    expect(await textOf(lead, baseline.here)).toContain("Who counted the admissions?")
    const answer = { answer: "The team manager did." }
    const done = await lead.api("POST", `${baseline.here}/figure-questions/1`, answer, keyed(newKey()))
    expect(done.status, await done.clone().text()).toBe(200)
    const kept = await table.get(keys.evaluation("sheffield", "QUESTION", "NSW2", "0001"))
    expect(kept).toMatchObject({ answer: { text: "The team manager did." } })
  })
})

describe("a final evaluation", () => {
  const tallied = (month: string, discharges: number | undefined): Figures => ({
    ...place,
    round: `nsw2-tally-${month}`,
    kind: "monthly-tally",
    title: `Monthly tally, ${month}`,
    point: month,
    reference: "NSW2-SHF-T-7K3PQ4",
    version: 1,
    at: inMay,
    state: "sent",
    figures: [
      { measure: "people", value: { count: 18 } },
      { measure: "admissions", value: { count: 1 } },
      {
        measure: "discharges",
        value:
          discharges === undefined
            ? { notKnown: "No answer yet.", knownBy: "2018-06-01" }
            : { count: discharges },
      },
    ],
    revision: 1,
  })
  const months = ["2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03"]
  let final: Begun

  beforeAll(async () => {
    service.at(inMay)
    lead = await service.as("site-lead@sheffield.example")
    await service.table.write(
      months.map((month, at) => {
        const one = tallied(month, at === 3 ? undefined : 1)
        return { put: { ...keys.evaluation("sheffield", "FIGURES", "NSW2", one.round), ...one } }
      }),
    )
    final = await begun(lead, "sheffield", returnOf(phase, "sheffield", "evaluation-final"))
  })

  type Shown = {
    sections: { id: string; suggested?: Record<string, unknown> }[]
    warnings: { says: string }[]
  }

  test("begins with what was tallied; a month that is not known is in no sum, and leaves the figure to be given", async () => {
    const { sections } = (await final.read()) as Shown
    const begins = Object.fromEntries(sections.map(({ id, suggested }) => [id, suggested]))
    expect(begins.people).toEqual({ people: { value: { count: 18 } } })
    expect(begins.system).toEqual({ admissions: { value: { count: 6 } } })
    const page = await textOf(lead, `${final.here}/sections/system`)
    expect(page).toContain("What was said before")
    expect(page).toContain("5, in 5 of 6 months")
    expect(page).toContain("From your monthly tallies: check it.")
  })

  test("asks why there are fewer people than at the baseline, once it is known that there are", async () => {
    await final.save(lead, "people", { people: { value: { count: 18 } } })
    const shrunk = "“People with a named social worker” is of 18, and the baseline was of 20."
    expect(((await final.read()) as Shown).warnings.map(({ says }) => says).join()).toContain(shrunk)
    await final.save(lead, "people", { fewer: ["moved"] })
    expect(((await final.read()) as Shown).warnings.map(({ says }) => says).join()).not.toContain(shrunk)
  })

  test("asks what made the difference of what is known, and keeps it with the figure", async () => {
    const { taken: _, ...rest } = returnForms["evaluation-final"] ?? {}
    await filled(final, lead, { taken: { asOf: "2018-03-29" }, ...rest })
    await final.save(lead, "system", { admissions: { value: { count: 1 } } })
    expect((await final.sign(lead)).status).toBe(422)
    await final.save(lead, "system", { admissions: { value: { count: 1 }, attribution: "cannot-tell" } })
    await sendOf(final)
    const said = await figures("final")
    expect(said?.figures.find(({ measure }) => measure === "admissions")).toEqual({
      measure: "admissions",
      value: { count: 1 },
      attribution: "cannot-tell",
      on: "2018-03-29",
    })
    expect(said?.figures.map(({ measure }) => measure).slice(-2)).toEqual(["after-same-worker", "after-told"])
  })

  test("knows of a measure as it was agreed, and of a group that it does not fit nothing is asked", async () => {
    const at = { organisation: "bradford", phase: "NSW2" }
    const facts = await withEvaluationFacts(service.table, at.organisation, at.phase, {
      return: { id: "x", title: "Final evaluation", from: "2017-10-01", to: "2018-03-31" },
      organisation: { id: "bradford", name: "Bradford" },
      site: { from: "2017-10-01", to: "2018-03-31" },
    })
    expect(facts.evaluation).toMatchObject({ version: 0, earlier: [], promised: {} })
  })
})
