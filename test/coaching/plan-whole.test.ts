import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { putPromise } from "../../shared/store/actions.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { planBy, planOf, promisedBy, wholePlan } from "../support/coaching/planning.ts"
import { awarded } from "../support/funding/award.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let coach: Client
let coordinator: Client
let reader: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-02T09:00:00Z")
  await service.table.write([putPromise(promisedBy("halton"))])
  lead = await service.as("site-lead@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  reader = await service.as("reader@doh.example")
})
afterAll(() => service.stop())

const halton = planBy(planOf("halton"))
const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const textOf = async (who: Client, path: string) => (await who.get(path)).text()

describe("a plan begins with what was there before", () => {
  test("with what the expression of interest promised, which stays readable beside each field", async () => {
    expect(await pageOf(lead, halton.at)).toContain("It begins with your expression of interest")
    const begun = await halton.move(lead, "begin")
    expect(await begun.json()).toEqual({ from: "promise", answered: 3 })
    const { whole } = await halton.read(coach)
    const said = Object.fromEntries((whole?.draft ?? []).map((one) => [one.question, one]))
    expect(said.model).toMatchObject({
      words: "One worker stays with each person.",
      from: "From your expression of interest, as it was.",
    })
    expect(said.people?.words).toBe("17")
    const first = await pageOf(coach, halton.at)
    for (const words of ["Young people moving to adult services, 14 to 25", "Eleven live far from home."])
      expect(first).toContain(words)
    expect(await pageOf(reader, halton.at)).not.toContain("Eleven live far from home.")
    expect(said.changes).toEqual({
      section: "core",
      question: "changes",
      label: "What changes for people and families?",
      words: "",
    })
    await halton.save(lead, "core", { ...wholePlan, model: "MARKER-MODEL of the draft." })
    const page = await pageOf(lead, `${halton.at}/sections/core`)
    expect(page).toContain("What you promised in your expression of interest")
    expect(page).toContain("What would you do differently?")
    expect(page).toContain("One worker stays with each person.")
    const now = (await halton.read(coach)).whole?.draft ?? []
    expect(now.find(({ question }) => question === "model")?.from).toBeUndefined()
    expect(now.find(({ question }) => question === "people")?.from).toBe(
      "From your expression of interest, as it was.",
    )
  })

  test("with the plan that a site that goes on agreed in the phase before, without its days and what was reached", async () => {
    const going = await service.as("site-lead@sheffield.example")
    const before = planBy(planOf("sheffield", "NSW1"))
    service.at("2016-10-03T09:00:00Z")
    await before.written(going)
    const { version } = await before.proposed(going)
    await before.agreed(going, version)
    await before.agreed(coordinator, version)
    const [first] = (await before.read(going)).whole?.milestones ?? []
    expect(
      (await before.move(going, `milestones/${first?.id}/done`, { on: "2016-10-03", says: "Done." })).status,
    ).toBe(200)
    service.at("2017-10-02T09:00:00Z")
    const now = planBy(planOf("sheffield"))
    expect(await (await now.move(going, "begin")).json()).toEqual({ from: "plan before", answered: 8 })
    const draft = (await now.read(coach)).whole?.draft ?? []
    const rows = draft.find(({ question }) => question === "milestones")?.answer as { what: string }[]
    expect(rows).toEqual([
      { id: expect.any(String), what: "Everybody has met theirs", who: "Named social workers" },
    ])
    expect(await pageOf(going, `${now.at}/sections/core`)).toContain("In the plan of the phase before")
    const early = await now.move(going, "propose")
    expect([early.status, await early.text()]).toEqual([
      422,
      expect.stringContaining("Enter the day of the milestone (milestone 1)"),
    ])
  })

  test("with an empty page where there was nothing", async () => {
    const other = planBy(planOf("liverpool"))
    const one = await service.as("site-lead@liverpool.example")
    expect(await (await other.move(one, "begin")).json()).toEqual({ from: "nothing", answered: 0 })
    const again = await other.move(one, "begin")
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining("has begun it already."),
    ])
  })
})

describe("who reads it", () => {
  const markers = [
    "MARKER-MODEL",
    "MARKER-MILESTONE",
    "MARKER-RISK",
    "MARKER-COMMENT",
    "MARKER-DONE",
    "MARKER-MOVED",
    "MARKER-NOTE",
  ]

  test("an agreed plan with a marker in everything that can be written", async () => {
    await halton.save(lead, "core", {
      milestones: [
        { what: "MARKER-MILESTONE one", by: "2017-10-10", who: "Team manager" },
        { what: "MARKER-MILESTONE two", by: "2017-10-20", who: "Team manager" },
      ],
    })
    await halton.save(lead, "more", { risks: [{ risk: "MARKER-RISK", against: "We look again." }] })
    await halton.move(coach, "comment", { on: "model", text: "MARKER-COMMENT: how many?" })
    await halton.proposed(lead)
    await halton.move(coordinator, "not-yet", { version: 1, note: "MARKER-NOTE: say who." })
    const { version } = await halton.proposed(lead)
    await halton.agreed(lead, version)
    const { agreed, risks } = await halton.agreed(coordinator, version)
    expect([agreed, risks]).toEqual([
      true,
      [{ row: expect.any(String), risk: "MARKER-RISK", against: "We look again." }],
    ])
    const [one, two] = (await halton.read(lead)).whole?.milestones ?? []
    await halton.move(lead, `milestones/${one?.id}/done`, { on: "2017-10-02", says: "MARKER-DONE." })
    await halton.move(lead, `milestones/${two?.id}/moved`, { to: "2017-10-27", because: "MARKER-MOVED." })
    const page = await pageOf(lead, halton.at)
    for (const marker of markers) expect(page, marker).toContain(marker)
  })

  test("the department reads where it stands and never a word of it: by page, API, head and timeline", async () => {
    const page = await pageOf(reader, halton.at)
    expect(page).toContain("AGREED: version 2")
    expect(page).toContain("2 milestones: 1 done; the next by Friday 27 October 2017.")
    expect(page).toContain("Not agreed: opened again")
    const read = await halton.read(reader)
    expect(read.whole).toBeUndefined()
    expect(read.milestones).toEqual({ all: 2, done: 1, late: 0, next: "2017-10-27" })
    const seen = [
      page,
      JSON.stringify(read),
      await textOf(reader, "/organisations/halton/coaching/NSW2"),
      await textOf(reader, "/organisations/halton/coaching/NSW2/timeline"),
      await textOf(reader, "/api/organisations/halton/coaching/NSW2"),
      JSON.stringify(await coachingIn(service.table).head("halton", "NSW2")),
    ].join("\n")
    for (const marker of markers) expect(seen).not.toContain(marker)
    for (const path of ["versions/2", "versions/2/changes", "print", "agree", "comment", "sections/core"])
      expect([path, (await reader.get(`${halton.at}/${path}`)).status]).toEqual([path, 403])
    for (const path of [".csv", ".txt"]) expect((await reader.get(`${halton.at}${path}`)).status).toBe(403)
    expect((await reader.api("GET", `${halton.at}/versions/2`)).status).toBe(403)
  })

  test("the evaluator and the sponsor read it whole, and change nothing", async () => {
    for (const email of ["evaluator@scie.example", "sponsor@halton.example"]) {
      const one = await service.as(email)
      expect(await pageOf(one, halton.at)).toContain("MARKER-MODEL")
      for (const [what, body] of [
        ["open", {}],
        ["begin", {}],
        ["propose", {}],
        ["agree", { version: 2 }],
        ["not-yet", { version: 2, note: "No." }],
      ] as const)
        expect([email, what, (await halton.move(one, what, body)).status]).toEqual([email, what, 403])
    }
  })

  test("another site, and the finance officer of its own, find nothing or are told who it is for", async () => {
    const other = await service.as("site-lead@shropshire.example")
    const nonsense = await other.get(planOf("nowhere"))
    for (const path of ["", "/versions/2", "/print", "/sections/core"])
      expect((await other.get(`${halton.at}${path}`)).status).toBe(404)
    expect(nonsense.status).toBe(404)
    expect((await lead.get(planOf("halton", "NSW1"))).status).toBe(404)
    expect((await lead.get(`${halton.at}/versions/9`)).status).toBe(404)
    expect((await lead.get(`${halton.at}/sections/nonsense`)).status).toBe(404)
    expect((await (await service.as("section-151@halton.example")).get(halton.at)).status).toBe(403)
  })

  test("a coach who is not assigned to the site finds nothing", async () => {
    const calderdale = planOf("calderdale", "NSW1")
    expect((await coach.get(calderdale)).status).toBe(404)
    expect((await coordinator.get(calderdale)).status).toBe(200)
    expect((await coach.get(halton.at)).status).toBe(200)
  })
})

describe("milestones after agreement", () => {
  test("are late by working days, moved with a reason, and the agreed text stays as it was", async () => {
    const before = await halton.read(lead)
    service.at("2017-10-31T09:00:00Z")
    expect(await pageOf(coach, halton.at)).toContain(
      "LATE: it was due on Friday 27 October 2017, 2 working days ago.",
    )
    expect((await halton.read(reader)).milestones).toMatchObject({ late: 1 })
    const [one] = before.whole?.milestones.filter(({ done }) => !done) ?? []
    const moved = `${halton.at}/milestones/${one?.id}/moved`
    const form = fieldsIn(await textOf(lead, moved), moved)
    const day = { "to.day": "30", "to.month": "10", "to.year": "2017" }
    const past = await lead.post(moved, { ...form, ...day, because: "The room was let." })
    expect([past.status, plain(await past.text())]).toEqual([
      422,
      expect.stringContaining("The new day must be on or after 31 October 2017"),
    ])
    expect(
      (await lead.post(moved, { ...form, ...day, "to.month": "11", because: "The room was let." })).status,
    ).toBe(303)
    const page = await pageOf(coach, halton.at)
    expect(page).toContain("Moved from 27 October 2017 to 30 November 2017")
    expect((await halton.read(lead)).whole?.agreed).toEqual(before.whole?.agreed)
  })

  test("one that was moved keeps its day through the next version, and one that is done stays done", async () => {
    const [done, one] = (await halton.read(lead)).whole?.milestones ?? []
    expect((await halton.move(lead, "open")).status).toBe(200)
    await halton.save(lead, "core", { people: { number: 18 } })
    expect(
      (await halton.move(lead, `milestones/${one?.id}/moved`, { to: "2017-12-05", because: "Once more." }))
        .status,
    ).toBe(200)
    const { version } = await halton.proposed(lead)
    await halton.agreed(lead, version)
    await halton.agreed(coordinator, version)
    const after = (await halton.read(lead)).whole
    expect(after?.milestones.map(({ id, by, done }) => [id, by, done !== undefined])).toEqual([
      [done?.id, "2017-10-10", true],
      [one?.id, "2017-12-05", false],
    ])
    const said = after?.agreed?.text.find(({ question }) => question === "milestones")?.words
    expect(said).toContain("5 December 2017")
    const again = await halton.move(lead, `milestones/${done?.id}/done`, { on: "2017-10-03", says: "Again." })
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("It stands.")])
  })

  test("one press twice marks it once, and a milestone that is not there is not found", async () => {
    const [, one] = (await halton.read(lead)).whole?.milestones ?? []
    const key = newKey()
    const body = { to: "2017-12-06", because: "A day later." }
    const what = `milestones/${one?.id}/moved`
    expect((await halton.move(lead, what, body, key)).status).toBe(200)
    expect((await halton.move(lead, what, body, key)).status).toBe(200)
    const moved = (await halton.read(lead)).whole?.milestones.find(({ id }) => id === one?.id)?.moved
    expect(moved).toHaveLength(4)
    expect((await halton.move(lead, what, body)).status).toBe(422)
    expect((await halton.move(lead, "milestones/nonsense/moved", body)).status).toBe(404)
  })
})

describe("beside the plan", () => {
  test("stands what was promised, planned and is known, and nothing that nobody has said", async () => {
    const rows = async (who: Client) =>
      Object.fromEntries(((await halton.read(who)).whole?.beside ?? []).map((one) => [one.label, one]))
    expect((await rows(lead)).Money).toEqual({ label: "Money", promised: "£92,827 asked for" })
    await awarded(service)
    const seen = await rows(coach)
    expect(seen["People with a named social worker"]).toEqual({
      label: "People with a named social worker",
      promised: "17",
      planned: "18",
    })
    expect(seen["Protected days a week, together"]?.planned).toBe("10")
    expect(seen.Milestones).toMatchObject({ planned: "2", now: "1 done, next by 6 December 2017" })
    expect(seen.Money).toEqual({
      label: "Money",
      promised: "£92,827 asked for",
      planned: "£92,827 awarded",
      now: "No return is accepted yet",
    })
    expect(await pageOf(lead, halton.at)).toContain("Promised, planned, now")
  })

  test("the agreed plan is printed, and kept as text and as a table, with what became of its milestones", async () => {
    const page = await pageOf(lead, `${halton.at}/print`)
    for (const words of [
      "Agreed for the site by",
      "Agreed for the programme by",
      "MARKER-MODEL",
      "Moved from",
    ])
      expect(page).toContain(words)
    expect(page).not.toContain("Say that it is done")
    const text = await lead.get(`${halton.at}.txt`)
    expect(text.headers.get("content-disposition")).toContain("halton-NSW2-plan.txt")
    expect(await text.text()).toMatch(
      /Pilot plan of Halton[\s\S]*MARKER-MODEL[\s\S]*SHA-256 of the agreed text: [0-9a-f]{64}/,
    )
    const table = await textOf(coach, `${halton.at}.csv`)
    expect(table).toContain("The plan,How many people is it for?,18\r\n")
    const none = await (await service.as("site-lead@liverpool.example")).get(`${planOf("liverpool")}/print`)
    expect([none.status, plain(await none.text())]).toEqual([
      409,
      expect.stringContaining("No version of this plan is agreed by both yet."),
    ])
  })

  test("each risk that was foreseen leads to the list of risks, for those who keep it", async () => {
    const [{ row = "" } = {}] = (await halton.read(lead)).whole?.risks ?? []
    const link = `/organisations/halton/coaching/NSW2/risks/add?from=plan&row=${row}`
    expect(row).not.toBe("")
    expect(await pageOf(lead, halton.at)).toContain(`href="${link}"`)
    expect(await pageOf(coach, halton.at)).toContain(`href="${link}"`)
    expect(await pageOf(coordinator, halton.at)).not.toContain("risks/add")
  })
})

describe("letters", () => {
  test("go to those who have to agree, to both sides once they have, and to the writers where it is not yet", async () => {
    const mails = await service.deliver()
    const told = (about: string) =>
      mails
        .filter(({ subject }) => subject === `[Demonstration] ${about}`)
        .map(({ to }) => to)
        .sort()
    const name = "Halton"
    expect(told(`To agree: the pilot plan of ${name}, version 1`)).toEqual([
      "coordinator@innovation-unit.example",
    ])
    expect(told(`Not agreed yet: the pilot plan of ${name}, version 1`)).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
    ])
    expect(told(`Agreed: the pilot plan of ${name}, version 2`)).toEqual([
      "coach@innovation-unit.example",
      "contributor@halton.example",
      "site-lead@halton.example",
      "sponsor@halton.example",
    ])
    const note = mails.find(({ subject }) => subject.includes("Not agreed yet"))
    expect(note?.text).toContain("MARKER-NOTE: say who.")
    expect(note?.text).toContain(halton.at)
    expect(service.faults).toEqual([])
  })
})
