import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Action } from "../../shared/domain/actions/action.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { askForRatings, call, coaching, linesOf, read } from "../support/coaching/going.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let coach: Client
let coordinator: Client
let chair: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-12-11T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  chair = await service.as("chair@doh.example")
})
afterAll(() => service.stop())

const going = `${coaching}/going`
const pageOf = async (who: Client, path = going) => plain(await (await who.get(path)).text())
const green = { delivery: "green", people: "green", spend: "amber" }
const why = "Each site is looked at the same way (invented)."
const actions = () => actionsIn(service.table, "halton").open()
type Months = { ratings?: string; months: { month: string; ratings?: Record<string, unknown> }[] }
const ratedIn = async (who: Client, id: string) =>
  (await read<Months>(who, "going")).months.find(({ month }) => month === id)?.ratings

describe("where a phase does not ask for ratings", () => {
  test("no page speaks of them, and their addresses are not found", async () => {
    for (const who of [lead, coach, coordinator, chair])
      expect(await pageOf(who)).not.toMatch(/\bratings?\b/i)
    const at = `${going}/2017-12/ratings`
    expect((await coach.get(at)).status).toBe(404)
    expect((await call(coach, "going/2017-12/ratings", green)).status).toBe(404)
    expect((await call(lead, "going/2017-12/ratings/answer", { comment: "We agree." })).status).toBe(404)
    expect(await linesOf(service)).toEqual([])
  })
})

describe("where it does", () => {
  test("a coordinator says so with a reason on the page of the phase, and each site reads it", async () => {
    const at = "/programme/phases/NSW2/facts"
    const form = fieldsIn(await pageOf(coordinator, at), at)
    expect(form.ratings).toBe("")
    const saved = await coordinator.post(at, { ...form, ratings: why })
    expect(saved.status).toBe(303)
    expect(await pageOf(coordinator, "/programme/phases/NSW2")).toContain(why)
    expect(await pageOf(lead)).toContain(why)
    expect((await read<Months>(lead, "going")).ratings).toBe(why)
  })

  test("the coach rates a month by three presses where nothing is owed", async () => {
    const at = `${going}/2017-12/ratings`
    const page = await pageOf(coach, at)
    expect(page).toContain("Not rated before.")
    expect(page).not.toContain("What is done about it?")
    const form = fieldsIn(page, at)
    const saved = await coach.post(at, { ...form, ...green })
    expect([saved.status, saved.headers.get("location")]).toEqual([303, going])
    const read = await pageOf(lead)
    for (const words of ["Green", "Amber", "December 2017", "Coach (demonstration)"])
      expect(read).toContain(words)
  })

  test("the last month’s ratings stand beside this month’s, and a move of two steps asks why and what is done", async () => {
    service.at("2018-01-16T09:00:00Z")
    const at = `${going}/2018-01/ratings`
    const page = await pageOf(coach, at)
    expect(page).toContain("Last rated Green, in December 2017.")
    const form = fieldsIn(page, at)
    const typed = { ...form, ...green, delivery: "amber", people: "amber-green" }
    const asked = await coach.post(at, typed)
    const again = plain(await asked.text())
    expect(asked.status).toBe(422)
    expect(again).toContain("Enter why delivery is rated so")
    expect(again).toContain("Select what is done about delivery")
    expect(again).not.toContain("Select what is done about people")
    expect(await ratedIn(coach, "2018-01")).toBeUndefined()

    const { key = "" } = fieldsIn(again, at)
    const whole = {
      ...typed,
      key,
      deliveryBecause: "MARKERREASON two of four workers began",
      deliveryAction: "new",
      deliveryText: "Ask the agency for a second worker",
      deliveryOwner: "site",
      "deliveryDue.day": "31",
      "deliveryDue.month": "1",
      "deliveryDue.year": "2018",
    }
    const answers = await Promise.all([coach.post(at, whole), coach.post(at, whole)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await actions()).toMatchObject([
      {
        text: "Ask the agency for a second worker",
        owner: "site",
        due: "2018-01-31",
        phase: "NSW2",
        from: { kind: "rating", id: "2018-01", title: "Delivery, January 2018" },
      },
    ])
    const shown = await pageOf(lead)
    expect(shown).toContain("Ask the agency for a second worker")
    expect(shown).toContain("Before: Green, December 2017")
  })

  test("an action that is open already can be the one that follows, for two of them at once", async () => {
    const [open] = (await actions()) as [Action]
    const red = { is: "red", because: "Nobody is in post." }
    const chosen = await call(coach, "going/2018-01/ratings", {
      ...green,
      delivery: red.is,
      deliveryBecause: red.because,
      deliveryAction: open.id,
      people: red.is,
      peopleBecause: red.because,
      peopleAction: open.id,
    })
    expect([chosen.status, chosen.given]).toEqual([200, { month: "2018-01", actions: [open.id] }])
    expect(await actions()).toHaveLength(1)
    expect(await ratedIn(lead, "2018-01")).toMatchObject({
      delivery: { ...red, action: open.id },
      before: [{ now: { delivery: { is: "amber" } } }],
    })
  })

  test.each([
    ["Red without a reason", { delivery: "red", deliveryAction: "new" }],
    ["Red without an action", { delivery: "red", deliveryBecause: "Nobody is in post." }],
    [
      "an action that is not open",
      { delivery: "red", deliveryBecause: "Why", deliveryAction: "2018-01-01-none" },
    ],
    [
      "a new action without its words",
      {
        delivery: "red",
        deliveryBecause: "Why",
        deliveryAction: "new",
        deliveryOwner: "site",
        deliveryDue: "2018-02-01",
      },
    ],
    ["51 words of reason", { delivery: "green", deliveryBecause: "word ".repeat(51) }],
    ["a colour that is not on the scale", { delivery: "purple" }],
    ["no colour", { delivery: undefined }],
    ["an NHS number", { delivery: "green", deliveryBecause: "NHS number 943 476 5919" }],
  ])("%s is refused, and neither rating nor action is kept", async (_, wrong) => {
    const before = [await linesOf(service), await actions()]
    expect((await call(coach, "going/2018-01/ratings", { ...green, ...wrong })).status).toBe(422)
    expect([await linesOf(service), await actions()]).toEqual(before)
  })

  test("an action that is done meanwhile cannot be chosen any longer", async () => {
    const [open] = (await actions()) as [Action]
    const closed = await lead.api(
      "POST",
      `/organisations/halton/actions/${open.id}/done`,
      { evidence: "The worker began." },
      keyed(),
    )
    expect(closed.status).toBe(200)
    const red = { ...green, spend: "red", spendBecause: "Nothing is spent.", spendAction: open.id }
    expect((await call(coach, "going/2018-01/ratings", red)).status).toBe(422)
  })

  test("the site answers, changes its answer, and the department reads ratings and reasons alone", async () => {
    const at = `${going}/2018-01/ratings/answer`
    const form = fieldsIn(await pageOf(lead, at), at)
    expect((await lead.post(at, { ...form, comment: "MARKERANSWER we see it otherwise" })).status).toBe(303)
    expect((await call(lead, "going/2018-01/ratings/answer", { comment: "MARKERANSWER again" })).status).toBe(
      200,
    )
    expect(await ratedIn(coach, "2018-01")).toMatchObject({
      answer: { text: "MARKERANSWER again" },
      answersBefore: [{ text: "MARKERANSWER we see it otherwise" }],
    })
    const page = await pageOf(chair)
    const csv = await (await chair.get(`${coaching}/going.csv`)).text()
    expect(Object.keys((await ratedIn(chair, "2018-01")) ?? {})).toEqual([
      "at",
      "delivery",
      "people",
      "spend",
    ])
    expect(await ratedIn(chair, "2018-01")).toMatchObject({
      delivery: { is: "red", because: "Nobody is in post." },
    })
    expect(page).toContain("Nobody is in post.")
    expect(csv).toContain("Nobody is in post.")
    const all =
      page + csv + JSON.stringify(await read(chair, "going")) + (await pageOf(chair, `${coaching}/timeline`))
    expect(all).not.toContain("MARKERANSWER")
  })

  test("only the coach rates, only the site answers, and only what is rated", async () => {
    for (const who of [lead, coordinator, chair])
      expect((await call(who, "going/2018-01/ratings", green)).status).toBe(403)
    for (const who of [coach, coordinator, chair])
      expect((await call(who, "going/2018-01/ratings/answer", { comment: "No." })).status).toBe(403)
    service.at("2018-02-10T09:00:00Z")
    expect((await call(lead, "going/2018-02/ratings/answer", { comment: "No." })).status).toBe(409)
    expect((await lead.get(`${going}/2018-02/ratings/answer`)).status).toBe(409)
    const late = await call(coach, "going/2017-12/ratings", green)
    expect([late.status, late.says]).toEqual([409, expect.stringContaining("until 31 January 2018")])
  })

  test("the slower of two who rate at once is told, and nothing of theirs is kept", async () => {
    const key = newKey()
    expect(
      (
        await call(
          coach,
          "going/2018-02/ratings",
          { ...green, delivery: "amber-red", people: "amber-red", seen: "" },
          key,
        )
      ).status,
    ).toBe(200)
    const slower = await call(coach, "going/2018-02/ratings", { ...green, seen: "" })
    expect([slower.status, slower.says]).toEqual([
      409,
      expect.stringContaining("spoke on 10 February 2018 at 9am"),
    ])
    expect(await ratedIn(coach, "2018-02")).toMatchObject({ delivery: { is: "amber-red" } })
  })

  test("taken back, nothing speaks of them again", async () => {
    await askForRatings(coordinator)
    expect(await pageOf(lead)).not.toMatch(/\bratings?\b/i)
    expect((await coach.get(`${going}/2018-02/ratings`)).status).toBe(404)
    expect(await (await lead.get(`${coaching}/going.csv`)).text()).not.toContain("delivery")
  })
})
