import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { coachingIn } from "../../shared/store/coaching.ts"
import { plansIn } from "../../shared/store/plans.ts"
import { planBy, planOf, wholePlan } from "../support/coaching/planning.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let coach: Client
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-02T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const pageOf = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const leadOf = (site: string) => service.as(`site-lead@${site}.example`)
const headOf = (site: string) => coachingIn(service.table).head(site, "NSW2")

describe("the life of a pilot plan, by page", () => {
  const at = planOf("halton")
  const next = async (who: Client, path: string, fields: Record<string, string> = {}, on = at) => {
    const page = await (await who.get(on)).text()
    return who.post(path, { ...fieldsIn(page, path), ...fields })
  }

  test("it is begun by the site, and says what it is until then", async () => {
    expect(await pageOf(lead, at)).toContain("NOT BEGUN.")
    expect(await pageOf(coach, at)).toContain("The site begins it.")
    const begun = await next(lead, `${at}/begin`)
    expect([begun.status, begun.headers.get("location")]).toEqual([303, at])
    const page = await pageOf(lead, at)
    expect(page).toContain("NOT PROPOSED YET. It is a draft")
    expect(page).toContain("6 still to answer")
    expect(page).not.toMatch(/complete/i)
    expect((await headOf("halton"))?.plan).toEqual({ version: 0, waitsFor: [], draft: true })
  })

  test("its one page is written with rows that are added as they are needed", async () => {
    const core = `${at}/sections/core`
    const first = fieldsIn(await (await lead.get(core)).text(), core)
    const typed = {
      ...first,
      model: wholePlan.model,
      changes: wholePlan.changes,
      stops: wholePlan.stops,
      people: "17",
      "team.new-1.role": "Named social worker",
      "team.new-1.number": "4",
      "team.new-1.days": "2.5",
      "milestones.new-1.what": "Workers are named",
      "milestones.new-1.by.day": "20",
      "milestones.new-1.by.month": "10",
      "milestones.new-1.by.year": "2017",
      "milestones.new-1.who": "Team manager",
      add: "milestones",
    }
    const more = await lead.post(core, typed)
    expect(more.headers.get("location")).toBe(`${core}?add=milestones#milestones`)
    const page = plain(await (await lead.get(`${core}?add=milestones`)).text())
    expect(page).toContain("Milestone 2")
    expect(page).toContain(wholePlan.model)
    expect(await pageOf(lead, at)).toContain("everything is answered")
  })

  test("what cannot be taken comes back as it was typed, beside its cause, and nothing is changed", async () => {
    const core = `${at}/sections/core`
    const fields = fieldsIn(await (await lead.get(core)).text(), core)
    const before = await plansIn(service.table).plan({ organisation: "halton", phase: "NSW2" })
    const wrong = await lead.post(core, { ...fields, stops: "Everything else.", people: "about 20" })
    const page = plain(await wrong.text())
    expect(wrong.status).toBe(422)
    expect(page).toContain("The number of people must be a whole number, like 17")
    expect(page).toContain("Everything else.")
    const named = await lead.post(core, { ...fields, stops: "Her NHS number is 943 476 5919." })
    expect([named.status, plain(await named.text())]).toEqual([
      422,
      expect.stringContaining("Her NHS number is 943 476 5919."),
    ])
    expect(await plansIn(service.table).plan({ organisation: "halton", phase: "NSW2" })).toEqual(before)
  })

  test("the coach comments on a line, the writers read it where they write, and say that it is dealt with", async () => {
    const form = await (await coach.get(`${at}/comment?on=stops`)).text()
    expect(fieldsIn(form, `${at}/comment`).on).toBe("stops")
    const said = { ...fieldsIn(form, `${at}/comment`), text: "Who covers Mondays?" }
    expect((await coach.post(`${at}/comment`, said)).status).toBe(303)
    expect((await coach.post(`${at}/comment`, said)).status).toBe(303)
    const written = await pageOf(contributor, `${at}/sections/core`)
    expect(written.match(/Who covers Mondays\?/g)).toHaveLength(1)
    const page = await pageOf(lead, at)
    expect(page).toContain("2 October 2017 at 10am, in the draft of version 1:")
    const [, action = ""] = /action="([^"]*\/dealt)"/.exec(page) ?? []
    expect((await next(lead, action)).status).toBe(303)
    expect(await pageOf(lead, at)).toContain("Comments that were dealt with (1)")
    expect(await pageOf(contributor, `${at}/sections/core`)).not.toContain("Who covers Mondays?")
  })

  test("a proposed version waits for both, cannot be written, and is agreed by one button each", async () => {
    const proposed = await next(contributor, `${at}/propose`, { agrees: "no" }, `${at}/propose`)
    expect([proposed.status, proposed.headers.get("location")]).toEqual([303, at])
    expect(await pageOf(contributor, at)).toContain(
      "PROPOSED, NOT AGREED YET: version 1 has waited for the site lead and a programme coordinator since Monday 2 October 2017.",
    )
    const blocked = await lead.get(`${at}/sections/core`)
    expect([blocked.status, plain(await blocked.text())]).toEqual([
      409,
      expect.stringContaining("Take it back first to change it."),
    ])
    expect(await pageOf(coordinator, `${at}/agree`)).toContain("Agree for the programme")
    const first = await next(coordinator, `${at}/agree`, {}, `${at}/agree`)
    expect(first.headers.get("location")).toBe(at)
    expect(await pageOf(coordinator, `${at}/agree`)).toContain("It does not wait for you.")
    expect((await headOf("halton"))?.plan?.waitsFor).toEqual(["the site"])
    expect((await next(lead, `${at}/agree`, {}, `${at}/agree`)).status).toBe(303)
    const page = await pageOf(lead, at)
    expect(page).toContain("AGREED: version 1, by both on 2 October 2017.")
    expect(page).toContain("Next: Workers are named. By Friday 20 October 2017, in 14 working days.")
    expect((await headOf("halton"))?.plan).toMatchObject({
      version: 1,
      waitsFor: [],
      draft: false,
      milestones: { all: 1, done: 0, next: "2017-10-20" },
    })
    expect(await pageOf(lead, "/organisations/halton/coaching/NSW2")).toContain(
      "agreed 2 October 2017; 0 of 1 milestones done, the next by 20 October 2017",
    )
  })

  test("an agreed version is kept to the letter while another is written, and counts until that one is agreed", async () => {
    const place = { organisation: "halton", phase: "NSW2" }
    const before = await plansIn(service.table).version(place, 1)
    expect((await next(lead, `${at}/open`)).status).toBe(303)
    expect(await pageOf(lead, at)).toContain("version 1 counts until another is agreed")
    const same = await next(lead, `${at}/propose`, { agrees: "no" }, `${at}/propose`)
    expect([same.status, plain(await same.text())]).toEqual([
      409,
      expect.stringContaining("Nothing is otherwise than in version 1, which is agreed."),
    ])
    const plan = planBy(at)
    expect((await plan.save(contributor, "core", { people: { number: 20 } })).status).toBe(200)
    expect(await pageOf(lead, at)).toContain("What was agreed: version 1")
    const otherwise = await pageOf(coach, `${at}/versions/draft/changes`)
    expect(otherwise).toContain("How many people is it for?")
    expect(otherwise).toMatch(/<del[^>]*>17[\s\S]*<ins[^>]*>20/)
    const { version } = await plan.proposed(lead)
    await plan.agreed(lead, version)
    await plan.agreed(coordinator, version)
    expect(await pageOf(lead, at)).toContain("What was agreed: version 2")
    expect(await plansIn(service.table).version(place, 1)).toEqual(before)
    expect((await plan.read(lead)).versions.map(({ fate }) => fate)).toEqual(["agreed", "agreed"])
  })

  test("every line of it stands on the site's timeline, and none says a word that somebody wrote", async () => {
    const page = await pageOf(lead, "/organisations/halton/coaching/NSW2/timeline")
    for (const words of [
      "The pilot plan: begun",
      "The pilot plan: commented on",
      "The pilot plan: a comment was dealt with",
      "The pilot plan, version 1: proposed for agreement",
      "The pilot plan, version 1: agreed",
      "The pilot plan: opened for changes",
      "The pilot plan, version 2: agreed",
    ])
      expect(page).toContain(words)
    expect(page).not.toContain("Mondays")
  })
})

describe("two people at once", () => {
  test("meet only where both changed the same answer; what was typed stays, with who changed it", async () => {
    const at = planOf("shropshire")
    const core = `${at}/sections/core`
    const [one, other] = [await leadOf("shropshire"), await service.as("contributor@shropshire.example")]
    expect((await one.api("POST", `${at}/begin`, {}, keyed())).status).toBe(201)
    const mine = fieldsIn(await (await one.get(core)).text(), core)
    const theirs = fieldsIn(await (await other.get(core)).text(), core)
    expect((await other.post(core, { ...theirs, model: "Theirs.", changes: "Theirs too." })).status).toBe(303)
    expect((await one.post(core, { ...mine, stops: "Mine alone." })).status).toBe(303)
    const clash = await one.post(core, { ...mine, model: "Mine." })
    const page = plain(await clash.text())
    expect(clash.status).toBe(409)
    expect(page).toContain("changed “What does a named social worker do here?” after you opened this page")
    expect(page).toContain("Theirs.")
    const again = fieldsIn(page, core)
    expect(again.model).toBe("Mine.")
    expect((await one.post(core, { ...again, "choose.model": "theirs" })).status).toBe(303)
    const { whole } = await planBy(at).read(one)
    expect(whole?.draft?.slice(0, 3).map(({ words }) => words)).toEqual([
      "Theirs.",
      "Theirs too.",
      "Mine alone.",
    ])
  })

  test("who propose the same draft make one version, and one of them is told", async () => {
    const plan = planBy(planOf("bradford"))
    const [one, other] = [await leadOf("bradford"), await service.as("contributor@bradford.example")]
    await plan.written(one)
    const both = await Promise.all([plan.move(one, "propose"), plan.move(other, "propose")])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await plan.read(one)).versions).toHaveLength(1)
  })

  test("the same key twice is one move, and a stale press does nothing", async () => {
    const plan = planBy(planOf("bradford"))
    const one = await leadOf("bradford")
    const key = newKey()
    const twice = [
      await plan.move(one, "agree", { version: 1 }, key),
      await plan.move(one, "agree", { version: 1 }, key),
    ]
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(await twice[1]?.json()).toEqual(await twice[0]?.json())
    expect((await plan.move(one, "agree", { version: 1 })).status).toBe(409)
    expect((await plan.move(one, "agree", { version: 7 })).status).toBe(404)
    expect((await plan.move(one, "open", {}, key)).status).toBe(422)
    const lines = await coachingIn(service.table).timeline("bradford", "NSW2")
    expect(lines.filter(({ move }) => move === "agree plan")).toHaveLength(1)
  })
})

describe("not yet, and taking back", () => {
  test("“not yet” says what would have to change, and opens it again as a draft", async () => {
    const plan = planBy(planOf("bradford"))
    const one = await leadOf("bradford")
    const empty = await coordinator.post(`${plan.at}/not-yet`, { version: "1", note: "", key: newKey() })
    expect([empty.status, plain(await empty.text())]).toEqual([
      422,
      expect.stringContaining("Enter what would have to change"),
    ])
    const note = "Say who covers the other work."
    expect((await plan.move(coordinator, "not-yet", { version: 1, note })).status).toBe(200)
    const read = await plan.read(one)
    expect([read.state, read.versions.map(({ fate }) => fate)]).toEqual(["draft", ["not yet"]])
    expect(read.whole?.comments.map(({ text, notYet }) => [text, notYet])).toEqual([[note, true]])
    expect(await pageOf(one, plan.at)).toContain(note)
    expect((await plan.move(coordinator, "agree", { version: 1 })).status).toBe(409)
  })

  test("the site takes back what it proposed: it is a draft, and the words given for it count no more", async () => {
    const plan = planBy(planOf("bradford"))
    const one = await leadOf("bradford")
    const { version } = await plan.proposed(one)
    expect(version).toBe(2)
    expect((await plan.agreed(coordinator, version)).waitsFor).toEqual(["the site"])
    expect((await plan.move(one, "open")).status).toBe(200)
    const third = await plan.proposed(one)
    expect(third.waitsFor).toEqual(["the site", "the programme"])
  })

  test("a lead may propose and agree for the site in one press; a contributor may not", async () => {
    const plan = planBy(planOf("liverpool"))
    const one = await leadOf("liverpool")
    await plan.written(one)
    const other = await service.as("contributor@liverpool.example")
    expect((await plan.move(other, "propose", { agrees: true })).status).toBe(403)
    const made = await plan.move(one, "propose", { agrees: true })
    expect(await made.json()).toMatchObject({ version: 1, waitsFor: ["the programme"] })
    const { agreed, risks } = await plan.agreed(coordinator, 1)
    expect([agreed, risks.map(({ risk }) => risk)]).toEqual([true, ["Cover falls through", "Nobody joins"]])
  })
})
