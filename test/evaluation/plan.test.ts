import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import {
  evaluationPlanBy,
  evaluationPlanOf,
  lockedAt,
  wholeMeasure,
  wholeTheory,
} from "../support/evaluation/planning.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let lead: Client
let contributor: Client
let evaluator: Client
let coach: Client
let coordinator: Client
let reader: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-23T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  evaluator = await service.as("evaluator@scie.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  reader = await service.as("reader@doh.example")
})
afterAll(() => service.stop())

const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const leadOf = (site: string) => service.as(`site-lead@${site}.example`)
const agreedAt = (site: string) => evaluationIn(service.table).agreed(site, "NSW2")
const headAt = (site: string) => evaluationIn(service.table).head(site, "NSW2")

describe("the life of an evaluation plan, by page", () => {
  const at = evaluationPlanOf("halton")
  const next = async (who: Client, path: string, fields: Record<string, string> = {}, on = at) => {
    const page = await (await who.get(on)).text()
    return who.post(path, { ...fieldsIn(page, path), ...fields })
  }
  const typed = (answers: Record<string, string>) => answers

  test("it is begun by the evaluator or the site, and says what it is until then", async () => {
    expect(await pageOf(lead, at)).toContain("NOT BEGUN.")
    expect(await pageOf(coordinator, at)).toContain("NOT AGREED YET.")
    expect(await pageOf(coach, at)).toContain("The site or the evaluator begins it.")
    const begun = await next(evaluator, `${at}/begin`)
    expect([begun.status, begun.headers.get("location")]).toEqual([303, at])
    expect(await pageOf(lead, at)).toContain("NOT PROPOSED YET. It is a draft")
    expect((await headAt("halton"))?.plan).toEqual({ version: 0, waitsFor: [], draft: true })
  })

  test("its boxes are written by both, and a measure is chosen of the library or begun empty", async () => {
    const theory = await next(lead, `${at}/sections/theory`, typed(wholeTheory), `${at}/sections/theory`)
    expect(theory.status).toBe(303)
    const group = `${at}/sections/group`
    expect((await next(evaluator, group, { admissions: "asked" }, group)).status).toBe(303)
    const library = await next(lead, `${at}/measures`, { from: "library.contact-hours" }, `${at}/measures`)
    const form = library.headers.get("location") ?? ""
    expect(await pageOf(lead, form)).toContain("Hours of direct contact in a month")
    const own = await next(contributor, `${at}/measures`, { from: "own" }, `${at}/measures`)
    const empty = own.headers.get("location") ?? ""
    expect((await next(contributor, empty, typed(wholeMeasure), empty)).status).toBe(303)
    const page = await pageOf(lead, at)
    expect(page).toContain("Contact hours for each person")
    expect(page).not.toContain("still to answer")
    expect(page).toContain('role="img"')
    expect(page).toContain("Four named social workers")
  })

  test("what cannot be taken comes back as it was typed, beside its cause", async () => {
    const section = `${at}/sections/theory`
    const many = Array.from({ length: 41 }, () => "word").join(" ")
    const wrong = await next(lead, section, { inputs: many }, section)
    expect([wrong.status, plain(await wrong.text())]).toEqual([
      422,
      expect.stringContaining("must be 40 words or fewer"),
    ])
    const named = await next(lead, section, { people: "Her NHS number is 943 476 5919." }, section)
    expect(named.status).toBe(422)
    const none = await next(lead, `${at}/measures`, { from: "nothing.such" }, `${at}/measures`)
    expect([none.status, plain(await none.text())]).toEqual([
      422,
      expect.stringContaining("Select which measure to add"),
    ])
  })

  test("the coach comments on a measure, the writers read it where they write, and deal with it", async () => {
    const form = await (await coach.get(`${at}/comment?on=theory`)).text()
    const said = { ...fieldsIn(form, `${at}/comment`), text: "Who takes duty on Mondays?" }
    expect((await coach.post(`${at}/comment`, { ...said, on: "theory" })).status).toBe(303)
    expect(await pageOf(evaluator, `${at}/sections/theory`)).toContain("Who takes duty on Mondays?")
    const [, action = ""] = /action="([^"]*\/dealt)"/.exec(await pageOf(lead, at)) ?? []
    expect((await next(lead, action)).status).toBe(303)
    expect(await pageOf(lead, at)).toContain("Comments that were dealt with (1)")
  })

  test("a proposed version waits for both, cannot be written, and counts in the write of the second word", async () => {
    const proposed = await next(evaluator, `${at}/propose`, { agrees: "yes" }, `${at}/propose`)
    expect(proposed.status).toBe(303)
    expect(await pageOf(contributor, at)).toContain(
      "PROPOSED, NOT AGREED YET: version 1 has waited for the site lead since",
    )
    expect((await lead.get(`${at}/sections/theory`)).status).toBe(409)
    expect(await agreedAt("halton")).toBeUndefined()
    expect(await pageOf(reader, at)).toContain("NOT AGREED YET.")
    expect((await next(lead, `${at}/agree`, {}, `${at}/agree`)).status).toBe(303)
    const counts = await agreedAt("halton")
    expect(counts).toMatchObject({ version: 1, notOurGroup: {} })
    expect(counts?.measures.slice(-2).map(({ id, of }) => [/^s-/.test(id) ? "own" : id, of])).toEqual([
      ["contact-hours", "library"],
      ["own", "site"],
    ])
    expect((await headAt("halton"))?.plan).toMatchObject({ version: 1, waitsFor: [], draft: false })
    const mails = await service.deliver()
    expect(
      mails.filter(({ subject }) => subject.includes("To agree: the evaluation plan")).map(({ to }) => to),
    ).toEqual(["site-lead@halton.example"])
    expect(
      mails.some(({ subject, to }) => subject.includes("Agreed:") && to === "evaluator@scie.example"),
    ).toBe(true)
  })

  test("the department and the coordinators read what was agreed, and nothing that is being written", async () => {
    const written = await next(lead, `${at}/open`)
    expect(written.status).toBe(303)
    const section = `${at}/sections/theory`
    await next(lead, section, { inputs: "A secret of the draft" }, section)
    for (const who of [coordinator, reader]) {
      const page = await pageOf(who, at)
      expect(page).toContain("AGREED: version 1")
      expect(page).toContain("Plans in people’s own words")
      expect(page).not.toContain("secret of the draft")
      expect((await who.get(`${at}/versions/draft`)).status).toBe(403)
      const api = await (await who.api("GET", at)).text()
      expect(api).not.toContain("secret of the draft")
      expect(await (await who.get(`${at}/theory.svg`)).text()).not.toContain("secret of the draft")
    }
    expect(await pageOf(lead, `${at}/versions/draft/changes`)).toContain("A secret of the draft")
  })

  test("the agreed plan is printed, read as text and as a table, and its picture is kept", async () => {
    expect(await pageOf(lead, `${at}/print`)).toContain("Confidence of practitioners")
    const text = await (await coordinator.get(`${at}.txt`)).text()
    expect(text).toContain("Evaluation plan of Halton")
    expect(text).toContain(
      "One value is: So many plans in people’s own words of so many plans that were reviewed",
    )
    const csv = await (await lead.get(`${at}.csv`)).text()
    expect(csv).toContain("Measures of the site,Contact hours for each person,Id,contact-hours")
    const picture = await lead.get(`${at}/theory.svg`)
    expect(picture.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8")
    expect(await picture.text()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /)
  })
})

describe("an evaluation plan by the API", () => {
  test("says “not yet” to either side, and the agreed version goes on counting", async () => {
    const site = await leadOf("bradford")
    const plan = evaluationPlanBy(evaluationPlanOf("bradford"))
    await plan.written(site)
    const one = await plan.proposed(site, true)
    expect(one).toMatchObject({ version: 1, agreed: false, waitsFor: ["the evaluator"] })
    await plan.ok(await plan.move(evaluator, "not-yet", { version: 1, note: "Say who collects it." }))
    expect((await plan.read(site)).whole).toMatchObject({
      state: "draft",
      comments: [{ text: "Say who collects it.", notYet: true }],
    })
    await plan.ok(
      await plan.save(evaluator, "group", { admissions: "not", because: "Nobody is in hospital." }),
    )
    await plan.proposed(evaluator, true)
    expect(await plan.agreed(site, 2)).toEqual({ version: 2, agreed: true, waitsFor: [] })
    expect(await agreedAt("bradford")).toMatchObject({
      version: 2,
      notOurGroup: { admissions: "Nobody is in hospital.", discharges: "Nobody is in hospital." },
    })
    expect((await agreedAt("bradford"))?.measures.map(({ id }) => id)).not.toContain("admissions")
    const again = await plan.move(site, "agree", { version: 2 })
    expect(again.status).toBe(409)
  })

  test("is one effect however often it is asked for, and two who change one box are shown both texts", async () => {
    const site = await leadOf("shropshire")
    const plan = evaluationPlanBy(evaluationPlanOf("shropshire"))
    await plan.ok(await plan.move(site, "begin"))
    const key = "one-key-for-one-measure"
    const made = await Promise.all([1, 2].map(() => plan.move(site, "measures", { from: "own" }, key)))
    const bodies = await Promise.all(made.map((one) => one.json()))
    expect(bodies[0]).toEqual(bodies[1])
    const { whole } = await plan.read(site)
    expect(whole?.entries).toHaveLength(1)
    const revision = whole?.revision ?? 0
    await plan.ok(await plan.save(site, "theory", { inputs: "Two workers" }, revision))
    await plan.ok(await plan.save(evaluator, "theory", { system: "Fewer beds" }, revision))
    const clash = await plan.save(evaluator, "theory", { inputs: "Three workers" }, revision)
    expect(clash.status).toBe(409)
    expect(await clash.json()).toMatchObject({ clashes: [{ question: "inputs", theirs: "Two workers" }] })
    const missing = await plan.move(site, "propose", {})
    expect([missing.status, JSON.stringify(await missing.json())]).toEqual([
      422,
      expect.stringContaining("A measure without a name"),
    ])
  })

  test("keeps what is locked: it is neither changed nor taken out, but another takes its place with a note", async () => {
    const site = await leadOf("liverpool")
    const plan = evaluationPlanBy(evaluationPlanOf("liverpool"))
    const own = await plan.written(site)
    await plan.proposed(site, true)
    await plan.agreed(evaluator, 1)
    await lockedAt(service, "liverpool", "2017-12-04T10:00:00.000Z")
    await plan.ok(await plan.move(site, "open"))
    const changed = await plan.save(site, own, { definition: "Plans that somebody liked." })
    expect([changed.status, await changed.text()]).toEqual([422, expect.stringContaining("no such question")])
    await plan.ok(await plan.save(site, own, { collectedBy: "The reviewing officer" }))
    expect((await plan.move(site, `measures/${own}/remove`)).status).toBe(409)
    const { measure } = await plan.ok<{ measure: string }>(await plan.move(site, `measures/${own}/replace`))
    await plan.ok(await plan.save(site, measure, { definition: "Plans that the person signed." }))
    const bare = await plan.move(site, "propose", {})
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining("read together")])
    await plan.ok(await plan.save(site, measure, { bridge: "Both are of the plans that were reviewed." }))
    const late = await plan.add(site, "library.family-view")
    const silent = await plan.move(site, "propose", {})
    expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining("no baseline")])
    await plan.ok(await plan.save(site, late, { noBaseline: "Families were not asked before." }))
    await plan.proposed(site, true)
    await plan.agreed(evaluator, 2)
    const counts = await agreedAt("liverpool")
    expect(counts).toMatchObject({ version: 2, lockedAt: "2017-12-04T10:00:00.000Z" })
    expect(counts?.measures.find(({ id }) => id === measure)).toMatchObject({
      bridge: { takesPlaceOf: own, note: "Both are of the plans that were reviewed." },
    })
    expect(counts?.measures.find(({ id }) => id === "family-view")).toMatchObject({
      of: "library",
      points: ["final"],
      noBaseline: "Families were not asked before.",
    })
    expect((await plan.read(site)).says.at(-1)).toContain("LOCKED with the baseline on 4 December 2017")
    await plan.ok(await plan.move(site, "open"))
    await plan.ok(await plan.save(site, "theory", { inputs: "Five workers" }))
    expect((await plan.proposed(site)).version).toBe(3)
  })

  test("a version that was proposed before the lock cannot change what is locked by being agreed after it", async () => {
    const site = await leadOf("sheffield")
    const plan = evaluationPlanBy(evaluationPlanOf("sheffield"))
    const own = await plan.written(site)
    await plan.proposed(site, true)
    await plan.agreed(evaluator, 1)
    await plan.ok(await plan.move(site, "open"))
    await plan.ok(await plan.save(site, own, { definition: "Plans that somebody liked." }))
    await plan.proposed(site, true)
    await lockedAt(service, "sheffield", "2017-12-04T10:00:00.000Z")
    const late = await plan.move(evaluator, "agree", { version: 2 })
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining("locked with the baseline"),
    ])
    expect(await agreedAt("sheffield")).toMatchObject({ version: 1 })
    expect(service.faults).toEqual([])
  })
})
