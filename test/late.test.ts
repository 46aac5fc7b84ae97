import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { expectedIn } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import { panelIn } from "../shared/store/panel.ts"
import { peopleIn } from "../shared/store/people.ts"
import { interrupted, type Meanwhile } from "./support/interrupted.ts"
import { fieldsIn } from "./support/page-form.ts"
import { department, round } from "./support/panel.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { keyed, newKey, ready } from "./support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test("asking to be late is told to the programme with its reason, once, and sends nothing", async () => {
  const { one, lead, sponsor } = await ready(service)
  await service.deliver()
  service.at("2017-08-25T16:00:00.000Z")

  const tooLate = await one.send(lead)
  expect(tooLate.status).toBe(409)
  expect(((await tooLate.json()) as { type: string }).type).toBe("/problems/too-late")

  const before = service.mails.length
  const ask = () => lead.api("POST", `${one.here}/ask-to-be-late`, { note: "Our server was down." }, keyed())
  expect((await ask()).status).toBe(200)
  expect((await ask()).status).toBe(409)
  const letters = (await service.deliver({ again: true })).slice(before)
  expect(letters.map(({ to }) => to).sort()).toEqual([
    "contributor@halton.example",
    service.world.settings.contact.email,
    "sponsor@halton.example",
  ])
  for (const { subject, text } of letters) {
    expect(subject).toContain(`Asked to be late: ${one.reference}`)
    expect(text).toContain("Our server was down.")
    expect(text).toContain("It has not been sent.")
  }
  const read = (await one.read(sponsor)) as { sentence: string; moves: string[] }
  expect(read.sentence).toMatch(/^NOT SENT/)
  expect(read.moves).not.toContain("send")
})

describe("the chair decides", () => {
  const close = "2017-08-25T16:00:00.000Z"
  /** The Tuesday after a bank holiday: one working day after it was asked. */
  const tuesday = "2017-08-29T09:00:00.000Z"
  const because = "Their server was down for a day, and they had everything ready."
  const late = `${department}/late`
  const allow = { answer: "allow", until: "2017-08-30", untilAt: "17:00", because }
  const refuse = { answer: "refuse", because }

  let asks: Awaited<ReturnType<typeof ready>>
  let chair: Client
  const life: Meanwhile = {}
  beforeEach(async () => {
    await service.stop()
    life.does = undefined
    service = await startService({
      around: interrupted(life, (actions) =>
        actions.some((one) => "remove" in one && one.remove.sk.startsWith("LATE#")),
      ),
    })
    asks = await ready(service)
    service.at(close)
    const { one, lead } = asks
    const note = { note: "Our server was down." }
    expect((await lead.api("POST", `${one.here}/ask-to-be-late`, note, keyed())).status).toBe(200)
    service.at(tuesday)
    await service.deliver()
    chair = await service.as("chair@doh.example")
  })

  const decide = (body: unknown, key = newKey(), who = chair) =>
    who.api("POST", `${late}/halton`, body, keyed(key))
  const detail = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { detail: string }).detail,
  ]
  const problems = async (answer: Response) =>
    ((await answer.json()) as { problems: { question: string; says: string }[] }).problems
  const text = async (who: Client, path: string) => await (await who.get(path)).text()
  const expectedNow = () => expectedIn(service.table).of("halton", round)

  test("finds each ask on the desk with its age, and nobody else of the panel does", async () => {
    const { waiting } = (await (await chair.api("GET", late)).json()) as { waiting: unknown[] }
    expect(waiting).toEqual([
      {
        organisation: "halton",
        name: "Halton Borough Council",
        round,
        reference: asks.one.reference,
        because: "Our server was down.",
        by: { person: "p-halton-site-lead", name: "Halton site lead (demonstration)" },
        at: close,
        workingDays: 1,
      },
    ])
    const page = await text(chair, late)
    expect(page).toContain("1 waits for you, the oldest 1 working day old.")
    expect(await text(chair, "/department")).toContain(
      "1 ask to be late, 1 working day old: decide before you open the round",
    )
    for (const email of ["reader@doh.example", "decision-maker@doh.example"]) {
      const other = await service.as(email)
      expect((await other.get(late)).status).toBe(403)
      expect((await decide(refuse, newKey(), other)).status).toBe(403)
    }
  })

  test("nothing is opened before", async () => {
    const [status, says] = await detail(await chair.api("POST", `${department}/open`, {}, keyed()))
    expect(status).toBe(409)
    expect(says).toMatch(/^1 ask to be late waits\. Decide first/)
    expect(await text(chair, `${department}/open`)).toContain("Decide first")
    expect((await decide(refuse)).status).toBe(200)
    expect((await chair.api("POST", `${department}/open`, {}, keyed())).status).toBe(200)
  })

  test("lets it be sent until an instant: it can be saved, signed and sent until then, and not after", async () => {
    const { one, lead, sponsor } = asks
    const key = newKey()
    const answer = await decide(allow, key)
    const body = await answer.text()
    expect([answer.status, JSON.parse(body)]).toEqual([
      200,
      { organisation: "halton", allowed: true, until: "2017-08-30T16:00:00.000Z" },
    ])
    expect(await (await decide(allow, key)).text()).toBe(body)
    expect(await expectedNow()).toMatchObject({
      by: "2017-08-30T16:00:00.000Z",
      extended: { before: close, until: "2017-08-30T16:00:00.000Z", because },
    })
    const read = (await one.read(lead)) as { sentence: string; moves: string[]; late: unknown }
    expect(read.sentence).toContain(
      "The round has closed. You may send this late, until 5pm on Wednesday 30 August 2017, in 1 working day.",
    )
    expect(read.moves).toContain("send")
    expect(read.late).toMatchObject({ allowed: true, because })
    expect(await text(lead, one.here)).toContain("that it may be sent late")
    expect(await text(lead, "/organisations/halton")).toContain("You may send this late")

    expect((await one.save(lead, "amount", { amount: 8_000_000 })).status).toBe(200)
    expect((await one.sign(lead)).status).toBe(200)
    expect((await one.sign(sponsor)).status).toBe(200)
    service.at("2017-08-30T16:00:00.000Z")
    const tooLate = await one.send(lead)
    expect(await detail(tooLate)).toEqual([
      409,
      "The round has closed, and so has the time that you were given: it ended at 5pm on Wednesday 30 August 2017.",
    ])
    service.at("2017-08-30T15:59:59.000Z")
    expect((await one.send(lead)).status).toBe(200)
    expect(await text(chair, department)).toContain("1 sent.")
  })

  test("tells whoever asked and the lead by one letter, whether it may or may not", async () => {
    const before = service.mails.length
    await decide(allow)
    const [letter, ...others] = (await service.deliver({ again: true })).slice(before)
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: "site-lead@halton.example",
      subject: expect.stringContaining("May be sent late: "),
    })
    expect(letter?.text).toContain("until 5pm on Wednesday 30 August 2017")
    expect(letter?.text).toContain(because)
    expect(letter?.text).toContain("It has not been sent by this.")
  })

  test("refuses it with a reason, which the applicant reads on its page and in a letter", async () => {
    const before = service.mails.length
    expect(await (await decide(refuse)).json()).toEqual({
      organisation: "halton",
      allowed: false,
      until: null,
    })
    const { one, lead } = asks
    expect((await one.send(lead)).status).toBe(409)
    const page = await text(lead, one.here)
    expect(page).toContain("that it may not be sent late")
    expect(page).toContain(because)
    expect((await service.deliver()).slice(before).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("May not be sent late: "),
    ])
    expect((await expectedNow())?.by).toBe(close)
    const decided = await text(chair, late)
    expect(decided).toContain("No ask to be late waits for you.")
    expect(decided).toContain("It may not be sent late")
  })

  test("is held to a working day, at most five ahead, in the future, with a reason", async () => {
    const says = async (given: Record<string, unknown>) =>
      (await problems(await decide({ ...allow, ...given })))[0]
    expect(await says({ until: "2017-09-02" })).toEqual({
      question: "until",
      says: "The day must be a working day",
    })
    expect(await says({ until: "2017-09-06" })).toEqual({
      question: "until",
      says: "The day must be on or before Tuesday 5 September 2017",
    })
    expect((await says({ until: "2017-08-29", untilAt: "09:59" }))?.says).toMatch(/must be in the future/)
    expect((await says({ because: "" }))?.question).toBe("because")
    expect((await says({ because: "late ".repeat(101) }))?.question).toBe("because")
    expect((await says({ until: undefined }))?.question).toBe("until")
    expect(await expectedNow()).not.toHaveProperty("late")
  })

  test("on its page, which keeps what was typed and begins with one working day", async () => {
    const fields = fieldsIn(await text(chair, `${late}/halton`), `${late}/halton`)
    expect(fields).toMatchObject({
      "until.day": "30",
      "until.month": "8",
      "until.year": "2017",
      untilAt: "5pm",
    })
    const wrong = await chair.post(`${late}/halton`, { ...fields, answer: "allow", because: "" })
    expect(wrong.status).toBe(422)
    const right = await chair.post(`${late}/halton`, { ...fields, answer: "allow", because })
    expect([right.status, right.headers.get("location")]).toEqual([303, late])
    expect((await expectedNow())?.late?.allowed).toBe(true)
  })

  test("once: of two who decide at the same moment the slower is told what was decided", async () => {
    life.does = async () => expect((await decide(refuse)).status).toBe(200)
    const [status, says] = await detail(await decide(allow))
    expect(status).toBe(409)
    expect(says).toContain("decided it on 29 August 2017 at 10am: it may not be sent late.")
    expect((await expectedNow())?.by).toBe(close)
    const panel = panelIn(service.table, round)
    expect((await panel.changes.history("late-halton")).map(({ move, note }) => [move, note])).toEqual([
      ["refuse it late", because],
    ])
  })

  test("only to refuse it, once the round was opened", async () => {
    const panel = panelIn(service.table, round)
    const opening = {
      at: "2017-08-29T08:00:00.000Z",
      by: { person: "p-chair", name: "The chair" },
      taken: 0,
      done: true,
    }
    life.does = () => service.table.write([panel.putHead({ round, opening, revision: 0 })])
    const [status, says] = await detail(await decide(allow))
    expect([status, says]).toEqual([
      409,
      "The round was opened on 29 August 2017 at 9am: an ask to be late can only be refused now.",
    ])
    const page = await text(chair, `${late}/halton`)
    expect(page).toContain("It can only be refused now")
    const fields = fieldsIn(page, `${late}/halton`)
    expect(fields).not.toHaveProperty("answer")
    expect((await chair.post(`${late}/halton`, { ...fields, because })).status).toBe(303)
    expect((await expectedNow())?.late?.allowed).toBe(false)
  })

  test("unless they have a link with whoever asks: then they find nothing of it", async () => {
    const known = await peopleIn(service.table).idOf("chair@doh.example")
    const grant = {
      id: "g-link",
      role: "contributor",
      organisation: "halton",
      from: "2016-06-01T00:00:00.000Z",
      to: "2019-01-01T00:00:00.000Z",
      by: "a test",
    }
    await service.table.write([{ put: { ...keys.grant(known ?? "", grant.id), ...grant } }])
    expect((await decide(refuse)).status).toBe(404)
    expect((await chair.get(`${late}/halton`)).status).toBe(404)
    for (const path of [late, department, "/department"])
      expect(await text(chair, path)).not.toContain("Halton")
    expect(await text(chair, late)).toContain("No ask to be late waits for you.")
  })

  test("what comes late by leave is read with the others", async () => {
    await decide(allow)
    expect((await chair.api("POST", `${department}/open`, {}, keyed())).status).toBe(200)
    const { one, lead } = asks
    expect((await one.send(lead)).status).toBe(200)
    expect(await text(chair, "/department")).toContain("1 sent since the round was opened, to take in")
    const answer = await chair.api("POST", `${department}/open`, {}, keyed())
    expect(await answer.json()).toMatchObject({ taken: 1, done: true })
  })
})

test("while the round is open, a page of an expression of interest asks the table no more than it did", async () => {
  await service.stop()
  service = await startService()
  const { one, lead } = await ready(service)
  const requests = async () => {
    await lead.get(one.here)
    service.costs.length = 0
    await lead.get(one.here)
    return service.costs.length
  }
  const open = await requests()
  service.at("2017-08-25T16:00:00.000Z")
  expect(await requests()).toBe(open + 1)
})
