import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { isSpread } from "../../shared/domain/calendar/phase.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { calendarIn, putPhase } from "../../shared/store/calendar.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { condition } from "../support/told.ts"
import { decidedRound, department, tell, toldAt, toldRound } from "../support/told-round.ts"

const round = "nsw-2-2017"
const into = `${department}/phase`
const days = { from: "2017-10-01", to: "2018-03-31" }
const why =
  "The first of the successful cannot go ahead, and the money is free. This one is the first on the list; its plan is whole, and its people are ready to begin on the first of October. "

const phaseTwo = async (service: Service) => {
  const found = await calendarIn(service.table, programme.id).phase("NSW2")
  if (!found) throw new Error("There is no phase 2")
  return found
}
const see = async (who: Client, path: string) => plain(await (await who.get(path)).text())

describe("from decision to site", () => {
  let service: Service
  let references: Record<string, string>
  let people: Awaited<ReturnType<typeof toldRound>>["people"]
  let chair: Client

  beforeAll(async () => {
    service = await startService()
    ;({ references, people } = await toldRound(service))
    chair = people.chair
    await service.deliver()
  })
  afterAll(() => service.stop())

  const take = (name: string, body: unknown = days, who = chair, key = newKey()) =>
    who.api("POST", `${into}/${references[name]}`, body, keyed(key))

  test("lists who is successful and who is in reserve, and nobody else", async () => {
    const page = await see(chair, into)
    expect(page).toContain("1 to be taken into Phase 2, 2017 to 2018; 0 taken in.")
    expect(page).toContain("In reserve, place 1")
    expect(page).toContain("£92,827")
    expect(page).not.toContain("Shropshire")
  })

  test("takes in nobody who has withdrawn, alone or with the others", async () => {
    const other = await startService()
    try {
      const told = await toldRound(other)
      const one = await expectedIn(other.table).of("halton", round)
      if (!one?.stands) throw new Error("It was not sent")
      const withdrawn = { ...one, stands: { ...one.stands, state: "withdrawn" as const } }
      await other.table.write([putExpected(withdrawn, one)])
      const alone = await told.people.chair.api("POST", `${into}/${told.references.halton}`, days, keyed())
      expect(alone.status).toBe(409)
      expect(await alone.text()).toContain("has withdrawn it")
      expect(await (await told.people.chair.api("POST", into, {})).json()).toEqual({ round, joined: [] })
    } finally {
      await other.stop()
    }
  })

  test("is for the chair and the decision-maker", async () => {
    for (const who of [people.reader, people.adviser, people.coordinator])
      expect((await take("halton", days, who)).status).toBe(403)
  })

  test("shows who goes on there, and whose access ends before the pilot does", async () => {
    const page = await see(chair, `${into}/${references.halton}`)
    expect(page).toContain("Halton site lead (demonstration)")
    expect(page).toContain("Name who covers the other work of each social worker. By 31 October 2017.")
    expect(page).not.toContain("before its pilot ends")
    await service.table.write(
      peopleIn(service.table).granting(
        { id: "p-short", name: "Short Stay", email: "short.stay@halton.example" },
        {
          id: "g-short",
          role: "contributor",
          organisation: "halton",
          from: "2017-09-01T00:00:00.000Z",
          to: "2017-12-31T23:59:59.999Z",
          by: "p-halton-site-lead",
        },
      ),
    )
    const ending = await see(chair, `${into}/${references.halton}`)
    expect(ending).toMatch(/Short Stay[\s\S]{0,200}31 December 2017[\s\S]{0,80}before its pilot ends/)
    expect(ending).toContain("1 access ends before Phase 2, 2017 to 2018 does.")
  })

  test("takes nobody in who was not successful, or whose days are turned round", async () => {
    expect((await take("shropshire")).status).toBe(409)
    expect((await take("bradford")).status).toBe(409)
    const turned = await take("halton", { from: "2018-03-31", to: "2017-10-01" })
    expect(turned.status).toBe(422)
    expect(await turned.text()).toContain("Its last day must be after its first")
    expect((await phaseTwo(service)).sites.map(({ organisation }) => organisation)).not.toContain("halton")
  })

  test("makes a site of it, with its award, what it promised and its conditions, once", async () => {
    const page = await (await chair.get(`${into}/${references.halton}`)).text()
    const fields = fieldsIn(page, `${into}/${references.halton}`)
    expect(fields).toMatchObject({ "from.day": "1", "from.month": "10", "to.month": "3", "to.year": "2018" })
    for (let times = 2; times > 0; times--)
      expect((await chair.post(`${into}/${references.halton}`, fields)).status).toBe(303)
    const site = (await phaseTwo(service)).sites.find(({ organisation }) => organisation === "halton")
    expect(site).toMatchObject({ ...days, award: 9_282_700, joined: "applied", revision: 1 })
    const store = actionsIn(service.table, "halton")
    expect(await store.all()).toMatchObject([
      {
        text: condition.text,
        due: "2017-10-31",
        state: "open",
        phase: "NSW2",
        from: { kind: "condition", reference: references.halton },
        revision: 1,
      },
    ])
    const promised = await store.promised("NSW2")
    expect(promised).toMatchObject({
      reference: references.halton,
      version: 1,
      awarded: 9_282_700,
      groups: ["learning-disability"],
    })
    expect(promised?.answers.map(({ question }) => question)).toEqual(
      expect.arrayContaining(["whyHere", "differently", "freeTime", "afterwards"]),
    )
    expect(JSON.stringify(promised)).not.toMatch(/demonstration\)|@/)
    const { readings } = await panelIn(service.table, round).all()
    expect(readings.find(({ organisation }) => organisation === "halton")?.joined).toBe(toldAt)
    expect((await take("halton")).status).toBe(409)
  })

  test("still says why it came in, and who decided, once a coordinator names its coach", async () => {
    const answers = { joined: "applied", ...days, award: 9_282_700, note: "The newsroom.", coach: "p-coach" }
    const given = await people.coordinator.api("POST", "/programme/phases/NSW2/sites/halton", { answers })
    expect(given.status).toBe(200)
    const site = (await phaseTwo(service)).sites.find(({ organisation }) => organisation === "halton")
    expect(site).toMatchObject({
      coach: { person: "p-coach" },
      because: `Its expression of interest ${references.halton} was successful.`,
      decidedBy: expect.stringContaining("Decision-maker (demonstration)"),
      note: "The newsroom.",
    })
  })

  describe("gives the site its conditions", () => {
    let lead: Client
    const here = "/organisations/halton/actions"
    beforeAll(async () => {
      lead = await service.as("site-lead@halton.example")
    })
    const first = async () => (await actionsIn(service.table, "halton").all())[0]?.id ?? ""

    test("on its home, by their day, and on no other home", async () => {
      const page = await see(lead, "/organisations/halton")
      expect(page).toContain("What is to be done")
      expect(page).toContain("Due 31 October 2017, in 33 working days")
      const other = await see(await service.as("site-lead@shropshire.example"), "/organisations/shropshire")
      expect(other).not.toContain("What is to be done")
    })

    test("at the cost of no request more than a home of a phase makes without any", async () => {
      const costOf = async (organisation: string) => {
        const who = await service.as(`site-lead@${organisation}.example`)
        await who.get(`/organisations/${organisation}`)
        service.costs.length = 0
        await who.get(`/organisations/${organisation}`)
        return service.costs.length
      }
      expect(await costOf("halton")).toBe(await costOf("shropshire"))
    })

    test("which the coordinators see on the page of the site", async () => {
      const page = await see(people.coordinator, "/programme/sites/halton")
      expect(page).toContain("What is to be done")
      expect(page).toContain("A condition of the award")
      expect(page).toContain(condition.text)
      expect(await see(people.coordinator, "/programme/sites/sheffield")).not.toContain("What is to be done")
    })

    test("which the sponsor reads and does not close", async () => {
      const sponsor = await service.as("sponsor@halton.example")
      expect(await see(sponsor, here)).not.toContain("/done")
      expect((await sponsor.get(`${here}/${await first()}/done`)).status).toBe(403)
      const answer = await sponsor.api(
        "POST",
        `${here}/${await first()}/done`,
        { evidence: "It is." },
        keyed(),
      )
      expect(answer.status).toBe(403)
    })

    test("which are late by working days, and done with a line of evidence, once", async () => {
      service.at("2017-11-03T09:00:00.000Z")
      expect(await see(lead, here)).toContain("Was due 31 October 2017, 3 working days ago")
      const at = `${here}/${await first()}/done`
      const empty = await lead.post(at, { ...fieldsIn(await (await lead.get(at)).text(), at), evidence: "" })
      expect(empty.status).toBe(422)
      const fields = fieldsIn(await (await lead.get(at)).text(), at)
      const evidence = "The rota of 30 October names them; it lies in the team’s folder."
      for (let times = 2; times > 0; times--)
        expect((await lead.post(at, { ...fields, evidence })).status).toBe(303)
      const body = (await (await lead.api("GET", here)).json()) as { actions: Record<string, unknown>[] }
      expect(body.actions).toMatchObject([
        { state: "done", late: false, done: { by: { name: "Halton site lead (demonstration)" }, evidence } },
      ])
      expect(await see(lead, here)).toContain("Nothing to do: all of it is done.")
      expect(await see(lead, "/organisations/halton")).not.toContain("What is to be done")
      const again = await lead.api("POST", at, { evidence: "Again." }, keyed())
      expect(again.status).toBe(409)
      service.at(toldAt)
    })
  })

  describe("promotes a reserve", () => {
    const at = () => `${into}/${references.bradford}/promote`
    const promoted = { decision: "successful", amount: 4_000_000, reason: why }

    test("by the decision-maker, with a reason, and up to the ceiling", async () => {
      expect((await chair.api("POST", at(), promoted, keyed())).status).toBe(403)
      const { decider } = people
      expect((await decider.get(at())).status).toBe(200)
      for (const [change, question] of [
        [{ reason: "It is next." }, "reason"],
        [{ amount: 90_000_000 }, "amount"],
      ] as const) {
        const answer = await decider.api("POST", at(), { ...promoted, ...change }, keyed())
        expect(answer.status).toBe(422)
        const { problems } = (await answer.json()) as { problems: { question: string }[] }
        expect(problems.map((one) => one.question)).toContain(question)
      }
    })

    test("who tells its applicant at once, by one letter, and keeps the decision before", async () => {
      const before = (await service.deliver()).length
      const page = await (await people.decider.get(at())).text()
      const fields = { ...fieldsIn(page, at()), decision: "successful", amount: "40,000", reason: why }
      for (let times = 2; times > 0; times--)
        expect((await people.decider.post(at(), fields)).status).toBe(303)
      const mails = (await service.deliver()).slice(before)
      expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
      expect(mails.map(({ to }) => to)).toContain("site-lead@bradford.example")
      expect(mails.every(({ to }) => to.endsWith("@bradford.example"))).toBe(true)
      const lead = await service.as("site-lead@bradford.example")
      expect(
        await see(lead, `/organisations/bradford/submissions/${references.bradford}/decision`),
      ).toContain("£40,000")
      const decisions = await panelIn(service.table, round).decisions(references.bradford ?? "")
      expect(decisions.map(({ decision, version }) => [version, decision])).toEqual([
        [1, "reserve"],
        [2, "successful"],
      ])
    })

    test("which is then taken in with all who wait, by the days of the phase; again it does nothing", async () => {
      const answer = await chair.api("POST", into, {})
      expect(await answer.json()).toEqual({ round, joined: [references.bradford] })
      expect(await (await chair.api("POST", into, {})).json()).toEqual({ round, joined: [] })
      const site = (await phaseTwo(service)).sites.find(({ organisation }) => organisation === "bradford")
      expect(site).toMatchObject({ ...days, award: 4_000_000 })
      expect(await see(chair, into)).toContain("2 in Phase 2, 2017 to 2018. Nobody waits.")
    })

    test("and is not one that is no reserve", async () => {
      const halton = `${into}/${references.halton}/promote`
      expect((await people.decider.get(halton)).status).toBe(409)
      expect((await people.decider.api("POST", halton, promoted, keyed())).status).toBe(409)
    })
  })
})

describe("a phase that is published", () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  test("expects of a site that is taken in what it asks of every other, at once", async () => {
    const { references, people } = await toldRound(service)
    const { sites: _, ...before } = await phaseTwo(service)
    await service.table.write([
      putPhase(programme.id, { ...before, published: toldAt, spread: before.revision + 1 }, before),
    ])
    const answer = await people.chair.api("POST", `${into}/${references.halton}`, days, keyed())
    expect(answer.status, await answer.clone().text()).toBe(200)
    const owed = (await expectedIn(service.table).all("halton")).filter((one) => one.owed)
    expect(owed.map(({ kind }) => kind)).toContain("spending-update")
    expect(isSpread(await phaseTwo(service))).toBe(true)
  })

  test("keeps a site that is in it already as it is: what it promised and its conditions are added", async () => {
    const again = await startService()
    try {
      const { references, people } = await decidedRound(again)
      again.at(toldAt)
      await tell(people.decider)
      await publishPhaseTwo(again, "2017-09-14")
      const before = await phaseTwo(again)
      expect(await see(people.chair, `${into}/${references.halton}`)).toContain(
        "is a site of the phase already, from Friday 1 September 2017 to Monday 30 April 2018",
      )
      const answer = await people.chair.api("POST", `${into}/${references.halton}`, {}, keyed())
      expect(await answer.json()).toMatchObject({ added: false, organisation: "halton" })
      expect(await phaseTwo(again)).toEqual(before)
      expect(await actionsIn(again.table, "halton").all()).toHaveLength(1)
      expect(await actionsIn(again.table, "halton").promised("NSW2")).toBeDefined()
    } finally {
      await again.stop()
    }
  })
})

describe("whoever has a link with an applicant", () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())

  test("finds nothing of it on the way into the phase, nor takes it in with the others", async () => {
    const { references, people } = await toldRound(service)
    const store = panelIn(service.table, round)
    const one = await store.reading(references.halton ?? "")
    if (!one) throw new Error("It is not read")
    const linked = one.said.map((each) =>
      each.person === "p-chair" ? { ...each, link: "family" as const } : each,
    )
    await service.table.write([store.put({ ...one, said: linked }, one)])
    expect(await see(people.chair, into)).not.toContain(references.halton)
    expect((await people.chair.get(`${into}/${references.halton}`)).status).toBe(404)
    expect((await people.chair.api("POST", `${into}/${references.halton}`, days, keyed())).status).toBe(404)
    expect(await (await people.chair.api("POST", into, {})).json()).toEqual({ round, joined: [] })
  })
})
