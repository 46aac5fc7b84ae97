import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newAction } from "../../shared/domain/actions/action.ts"
import { actionsIn, putAction } from "../../shared/store/actions.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { nowAt } from "../../shared/store/now.ts"
import { awarded } from "../support/funding/award.ts"
import { december, reviewOf } from "../support/funding/review.ts"
import { plain } from "../support/page-form.ts"
import { type Published, publishPhaseTwo, returnOf, returns } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, keyed, newKey } from "../support/submission.ts"

let service: Service
let phase: Published
let lead: Client
let contributor: Client
let certifier: Client
let sponsor: Client
let coach: Client
let finance: Client
let coordinator: Client

beforeAll(async () => {
  service = await startService()
  phase = await publishPhaseTwo(service)
  await awarded(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  certifier = await service.as("section-151@halton.example")
  sponsor = await service.as("sponsor@halton.example")
  coach = await service.as("coach@innovation-unit.example")
  finance = await service.as("finance@doh.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const textOf = async (answer: Response) =>
  plain(
    (await answer.text()).replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/g, "").replaceAll(/<[^>]+>/g, " "),
  ).replaceAll(/\s+/g, " ")
const see = async (who: Client, path: string) => textOf(await who.get(path))
const actions = "/organisations/halton/actions"
const store = () => actionsIn(service.table, "halton")
const home = "/organisations/halton"

describe("what the site still has to do", () => {
  let here: string

  beforeAll(async () => {
    const set = await lead.api(
      "POST",
      actions,
      { text: "Find who covers Mondays (invented).", owner: "site", due: "2018-02-01" },
      keyed(),
    )
    expect(set.status).toBe(200)
    await coach.api(
      "POST",
      actions,
      { text: "Bring the tools (invented).", owner: "coach", due: "2018-02-01" },
      keyed(),
    )
    const one = await begun(lead, "halton", returns.december)
    here = one.here
    for (const [section, answers] of Object.entries(december)) await one.save(lead, section, answers)
  })

  test("stands on the return of its phase, since when and how to say that it is done; the coach’s does not", async () => {
    service.at("2018-01-18T09:00:00Z")
    for (const path of [here, `${here}/send`]) {
      const page = await see(contributor, path)
      expect(page, path).toContain(
        "Still open at Halton Find who covers Mondays (invented). Due 1 February 2018",
      )
      expect(page, path).toContain("2 working days old Open since January 2018. Say that it is done")
      expect(page, path).not.toContain("Bring the tools")
    }
    expect(await see(sponsor, here)).not.toContain("Say that it is done")
  })

  test("costs a return’s page one query more, and sending it nothing", async () => {
    service.costs.length = 0
    const page = await lead.get(here)
    expect(page.status).toBe(200)
    const before = service.costs.length
    expect(before).toBeLessThanOrEqual(9)
    const { revision } = (await (await lead.api("GET", here)).json()) as { revision: number }
    service.costs.length = 0
    const sent = await lead.api("POST", `${here}/send`, { revision }, keyed())
    expect(sent.status, await sent.clone().text()).toBe(200)
    expect(service.costs.reduce((sum, { write }) => sum + write, 0)).toBeLessThanOrEqual(18)
  })

  test("went with the return, in words that follow from days: on the return, on the action and on its list", async () => {
    expect(await see(lead, here)).toContain(
      "Open since January 2018; carried into this return when it was sent.",
    )
    const [one] = (await store().open()).filter(({ owner }) => owner === "site")
    expect(await see(coach, `${actions}/${one?.id}`)).toContain(
      "Still open when Spending update, September to December 2017 was sent: carried into it",
    )
    expect(await see(coordinator, actions)).toContain(
      "It stood on Spending update, September to December 2017 when that was sent.",
    )
    const read = await coordinator.api("GET", `${actions}/${one?.id}`)
    expect(await read.json()).toMatchObject({ stoodOn: [{ round: returns.december }] })
    expect(one?.carried).toEqual([])
  })
})

describe("a question of the Department", () => {
  let review: ReturnType<typeof reviewOf>
  let reference: string
  const about = async () => (await store().all()).filter(({ from }) => from.kind === "question")
  const asks = (text: string) =>
    review.does(finance, "questions", { about: "all", text, answerBy: "2018-01-29" })

  beforeAll(async () => {
    reference = (await expectedIn(service.table).of("halton", returns.december))?.stands?.reference ?? ""
    review = reviewOf(reference)
    service.at("2018-01-19T09:00:00Z")
    for (const text of ["ASKMARK which course?", "ASKMARK whose time?", "ASKMARK why?", "ASKMARK when?"]) {
      const asked = await asks(text)
      expect(asked.status, await asked.clone().text()).toBe(200)
    }
  })

  test("is an action on the site’s desk as it is asked, due when the answer is, and says no word of it", async () => {
    expect(await about()).toMatchObject(
      [1, 2, 3, 4].map((number) => ({
        text: `Answer question ${number} of the Department on Spending update, September to December 2017`,
        due: "2018-01-29",
        owner: "site",
        state: "open",
        phase: "NSW2",
        name: "Halton",
        from: { kind: "question", reference, number },
        set: { by: { person: "p-finance" } },
      })),
    )
    expect(JSON.stringify(await about())).not.toContain("ASKMARK")
    const page = await (await lead.get(actions)).text()
    expect(page).toContain(`/submissions/${reference}/figure-questions/1`)
    expect(await (await finance.get(actions)).text()).toContain(`${review.at}#questions`)
    expect(await (await coach.get(actions)).text()).not.toMatch(/figure-questions|\/funding\//)
  })

  test("is closed, dropped or carried by nobody’s hand", async () => {
    const [one] = await about()
    for (const [way, body] of [
      ["done", { evidence: "It is." }],
      ["drop", { because: "It is." }],
      ["carry", { because: "It is.", was: "2018-01-29", due: "2018-02-28" }],
    ] as const) {
      const answer = await lead.api("POST", `${actions}/${one?.id}/${way}`, body, keyed())
      expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
        409,
        "It is done once the question is answered, or whoever asked closes it.",
      ])
    }
    expect(await see(lead, `${actions}/${one?.id}`)).not.toContain("Say that it is done")
  })

  test("is done by its answer, in the same write and once", async () => {
    const here = `/organisations/halton/submissions/${reference}/figure-questions/1`
    const key = newKey()
    for (let times = 2; times > 0; times--)
      expect(
        (await contributor.api("POST", here, { answer: "The course of November." }, keyed(key))).status,
      ).toBe(200)
    expect((await about()).find(({ from }) => from.kind === "question" && from.number === 1)).toMatchObject({
      state: "done",
      done: {
        by: { person: "p-halton-contributor" },
        evidence: "Answered: question 1 on Spending update, September to December 2017.",
      },
    })
  })

  test("is done once the Department closes it, answered or not", async () => {
    expect((await review.does(finance, "questions/2/settle")).status).toBe(200)
    expect((await review.does(finance, "questions/1/settle")).status).toBe(200)
    expect((await about()).map(({ state, done }) => [state, done?.evidence])).toEqual([
      ["open", undefined],
      ["open", undefined],
      ["done", "Answered: question 1 on Spending update, September to December 2017."],
      ["done", "Closed by the Department."],
    ])
  })

  test("goes on with its action in the next return once this one is accepted, and is answered from there", async () => {
    const accepted = await review.seen(finance, "accept")
    expect(accepted.status, await accepted.clone().text()).toBe(200)
    const open = (await about()).filter(({ state }) => state === "open")
    expect(open).toHaveLength(2)
    for (const one of open)
      expect(one.carried).toMatchObject([
        {
          into: { kind: "return", id: returns.march, title: "Spending update, January to April 2018" },
          due: "2018-01-29",
        },
      ])
    expect(await see(lead, actions)).toContain("Carried into Spending update, January to April 2018.")
    const answer = await lead.api(
      "POST",
      `/organisations/halton/submissions/${reference}/figure-questions/3`,
      { answer: "Because it began late." },
      keyed(),
    )
    expect(answer.status).toBe(200)
    expect((await review.does(finance, "questions/4/settle")).status).toBe(200)
    expect((await about()).every(({ state }) => state === "done")).toBe(true)
  })
})

describe("cover", () => {
  const statement = () =>
    `/organisations/halton/returns/${returnOf(phase, "halton", "statement-of-grant-usage")}`
  const says = (answer: string, key = newKey()) =>
    certifier.api("POST", `${statement()}/cover`, { answer }, keyed(key))
  const asked = async () => (await store().all()).filter(({ from }) => from.kind === "cover")

  test("that somebody else gives is an action of the lead, ten working days before the return is due", async () => {
    service.at("2018-05-09T09:00:00Z")
    const key = newKey()
    for (let times = 2; times > 0; times--) expect((await says("someone else", key)).status).toBe(200)
    expect((await says("someone else")).status).toBe(200)
    expect(await asked()).toMatchObject([
      {
        text: "Name who certifies Statement of grant usage",
        due: "2018-05-15",
        owner: "site",
        who: { person: "p-halton-site-lead" },
        state: "open",
        set: { by: { person: "p-halton-section-151" } },
      },
    ])
    expect(await (await lead.get(actions)).text()).toContain(`href="${statement()}"`)
    expect(await see(lead, home)).toContain("Name who certifies Statement of grant usage")
  })

  test("is late on the first line of whoever is named for it, and on nobody else’s", async () => {
    service.at("2018-05-16T09:00:00Z")
    expect(await see(lead, home)).toContain("2 actions that are late, below")
    expect(await see(contributor, home)).not.toMatch(/that (is|are) late, below/)
  })

  test("is done by itself once a deputy will be there; said again it is another", async () => {
    expect((await says("deputy")).status).toBe(200)
    expect(await asked()).toMatchObject([
      { state: "done", done: { evidence: expect.stringContaining("“My deputy will”") } },
    ])
    expect((await says("someone else")).status).toBe(200)
    expect((await says("yes")).status).toBe(200)
    expect((await asked()).map(({ state }) => state)).toEqual(["done", "done"])
  })
})

describe("the home of a site", () => {
  const place = { organisation: "halton", phase: "NSW2", name: "Halton" }
  const session = (title: string, on: string) => ({ session: on, title, on, time: "14:00" })

  beforeAll(async () => {
    service.at("2018-01-16T09:00:00Z")
    const waits = [
      {
        ...session("Site visit of 9 January 2018", "2018-01-09"),
        state: "shared" as const,
        since: "2018-01-10T10:00:00.000Z",
        until: "2018-01-24",
        agreement: true,
      },
    ]
    await coachingIn(service.table).change(
      place,
      {
        by: { actor: { id: "p-coach", name: "Coach" }, grant: { id: "g-coach", role: "coach" } },
        at: new Date("2018-01-10T10:00:00Z"),
      },
      async () => ({
        move: "share session",
        about: { kind: "session", id: "2018-01-09", title: "Site visit of 9 January 2018" },
        head: { waits, planned: [session("Site visit of 25 January 2018", "2018-01-25")] },
        result: null,
      }),
    )
  })

  const firstLine = async (who: Client) =>
    plain(/data-first-line[^>]*>([\s\S]*?)<\/p>/.exec(await (await who.get(home)).text())?.[1] ?? "")

  test("learns what is open and where its coaching stands in one query", async () => {
    service.costs.length = 0
    const now = await nowAt(service.world.table, "halton")
    expect(service.costs.filter(({ operation }) => operation === "query")).toHaveLength(1)
    expect(now.heads.map(({ phase }) => phase)).toEqual(["NSW2"])
    expect(now.actions.map(({ text }) => text).sort()).toEqual([
      "Bring the tools (invented).",
      "Find who covers Mondays (invented).",
    ])
    await lead.get(home)
    service.costs.length = 0
    await lead.get(home)
    expect(service.costs.length).toBeLessThanOrEqual(6)
  })

  test("says first that the visit waits to be agreed, and when the coach comes", async () => {
    expect(await firstLine(lead)).toContain(
      "One thing waits for you: agree the site visit of 9 January 2018.",
    )
    expect(await firstLine(contributor)).toContain("Your coach comes Thursday 25 January 2018, 2pm.")
    expect(await firstLine(contributor)).not.toContain("agree the")
    expect(await firstLine(sponsor)).toMatch(/^Nothing needs you\./)
    expect(await firstLine(sponsor)).not.toContain("coach")
  })

  test("has the way to the session and to coaching above money, for whoever reads it; a certifier reads none of it", async () => {
    const page = await (await lead.get(home)).text()
    expect(page).toContain('href="/organisations/halton/coaching/NSW2/sessions/2018-01-09"')
    expect(page).toContain('href="/organisations/halton/coaching"')
    expect(page.indexOf(">Coaching</h2>")).toBeLessThan(page.indexOf(">Money</h2>"))
    expect(await see(lead, home)).toContain("Next: Site visit on Thursday 25 January 2018.")
    expect(await see(sponsor, home)).toContain(
      "NOT AGREED YET: Site visit of 9 January 2018 . Your site lead answers.",
    )
    expect(await see(certifier, home)).not.toContain("NOT AGREED YET")
  })

  test("of a site without a phase is as it was: it asks nothing of this", async () => {
    const camden = await service.as("site-lead@camden.example")
    await camden.get("/organisations/camden")
    service.costs.length = 0
    expect(await see(camden, "/organisations/camden")).not.toContain("Coaching")
    expect(service.costs.length).toBeLessThanOrEqual(4)
  })
})

describe("the coordinators’ page of the site", () => {
  test("lists everything that is open, on whose desk, with its age, and what became of the conditions", async () => {
    const condition = newAction(
      {
        id: "2017-10-31-R-1",
        organisation: "halton",
        phase: "NSW2",
        name: "Halton",
        text: "Name who covers each worker (invented).",
        due: "2017-10-31",
        from: { kind: "condition", reference: "NSW2-HAL-E-7K3PQ4" },
        owner: "site",
      },
      { person: "p-decision-maker", name: "Decision-maker" },
      new Date("2017-10-12T09:00:00Z"),
    )
    await service.table.write(putAction(condition))
    const page = await see(coordinator, "/programme/sites/halton?phase=NSW2")
    expect(page).toContain(
      "Name who covers each worker (invented). The site A condition of the award Late. Was due 31 October 2017",
    )
    expect(page).toContain("Bring the tools (invented). The coach: Coach (demonstration)")
    expect(
      (await lead.api("POST", `${actions}/2017-10-31-R-1/drop`, { because: "No." }, keyed())).status,
    ).toBe(403)
    const carry = { because: "The panel agreed.", was: "2017-10-31", due: "2018-02-28" }
    expect((await lead.api("POST", `${actions}/2017-10-31-R-1/carry`, carry, keyed())).status).toBe(403)
    expect((await coordinator.api("POST", `${actions}/2017-10-31-R-1/carry`, carry, keyed())).status).toBe(
      200,
    )
    expect(
      (await lead.api("POST", `${actions}/2017-10-31-R-1/done`, { evidence: "They are named." }, keyed()))
        .status,
    ).toBe(200)
    expect(await see(coordinator, "/programme/sites/halton?phase=NSW2")).toContain("They are named.")
  })
})
