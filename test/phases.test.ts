import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { joining } from "../infra/local/demonstration/phases.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import type { Phase } from "../shared/domain/calendar/phase.ts"
import type { SitePhase } from "../shared/domain/calendar/site-phase.ts"
import { brokenAt, type Event, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { calendarIn, putPhase } from "../shared/store/calendar.ts"
import { expectedIn } from "../shared/store/expected.ts"
import { peopleIn } from "../shared/store/people.ts"
import { spread, spreadAll } from "../shared/store/spreading.ts"
import { atLondon } from "../shared/values/london.ts"
import { fieldsIn } from "./support/page-form.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, keyed, newKey } from "./support/submission.ts"

const at = "/programme/phases"
const two = `${at}/NSW2`
const december = "nsw2-spending-2017-12-31"
const march = "nsw2-spending-2018-03-31"
const at5pm = (day: string) => atLondon(day, "17:00").toISOString()

let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

type Check = { id: string; done: boolean; weighs: string; says: string }
type Read = {
  phase: Phase & { sites: SitePhase[] }
  checks: Check[]
  burdens: { organisation: string; minutes: number; says: string; returns: { round: string; by: string }[] }[]
  seen: string
}

const read = async (phase = "NSW2") => (await (await coordinator.api("GET", `${at}/${phase}`)).json()) as Read
const missing = ({ checks }: Read) =>
  checks.filter(({ done, weighs }) => !done && weighs === "problem").map(({ id }) => id)
const api = (path: string, body: unknown, who = coordinator, key = newKey()) =>
  who.api("POST", path, body, keyed(key))
const well = async (answer: Response) => {
  const body = await answer.text()
  expect([answer.status, body.slice(0, 800)]).toEqual([
    answer.status < 300 ? answer.status : "2xx",
    body.slice(0, 800),
  ])
  return JSON.parse(body) as Record<string, unknown>
}
const dateOf = (day: string, name: string) => {
  const [year = "", month = "", of = ""] = day.split("-")
  return { [`${name}.day`]: of, [`${name}.month`]: month, [`${name}.year`]: year }
}

const expectedOf = async (organisation: string, phase = "NSW2") =>
  (await expectedIn(service.table).all(organisation)).filter((one) => one.phase === phase && one.owed)
const expectedAt = async (organisation: string, round: string) =>
  (await expectedIn(service.table).of(organisation, round)) as Expected
const linesOf = async (organisation: string, record: string): Promise<Event[]> => {
  const { items } = await service.table.query({
    pk: `LOG#${organisation}`,
    begins: `${record}#`,
    strong: true,
  })
  return items.map((item) => eventSchema.parse(item))
}

describe("preparing a phase", () => {
  test("every phase is listed with its dates, its sites and how far it has come", async () => {
    const page = await (await coordinator.get(at)).text()
    expect(page).toContain("Phase 1, October 2016 to March 2017")
    expect(page).toContain("Announced")
    expect(page).toContain("Being prepared")
    expect(page).toContain("Sunday 1 October 2017 to Saturday 31 March 2018")
  })

  test("a new one needs a code that no other has, and a double click makes one", async () => {
    const page = await (await coordinator.get(`${at}/new`)).text()
    const fields = { ...fieldsIn(page, `${at}/new`), id: "nsw2", title: "Phase 3" }
    const taken = await coordinator.post(`${at}/new`, fields)
    expect(taken.status).toBe(422)
    const again = await taken.text()
    expect(again).toContain("There is a phase NSW2 already")
    expect(again).toContain('value="Phase 3"')
    const right = { ...fields, id: "nsw3", key: newKey() }
    for (let times = 0; times < 2; times++) {
      const made = await coordinator.post(`${at}/new`, right)
      expect([made.status, made.headers.get("location")]).toEqual([303, `${at}/NSW3`])
    }
    expect(await linesOf("programme", "phase-NSW3")).toHaveLength(1)
    expect(missing(await read("NSW3"))).toEqual(["dates", "about", "sites", "asks"])
  })

  test("its facts are saved, a reader of an older page is told, and what is typed wrong comes back", async () => {
    const here = `${at}/NSW3/facts`
    const page = await (await coordinator.get(here)).text()
    const first = {
      ...fieldsIn(page, here),
      about: "More sites.",
      ...dateOf("2018-10-01", "from"),
      ...dateOf("2018-09-01", "to"),
      envelope: "400,000",
    }
    const wrong = await coordinator.post(here, first)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain("Its last day must be after its first, Monday 1 October 2018")
    const right = { ...first, ...dateOf("2019-03-31", "to") }
    expect((await coordinator.post(here, right)).status).toBe(303)
    const old = await coordinator.post(here, { ...right, title: "Another title" })
    expect(old.status).toBe(409)
    expect(await old.text()).toContain("Another title")
    const { phase } = await read("NSW3")
    expect([phase.from, phase.to, phase.envelope, phase.title]).toEqual([
      "2018-10-01",
      "2019-03-31",
      40_000_000,
      "Phase 3",
    ])
  })

  test("what it asks is added, changed and taken away, and nothing is asked twice", async () => {
    const here = `${at}/NSW3/lines`
    const line = {
      kind: "spending-update",
      cadence: "month",
      workingDays: "10",
      locksAfter: "20",
      because: "The department pays in parts.",
    }
    const page = await (await coordinator.get(`${here}/new`)).text()
    const typed = { ...fieldsIn(page, `${here}/new`), ...line }
    expect((await coordinator.post(`${here}/new`, typed)).status).toBe(303)
    expect((await read("NSW3")).phase.asks.map(({ id }) => id)).toEqual(["spending"])
    const twice = await coordinator.post(`${here}/new`, { ...typed, key: newKey() })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain("The phase asks for this already")
    const late = await coordinator.post(`${here}/new`, {
      ...typed,
      key: newKey(),
      cadence: "after",
      months: "",
    })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain("Enter how many months after the end")

    const change = await (await coordinator.get(`${here}/spending`)).text()
    const changed = { ...fieldsIn(change, `${here}/spending`), cadence: "quarter", workingDays: "15" }
    expect((await coordinator.post(`${here}/spending`, changed)).status).toBe(303)
    expect((await read("NSW3")).phase.asks).toMatchObject([
      { id: "spending", cadence: "quarter", workingDays: 15 },
    ])
    const remove = await (await coordinator.get(`${here}/spending/remove`)).text()
    const gone = await coordinator.post(
      `${here}/spending/remove`,
      fieldsIn(remove, `${here}/spending/remove`),
    )
    expect(gone.status).toBe(303)
    expect((await read("NSW3")).phase.asks).toEqual([])
    expect((await coordinator.get(`${here}/spending`)).status).toBe(404)
  })

  test("whoever reads sees it and changes nothing; an administrator finds nothing", async () => {
    const reader = await service.as("reader@doh.example")
    const page = await (await reader.get(two)).text()
    expect(page).toContain("NOT PUBLISHED")
    expect(page).not.toContain("Add a site")
    for (const path of [`${two}/facts`, `${two}/sites/new`, `${two}/publish`])
      expect((await reader.get(path)).status).toBe(403)
    expect((await api(`${two}/publish`, {}, reader)).status).toBe(403)
    const administrator = await service.as("administrator@doh.example")
    for (const path of [at, two]) expect((await administrator.get(path)).status).toBe(404)
  })
})

/** The three that join, as a coordinator types them. */
const addJoining = async () => {
  for (const { organisation, from = "", to = "", award, note } of joining)
    await well(
      await api(`${two}/sites/new`, {
        organisation,
        joined: "applied",
        from,
        to,
        award,
        note,
        coach: "p-coach",
      }),
    )
}

describe("the sites of phase 2", () => {
  test("one that continues needs a reason and who decided; one with an award needs a source", async () => {
    const here = `${two}/sites/new`
    const page = await (await coordinator.get(here)).text()
    const typed = {
      ...fieldsIn(page, here),
      organisation: "bradford",
      joined: "continuing",
      award: "50,000",
      coach: "p-coach",
    }
    const answer = await coordinator.post(here, typed)
    expect(answer.status).toBe(422)
    const says = await answer.text()
    for (const words of ["Enter why it continues", "Enter who decided", "Enter where the award is published"])
      expect(says).toContain(words)
    expect(says).toContain('value="50,000"')
    const outside = await api(here, {
      organisation: "bradford",
      joined: "applied",
      coach: "nobody",
      from: "2017-01-01",
      to: "2018-03-31",
    })
    expect(outside.status).toBe(422)
    expect(await outside.text()).toContain("must be on or after 1 July 2017")
    const nowhere = await api(here, { organisation: "nowhere", joined: "applied", coach: "nobody" })
    expect(nowhere.status).toBe(422)
  })

  test("each has dates, an award and a coach of its own, and cannot be added twice", async () => {
    await addJoining()
    const { phase } = await read()
    expect(phase.sites.map(({ organisation }) => organisation)).toEqual([
      "bradford",
      "halton",
      "hertfordshire",
      "liverpool",
      "sheffield",
      "shropshire",
    ])
    expect(phase.sites[1]).toMatchObject({
      from: "2017-09-01",
      award: 9_282_700,
      coach: { person: "p-coach" },
    })
    const again = await api(`${two}/sites/new`, {
      organisation: "halton",
      joined: "applied",
      coach: "nobody",
      from: "2017-10-01",
      to: "2018-03-31",
    })
    expect(again.status).toBe(422)
  })

  test("what it asks of each is said in things, hours and a share of the award", async () => {
    const { burdens } = await read()
    expect(burdens.find(({ organisation }) => organisation === "halton")?.says).toBe(
      "This asks Halton for 15 things, about 3.5 hours, 0.2% of its award.",
    )
    const page = await (await coordinator.get(two)).text()
    expect(page).toContain("This asks Sheffield for 14 things, about 4 hours, 0.6% of its award.")
    expect(page).toContain("An hour counts as £35")
  })

  test("more than 5% of an award needs a reason, which each site reads", async () => {
    const here = `${two}/sites/sheffield`
    const page = await (await coordinator.get(here)).text()
    const before = fieldsIn(page, here)
    const typed = { ...before, decidedBy: "The department, June 2017 (invented)", award: "1,000" }
    expect((await coordinator.post(here, typed)).status).toBe(303)
    expect(missing(await read())).toEqual(["heavy"])
    const publish = await api(`${two}/publish`, {})
    expect(publish.status).toBe(422)
    expect(await publish.text()).toContain("It asks more than 20 hours, or 5% of the award, of Sheffield")
    const next = fieldsIn(await (await coordinator.get(here)).text(), here)
    expect((await coordinator.post(here, { ...next, award: "23,854" })).status).toBe(303)
    expect(missing(await read())).toEqual([])
  })

  test("nobody to lead a site on its first day stands in the way; nobody to coach it is only said", async () => {
    await well(
      await api(`${two}/sites/new`, {
        organisation: "leeds",
        joined: "applied",
        from: "2017-10-01",
        to: "2018-03-31",
        coach: "nobody",
      }),
    )
    const { checks } = await read()
    expect(checks.find(({ id }) => id === "lead-leeds")).toMatchObject({ done: false, weighs: "problem" })
    expect(checks.find(({ id }) => id === "coach-leeds")).toMatchObject({ done: false, weighs: "warning" })
    const here = `${two}/sites/leeds/remove`
    const page = await (await coordinator.get(here)).text()
    expect(page).toContain("It is asked for nothing yet.")
    expect((await coordinator.post(here, fieldsIn(page, here))).status).toBe(303)
    expect(missing(await read())).toEqual([])
  })
})

describe("publishing phase 2", () => {
  test("says what each site will be asked for and when, and does it once", async () => {
    service.at("2017-09-20T08:00:00.000Z")
    const here = `${two}/publish`
    const page = await (await coordinator.get(here)).text()
    for (const words of [
      "What each site will be asked for, and when it is due",
      "Monday 22 January 2018",
      "Monday 30 April 2018",
      "Wednesday 30 May 2018",
    ])
      expect(page).toContain(words)
    expect(await expectedOf("halton")).toEqual([])
    const fields = fieldsIn(page, here)
    const answers = await Promise.all([coordinator.post(here, fields), coordinator.post(here, fields)])
    for (const answer of answers) expect(answer.headers.get("location")).toBe(two)
    const { phase } = await read()
    expect(phase.published).toBe("2017-09-20T08:00:00.000Z")
    expect(phase.spread).toBe(phase.revision)
    const moves = (await linesOf("programme", "phase-NSW2")).map(({ move }) => move)
    expect(moves.filter((move) => move === "publish")).toHaveLength(1)
  })

  test("six sites owe what they were told, each by its own dates", async () => {
    const dueOf = async (organisation: string) =>
      Object.fromEntries((await expectedOf(organisation)).map(({ round, by }) => [round, by]))
    const evaluated = {
      "nsw2-baseline-2017-10-01": at5pm("2017-11-24"),
      "nsw2-tally-2017-10-31": at5pm("2017-11-07"),
      "nsw2-tally-2017-11-30": at5pm("2017-12-07"),
      "nsw2-tally-2017-12-31": at5pm("2018-01-08"),
      "nsw2-tally-2018-01-31": at5pm("2018-02-07"),
      "nsw2-tally-2018-02-28": at5pm("2018-03-07"),
      "nsw2-tally-2018-03-31": at5pm("2018-04-09"),
      "nsw2-final-2018-03-31": at5pm("2018-05-11"),
    }
    const most = {
      ...evaluated,
      [december]: at5pm("2018-01-22"),
      [march]: at5pm("2018-04-30"),
      "nsw2-statement-2018-03-31": at5pm("2018-04-30"),
      "nsw2-after-6-2018-09-30": at5pm("2018-10-12"),
      "nsw2-after-12-2019-03-31": at5pm("2019-04-12"),
    }
    for (const organisation of ["bradford", "shropshire"])
      expect([organisation, await dueOf(organisation)]).toEqual([organisation, most])
    const goesOn = { ...most, "nsw2-going-on-2017-10-01": at5pm("2017-10-13") }
    for (const organisation of ["hertfordshire", "liverpool", "sheffield"])
      expect([organisation, await dueOf(organisation)]).toEqual([organisation, goesOn])
    expect(await dueOf("halton")).toMatchObject({
      [december]: at5pm("2018-01-22"),
      [march]: at5pm("2018-05-30"),
      "nsw2-statement-2018-03-31": at5pm("2018-05-30"),
    })
    const halton = await expectedAt("halton", december)
    expect(halton.covers).toEqual({ from: "2017-09-01", to: "2017-12-31" })
  })

  test("what it asks and its dates stand from then on", async () => {
    const line = { kind: "follow-up", cadence: "start", workingDays: 5, locksAfter: 5, because: "To know." }
    const asked = await api(`${two}/lines/new`, line)
    expect(asked.status).toBe(409)
    expect(await asked.text()).toContain("what it asks stands")
    expect(await (await coordinator.get(`${two}/facts`)).text()).not.toContain("first day")
    const { title, about, to } = (await read()).phase
    const later = await api(`${two}/facts`, { answers: { title, about, to } })
    expect(later.status).toBe(409)
    expect(await later.text()).toContain("its dates stand")
    expect((await api(`${two}/publish`, {})).status).toBe(409)
  })

  test("spreading it again changes nothing", async () => {
    const before = await Promise.all(["halton", "sheffield"].map((one) => expectedOf(one)))
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    if (!phase) throw new Error("There is no phase")
    const { sites: _, ...own } = phase
    await service.table.write([putPhase(programme.id, own, own)])
    expect((await read()).phase.spread).not.toBe((await read()).phase.revision)
    expect(await (await coordinator.get(two)).text()).toContain("has not reached every site yet")
    const now = service.world.now()
    await spread(service.table, programme.id, { phase: "NSW2", site: "halton", at: now })
    await spreadAll(service.table, programme.id, now)
    await spreadAll(service.table, programme.id, now)
    expect((await read()).phase.spread).toBe((await read()).phase.revision)
    expect(await Promise.all(["halton", "sheffield"].map((one) => expectedOf(one)))).toEqual(before)
  })

  test("what a broken-off run left is taken up by the next", async () => {
    const one = await expectedAt("liverpool", march)
    await service.table.write([{ remove: { pk: "SITE#liverpool", sk: `EXPECTED#2018-03-31#${march}` } }])
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    if (!phase) throw new Error("There is no phase")
    const { sites: _, ...own } = phase
    await service.table.write([putPhase(programme.id, own, own)])
    await spreadAll(service.table, programme.id, service.world.now())
    expect((await expectedAt("liverpool", march)).by).toBe(one.by)
  })
})

describe("another due date", () => {
  const here = `${two}/periods/${march}`

  test("says whom it concerns before anything is saved", async () => {
    const page = await (await coordinator.get(here)).text()
    expect(page).toContain("Whom another date concerns")
    expect(page).toContain("Stays: it covers Monday 1 January 2018 to Monday 30 April 2018")
    const { sites } = (await (await coordinator.api("GET", here)).json()) as {
      sites: { organisation: string; moves: boolean }[]
    }
    expect(sites.filter(({ moves }) => !moves).map(({ organisation }) => organisation)).toEqual(["halton"])
  })

  test.each([
    ["in the past", "2017-09-01", {}, "must be in the future"],
    ["before what it covers ends", "2018-03-29", {}, "must be after what it covers ends"],
    ["on a Saturday", "2018-05-05", {}, "is not a working day: nobody answers the telephone"],
    ["on a bank holiday", "2018-05-07", {}, "is not a working day"],
    ["a year late by a slip", "2028-05-04", {}, "must be on or before"],
    ["without a reason", "2018-05-04", { because: "" }, "Enter why it changes"],
  ])("%s is refused in words, with what was typed", async (_, day, more, says) => {
    const typed = { key: newKey(), because: "The ledger closes late.", ...dateOf(day, "day"), ...more }
    const answer = await coordinator.post(here, typed)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain(`value="${day.slice(0, 4)}"`)
    expect((await expectedAt("sheffield", march)).sequence).toBe(0)
  })

  test("moves it for every site that it is for, with a line of history and the reason in each", async () => {
    const key = newKey()
    const body = { day: "2018-05-04", because: "The ledger closes late." }
    for (let times = 0; times < 2; times++) await well(await api(here, body, coordinator, key))
    for (const organisation of ["bradford", "hertfordshire", "liverpool", "sheffield", "shropshire"]) {
      const one = await expectedAt(organisation, march)
      expect([one.by, one.sequence]).toEqual([at5pm("2018-05-04"), 1])
      const lines = await linesOf(organisation, march)
      expect(lines.map(({ move, by }) => [move, by.role])).toEqual([["move the date", "coordinator"]])
      expect(brokenAt(lines, one.events)).toBeUndefined()
      const { items } = await service.table.query({ pk: `CONTENTS#${organisation}`, begins: `${march}#` })
      expect(items[0]?.note).toBe("The ledger closes late.")
    }
    const halton = await expectedAt("halton", march)
    expect([halton.by, halton.sequence]).toEqual([at5pm("2018-05-30"), 0])
    expect(await (await coordinator.get(here)).text()).toContain("The ledger closes late.")
  })

  test("on a day that is no working day needs a reason of its own", async () => {
    const offDay = "The council answers on Saturdays."
    await well(await api(here, { day: "2018-05-05", because: "Asked for.", offDay }))
    expect((await expectedAt("bradford", march)).by).toBe(at5pm("2018-05-05"))
    await well(await api(here, { day: "2018-04-30", because: "Back to the rule." }))
    expect((await expectedAt("bradford", march)).sequence).toBe(3)
  })
})

describe("sites in a published phase", () => {
  test("other dates take away what nobody has begun, and leave what was begun", async () => {
    service.at("2018-01-08T09:00:00.000Z")
    const lead = await service.as("site-lead@liverpool.example")
    const one = await begun(lead, "liverpool", december)
    const here = `${two}/sites/liverpool`
    const to = { ...dateOf("2017-11-30", "to"), decidedBy: "The department (invented)" }
    const fields = { ...fieldsIn(await (await coordinator.get(here)).text(), here), ...to }
    expect((await coordinator.post(here, fields)).status).toBe(303)
    const rounds = (await expectedOf("liverpool")).map(({ round }) => round)
    expect(rounds).toContain(december)
    expect(rounds).not.toContain(march)
    expect((await expectedAt("liverpool", december)).stands?.reference).toBe(one.reference)
    expect((await linesOf("liverpool", march)).at(-1)?.move).toBe("no longer expected")
    const gone = await api(`${here}/remove`, {})
    expect(gone.status).toBe(409)
    expect(await gone.text()).toContain("Liverpool has begun Spending update, October to November 2017")
  })

  test("what is owed again goes on in the history that it had", async () => {
    const here = `${two}/sites/liverpool`
    const before = (await linesOf("liverpool", march)).length
    const fields = fieldsIn(await (await coordinator.get(here)).text(), here)
    expect((await coordinator.post(here, { ...fields, ...dateOf("2018-03-31", "to") })).status).toBe(303)
    const one = await expectedAt("liverpool", march)
    expect(one.events.number).toBe(before)
    await well(await api(`${two}/periods/${march}`, { day: "2018-05-08", because: "Again." }))
    const lines = await linesOf("liverpool", march)
    expect(brokenAt(lines, (await expectedAt("liverpool", march)).events)).toBeUndefined()
    expect(lines).toHaveLength(before + 1)
  })

  test("a site that joins owes at once what the others owe", async () => {
    const people = peopleIn(service.table)
    const person = { id: "p-leeds-lead", name: "Leeds lead", email: "lead@leeds.gov.uk" }
    const nobody = await api(`${two}/sites/new`, {
      organisation: "leeds",
      joined: "applied",
      from: "2018-01-01",
      to: "2018-03-31",
      coach: "nobody",
    })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain("Nobody leads Leeds on its first day")
    await people.write([
      ...people.add(person),
      ...people.granting(person, {
        id: "g-leeds-lead",
        role: "lead",
        organisation: "leeds",
        from: "2017-01-01T00:00:00.000Z",
        to: "2019-01-01T00:00:00.000Z",
        by: "tests",
      }),
    ])
    await well(
      await api(`${two}/sites/new`, {
        organisation: "leeds",
        joined: "applied",
        from: "2018-01-01",
        to: "2018-03-31",
        coach: "nobody",
      }),
    )
    const owed = await expectedOf("leeds")
    expect(owed.map(({ round }) => round)).toContain(march)
    expect(owed.map(({ round }) => round)).not.toContain(december)
    expect((await expectedAt("leeds", march)).by).toBe(at5pm("2018-05-08"))
  })

  test("dates and sites that change at the same moment come to one calendar", async () => {
    const here = `${two}/sites/bradford`
    const fields = fieldsIn(await (await coordinator.get(here)).text(), here)
    const days = ["2018-05-09", "2018-05-10", "2018-05-11"]
    const answers = await Promise.all([
      ...days.map((day) => api(`${two}/periods/${march}`, { day, because: `Until ${day}.` })),
      coordinator.post(here, { ...fields, name: "Bradford district", ...dateOf("2018-04-03", "to") }),
    ])
    for (const answer of answers) expect(answer.status, await answer.text()).toBeLessThan(400)
    await spreadAll(service.table, programme.id, service.world.now())
    const { phase } = await read()
    expect(phase.spread).toBe(phase.revision)
    const set = (await calendarIn(service.table, programme.id).period(march))?.by
    expect(days.map(at5pm)).toContain(set)
    for (const organisation of ["hertfordshire", "liverpool", "sheffield", "shropshire", "leeds"])
      expect([organisation, (await expectedAt(organisation, march)).by]).toEqual([organisation, set])
    const bradford = await expectedAt("bradford", march)
    expect([bradford.name, bradford.covers?.to]).toEqual(["Bradford district", "2018-04-03"])
    for (const organisation of ["sheffield", "bradford"]) {
      const one = await expectedAt(organisation, march)
      expect(brokenAt(await linesOf(organisation, march), one.events)).toBeUndefined()
    }
  })

  test("and can be taken out again as long as it has begun nothing", async () => {
    await well(await api(`${two}/sites/leeds/remove`, {}))
    expect(await expectedOf("leeds")).toEqual([])
    expect((await read()).phase.sites.map(({ organisation }) => organisation)).not.toContain("leeds")
  })

  test("everything that was done to the phase is in one chain, with who did it", async () => {
    const lines = await linesOf("programme", "phase-NSW2")
    const chain = await service.table.get({ pk: "CHANGES#programme", sk: "CHAIN#phase-NSW2" })
    expect(brokenAt(lines, { number: Number(chain?.number), hash: String(chain?.hash) })).toBeUndefined()
    expect(lines.every(({ by }) => by.person === "p-coordinator")).toBe(true)
    const page = await (await coordinator.get(two)).text()
    for (const words of ["Published", "Changed a due date", "Took a site out", "PUBLISHED. 6 sites see"])
      expect(page).toContain(words)
  })
})

test.each(["NSW2#SITE#halton", "nsw2", "NSW9", "..", "a".repeat(3_000), "%00", "PHASE"])(
  "there is no phase %s",
  async (id) => {
    for (const path of [`${at}/${encodeURIComponent(id)}`, `${at}/${encodeURIComponent(id)}/sites/new`])
      expect((await coordinator.get(path)).status).toBe(404)
  },
)

test("nothing went wrong on the way", () => expect(service.faults).toEqual([]))
