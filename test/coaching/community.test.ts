import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { communityIn } from "../../shared/store/community.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let coordinator: Client
let lead: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  coordinator = await service.as("coordinator@innovation-unit.example")
  lead = await service.as("site-lead@halton.example")
})
afterAll(() => service.stop())

const sessions = "/learning/sessions"
const told = {
  title: "What we stop doing",
  on: "2018-01-25",
  from: "2pm",
  to: "15.30",
  place: "https://meet.example/room-four",
  agenda: "What each of us has stopped doing.",
}
const plan = (given: Record<string, unknown> = {}, key = newKey(), who = coordinator) =>
  who.api("POST", `${sessions}/plan`, { ...told, ...given }, keyed(key))
const planned = async (given: Record<string, unknown> = {}) => {
  const answer = await plan(given)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { session: string }).session
}
const post = (session: string, what: string, given: unknown, who = coordinator, key = newKey()) =>
  who.api("POST", `${sessions}/${session}/${what}`, given, keyed(key))
const page = async (who: Client, path: string) => plain(await (await who.get(path)).text())
const lettersAfter = async (does: () => Promise<unknown>) => {
  const before = (await service.deliver()).length
  await does()
  return (await service.deliver({ again: true })).slice(before)
}
const kept = (id: string) => communityIn(service.table, programme.id).session(id)

describe("a community of practice session", () => {
  test("is planned by page, told to the leads and the coach of the phase’s sites by one letter each, and read by all", async () => {
    const form = fieldsIn(await page(coordinator, `${sessions}/plan`), `${sessions}/plan`)
    const { on: _, ...rest } = told
    const typed = { ...form, ...rest, "on.day": "25", "on.month": "1", "on.year": "2018" }
    let at = ""
    const letters = await lettersAfter(async () => {
      const answer = await coordinator.post(`${sessions}/plan`, typed)
      at = answer.headers.get("location") ?? ""
      expect((await coordinator.post(`${sessions}/plan`, typed)).headers.get("location")).toBe(at)
    })
    expect(letters.map(({ to }) => to).sort()).toEqual(
      [
        "coach@innovation-unit.example",
        ...["bradford", "halton", "hertfordshire", "liverpool", "sheffield", "shropshire"].map(
          (site) => `site-lead@${site}.example`,
        ),
      ].sort(),
    )
    expect(letters[0]?.subject).toBe("[Demonstration] Community of practice: What we stop doing")
    expect(letters[0]?.text).toContain("Thursday 25 January 2018, 2pm to 3:30pm")
    for (const who of [
      lead,
      await service.as("reader@doh.example"),
      await service.as("sponsor@bradford.example"),
    ]) {
      expect(await page(who, sessions)).toContain(
        "Next: What we stop doing, Thursday 25 January 2018, 2pm to 3:30pm.",
      )
      const one = await page(who, at)
      expect(one).toContain('href="https://meet.example/room-four"')
      expect(one).not.toContain("Change or move it")
    }
    expect(await page(coordinator, at)).toContain("Change or move it")
  })

  test("is kept by coordinators alone", async () => {
    const session = await planned()
    for (const email of ["site-lead@halton.example", "coach@innovation-unit.example", "chair@doh.example"]) {
      const who = await service.as(email)
      expect((await who.get(`${sessions}/plan`)).status).toBe(403)
      expect((await plan({}, newKey(), who)).status).toBe(403)
      for (const [what, given] of [
        ["change", told],
        ["cancel", { because: "No." }],
        ["write-up", { came: { leads: 1 } }],
      ] as const)
        expect([email, what, (await post(session, what, given, who)).status]).toEqual([email, what, 403])
    }
    expect((await post("nothing", "cancel", { because: "No." })).status).toBe(404)
    expect((await lead.get(`${sessions}/nothing`)).status).toBe(404)
  })

  test("says what is wrong with its times beside them, and keeps what was typed", async () => {
    for (const [given, says] of [
      [{ from: "two" }, "Enter when it begins, like 2pm or 14:00"],
      [{ to: "25:00" }, "Enter when it ends, like 2pm or 14:00"],
      [{ to: "1pm" }, "It must end after it begins, on the same day"],
      [{ on: "2018-01-15" }, "The day must be on or after 16 January 2018"],
      [{ on: "2018-01-16", from: "8am" }, "It must begin later than now"],
      [{ agenda: Array.from({ length: 151 }, () => "word").join(" ") }, "must be 150 words or fewer"],
      [{ title: "" }, "Enter what it is called"],
    ] as const) {
      const answer = await plan(given)
      expect([given, answer.status]).toEqual([given, 422])
      expect(await answer.text()).toContain(says)
    }
    const form = fieldsIn(await page(coordinator, `${sessions}/plan`), `${sessions}/plan`)
    const answer = await coordinator.post(`${sessions}/plan`, { ...form, ...told, from: "two" })
    const text = plain(await answer.text())
    expect(answer.status).toBe(422)
    expect(text).toContain('value="two"')
    expect(text).toContain("Enter the day")
  })

  test("moved, says so by letter with both times; other words go without one", async () => {
    const session = await planned({ title: "Rotas" })
    const quiet = await lettersAfter(() => post(session, "change", { ...told, title: "Rotas that hold" }))
    expect(quiet).toEqual([])
    expect((await kept(session))?.sequence).toBe(0)
    const key = newKey()
    const move = { ...told, title: "Rotas that hold", on: "2018-03-27", from: "10:00", to: "11:00" }
    const letters = await lettersAfter(async () => {
      for (let times = 0; times < 2; times++)
        expect((await post(session, "change", move, coordinator, key)).status).toBe(200)
    })
    expect(letters.length).toBe(7)
    expect(letters[0]?.text).toContain(
      "is now on Tuesday 27 March 2018, 10am to 11am. It was to be on Thursday 25 January 2018, 2pm to 3:30pm.",
    )
    expect((await kept(session))?.sequence).toBe(1)
  })

  test("that will not take place says why to whoever was told, and cannot be changed after that", async () => {
    const session = await planned({ title: "Snowed off" })
    const letters = await lettersAfter(() => post(session, "cancel", { because: "Snow on the moors." }))
    expect(letters.length).toBe(7)
    expect(letters[0]?.subject).toBe("[Demonstration] Will not take place: Snowed off")
    expect(await page(lead, `${sessions}/${session}`)).toContain("Will not take place: Snow on the moors.")
    for (const [what, given] of [
      ["change", told],
      ["cancel", { because: "Again." }],
      ["write-up", { came: { leads: 1 } }],
    ] as const) {
      const answer = await post(session, what, given)
      expect([what, answer.status]).toEqual([what, 409])
      expect((await coordinator.get(`${sessions}/${session}/${what}`)).status).toBe(409)
    }
  })

  test("two changes at once are both made, one after the other", async () => {
    const session = await planned({ title: "Two at once" })
    const answers = await Promise.all([
      post(session, "change", { ...told, title: "One" }),
      post(session, "cancel", { because: "Two." }),
    ])
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200)
    const one = await kept(session)
    expect(one?.cancelled?.because).toBe("Two.")
  })
})

describe("afterwards", () => {
  const written = {
    came: { leads: 5, contributors: 11, coaches: 1 },
    learned: [
      { idea: "Stop the second assessment.", tag: "practice" },
      { idea: "Ring, do not write.", tag: "model" },
    ],
    nobody: true,
    actions: [{ text: "Ask the Department about travel.", owner: "coordinators", due: "2018-02-09" }],
  }

  test("it is written up by role, without names; its ideas go straight to every site, once, and its actions stay with it", async () => {
    const session = await planned({ title: "What we learned", on: "2018-01-17", from: "10am", to: "11am" })
    expect((await post(session, "write-up", written)).status).toBe(409)
    service.at("2018-01-17T11:30:00Z")
    const key = newKey()
    for (let times = 0; times < 2; times++)
      expect((await post(session, "write-up", written, coordinator, key)).status).toBe(200)
    const found = (await (await lead.api("GET", "/learning?words=assessment")).json()) as { total: number }
    expect(found.total).toBe(1)
    expect(await (await service.nobody.get("/learned")).text()).not.toContain("second assessment")
    const one = await page(lead, `${sessions}/${session}`)
    for (const words of [
      "17 people came.",
      "Site leads",
      "11",
      "2 ideas went to every site",
      "Ask the Department",
    ])
      expect(one).toContain(words)
    expect(await page(lead, sessions)).toContain("Still to be done")
    service.at("2018-01-16T09:00:00Z")
  })

  test("what was written can be changed: an action is done, and no idea goes twice", async () => {
    service.at("2018-01-18T09:00:00Z")
    const all = await communityIn(service.table, programme.id).sessions()
    const one = all.find(({ held }) => held)
    const at = `${sessions}/${one?.id}/write-up`
    const form = fieldsIn(await page(coordinator, at), at)
    expect(Object.keys(form).filter((name) => name.startsWith("learned"))).toEqual([])
    const [id] = one?.held?.actions.map((each) => each.id) ?? []
    expect(form[`actions.${id}.text`]).toBe("Ask the Department about travel.")
    const answer = await coordinator.post(at, { ...form, [`actions.${id}.done`]: "yes", leads: "6" })
    expect(answer.status, plain(await answer.clone().text())).toBe(303)
    const after = await kept(one?.id ?? "")
    expect(after?.held).toMatchObject({ came: { leads: 6 }, ideas: 2, actions: [{ id, done: true }] })
    const { learned: _, nobody: __, ...rest } = written
    expect((await post(one?.id ?? "", "write-up", { ...rest, came: { leads: 6 } })).status).toBe(200)
    const found = (await (await lead.api("GET", "/learning?words=assessment")).json()) as { total: number }
    expect(found.total).toBe(1)
    service.at("2018-01-16T09:00:00Z")
  })

  test("a row more, or one less, saves nothing and keeps what was typed", async () => {
    const session = await planned({ title: "Many rows", on: "2018-01-17", from: "3pm", to: "4pm" })
    service.at("2018-01-17T17:00:00Z")
    const at = `${sessions}/${session}/write-up`
    const form = fieldsIn(await page(coordinator, at), at)
    const typed = { ...form, leads: "3", "learned.new-1.idea": "Ring first." }
    const more = await coordinator.post(at, { ...typed, add: "learned" })
    const two = fieldsIn(plain(await more.text()), at)
    expect([more.status, two["learned.rows"], two.leads]).toEqual([200, "new-1,new-2", "3"])
    const less = await coordinator.post(at, { ...two, remove: "learned.new-2" })
    const one = fieldsIn(plain(await less.text()), at)
    expect([one["learned.rows"], one["learned.new-1.idea"]]).toEqual(["new-1", "Ring first."])
    expect((await kept(session))?.held).toBeUndefined()
    service.at("2018-01-16T09:00:00Z")
  })

  test("it needs one number, and the tick where something was learned; a name is asked about once", async () => {
    const session = await planned({ title: "Few words", on: "2018-01-17", from: "1pm", to: "2pm" })
    service.at("2018-01-17T14:00:00Z")
    for (const [given, says] of [
      [{ came: {} }, "Enter how many came, of one role at least"],
      [{ came: { leads: -1 } }, "must be 0 or more"],
      [{ came: { leads: 1 }, learned: written.learned }, "Confirm that nobody can be recognised from this"],
      [
        { came: { leads: 1 }, nobody: true, learned: [{ idea: "Mr Smith knew.", tag: "model" }] },
        "looks like the name of a person",
      ],
      [
        { came: { leads: 1 }, nobody: true, learned: [{ idea: "Liverpool did it first.", tag: "model" }] },
        "“Liverpool” is the name of a site",
      ],
    ] as const) {
      const answer = await post(session, "write-up", given)
      expect([given, answer.status]).toEqual([given, 422])
      expect(await answer.text()).toContain(says)
    }
    expect((await kept(session))?.held).toBeUndefined()
    service.at("2018-01-16T09:00:00Z")
  })

  test("the next one stands first, and those that are over below, twenty on a page", async () => {
    service.at("2017-11-01T09:00:00Z")
    for (let at = 1; at <= 22; at++)
      await planned({ title: `Session ${at}`, on: `2017-11-${String(at + 1).padStart(2, "0")}` })
    service.at("2018-01-16T09:00:00Z")
    const { toCome, over, pages } = (await (await lead.api("GET", sessions)).json()) as {
      toCome: { on: string }[]
      over: { title: string }[]
      pages: number
    }
    expect(toCome.map(({ on }) => on)).toEqual(toCome.map(({ on }) => on).sort())
    expect([over.length, pages]).toEqual([20, 2])
    const second = (await (await lead.api("GET", `${sessions}?page=2`)).json()) as typeof over & {
      over: { title: string }[]
    }
    expect(second.over.at(-1)?.title).toBe("Session 1")
    expect(await page(lead, `${sessions}?page=2`)).toContain("Session 1")
  })
})
