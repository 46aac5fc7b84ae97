import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { brokenAt, contents, type Event, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { keys } from "../shared/store/keys.ts"
import { peopleIn } from "../shared/store/people.ts"
import { fieldsIn, plain } from "./support/page-form.ts"
import { type Client, firstMorning, type Service, startService } from "./support/service.ts"
import { keyed, newKey } from "./support/submission.ts"

const rounds = "/programme/rounds"
let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const words = async (answer: Response) =>
  plain((await answer.text()).replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ")
const see = async (path: string, who = coordinator) => words(await who.get(path))
const html = async (path: string, who = coordinator) => (await who.get(path)).text()

type Read = {
  stage: string
  round: Record<string, unknown>
  checks: { id: string; page: string; done: boolean; says: string }[]
  unusual: string[]
  burden: { share?: number; says: string }
  seen: Record<string, string>
  read: string
}
const read = async (id: string, who = coordinator) =>
  (await (await who.api("GET", `${rounds}/${id}`)).json()) as Read
const missing = async (id: string) => (await read(id)).checks.filter(({ done }) => !done).map((one) => one.id)

/** What is typed on a page over what stands there: a day as "2017-10-02". */
const typed = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
      return year && month && day
        ? [
            [`${name}.day`, day],
            [`${name}.month`, month],
            [`${name}.year`, year],
          ]
        : [[name, value]]
    }),
  )

const write = async (path: string, given: Record<string, string>, who = coordinator) =>
  who.post(path, { ...fieldsIn(await html(path, who), path), ...typed(given) })

const prepared = async (title: string, phase = "NSW3", who = coordinator) => {
  const answer = await write(`${rounds}/new`, { title, phase }, who)
  expect(answer.status).toBe(303)
  return (answer.headers.get("location") ?? "").slice(rounds.length + 1)
}

const days = {
  opens: "2017-10-02",
  opensAt: "9am",
  closes: "2017-10-23",
  closesAt: "5pm",
  questionsUntil: "2017-10-16",
  decisionsBy: "2017-11-10",
  startsFrom: "2017-12-01",
  startsTo: "2018-02-28",
}
const weights = {
  "weights.rows": "new-1,new-2",
  "weights.new-1.criterion": "Need",
  "weights.new-1.weight": "40",
  "weights.new-2.criterion": "Legacy",
  "weights.new-2.weight": "60",
}

const filled = async (title: string) => {
  const id = await prepared(title)
  const here = `${rounds}/${id}`
  const pages: Record<string, Record<string, string>> = {
    dates: days,
    money: { ceiling: "92,827", envelope: "400,000" },
    "who-may-lead": {},
    criteria: weights,
  }
  for (const [page, given] of Object.entries(pages)) {
    const answer = await write(`${here}/${page}`, given)
    expect([page, answer.status]).toEqual([page, 303])
  }
  return { id, here }
}

const publish = async (here: string) => write(`${here}/publish`, {})
const published = async (title: string) => {
  const one = await filled(title)
  expect((await publish(one.here)).status).toBe(303)
  return one
}

const chainOf = async (id: string) => {
  const begins = `round-${id}#`
  const { items } = await service.table.query({ pk: "LOG#programme", begins, strong: true })
  const kept = await service.table.query({ pk: "CONTENTS#programme", begins, strong: true })
  const last = await service.table.get(keys.programmeChain(`round-${id}`), { strong: true })
  return {
    events: items.map((item) => eventSchema.parse(item)) as Event[],
    notes: kept.items.map((item) => contents.parse(item)),
    last: last as unknown as { number: number; hash: string },
  }
}

describe("a round, prepared over several days", () => {
  let id: string
  let here: string

  test("begins with a title and a phase, and says at once what is missing", async () => {
    id = await prepared("Named Social Worker pilots, phase 3")
    here = `${rounds}/${id}`
    expect(id).toBe("named-social-worker-pilots-phase-3-2017")
    const page = await see(here)
    expect(page).toContain("Draft: not published")
    expect(page).toContain("NOT PUBLISHED. 7 things stand between this and publishing.")
    expect(page).toContain("Missing: the day it opens, the day it closes, the first and last day to start")
    expect(await missing(id)).toEqual([
      "dates",
      "questions",
      "decisions",
      "ceiling",
      "lead",
      "weights",
      "readers",
    ])
    for (const { page: at } of (await read(id)).checks.filter((one) => one.page !== "readers"))
      expect((await coordinator.get(`${here}/${at}`)).status).toBe(200)
  })

  test("is in the coordinators' list and nowhere else", async () => {
    expect(await see(rounds)).toContain("Being prepared: only the programme can see these")
    expect(await see(rounds)).toContain("Named Social Worker pilots, phase 3 Not decided yet")
    for (const path of ["/", `/rounds/${id}`, "/api/rounds", `/api/rounds/${id}`])
      expect(await (await service.nobody.get(path)).text()).not.toContain("phase 3")
    expect((await service.nobody.get(`/rounds/${id}`)).status).toBe(404)
  })

  test("another of the same title has an id of its own", async () => {
    expect(await prepared("Named Social Worker pilots, phase 3")).toBe(
      "named-social-worker-pilots-phase-3-2-2017",
    )
  })

  test("its dates come prefilled in working days, and can all be changed", async () => {
    const page = await html(`${here}/dates`)
    expect(fieldsIn(page, `${here}/dates`)).toMatchObject({
      "opens.day": "21",
      "opens.month": "8",
      opensAt: "9am",
      // Fifteen working days on, past the bank holiday of 28 August.
      "closes.day": "12",
      "closes.month": "9",
      closesAt: "5pm",
      "questionsUntil.day": "5",
      "decisionsBy.day": "2",
      "decisionsBy.month": "10",
    })
    expect(page).toContain("not saved yet")
    expect((await write(`${here}/dates`, days)).status).toBe(303)
    expect(await see(here)).toContain("From 9am on Monday 2 October 2017 to 5pm on Monday 23 October 2017")
  })

  test.each([
    [
      "a closing day before the opening one",
      { closes: "2017-09-01" },
      "closes.day",
      "must be after it opens",
    ],
    ["a day in the past", { opens: "2017-08-11" }, "opens.day", "must be in the future"],
    [
      "questions after it closes",
      { questionsUntil: "2017-10-24" },
      "questionsUntil.day",
      "no later than the day it closes",
    ],
    [
      "questions before it opens",
      { questionsUntil: "2017-09-24" },
      "questionsUntil.day",
      "no earlier than the day it opens",
    ],
    [
      "decisions before it closes",
      { decisionsBy: "2017-10-23" },
      "decisionsBy.day",
      "must be after the day it closes",
    ],
    [
      "a start that ends before it begins",
      { startsTo: "2017-11-01" },
      "startsTo.day",
      "no earlier than the first",
    ],
    ["a day that is none", { "closes.day": "31", "closes.month": "9" }, "closes.day", "must be a real date"],
    ["a time that is none", { closesAt: "soon" }, "closesAt", "Enter a time, like 5pm or 17:00"],
    ["a year that is mistyped", { "decisionsBy.year": "9017" }, "decisionsBy.day", "on or before"],
  ])(
    "%s is refused beside its cause, what was typed stays, nothing changes",
    async (_, given, field, says) => {
      const before = await read(id)
      const answer = await write(`${here}/dates`, given)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(`href="#${field}"`)
      expect(page).toContain(`id="${field}"`)
      expect(plain(page)).toContain(says)
      expect(fieldsIn(page, `${here}/dates`)).toMatchObject(typed(given))
      expect(await read(id)).toEqual(before)
    },
  )

  test("a short round is a warning with a reason, and never a block", async () => {
    expect(
      (await write(`${here}/dates`, { closes: "2017-10-13", questionsUntil: "2017-10-06" })).status,
    ).toBe(303)
    const page = await see(here)
    expect(page).toContain("It is open for 9 working days, fewer than 15.")
    expect(await missing(id)).toContain("short")
    await write(`${here}/dates`, { short: "The minister announced it late." })
    expect(await missing(id)).not.toContain("short")
  })

  test("a close on a Saturday, or at eleven at night, is said and may stand", async () => {
    expect((await write(`${here}/dates`, { closes: "2017-10-28", closesAt: "11pm", short: "" })).status).toBe(
      303,
    )
    const page = await see(here)
    expect(page).toContain("It closes on Saturday 28 October 2017, which is not a working day")
    expect(page).toContain("It does not close at 5pm")
    await write(`${here}/dates`, days)
  })

  test("the day after the clocks go back is still the day that was typed", async () => {
    await write(`${here}/dates`, { closes: "2017-10-30", decisionsBy: "2017-11-17" })
    expect((await read(id)).round.closes).toBe("2017-10-30T17:00:00.000Z")
    expect(fieldsIn(await html(`${here}/dates`), `${here}/dates`)).toMatchObject({
      "closes.day": "30",
      closesAt: "5pm",
    })
    await write(`${here}/dates`, days)
    expect((await read(id)).round.closes).toBe("2017-10-23T16:00:00.000Z")
  })

  test("weights of 99 are refused, with the rows as they were typed", async () => {
    const answer = await write(`${here}/criteria`, { ...weights, "weights.new-2.weight": "59" })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("The weights add up to 99. They must add up to 100")
    expect(fieldsIn(page, `${here}/criteria`)).toMatchObject({ "weights.new-2.weight": "59" })
    const without = await write(`${here}/criteria`, { ...weights, "weights.new-2.weight": "" })
    expect(await without.text()).toContain('href="#weights.new-2.weight"')
    const twice = await write(`${here}/criteria`, { ...weights, "weights.new-2.criterion": "need" })
    expect(await twice.text()).toContain("Each criterion has a name of its own")
    expect(await missing(id)).toContain("weights")
  })

  test("rows are added and taken away without saving, and what was typed stays", async () => {
    const added = await write(`${here}/criteria`, { ...weights, "weights.new-2.weight": "7", add: "weights" })
    expect(added.status).toBe(200)
    const fields = fieldsIn(await added.text(), `${here}/criteria`)
    expect(fields).toMatchObject({ "weights.rows": "new-1,new-2,new-3", "weights.new-2.weight": "7" })
    const removed = await coordinator.post(`${here}/criteria`, { ...fields, remove: "weights.new-1" })
    expect(fieldsIn(await removed.text(), `${here}/criteria`)["weights.rows"]).toBe("new-2,new-3")
    expect(await missing(id)).toContain("weights")
  })

  test("an organisation that may not lead is named by its name, with a reason", async () => {
    const barred = (name: string, because: string) => ({
      "barred.rows": "new-1",
      "barred.new-1.organisation": name,
      "barred.new-1.because": because,
    })
    const unknown = await write(`${here}/who-may-lead`, barred("Atlantis", "It sank."))
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain("We know no organisation of this name")
    const silent = await write(`${here}/who-may-lead`, barred("Sheffield", ""))
    expect(await silent.text()).toContain("Enter why it may not lead")
    expect((await write(`${here}/who-may-lead`, barred("sheffield", "It takes part already."))).status).toBe(
      303,
    )
    expect((await read(id)).round).toMatchObject({
      mayLead: ["council"],
      barred: [{ organisation: "sheffield", because: "It takes part already." }],
    })
    expect(await see(here)).toContain("Sheffield")
  })

  test("what is asked besides the short form needs its reason, and says what it costs", async () => {
    const silent = await write(`${here}/sections`, { "asked.need": "need" })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain("Enter why this is asked (The need, in full)")
    await write(`${here}/sections`, {
      "asked.need": "need",
      "asked.profile": "profile",
      "because-need": "The award is larger.",
      "because-profile": "The money is of two years.",
    })
    await write(`${here}/signatures`, {
      "asked.certifier": "certifier",
      "because-certifier": "It is public money.",
    })
    await write(`${here}/criteria`, weights)
    const page = await see(here)
    expect(page).toContain(
      "This asks each organisation for one expression of interest: 8 sections, about 3.5 hours.",
    )
    expect(page).toContain("An hour counts as £35")
    expect(await missing(id)).toEqual(["ceiling", "spending"])
  })

  test("above a twentieth of the ceiling somebody says why", async () => {
    const low = await write(`${here}/money`, { ceiling: "2,000", spentBy: "2018-06-30" })
    expect(low.status).toBe(303)
    expect(await missing(id)).toEqual(["heavy"])
    expect(await see(here)).toContain("6.3% of the ceiling")
    await write(`${here}/sections`, { heavy: "It decides about two years." })
    expect(await missing(id)).toEqual([])
    await write(`${here}/money`, { ceiling: "92,827" })
    expect((await read(id)).checks.map((one) => one.id)).not.toContain("heavy")
    const wrong = await write(`${here}/money`, { envelope: "50,000" })
    expect(await wrong.text()).toContain("must be no less than what one site can ask for")
  })

  test("is seen as applicants will see it, before anybody else does", async () => {
    const page = await see(`${here}/preview`)
    expect(page).toContain("This is not published.")
    expect(page).toContain("Why is this needed here?")
    expect(page).toContain("The section 151 officer")
    expect(page).toContain("up to £92,827")
  })

  test("two who save the same page: the second is shown what the first wrote, and chooses", async () => {
    const mine = fieldsIn(await html(`${here}/about`), `${here}/about`)
    expect((await write(`${here}/about`, { about: "Theirs, first." })).status).toBe(303)
    const answer = await coordinator.post(`${here}/about`, { ...mine, about: "Mine, later." })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain("Theirs, first.")
    const again = fieldsIn(page, `${here}/about`)
    expect(again.about).toBe("Mine, later.")
    expect((await coordinator.post(`${here}/about`, again)).status).toBe(303)
    expect((await read(id)).round.about).toEqual(["Mine, later."])
  })

  test("a text that names a person is refused", async () => {
    const answer = await write(`${here}/about`, { about: "Ask for AB123456C." })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("looks like a National Insurance number")
  })

  test("with nothing missing it is published, once, however often the button is pressed", async () => {
    expect(await see(here)).toContain("Nothing is missing: it can be published.")
    const path = `${here}/publish`
    const fields = fieldsIn(await html(path), path)
    const answers = await Promise.all([coordinator.post(path, fields), coordinator.post(path, fields)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { events } = await chainOf(id)
    expect(events.filter(({ move }) => move === "publish")).toHaveLength(1)
    const other = await coordinator.api("POST", path, {}, keyed())
    expect(other.status).toBe(409)
    expect(await see(here)).toContain("Published: opens at 9am on Monday 2 October 2017")
  })

  test("is public from then on, and says when it opens", async () => {
    expect(await see("/", service.nobody)).toContain(
      "Opening soon Named Social Worker pilots, phase 3 , opens at 9am on Monday 2 October 2017",
    )
    const page = await see(`/rounds/${id}`, service.nobody)
    expect(page).toContain("Opens at 9am on Monday 2 October 2017.")
    expect(page).not.toContain("Can you apply?")
    const lead = await service.as("site-lead@halton.example")
    const early = await lead.api("POST", "/organisations/halton/submissions", { round: id }, keyed())
    expect(early.status).toBe(409)
  })

  test("the chain of everything that was done to it holds", async () => {
    const { events, notes, last } = await chainOf(id)
    expect(events[0]).toMatchObject({ move: "prepare", by: { role: "coordinator", grant: "g-coordinator" } })
    expect(brokenAt(events, last, notes)).toBeUndefined()
    expect(await see(here)).toContain("Changed the criteria and weights")
  })
})

describe("how a round is read", () => {
  test("is as usual where nobody says otherwise, and everybody can read it", async () => {
    const { id, here } = await published("One that is read as usual")
    expect(await see(here)).toContain("How many readers score each one? 2")
    const page = await see(`/rounds/${id}`, service.nobody)
    expect(page).toContain("Two readers of the selection panel")
    expect(page).toContain("Sealed until the round closes: nobody opens yours before.")
    expect(page).toContain("Pass line There is none.")
    expect(page).toContain("None. What you send is all that is read.")
    expect(page).toContain("4 Strong Convincing and specific.")
    const round = await (await service.nobody.api("GET", `/rounds/${id}`)).json()
    expect(round).toMatchObject({
      reading: { sealed: true, readers: 2, questions: false },
      scale: [{ score: 4, word: "Strong" }, {}, {}, {}, { score: 0, word: "Poor" }],
    })
  })

  test("is set on one page, shown before it is published, and then to everybody", async () => {
    const { id, here } = await filled("One that is read by three")
    const set = { sealed: "no", readers: "3", passLine: "60", questions: "yes" }
    expect((await write(`${here}/reading`, set)).status).toBe(303)
    const guided = { "weights.r1.guidance": "How many people it is about, and how that is known." }
    expect((await write(`${here}/criteria`, guided)).status).toBe(303)
    expect(await see(here)).toContain("Changed how it is read")
    const shown = [
      "Three readers of the selection panel",
      "It is not sealed until the round closes.",
      "60 points out of 100.",
      "The selection panel may ask you about a section.",
      "Need How many people it is about, and how that is known. 40",
    ]
    const preview = await see(`${here}/preview`)
    for (const words of shown) expect(preview).toContain(words)
    expect((await publish(here)).status).toBe(303)
    const page = await see(`/rounds/${id}`, service.nobody)
    for (const words of shown) expect(page).toContain(words)
    const round = await (await service.nobody.api("GET", `/rounds/${id}`)).json()
    expect(round).toMatchObject({
      reading: { sealed: false, readers: 3, passLine: 60, questions: true },
      weights: [{ guidance: guided["weights.r1.guidance"] }, { criterion: "Legacy" }],
    })
  })

  test.each([
    ["no reader", { readers: "0" }, "The number of readers must be 1 or more"],
    ["four readers", { readers: "4" }, "The number of readers must be 3 or fewer"],
    ["a pass line above what can be had", { passLine: "101" }, "The pass line must be 100 or fewer"],
  ])("cannot have %s", async (_, given, says) => {
    const id = await prepared("One that is read strangely")
    const answer = await write(`${rounds}/${id}/reading`, given)
    expect(answer.status).toBe(422)
    expect(await words(answer)).toContain(says)
  })

  test("takes fifty words for what readers look for, and no more", async () => {
    const { here } = await filled("One with much guidance")
    const answer = await write(`${here}/criteria`, { "weights.r1.guidance": "word ".repeat(51) })
    expect(answer.status).toBe(422)
    expect(await words(answer)).toContain("must be 50 words or fewer. You have 51")
  })
})

describe("a round that is published and has not opened", () => {
  test("can be changed, and everybody sees it at once", async () => {
    const { id, here } = await published("One that changes")
    expect(await html(`${here}/money`)).toContain("everybody can read at once")
    expect((await write(`${here}/money`, { ceiling: "80,000" })).status).toBe(303)
    expect(await see(`/rounds/${id}`, service.nobody)).toContain("£80,000 for each site")
    expect((await chainOf(id)).events.at(-1)?.move).toBe("change money")
  })

  test("must stay one that could be published", async () => {
    const { id, here } = await published("One that stays whole")
    const before = await read(id)
    const answer = await write(`${here}/money`, { ceiling: "" })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("Missing: how much each site can ask for, at most")
    expect(await read(id)).toEqual(before)
  })

  test("can be taken back to draft with a reason, and published again", async () => {
    const { id, here } = await published("One that is taken back")
    const silent = await write(`${here}/take-back`, { because: " " })
    expect(silent.status).toBe(422)
    expect((await write(`${here}/take-back`, { because: "The money moved." })).status).toBe(303)
    expect((await service.nobody.get(`/rounds/${id}`)).status).toBe(404)
    expect(await see("/", service.nobody)).not.toContain("One that is taken back")
    const page = await see(here)
    expect(page).toContain("NOT PUBLISHED. Nothing is missing")
    expect(page).toContain("Taken back to draft The money moved.")
    const { events, notes, last } = await chainOf(id)
    expect(brokenAt(events, last, notes)).toBeUndefined()
    expect(JSON.stringify(events)).not.toContain("The money moved")
    expect((await publish(here)).status).toBe(303)
    expect((await service.nobody.get(`/rounds/${id}`)).status).toBe(200)
  })

  test("is not published over what somebody changed after it was read", async () => {
    const { here } = await filled("One that moves under you")
    const fields = fieldsIn(await html(`${here}/publish`), `${here}/publish`)
    await write(`${here}/money`, { ceiling: "10,000" })
    const answer = await coordinator.post(`${here}/publish`, fields)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("Somebody changed this round after you opened the page")
  })

  test("cannot be published without two who will read it", async () => {
    const { id, here } = await filled("One without readers")
    const people = peopleIn(service.table)
    const readers = [
      { id: "p-reader", name: "Reader (demonstration)", email: "reader@doh.example" },
      { id: "p-second-reader", name: "Second reader (demonstration)", email: "second-reader@doh.example" },
    ]
    const { grants } = (await people.known("p-reader")) ?? { grants: [] }
    const [grant] = grants
    if (!grant) throw new Error("There is no reader")
    const until = async (to: string) => {
      for (const person of readers) await people.write(people.granting(person, { ...grant, to }))
    }
    await until("2017-10-23T17:00:00.000Z")
    expect(await missing(id)).toEqual(["readers"])
    expect(await see(here)).toContain("on the day after it closes. Only Chair of the selection panel")
    const answer = await coordinator.api("POST", `${here}/publish`, {}, keyed())
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as { problems: unknown[] }).problems).toHaveLength(1)
    await until(grant.to)
    expect(await missing(id)).toEqual([])
  })
})

describe("a round that has opened", () => {
  let id: string
  let here: string
  beforeAll(async () => {
    ;({ id, here } = await published("One that opens"))
    service.at("2017-10-02T08:00:00.000Z")
  })
  afterAll(() => service.at(firstMorning.toISOString()))

  test("opens by itself at its instant", async () => {
    expect(await see(`/rounds/${id}`, service.nobody)).toContain("Can you apply?")
    expect(await see(rounds)).toContain("Open: closes at 5pm on Monday 23 October 2017")
  })

  test.each(["dates", "money", "who-may-lead", "criteria", "sections", "signatures", "about"])(
    "refuses a change of %s in words, and keeps what was typed",
    async (page) => {
      const before = await read(id)
      const answer = await coordinator.post(`${here}/${page}`, { ...weights, ceiling: "1,234", seen: "" })
      expect(answer.status).toBe(409)
      expect(await words(answer.clone())).toContain(
        "The round opened at 9am on Monday 2 October 2017: weights, sections and who may lead stand as they were published.",
      )
      if (page === "money") expect(await answer.text()).toContain('value="1,234"')
      expect((await coordinator.api("POST", `${here}/${page}`, { answers: {} })).status).toBe(409)
      expect((await coordinator.get(`${here}/${page}`)).status).toBe(303)
      expect(await read(id)).toEqual(before)
    },
  )

  test("cannot be taken back", async () => {
    const answer = await coordinator.api("POST", `${here}/take-back`, { because: "No." }, keyed())
    expect(answer.status).toBe(409)
  })

  test("does not close earlier", async () => {
    const answer = await write(`${here}/closing`, { closes: "2017-10-20", because: "We are in a hurry." })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("The day it closes can only move later than 5pm on Monday 23 October 2017")
    expect(page).toContain("We are in a hurry.")
    const same = await write(`${here}/closing`, { because: "Nothing." })
    expect(await same.text()).toContain("Enter another day, or another time")
    const silent = await write(`${here}/closing`, { closes: "2017-10-30" })
    expect(await silent.text()).toContain("Enter why it moves")
    const after = await write(`${here}/closing`, { closes: "2017-11-13", because: "Late." })
    expect(await after.text()).toContain("must be Tuesday 14 November 2017 or later")
  })

  test("closes later, with a reason that everybody reads, and once for a double click", async () => {
    const path = `${here}/closing`
    const fields = {
      ...fieldsIn(await html(path), path),
      ...typed({ closes: "2017-10-30", because: "The form was away for two days." }),
    }
    const answers = await Promise.all([coordinator.post(path, fields), coordinator.post(path, fields)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const page = await see(`/rounds/${id}`, service.nobody)
    expect(page).toContain(
      "It closes at 5pm on Monday 30 October 2017, not at 5pm on Monday 23 October 2017.",
    )
    expect(page).toContain("The form was away for two days.")
    expect((await read(id)).round.changed).toHaveLength(1)
    expect(await see("/", service.nobody)).toContain("5pm on Monday 30 October 2017")
  })

  test("is not opened again once it has closed", async () => {
    service.at("2017-10-30T17:00:00.000Z")
    const given = {
      closes: "2017-11-03",
      closesAt: "17:00",
      decisionsBy: "2017-11-24",
      because: "More time.",
    }
    const answer = await coordinator.api("POST", `${here}/closing`, given, keyed())
    expect(answer.status).toBe(409)
    expect(((await answer.json()) as { detail: string }).detail).toContain("The round closed at 5pm")
    expect((await coordinator.get(`${here}/closing`)).status).toBe(303)
  })
})

describe("who may", () => {
  const others = {
    chair: "chair@doh.example",
    coach: "coach@innovation-unit.example",
    evaluator: "evaluator@scie.example",
    reader: "reader@doh.example",
    "decision-maker": "decision-maker@doh.example",
    finance: "finance@doh.example",
  }
  test.each(Object.entries(others))("the %s reads about rounds, and changes none", async (_, email) => {
    const { here } = await filled("One to look at")
    const who = await service.as(email)
    expect((await who.get(rounds)).status).toBe(200)
    const page = await html(here, who)
    expect(page).toContain("NOT PUBLISHED")
    expect(page).not.toContain(`${here}/money`)
    expect((await who.get(`${here}/money`)).status).toBe(403)
    for (const path of [`${rounds}/new`, `${here}/publish`, `${here}/take-back`, `${here}/money`]) {
      const answer = await who.post(path, { key: newKey(), title: "Mine", phase: "NSW9", because: "Mine" })
      expect([path, answer.status]).toEqual([path, 403])
    }
  })

  test("the administrator, and everybody of a council, finds nothing there", async () => {
    for (const email of ["administrator@doh.example", "site-lead@halton.example"]) {
      const who = await service.as(email)
      for (const path of [rounds, `${rounds}/nsw-2-2017`, `${rounds}/new`])
        expect((await who.get(path)).status).toBe(404)
    }
  })

  test("questions are for those who may see them, whoever else sees the round", async () => {
    const coach = await service.as("coach@innovation-unit.example")
    expect((await coach.get(`${rounds}/nsw-2-2017/questions`)).status).toBe(404)
    expect((await coach.api("GET", `${rounds}/nsw-2-2017/questions`)).status).toBe(404)
  })
})

describe("by the API", () => {
  test("the same calls do the same, and give back what to send next", async () => {
    const key = newKey()
    const body = { title: "By machine", phase: "NSW4" }
    const first = await coordinator.api("POST", `${rounds}/new`, body, keyed(key))
    expect(first.status).toBe(201)
    const again = await coordinator.api("POST", `${rounds}/new`, body, keyed(key))
    expect(await again.json()).toEqual(await first.json())
    const here = `${rounds}/by-machine-2017`
    const { seen } = await read("by-machine-2017")
    const saved = await coordinator.api("POST", `${here}/money`, {
      answers: { ceiling: 9_282_700 },
      seen: seen.money,
    })
    expect(saved.status).toBe(200)
    const stale = await coordinator.api("POST", `${here}/money`, {
      answers: { ceiling: 1_000 },
      seen: seen.money,
    })
    expect(stale.status).toBe(409)
    const away = await coordinator.api("POST", `${here}/money`, { answers: { ceiling: null } })
    expect(away.status).toBe(200)
    expect((await read("by-machine-2017")).round).not.toHaveProperty("ceiling")
  })

  test.each([
    ["money", { answers: { ceiling: 9.5 } }, "ceiling"],
    ["money", { answers: { ceiling: "9" } }, "ceiling"],
    ["money", { answers: { roof: 9 } }, "answers"],
    ["criteria", { answers: { weights: [{ criterion: "Need" }] } }, "weights"],
    ["criteria", { answers: { weights: [{ criterion: "Need", weight: 99 }] } }, "weights"],
    ["dates", { answers: { opens: "2017-02-30" } }, "opens"],
    ["dates", { answers: { opens: "2030-01-01" } }, "opens"],
    ["dates", { answers: { closesAt: "25:00" } }, "closesAt"],
    ["who-may-lead", { answers: { barred: [{ organisation: "atlantis", because: "It sank." }] } }, "barred"],
    ["sections", { answers: { asked: ["nothing"] } }, "asked"],
    ["about", { answers: { title: null } }, "title"],
    ["about", { answers: { phase: "nsw" } }, "phase"],
  ])("%s %j is refused beside %s", async (page, body, question) => {
    const answer = await coordinator.api("POST", `${rounds}/by-machine-2017/${page}`, body)
    const { problems } = (await answer.json()) as { problems: { question: string }[] }
    expect(answer.status).toBe(422)
    expect(problems[0]?.question).toBe(question)
  })

  test("two at the same moment with one title have two rounds, or one is asked to try again", async () => {
    const body = { title: "At once", phase: "NSW5" }
    const answers = await Promise.all([
      coordinator.api("POST", `${rounds}/new`, body, keyed()),
      coordinator.api("POST", `${rounds}/new`, body, keyed()),
    ])
    expect(answers.some(({ status }) => status === 201)).toBe(true)
    for (const { status } of answers) expect([201, 503]).toContain(status)
  })
})

test("nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
