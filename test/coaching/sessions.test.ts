import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { actionsIn } from "../../shared/store/actions.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import {
  coachingOf,
  coachOf,
  sessionsOf,
  sharedVisit,
  textOf,
  twoActions,
  written,
} from "../support/coaching/sessions.ts"
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
const headOf = (site: string) => coachingIn(service.table).head(site, "NSW2")
const day = (name: string, on: string) => {
  const [year = "", month = "", day = ""] = on.split("-")
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}

describe("planning", () => {
  test("by page, with the time as people write it; lead and contributors get a letter, and so they do when it moves", async () => {
    const site = "halton"
    const at = coachingOf(site, coach)
    const typed = {
      kind: "visit",
      time: "2pm",
      place: "Town hall",
      ...day("on", "2017-12-12"),
      key: newKey(),
    }
    const bad = await coach.post(`${at.all}/plan`, { ...typed, time: "soon" })
    expect([bad.status, plain(await bad.text())]).toEqual([
      422,
      expect.stringMatching(/Enter a time, like 2pm[\s\S]*value="Town hall"/),
    ])
    expect((await headOf(site))?.planned ?? []).toEqual([])

    const made = await coach.post(`${at.all}/plan`, typed)
    const twice = await coach.post(`${at.all}/plan`, typed)
    expect(made.status).toBe(303)
    expect(twice.headers.get("location")).toBe(made.headers.get("location"))
    const here = made.headers.get("location") ?? ""
    expect((await headOf(site))?.planned).toEqual([
      {
        session: here.split("/").at(-1),
        title: "Site visit of 12 December 2017",
        on: "2017-12-12",
        time: "14:00",
      },
    ])
    const page = textOf(await at.page(here, await leadOf(site)))
    expect(page).toContain("PLANNED for Tuesday 12 December 2017 at 2pm, Town hall.")

    const moved = await coach.post(`${here}/plan`, { ...typed, ...day("on", "2017-12-11"), key: newKey() })
    expect(moved.status).toBe(303)
    const earlier = await at.plan({ kind: "call", on: "2017-12-07" })
    expect((await headOf(site))?.planned.map(({ on }) => on)).toEqual(["2017-12-07", "2017-12-11"])
    const letters = (await service.deliver()).filter(({ subject }) => subject.includes("Halton"))
    const moves = letters.filter(({ subject }) => subject.includes("moved"))
    expect(moves.map(({ to }) => to).sort()).toEqual([
      "contributor@halton.example",
      "site-lead@halton.example",
    ])
    expect(moves[0]?.text).toContain("Monday 11 December 2017 at 2pm")

    const cancel = await coach.post(`${at.one(earlier.session)}/cancel`, { because: "", key: newKey() })
    expect([cancel.status, await cancel.text()]).toEqual([
      422,
      expect.stringContaining("Enter why it will not"),
    ])
    const away = { because: "The team is away.", key: newKey() }
    expect((await coach.post(`${at.one(earlier.session)}/cancel`, away)).status).toBe(303)
    expect(textOf(await at.page(at.one(earlier.session), await leadOf(site)))).toContain(
      "WILL NOT TAKE PLACE. Coach (demonstration) said so on 6 December 2017 at 4pm: The team is away.",
    )
    expect((await at.write(earlier.session, { revision: 0, core: {} })).status).toBe(409)
  })

  test("is a coordinator's too, whose coach is told; what is as it was is not moved", async () => {
    const coordinator = await service.as("coordinator@innovation-unit.example")
    const at = coachingOf("sheffield", coordinator)
    const before = service.mails.length
    const { session } = await at.plan({ kind: "call", on: "2017-12-15", time: "10am" })
    const told = (await service.deliver()).slice(before).map(({ to }) => to)
    expect(told).toContain("coach@innovation-unit.example")
    const again = await coordinator.post(`${at.one(session)}/plan`, {
      kind: "call",
      time: "10:00",
      ...day("on", "2017-12-15"),
      key: newKey(),
    })
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining("This is how it is planned already"),
    ])
    expect((await coordinator.get(`${at.all}/write`)).status).toBe(403)
  })
})

describe("writing up", () => {
  test("begins with every open action of the site and of its coach; a draft is nobody's but the coach's and the coordinators'", async () => {
    const site = "bradford"
    const at = coachingOf(site, coach)
    const first = await sharedVisit(at)
    const open = await actionsIn(service.table, site).open()
    expect(open.map(({ text, owner, due }) => ({ text, owner, due }))).toEqual(twoActions)
    for (const { id, due } of open) expect(id.startsWith(due)).toBe(true)

    service.at("2018-01-09T16:00:00Z")
    const planned = (await headOf(site))?.planned[0]
    expect(planned?.on).toBe("2018-01-09")
    const here = at.one(planned?.session ?? "")
    const form = fieldsIn(await at.page(`${here}/write`), `${here}/write`)
    expect(form["actions.rows"]).toBe([...open.map(({ id }) => id), "new-1"].join(","))
    expect(form["on.day"]).toBe("9")
    const [mine, theirs] = open
    const typed = {
      ...form,
      kind: "call",
      who: "The lead",
      talked: "MARKER what was said",
      [`actions.${mine?.id}.now`]: "done",
      [`actions.${mine?.id}.because`]: "The rota names both.",
      ...day(`actions.${theirs?.id}.due`, "2018-01-19"),
      "actions.new-1.text": "Ask the board.",
      "actions.new-1.owner": "site",
      ...day("actions.new-1.due", "2018-02-01"),
      go: "later",
    }
    const { key: _, ...fields } = typed as Record<string, string>
    const saved = await coach.post(`${here}/write`, fields)
    expect([saved.status, saved.headers.get("location")]).toEqual([303, here])

    const lead = await leadOf(site)
    const seen = await at.page(here, lead)
    expect(textOf(seen)).toContain(
      "HELD, being written up since 9 January 2018 at 4pm by Coach (demonstration).",
    )
    expect(seen).not.toContain("MARKER")
    expect(JSON.stringify(await at.read(planned?.session ?? "", lead))).not.toContain("MARKER")
    const coordinator = await service.as("coordinator@innovation-unit.example")
    expect(JSON.stringify(await at.read(planned?.session ?? "", coordinator))).toContain("MARKER")
    expect((await headOf(site))?.waits.map(({ state }) => state)).toEqual(["shared", "held"])

    const share = await at.page(`${here}/share`)
    expect(textOf(share)).toContain("Before you can share it")
    expect(share).toContain(`href="${here}/write?missing#next.day"`)
    const missing = await at.page(`${here}/write?missing`)
    expect(textOf(missing)).toContain("Enter the day you meet next")
    const early = await at.share(planned?.session ?? "")
    expect([early.status, await early.text()]).toEqual([
      422,
      expect.stringContaining("Enter the day you meet next"),
    ])

    const again = fieldsIn(missing, `${here}/write`)
    const added = await coach.post(`${here}/write`, {
      ...again,
      ...day("next", "2018-02-06"),
      add: "actions",
    })
    expect(added.headers.get("location")).toBe(`${here}/write?add=actions#actions`)
    const draft = (await at.read(planned?.session ?? "")).draft
    expect((await at.share(planned?.session ?? "", draft?.revision)).status).toBe(200)

    const now = await actionsIn(service.table, site).all()
    expect(now.map(({ text, state, due }) => [text, state, due]).sort()).toEqual([
      ["Ask the board.", "open", "2018-02-01"],
      ["Name who covers.", "done", "2017-12-20"],
      ["Send the example rota.", "open", "2018-01-19"],
    ])
    const carried = now.find(({ text }) => text.startsWith("Send"))?.carried
    expect(carried).toEqual([
      {
        into: { kind: "session", id: planned?.session, title: "Call of 9 January 2018" },
        at: "2018-01-09T16:00:00.000Z",
        due: "2018-01-05",
      },
    ])
    const set = now.find(({ text }) => text.startsWith("Ask"))
    expect(set?.from).toEqual({ kind: "session", id: planned?.session, title: "Call of 9 January 2018" })
    const read = await at.read(planned?.session ?? "", lead)
    expect(read.text.core.actions?.map(({ id }) => id)).toContain(set?.id)
    expect(read.says).toContain("SHARED. Coach (demonstration) shared it with the site")
    expect((await headOf(site))?.planned.map(({ on, title }) => [on, title])).toEqual([
      ["2018-02-06", "Call of 6 February 2018"],
    ])
    expect((await headOf(site))?.last?.session).toBe(planned?.session)
    expect((await at.read(first)).state).toBe("shared")
  })

  test("names what cannot be kept beside its question, keeps what was typed, and saves nothing", async () => {
    const at = coachingOf("shropshire", coach)
    const session = await at.begin()
    const here = at.one(session)
    const form = fieldsIn(await at.page(`${here}/write`), `${here}/write`)
    const long = Array.from({ length: 121 }, () => "word").join(" ")
    const answer = await coach.post(`${here}/write`, { ...form, talked: long, ...day("on", "2017-12-25") })
    const page = plain(await answer.text())
    expect(answer.status).toBe(422)
    expect(page).toContain("What you talked about must be 120 words or fewer. You have 121")
    expect(page).toContain("The day of the session must be on or before 6 December 2017")
    expect(page).toContain(long)
    const named = await coach.post(`${here}/write`, { ...form, talked: "His NHS number is 943 476 5919." })
    expect(named.status).toBe(422)
    expect((await at.read(session)).draft?.revision).toBe(1)
    for (const [core, says] of [
      [{ actions: [{ id: "made-up", text: "x" }] }, "A row here is not one of this form"],
      [{ nothing: "x" }, "There is no such question here"],
      [{ kind: "party" }, "Select how you met"],
    ] as const) {
      const refused = await at.write(session, { revision: 1, core })
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(says)])
    }
    const unplanned = await coach.post(`${at.all}/write`, { talked: "Kept as typed", key: newKey() })
    expect([unplanned.status, plain(await unplanned.text())]).toEqual([
      422,
      expect.stringMatching(/Select how you met[\s\S]*Kept as typed/),
    ])
  })

  test("two coaches who write in different answers both stay; in the same one the second is told and loses nothing", async () => {
    const at = coachingOf("liverpool", coach)
    const session = await at.begin()
    const here = at.one(session)
    const opened = fieldsIn(await at.page(`${here}/write`), `${here}/write`)
    expect((await at.write(session, { revision: 1, core: { talked: "Theirs" } })).status).toBe(200)
    const other = await coach.post(`${here}/write`, { ...opened, who: "Mine" })
    expect(other.status).toBe(303)
    expect((await at.read(session)).draft?.core).toMatchObject({ talked: "Theirs", who: "Mine" })

    const clash = await coach.post(`${here}/write`, { ...opened, talked: "Also mine" })
    const page = plain(await clash.text())
    expect(clash.status).toBe(409)
    expect(page).toContain("saved “What did you talk about?” after you opened this page")
    expect(page).toContain("Theirs")
    const shown = fieldsIn(page, `${here}/write`)
    expect([shown.talked, shown.who]).toEqual(["Also mine", "Mine"])
    expect((await at.read(session)).draft?.core.talked).toBe("Theirs")
    expect((await coach.post(`${here}/write`, shown)).status).toBe(303)
    expect((await at.read(session)).draft?.core).toMatchObject({ talked: "Also mine", who: "Mine" })

    const stale = await at.share(session, 2)
    expect([stale.status, await stale.text()]).toEqual([
      409,
      expect.stringContaining("Read it again, then share it"),
    ])
  })

  test("shared twice by one press is one version; by two at once, one is told", async () => {
    const at = coachingOf("hertfordshire", coach)
    const session = await at.begin(written({ actions: twoActions }))
    const key = newKey()
    const [one, same] = [await at.share(session, 1, key), await at.share(session, 1, key)]
    expect([one.status, await one.json()]).toEqual([same.status, await same.json()])
    const second = await at.share(session, 1)
    expect([second.status, await second.text()]).toEqual([
      409,
      expect.stringContaining("Nothing is written that is not shared already."),
    ])
    expect(await actionsIn(service.table, "hertfordshire").open()).toHaveLength(2)
    const other = await at.begin(written({ on: "2017-12-05" }))
    const both = await Promise.all([at.share(other), at.share(other)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const letters = (await service.deliver()).filter(({ text }) =>
      text.includes(`${sessionsOf("hertfordshire")}/${session}`),
    )
    expect(letters.map(({ to }) => to).sort()).toEqual([
      "contributor@hertfordshire.example",
      "site-lead@hertfordshire.example",
    ])
    expect(letters[0]?.subject).toContain(
      "Site visit of 6 December 2017: agree it or say what to change by 20 December 2017",
    )
    expect(letters[0]?.text).toContain("2 actions, 1 of them yours. The next is due on 20 December 2017.")
    expect(letters[0]?.text).toContain("You meet next on Tuesday 9 January 2018.")
    expect(letters[0]?.text.toLowerCase()).not.toContain("please")
  })
})
