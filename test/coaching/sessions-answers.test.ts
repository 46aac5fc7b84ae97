import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { coachingIn } from "../../shared/store/coaching.ts"
import { keys } from "../../shared/store/keys.ts"
import { coachingOf, coachOf, sharedVisit, textOf, written } from "../support/coaching/sessions.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let coach: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
})
beforeEach(async () => {
  service.at("2017-12-06T16:00:00Z")
  coach = await coachOf(service)
})
afterAll(() => service.stop())

const leadOf = (site: string) => service.as(`site-lead@${site}.example`)
const contributorOf = (site: string) => service.as(`contributor@${site}.example`)
const headOf = (site: string) => coachingIn(service.table).head(site, "NSW2")
const ideas = async () =>
  (await service.table.query({ pk: keys.learning("named-social-worker", "waiting", "").pk, begins: "IDEA#" }))
    .items

describe("the site answers", () => {
  test("with one button: agreed, and from then on nothing changes the text, by page or by API; an addendum shows below it", async () => {
    const site = "halton"
    const at = coachingOf(site, coach)
    const lead = await leadOf(site)
    const session = await sharedVisit(at)
    const here = at.one(session)
    const page = await at.page(here, lead)
    expect(textOf(page)).toContain(
      "NOT AGREED YET. Coach (demonstration) shared it with the site on 6 December 2017 at 4pm. One thing for you: agree, or say what to change, by Wednesday 20 December 2017, in 10 working days.",
    )
    expect(textOf(page)).toContain("Name who covers. (the site, by 20 December 2017)")
    const press = fieldsIn(page, `${here}/agree`)
    expect((await (await contributorOf(site)).post(`${here}/agree`, { ...press })).status).toBe(403)
    expect((await at.agree(lead, session, 2)).status).toBe(409)
    service.at("2017-12-07T09:30:00Z")
    const answers = await Promise.all([lead.post(`${here}/agree`, press), lead.post(`${here}/agree`, press)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const agreed = await at.read(session, lead)
    expect(agreed.says).toBe(
      "AGREED by Halton site lead (demonstration) on 7 December 2017 at 9:30am. The text stays as it is; a correction is added below it.",
    )
    expect(agreed.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await headOf(site))?.waits).toEqual([])
    const told = (await service.deliver()).filter(({ to }) => to === "coach@innovation-unit.example")
    expect(told.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Site visit of 6 December 2017, Halton: agreed"),
    ])

    for (const answer of [
      await at.write(session, { revision: 0, core: { talked: "Something else" } }),
      await coach.post(`${here}/write`, { revision: "0", talked: "Something else", "was.talked": "" }),
      await coach.get(`${here}/write`),
      await at.share(session, 1),
      await at.change(lead, session, {
        as: "dispute",
        lines: [{ line: "talked.0", says: "No.", wrong: true }],
      }),
    ])
      expect([answer.status, plain(await answer.text())]).toEqual([
        409,
        expect.stringContaining("Halton site lead (demonstration) agreed to it for the site."),
      ])
    const lost = await coach.post(`${here}/write`, { revision: "0", talked: "Two words", "was.talked": "" })
    expect(textOf(await lost.text())).toContain(
      "Nothing was changed. What you typed is below, to copy. Two words",
    )

    service.at("2017-12-11T12:00:00Z")
    expect((await at.addendum(await contributorOf(site), session, "We add.")).status).toBe(403)
    expect((await at.addendum(lead, session, " ")).status).toBe(422)
    expect((await at.addendum(lead, session, "The rota is for three workers.")).status).toBe(200)
    expect((await at.addendum(coach, session, "Three, yes.")).status).toBe(200)
    const now = await at.read(session)
    expect({ ...now.text }).toEqual(agreed.text)
    expect(now.hash).toBe(agreed.hash)
    const below = textOf(await at.page(here, lead))
    expect(below.indexOf("Addenda")).toBeGreaterThan(below.indexOf("Cover for the two workers."))
    expect(below).toContain(
      "The rota is for three workers.Halton site lead (demonstration), site lead, 11 December 2017 at midday",
    )
    const letters = (await service.deliver()).filter(({ subject }) => subject.includes("addendum"))
    expect(letters.map(({ to }) => to).sort()).toEqual([
      "coach@innovation-unit.example",
      "contributor@halton.example",
      "site-lead@halton.example",
    ])
    expect((await at.close(session)).status).toBe(200)
    expect((await at.read(session)).says).toContain(
      "CLOSED by Coach (demonstration) on 11 December 2017 at midday. Agreed by Halton",
    )
    expect((await at.close(session)).status).toBe(409)
    expect((await at.read(session)).hash).toBe(agreed.hash)
  })

  test("line by line without JavaScript; a disputed line leads to a new version, both stay readable, and each remark says whether its line changed", async () => {
    const site = "bradford"
    const at = coachingOf(site, coach)
    const lead = await leadOf(site)
    const session = await sharedVisit(at)
    const here = at.one(session)
    const form = fieldsIn(await at.page(`${here}/change`, lead), `${here}/change`)
    expect(Object.keys(form)).toEqual(
      expect.arrayContaining(["talked.0", "talked.1", "all", "version", "key"]),
    )

    const empty = await lead.post(`${here}/change`, { ...form, as: "comment" })
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining("Write beside at least one line"),
    ])
    const soft = await lead.post(`${here}/change`, { ...form, "talked.0": "Three workers.", as: "dispute" })
    expect([soft.status, plain(await soft.text())]).toEqual([
      422,
      expect.stringMatching(/Mark at least one line as wrong[\s\S]*Three workers\./),
    ])
    const typed = {
      ...form,
      "talked.0": "There are three workers.",
      "is.talked.0": "wrong",
      "talked.1": "We would name the line manager.",
    }
    const both = await lead.post(`${here}/change`, { ...typed, as: "agree with comment" })
    expect([both.status, await both.text()]).toEqual([
      422,
      expect.stringContaining("You marked a line as wrong."),
    ])
    expect((await lead.post(`${here}/change`, { ...typed, as: "dispute", key: newKey() })).status).toBe(303)
    expect((await at.read(session, lead)).says).toContain("DISPUTED by Bradford site lead (demonstration)")
    expect((await headOf(site))?.waits.map(({ state }) => state)).toEqual(["disputed"])
    expect((await at.close(session)).status).toBe(409)
    const told = (await service.deliver()).find(({ subject }) => subject.includes("Bradford: disputed"))
    expect([told?.to, told?.text]).toEqual([
      "coach@innovation-unit.example",
      expect.stringContaining("on 2 lines"),
    ])
    expect(told?.text).not.toContain("three workers")

    const again = fieldsIn(await at.page(`${here}/write`), `${here}/write`)
    expect(again.talked).toContain("Cover for the two workers.")
    const fixed = {
      ...again,
      talked: "Cover for the three workers.\r\nHow people know whom to ask.",
      go: "next",
    }
    expect((await coach.post(`${here}/write`, fixed)).headers.get("location")).toBe(`${here}/share`)
    expect(textOf(await at.page(here, lead))).toContain("Cover for the two workers.")
    expect((await at.share(session, 1)).status).toBe(200)
    const second = await at.read(session, lead)
    expect([second.version, second.says]).toEqual([2, expect.stringContaining("NOT AGREED YET")])
    const page = textOf(await at.page(here, lead))
    expect(page).toContain("Cover for the three workers. This is wrong. There are three workers.")
    expect(page).toContain("Said about version 1. This line was changed since.")
    expect(page).toContain("We would name the line manager.")
    expect(page).toContain("Said about version 1. This line has not changed since.")
    expect(textOf(await at.page(`${here}/versions/1`, lead))).toContain("Cover for the two workers.")
    expect((await at.agree(lead, session, 1)).status).toBe(409)
    expect((await at.agree(lead, session, 2)).status).toBe(200)
    expect(second.text.core.actions?.map(({ id }) => id)).toHaveLength(2)
  })

  test("a dispute can be answered with an addendum: the site is asked again for ten working days, and agrees or not", async () => {
    const at = coachingOf("shropshire", coach)
    const lead = await leadOf("shropshire")
    const session = await sharedVisit(at)
    const lines = [{ line: "talked.0", says: "It was not said.", wrong: true }]
    expect((await at.change(lead, session, { as: "dispute", lines })).status).toBe(200)
    expect((await at.addendum(lead, session, "We say more.")).status).toBe(403)
    service.at("2017-12-18T10:00:00Z")
    expect((await at.addendum(coach, session, "It was said on the telephone.")).status).toBe(200)
    const asked = await at.read(session, lead)
    expect([asked.state, asked.answerBy]).toEqual(["shared", "2018-01-04"])
    expect(textOf(await at.page(at.one(session), lead))).toContain("It was said on the telephone.")
    const comment = [{ line: "all", says: "Agreed, on the telephone.", wrong: false }]
    expect((await at.change(lead, session, { as: "agree with comment", lines: comment })).status).toBe(200)
    const now = await at.read(session, lead)
    expect([now.state, now.remarks.map(({ as }) => as)]).toEqual([
      "agreed with comment",
      ["dispute", "agree with comment"],
    ])
  })

  test("silence is said as that: NOT ANSWERED, never agreed; it can be closed as such, and still be answered until then", async () => {
    const at = coachingOf("sheffield", coach)
    const lead = await leadOf("sheffield")
    const session = await sharedVisit(at)
    expect((await at.close(session)).status).toBe(409)
    service.at("2017-12-21T09:00:00Z")
    for (const who of [lead, coach, await service.as("reader@doh.example")]) {
      const { says, state } = await at.read(session, who)
      expect([state, says]).toEqual(["shared", expect.stringMatching(/^NOT ANSWERED\./)])
      expect(says.toLowerCase()).not.toContain("agreed")
    }
    const other = await sharedVisit(at, written({ on: "2017-12-19" }))
    expect((await at.close(session)).status).toBe(200)
    const closed = await at.read(session, lead)
    expect(closed.says).toContain("The site was asked and NOT ANSWERED: it has not agreed.")
    expect((await at.agree(lead, session)).status).toBe(409)
    service.at("2018-02-01T09:00:00Z")
    expect((await at.agree(lead, other)).status).toBe(200)
  })

  test("a call is shared and open to comment, asks for no agreement, leaves the list by itself, and can be disputed all the same", async () => {
    const site = "liverpool"
    const at = coachingOf(site, coach)
    const sponsor = await service.as(`sponsor@${site}.example`)
    const lead = await leadOf(site)
    const session = await sharedVisit(at, written({ kind: "call" }))
    const page = await at.page(at.one(session), lead)
    expect(textOf(page)).toContain("It can be commented on; nothing has to be agreed.")
    expect(page).not.toContain("This is right")
    expect((await at.agree(lead, session)).status).toBe(409)
    const lines = [{ line: "who.0", says: "Two leads took part.", wrong: false }]
    expect((await at.change(sponsor, session, { as: "comment", lines })).status).toBe(200)
    expect(
      (await at.change(sponsor, session, { as: "dispute", lines: [{ ...lines[0], wrong: true }] })).status,
    ).toBe(403)
    const told = (await service.deliver()).filter(({ subject }) =>
      subject.includes("Liverpool: commented on"),
    )
    expect(told.map(({ to }) => to)).toEqual(["coach@innovation-unit.example"])
    service.at("2018-01-10T10:00:00Z")
    await at.begin(written({ on: "2018-01-10", kind: "call" }))
    expect((await headOf(site))?.waits.map(({ state }) => state)).toEqual(["held"])
    expect(
      (await at.change(lead, session, { as: "dispute", lines: [{ ...lines[0], wrong: true }] })).status,
    ).toBe(200)
    expect((await at.agree(lead, session)).status).toBe(200)
  })

  test("what was learned goes to a coordinator only once the site has agreed, once, and only what was marked for others", async () => {
    const at = coachingOf("hertfordshire", coach)
    const lead = await leadOf("hertfordshire")
    const session = await at.begin()
    const learning = [
      { idea: "A card with one name on it.", level: "community", tag: "model" },
      { idea: "MARKER for us alone.", level: "site" },
    ]
    expect((await at.write(session, { revision: 1, more: { topics: ["model"], learning } })).status).toBe(200)
    expect((await at.share(session, 2)).status).toBe(200)
    const before = await ideas()
    expect((await at.agree(lead, session)).status).toBe(200)
    expect((await at.close(session)).status).toBe(200)
    const offered = (await ideas()).filter(({ id }) => !before.some((one) => one.id === id))
    expect(offered).toHaveLength(1)
    expect(offered[0]).toMatchObject({
      text: "A card with one name on it.",
      tags: ["model"],
      wanted: "community",
      from: { kind: "session", organisation: "hertfordshire", phase: "NSW2", id: session },
      offered: { by: { name: "Coach (demonstration)" } },
    })
  })
})
