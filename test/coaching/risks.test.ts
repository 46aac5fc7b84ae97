import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { actionsIn } from "../../shared/store/actions.ts"
import { call, coachedByAnother, coaching, headOf, linesOf, read } from "../support/coaching/going.ts"
import { planBy, planOf } from "../support/coaching/planning.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let sponsor: Client
let coach: Client
let coordinator: Client
let chair: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  sponsor = await service.as("sponsor@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  chair = await service.as("chair@doh.example")
})
afterAll(() => service.stop())

const risks = `${coaching}/risks`
const pageOf = async (who: Client, path = risks) => plain(await (await who.get(path)).text())
const facts = {
  title: "MARKERLOW the second worker may leave",
  category: "backfill",
  before: { likelihood: 4, impact: 4 },
  after: { likelihood: 3, impact: 4 },
  doing: "MARKERDOING an agency is asked",
  owner: { side: "site", who: "MARKEROWNER team manager" },
  proximity: "month",
  next: "2018-01-31",
}
const high = {
  ...facts,
  title: "The partner may not sign",
  owner: { side: "coach", who: "Programme lead" },
  after: { likelihood: 3, impact: 5 },
  before: { likelihood: 5, impact: 5 },
}
type Whole = { id: string; title: string; looks: number; state: string; high: boolean }
type One = { risk: Whole; earlier: unknown[]; revision: number }
type All = { risks: Whole[] }
type Seen = { view: string; high: Record<string, unknown>[]; others: number }
const actions = () => actionsIn(service.table, "halton").open()

describe("the risks of a site", () => {
  test("are none that anybody asks for, and the page says so", async () => {
    const page = await pageOf(lead)
    expect(page).toContain("No risk is open.")
    expect(page).toContain("Nobody asks for any number of risks.")
    expect((await read<All>(lead, "risks")).risks).toEqual([])
  })

  test("are added on a page that begins with what was foreseen, once however often it is pressed", async () => {
    const at = `${risks}/add`
    const plan = planBy(planOf("halton"))
    await plan.written(lead)
    const { version } = await plan.proposed(lead)
    const foreseen = `${at}?from=plan&row=`
    const early = (await plan.read(lead)).whole?.risks ?? []
    await plan.agreed(lead, version)
    const { risks: all } = await plan.agreed(coordinator, version)
    const page = await pageOf(lead, `${foreseen}${all[0]?.row}`)
    const form = fieldsIn(page, at)
    expect([early, form.title, form.doing]).toEqual([
      [],
      "Cover falls through",
      "The agency holds two names.",
    ])
    for (const nothing of [`${foreseen}none`, `${at}?from=plan`, `${at}?from=elsewhere&row=${all[0]?.row}`])
      expect(fieldsIn(await pageOf(lead, nothing), at).title).toBe("")
    expect(page).toContain("This page is not watched.")
    const typed = {
      ...form,
      title: facts.title,
      category: facts.category,
      likelihoodBefore: "4",
      impactBefore: "4",
      doing: facts.doing,
      likelihoodAfter: "3",
      impactAfter: "4",
      ownerSide: "site",
      ownerWho: facts.owner.who,
      proximity: "month",
      "next.day": "31",
      "next.month": "January",
      "next.year": "2018",
    }
    const bare = await lead.post(at, { ...typed, ownerWho: "" })
    const shown = plain(await bare.text())
    expect(bare.status).toBe(422)
    expect(shown).toContain("Enter who looks after it")
    expect(fieldsIn(shown, at).title).toBe(facts.title)
    expect((await read<All>(lead, "risks")).risks).toEqual([])

    const pressed = await Promise.all([lead.post(at, typed), lead.post(at, typed)])
    expect(pressed.map((one) => [one.status, one.headers.get("location")])).toEqual([
      [303, `${risks}/001`],
      [303, `${risks}/001`],
    ])
    expect((await read<All>(lead, "risks")).risks).toHaveLength(1)
    expect((await headOf(service)).highRisks).toBe(0)
    expect(await pageOf(coach)).toContain("1 risk is open, none of them high.")
  })

  test("that score 15 or more with what is done are high, and counted in lists", async () => {
    const added = await call(coach, "risks/add", high)
    expect([added.status, added.given]).toEqual([201, { risk: "002", state: "open", warns: [] }])
    expect((await headOf(service)).highRisks).toBe(1)
    const page = await pageOf(lead)
    expect(page).toContain("2 risks are open, 1 of them high.")
    expect(page.indexOf("The partner may not sign")).toBeLessThan(page.indexOf("MARKERLOW"))
    expect((await read<All>(lead, "risks")).risks.map(({ high }) => high)).toEqual([true, false])
  })

  test("are looked at again: each look is kept and the page shows how the score moved", async () => {
    service.at("2018-01-30T09:00:00Z")
    const at = `${risks}/002/look`
    const form = fieldsIn(await pageOf(contributor, at), at)
    expect(form.title).toBe(high.title)
    expect(form).not.toHaveProperty("action")
    const looked = await contributor.post(at, {
      ...form,
      impactAfter: "3",
      "next.day": "28",
      "next.month": "2",
    })
    expect([looked.status, looked.headers.get("location")]).toEqual([303, `${risks}/002`])
    expect((await headOf(service)).highRisks).toBe(0)
    const { risk, earlier } = await read<One>(lead, "risks/002")
    expect(risk.looks).toBe(2)
    expect(earlier).toMatchObject([{ after: high.after, looked: { by: { name: "Coach (demonstration)" } } }])
    const page = await pageOf(lead, `${risks}/002`)
    for (const words of ["How it moved", "3 likely × 5 bad", "3 likely × 3 bad", "30 January 2018 at 9am"])
      expect(page).toContain(words)
  })

  test("tell the slower of two who look at once, and keep what they typed", async () => {
    const at = `${risks}/002/look`
    const opened = fieldsIn(await pageOf(lead, at), at)
    const { revision } = await read<One>(coach, "risks/002")
    const next = "2018-02-28"
    expect((await call(coach, "risks/002/look", { ...high, next, revision })).status).toBe(200)
    const slower = { ...opened, title: "The partner has another view" }
    const told = await lead.post(at, slower)
    const page = plain(await told.text())
    expect(told.status).toBe(409)
    expect(page).toContain("Coach (demonstration) looked at it last")
    expect(fieldsIn(page, at).title).toBe("The partner has another view")
    expect((await call(coach, "risks/002/look", { ...high, next, revision })).status).toBe(409)
    expect((await read<One>(lead, "risks/002")).risk.title).toBe(high.title)
    expect((await headOf(service)).highRisks).toBe(1)
  })

  test("become an action in the same write, for whoever may set one", async () => {
    const { revision } = await read<One>(lead, "risks/001")
    const action = { text: "Ask the agency", owner: "site", due: "2018-02-15" }
    const next = "2018-02-28"
    const refused = await call(contributor, "risks/001/look", { ...facts, next, revision, action })
    expect([refused.status, await actions()]).toEqual([403, []])
    const key = newKey()
    const made = await call(lead, "risks/001/look", { ...facts, next, revision, action }, key)
    const again = await call(lead, "risks/001/look", { ...facts, next, revision, action }, key)
    expect([made.status, again.given]).toEqual([200, made.given])
    expect(await actions()).toMatchObject([
      { ...action, id: made.given.action, phase: "NSW2", from: { kind: "risk", id: "001", title: "risk 1" } },
    ])
    expect(await pageOf(lead, `${risks}/001`)).toContain("Ask the agency")
    const wrong = await call(lead, "risks/001/look", {
      ...facts,
      next,
      revision: revision + 1,
      action: { ...action, due: "2018-01-01" },
    })
    expect([wrong.status, (await actions()).length]).toEqual([422, 1])
    expect((await read<One>(lead, "risks/001")).revision).toBe(revision + 1)
  })

  test("warn where they are scored higher with what is done, and stop nobody", async () => {
    const odd = await call(lead, "risks/add", {
      ...facts,
      title: "Odd",
      next: "2018-02-28",
      before: { likelihood: 1, impact: 1 },
    })
    expect([odd.status, odd.given.warns]).toEqual([201, [expect.stringContaining("scored higher")]])
    expect(await pageOf(lead, `${risks}/003`)).toContain("It is scored higher with what is done about it")
  })

  test("are closed with why, once, and opened again by another look", async () => {
    const at = `${risks}/003/close`
    const form = fieldsIn(await pageOf(lead, at), at)
    const closed = await lead.post(at, { ...form, because: "MARKERWHY it was a slip" })
    expect([closed.status, closed.headers.get("location")]).toEqual([303, `${risks}/003`])
    const page = await pageOf(lead, `${risks}/003`)
    expect(page).toContain("Closed by Halton site lead (demonstration) on 30 January 2018 at 9am.")
    expect(page).toContain("MARKERWHY")
    const twice = await call(coach, "risks/003/close", { because: "Again" })
    expect([twice.status, twice.says]).toEqual([
      409,
      expect.stringContaining("closed this risk on 30 January 2018"),
    ])
    const { revision } = await read<One>(lead, "risks/003")
    const opened = await call(lead, "risks/003/look", {
      ...facts,
      title: "Odd",
      next: "2018-02-28",
      revision,
    })
    expect([opened.status, opened.given.state]).toEqual([200, "open"])
    expect(await pageOf(lead, `${risks}/003`)).toContain("It was opened")
    expect((await call(lead, "risks/003/close", { because: "MARKERWHY for good" })).status).toBe(200)
  })

  test.each([
    ["a sixth likelihood", { after: { likelihood: 6, impact: 1 } }],
    ["half an impact", { before: { likelihood: 1, impact: 1.5 } }],
    ["121 characters", { title: "x".repeat(121) }],
    ["nothing but spaces", { title: "  " }],
    ["a category that is not on the list", { category: "weather" }],
    ["101 words", { doing: "word ".repeat(101) }],
    ["yesterday", { next: "2018-01-29" }],
    ["30 February", { next: "2018-02-30" }],
    ["an NHS number", { doing: "NHS number 943 476 5919" }],
    ["a score that fell by nothing", { doing: undefined }],
    ["a number of its own", { id: "007" }],
  ])("are refused with %s, and nothing changes", async (_, wrong) => {
    const before = await linesOf(service)
    expect((await call(lead, "risks/add", { ...facts, next: "2018-02-28", ...wrong })).status).toBe(422)
    expect(await linesOf(service)).toEqual(before)
  })

  test("get numbers of their own where several are added in the same instant", async () => {
    const four = await Promise.all(
      [lead, coach, contributor].map((who) =>
        call(who, "risks/add", { ...facts, title: "At once", next: "2018-02-28" }),
      ),
    )
    expect(four.map(({ given }) => given.risk).sort()).toEqual(["004", "005", "006"])
    for (const risk of ["004", "005", "006"])
      expect((await call(lead, `risks/${risk}/close`, { because: "Over" })).status).toBe(200)
  })
})

describe("who keeps them, and who sees them", () => {
  test("the site and its coach keep them; whoever else sees them changes nothing", async () => {
    for (const who of [sponsor, coordinator, chair]) {
      expect((await call(who, "risks/add", { ...facts, next: "2018-02-28" })).status).toBe(403)
      expect((await call(who, "risks/001/close", { because: "No" })).status).toBe(403)
      for (const at of ["add", "001/look", "002/close"])
        expect((await who.get(`${risks}/${at}`)).status).toBe(403)
    }
    expect(await pageOf(sponsor, `${risks}/001`)).toContain("MARKERDOING")
    expect(await pageOf(sponsor)).not.toContain(`href="${risks}/add"`)
  })

  test("the department reads the high ones, without what is done, and of the others how many there are", async () => {
    const seen = await read<Seen>(chair, "risks")
    expect([seen.view, seen.others, seen.high.length]).toEqual(["summary", 1, 1])
    expect(Object.keys(seen.high[0] ?? {})).toEqual([
      "id",
      "title",
      "category",
      "before",
      "after",
      "owner",
      "proximity",
      "next",
    ])
    const page = await pageOf(chair)
    expect(page).toContain("The partner may not sign")
    expect(page).toContain("1 more is open here and scores less than 15.")
    expect(await pageOf(chair, `${risks}/002`)).not.toContain("What is done</dt>")
    const csv = await (await chair.get(`${risks}.csv`)).text()
    expect(csv.split("\r\n").slice(1).filter(Boolean)).toHaveLength(1)
    const pages = await Promise.all(
      [risks, `${risks}/002`, coaching, `${coaching}/timeline`, "/organisations/halton/actions"].map((at) =>
        pageOf(chair, at),
      ),
    )
    const given = await Promise.all(["risks", "risks/002", "", "timeline"].map((at) => read(chair, at)))
    expect(pages.join("") + csv + JSON.stringify(given)).not.toMatch(/MARKER/)
  })

  test("a risk that the department may not see is not found by it, like one that is not there", async () => {
    const answers = await Promise.all(
      ["001", "003", "999", "constructor"].map((one) => chair.api("GET", `${risks}/${one}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await lead.get(`${risks}/999`)).status).toBe(404)
    expect((await call(lead, "risks/999/close", { because: "No" })).status).toBe(404)
  })

  test("they are a file for whoever sees them whole, and no cell of it runs", async () => {
    const { revision } = await read<One>(lead, "risks/001")
    const formula = { ...facts, title: "=1+1 MARKERLOW", next: "2018-02-28", revision }
    expect((await call(lead, "risks/001/look", formula)).status).toBe(200)
    const csv = await (await sponsor.get(`${risks}.csv`)).text()
    expect(csv).toContain("what is done,state,why it is closed")
    expect(csv).toContain(",'=1+1 MARKERLOW,")
    expect(csv).toContain("MARKERWHY for good")
  })

  test("another site, and a coach who is not assigned, find nothing", async () => {
    await coachedByAnother(service, "shropshire")
    const stranger = await service.as("site-lead@bradford.example")
    for (const at of [risks, `${risks}/002`, `${risks}/add`, `${risks}.csv`])
      expect((await stranger.get(at)).status).toBe(404)
    expect((await coach.get("/organisations/shropshire/coaching/NSW2/risks")).status).toBe(404)
    expect((await lead.get("/organisations/halton/coaching/NSW1/risks")).status).toBe(404)
    const officer = await service.as("section-151@halton.example")
    expect((await officer.get(risks)).status).toBe(403)
  })
})
