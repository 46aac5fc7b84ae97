import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import type { Expected, Stands } from "../../shared/domain/calendar/expected.ts"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Action, Item } from "../../shared/store/table.ts"
import { type Life, mortal } from "../support/mortal.ts"
import {
  afterClose,
  applicants,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  type PanelPeople,
  panelPeople,
  round,
  scoredBy,
  threeSent,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { begun, keyed, newKey, sent } from "../support/submission.ts"

let service: Service
let people: PanelPeople
const life: Life = {}
beforeEach(async () => {
  delete life.writes
  service = await startService({ around: mortal(life) })
  people = await panelPeople(service)
})
afterEach(() => service.stop())

const store = () => panelIn(service.table, round)
const open = (one: Client = people.chair, key = newKey()) =>
  one.api("POST", `${department}/open`, {}, keyed(key))
const listOf = async (one: Client, query = "") =>
  (await (await one.api("GET", `${department}${query}`)).json()) as {
    opened?: string
    counts: { sent: number; inHand: number; withdrawn: number }
    sent: { name: string; sentAt: string }[]
    all: number
    expressions: Record<string, unknown>[]
  }
const page = async (one: Client, path: string) => {
  const answer = await one.get(path)
  return { status: answer.status, text: (await answer.text()).replaceAll("&quot;", '"') }
}
const firstLine = async (one: Client) =>
  /data-first-line[^>]*>([^<]*)</.exec((await page(one, "/department")).text)?.[1]
const says = async (answer: Response) => [answer.status, ((await answer.json()) as { detail: string }).detail]

describe("the first page says what waits, and what comes next", () => {
  test("while the round is open nobody reads, and each role is told so by its own work", async () => {
    const next =
      "Next: “Named Social Worker pilots, phase 2: expression of interest” closes at 5pm on Friday 25 August 2017. Nobody reads what is sent before then. Decisions come by Friday 15 September 2017."
    expect(await firstLine(people.reader)).toBe(`No expressions of interest to read. ${next}`)
    expect(await firstLine(people.chair)).toBe(`No expressions of interest to read. ${next}`)
    expect(await firstLine(people.decider)).toBe(`Nothing to decide. ${next}`)
    expect(await firstLine(people.adviser)).toBe(`No expressions of interest to give a view on. ${next}`)
    expect(await firstLine(people.coordinator)).toBe(`Nothing to check. ${next}`)
  })

  test("with nothing open it says which round comes, or that none does", async () => {
    service.at("2018-09-01T09:00:00.000Z")
    expect(await firstLine(people.reader)).toContain("No round is open, and none is published to come.")
    const { text } = await page(people.reader, "/department")
    expect(text).toContain("Earlier rounds")
  })

  test("after the close it is the chair who has something to do", async () => {
    await threeSent(service)
    expect(await firstLine(people.chair)).toBe("One thing waits for you.")
    expect(await firstLine(people.reader)).toContain("No expressions of interest to read.")
  })

  test("each is told of their own work, by its number", async () => {
    const free = { ...canApply, said: nobodyLinked }
    const readers = [{ ...who.reader }, { ...who.second }]
    await openedRound(service, {
      halton: { ...free, readers, scorers: [] },
      bradford: { ...scoredBy([4, 4, 4, 4, 4], [1, 4, 4, 4, 4]) },
      shropshire: { said: nobodyLinked },
    })
    const head = await store().head()
    await service.table.write([
      store().putHead({ ...(head as NonNullable<typeof head>), scoresBy: "2017-09-08" }, head),
    ])
    const waits = async (one: Client) => {
      const { rounds } = (await (await one.api("GET", "/department")).json()) as {
        rounds: { round: string; waits: { says: string }[] }[]
      }
      return rounds.find((each) => each.round === round)?.waits.map((each) => each.says)
    }
    expect(await waits(people.reader)).toEqual(["1 to score, by Friday 8 September 2017"])
    expect(await waits(people.chair)).toEqual(["1 to check: can they apply?", "1 to moderate"])
    expect(await waits(people.decider)).toEqual([])
    expect(await waits(people.adviser)).toEqual(["3 to give a view on"])
    expect(await waits(people.coordinator)).toEqual(["3 applicants: say whether you have a link"])
    service.at("2017-09-11T09:00:00.000Z")
    expect(await waits(people.reader)).toEqual(["1 to score, wanted by Friday 8 September 2017"])
    expect(await waits(people.chair)).toContain("2 sheets of scores are late")
  })
})

describe("opening a round", () => {
  test("before the close it is refused in plain words, and only the chair may ask", async () => {
    const [status, detail] = await says(await open())
    expect(status).toBe(409)
    expect(detail).toBe(
      "Nobody reads an expression of interest before the round closes, at 5pm on Friday 25 August 2017. Open it then.",
    )
    expect((await open(people.reader)).status).toBe(403)
    expect((await page(people.reader, `${department}/open`)).status).toBe(403)
    expect(await store().head()).toBeUndefined()
  })

  test("before it is opened the list gives names and times of what was sent, and nothing besides", async () => {
    await begun(await service.as("site-lead@bradford.example"), "bradford")
    const gone = await sent(service, "shropshire")
    await gone.one.withdraw(gone.lead)
    await sent(service)
    service.at(afterClose)
    const { counts, sent: names, expressions, opened } = await listOf(people.reader)
    expect(counts).toEqual({ sent: 1, inHand: 1, withdrawn: 1 })
    expect(names.map(({ name }) => name)).toEqual(["Halton"])
    expect([expressions, opened]).toEqual([[], undefined])
    const { text } = await page(people.reader, department)
    expect(text).toContain("1 sent, 1 being written, 1 withdrawn. Drafts are counted, and never readable.")
    expect(text).not.toMatch(/Bradford|Shropshire|NSW2-HAL/)
  })

  test("takes in every version that counts, with what the service found, and again changes nothing", async () => {
    const references = await threeSent(service)
    service.at("2017-08-25T15:00:00.000Z")
    const lead = await service.as("site-lead@halton.example")
    const here = `/organisations/halton/submissions/${references.halton}`
    const { revision } = (await (await lead.api("GET", here)).json()) as { revision: number }
    expect((await lead.api("POST", `${here}/change`, { revision }, keyed())).status).toBe(200)
    service.at(afterClose)
    const key = newKey()
    const first = await open(people.chair, key)
    const body = await first.text()
    expect([first.status, JSON.parse(body)]).toEqual([200, { round, taken: 3, done: true }])
    expect(await (await open(people.chair, key)).text()).toBe(body)
    const before = await store().all()
    expect(before.panel).toMatchObject({ opening: { taken: 3, done: true, by: who.chair } })
    expect(before.readings.map(({ reference }) => reference).sort()).toEqual(Object.values(references).sort())
    expect(before.readings.find(({ organisation }) => organisation === "halton")).toMatchObject({
      name: "Halton",
      kind: "council",
      region: "North West",
      version: 1,
      amount: 9_282_700,
      people: 17,
      groups: ["transition"],
      found: [],
      said: [],
    })
    expect((await open()).status).toBe(200)
    expect(await store().all()).toEqual(before)
  })

  test("says what it found for the check: partners, links declared, more than the ceiling", async () => {
    const { one, lead } = await sent(service)
    await one.change(lead)
    const save = async (section: string, answers: Record<string, unknown>) =>
      expect((await one.save(lead, section, answers)).status).toBe(200)
    await save("declaration", { links: "some", linksAre: "One of us worked there." })
    await save("organisation", {
      together: true,
      partners: [{ name: "Riverside Trust", commits: "Two rooms." }],
    })
    for (const email of ["site-lead", "sponsor"]) await one.sign(await service.as(`${email}@halton.example`))
    expect((await one.send(lead)).status).toBe(200)
    await directoryIn(service.table).publishRound({ ...phaseTwo, ceiling: 5_000_000 })
    service.at(afterClose)
    expect((await open()).status).toBe(200)
    const [reading] = (await store().all()).readings
    expect(reading).toMatchObject({
      version: 2,
      found: [
        "It asks for £92,827, which is above the ceiling of £50,000.",
        "It declares links with the programme: read what they are.",
        "It names partners: Riverside Trust.",
      ],
    })
  })

  test("killed in front of any write and begun again, it ends the same", async () => {
    await threeSent(service)
    let done = false
    let kills = 0
    for (let writes = 0; !done; writes++) {
      life.writes = writes
      const answer = await open()
      delete life.writes
      done = answer.status === 200
      if (!done) kills++
    }
    expect(kills).toBeGreaterThan(1)
    const { panel, readings } = await store().all()
    expect(panel?.opening).toMatchObject({ taken: 3, done: true })
    expect(
      readings.map(({ organisation, version, revision }) => [organisation, version, revision]).sort(),
    ).toEqual(applicants.map((one) => [one, 1, 1]).sort())
    const lines = await store().changes.history("panel")
    expect(lines.filter(({ move }) => move === "open the round")).toHaveLength(1)
  })

  test("two chairs at once open it once", async () => {
    await threeSent(service)
    const both = await Promise.all([open(), open()])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const { panel, readings } = await store().all()
    expect([panel?.opening?.taken, readings.length]).toEqual([3, 3])
    const lines = await store().changes.history("panel")
    expect(lines.filter(({ move }) => move === "open the round")).toHaveLength(1)
  })

  test("the page goes on to the list, which then shows what each may see", async () => {
    await threeSent(service)
    const { text } = await page(people.chair, `${department}/open`)
    expect(text).toContain("3 expressions of interest were sent.")
    const answer = await people.chair.post(`${department}/open`, { key: newKey() })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, department])
    const after = await page(people.chair, department)
    expect(after.text).toContain("Say whether you have a link")
    expect(after.text).not.toContain("£92,827")
  })
})

describe("a round that is read while it is open", () => {
  beforeEach(() =>
    directoryIn(service.table).publishRound({
      ...phaseTwo,
      reading: { sealed: false, readers: 2, questions: false },
    }),
  )

  const again = async ({ one, lead, sponsor }: Awaited<ReturnType<typeof sent>>, amount: number) => {
    await one.change(lead)
    await one.save(lead, "amount", { amount })
    await one.sign(lead)
    await one.sign(sponsor)
    expect((await one.send(lead)).status).toBe(200)
  }
  const only = async () => (await store().all()).readings[0] as Reading

  test("takes in what comes, and newer versions until somebody has scored", async () => {
    const made = await sent(service)
    expect((await open()).status).toBe(200)
    expect(await only()).toMatchObject({ version: 1, amount: 9_282_700 })
    await again(made, 8_000_000)
    expect(await firstLine(people.chair)).toContain("2 things wait for you")
    expect((await page(people.chair, "/department")).text).toContain(
      "1 sent since the round was opened, to take in",
    )
    await open()
    const second = await only()
    expect(second).toMatchObject({ version: 2, amount: 8_000_000, flags: [] })
    await service.table.write([
      store().put({ ...second, ...scoredBy([3, 3, 3, 3, 3], [3, 3, 3, 3, 3]) }, second),
    ])
    await again(made, 7_000_000)
    await open()
    const third = await only()
    expect(third).toMatchObject({ version: 2, amount: 8_000_000, newer: 3 })
    expect(third.flags.map(({ id, because }) => [id, because])).toEqual([
      [
        "version-3",
        "A newer version was sent after scoring began: version 3. What is read and scored is version 2.",
      ],
    ])
    await open()
    expect(await only()).toEqual(third)
  })

  test("one that is taken back is said to be withdrawn, and is no longer to read", async () => {
    const { one, lead } = await sent(service)
    await open()
    const before = await only()
    await service.table.write([store().put({ ...before, ...canApply, said: nobodyLinked }, before)])
    expect((await page(people.chair, "/department")).text).toContain("1 without readers")
    await one.withdraw(lead)
    expect(await firstLine(people.chair)).toContain("No expressions of interest to read.")
    const { counts, expressions } = await listOf(people.chair)
    expect(counts).toEqual({ sent: 0, inHand: 0, withdrawn: 1 })
    expect(expressions).toMatchObject([{ state: "withdrawn", says: "Withdrawn by the applicant" }])
  })
})

describe("the list of a round that is open for reading", () => {
  let references: Record<(typeof applicants)[number], string>
  const free = { ...canApply, said: nobodyLinked }
  beforeEach(async () => {
    const flag = { id: "f1", because: "The budget does not add up.", by: who.chair, at: afterClose }
    references = await openedRound(service, {
      halton: { ...free, readers: [{ ...who.reader }, { ...who.second }] },
      bradford: { said: nobodyLinked, flags: [flag] },
      shropshire: {
        ...free,
        said: [{ ...who.reader, link: "family", at: afterClose }, ...nobodyLinked.slice(2)],
      },
    })
  })
  const names = async (one: Client, query = "") =>
    (await listOf(one, query)).expressions.map(({ name }) => name)

  test("leaves out what somebody has a link with, from rows and from every count", async () => {
    const { counts, expressions, all } = await listOf(people.reader)
    expect(expressions.map(({ name }) => name)).toEqual(["Bradford", "Halton"])
    expect([counts.sent, all]).toEqual([2, 2])
    for (const path of ["/department", department, `${department}?q=shropshire`, `${department}/list.csv`]) {
      const { text } = await page(people.reader, path)
      expect(text).not.toMatch(/Shropshire|NSW2-SHR|West Midlands/)
      expect(text).not.toMatch(/3 sent/)
    }
    expect((await listOf(people.second)).counts.sent).toBe(3)
  })

  test("shows no score to whoever still owes a sheet, and totals to whoever may compare", async () => {
    const halton = (await store().reading(references.halton)) as Reading
    await service.table.write([
      store().put({ ...halton, ...scoredBy([4, 4, 4, 4, 4], [4, 4, 4, 4, 4]) }, halton),
    ])
    const bradford = (await store().reading(references.bradford)) as Reading
    const readers = [{ ...who.reader }, { ...who.second }]
    await service.table.write([store().put({ ...bradford, ...canApply, readers }, bradford)])
    const of = async (one: Client) =>
      (await listOf(one)).expressions.find(({ name }) => name === "Halton") as Record<string, unknown>
    expect(await of(people.reader)).toMatchObject({ state: "scored", sheet: "sent" })
    expect(await of(people.reader)).not.toHaveProperty("total")
    expect(await of(people.chair)).toMatchObject({ state: "to decide", total: "100.000" })
  })

  test("is chosen by state, by whose, by region, by flags and by what is typed, and sorted by name or time", async () => {
    expect(await names(people.chair, "?state=to+check")).toEqual(["Bradford"])
    expect(await names(people.second, "?mine=yes")).toEqual(["Halton"])
    expect(await names(people.chair, "?region=North+West")).toEqual(["Bradford", "Halton"])
    expect(await names(people.chair, "?flagged=yes")).toEqual(["Bradford"])
    expect(await names(people.chair, "?q=HALT")).toEqual(["Halton"])
    expect(await names(people.chair, `?q=${references.bradford.toLowerCase()}`)).toEqual(["Bradford"])
    expect(await names(people.chair, "?q=nothing")).toEqual([])
    expect(await names(people.chair, "?state=said+not")).toEqual([])
    expect((await page(people.chair, `${department}?q=nothing`)).text).toContain(
      "Nothing here is as you chose it.",
    )
    expect(await names(people.second, "?sort=sent")).toEqual(
      (await listOf(people.second)).expressions
        .toSorted((a, b) => String(a.sentAt).localeCompare(String(b.sentAt)))
        .map(({ name }) => name),
    )
  })

  test("whoever has not said is given a name and a link to say it, and no more", async () => {
    const { expressions } = await listOf(people.coordinator)
    expect(expressions).toContainEqual({
      reference: references.halton,
      organisation: "halton",
      name: "Halton",
      state: "not said",
      says: "Say whether you have a link",
      mine: false,
      flags: 0,
    })
    const { text } = await page(people.coordinator, department)
    expect(text).toContain(`${department}/expressions/${references.halton}/links`)
    expect(text).not.toContain("£50,000")
  })

  test("the same goes into a spreadsheet", async () => {
    const answer = await people.second.get(`${department}/list.csv?region=North+West`)
    expect(answer.headers.get("content-type")).toContain("text/csv")
    const lines = (await answer.text()).trimEnd().split("\r\n")
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(
      "reference,organisation,name,region,state,own sheet,sent at,amount,people,flags,total",
    )
    expect(lines[2]).toMatch(/,halton,Halton,North West,Being scored,to send,.*,50000\.00,20,0,$/)
  })

  test("links to what each role may do, and to nothing else", async () => {
    const chair = (await page(people.chair, department)).text
    for (const to of ["late", "open", "links", "linked", "assign", "ranking", "telling", "foi"])
      expect(chair).toContain(`href="${department}/${to}"`)
    const reader = (await page(people.reader, department)).text
    for (const to of ["late", "open", "linked", "assign", "telling", "announcement", "phase", "foi"])
      expect(reader).not.toContain(`href="${department}/${to}"`)
    expect(chair).toContain("Nobody reads one before the round closes")
  })

  test("a round that is not there, and somebody who is nobody here, find nothing", async () => {
    expect((await page(people.chair, "/department/rounds/none")).status).toBe(404)
    const lead = await service.as("site-lead@halton.example")
    for (const path of ["/department", department, `${department}/list.csv`, `${department}/late`])
      expect((await page(lead, path)).status).toBe(404)
  })
})

test("with three hundred, the first page and the list ask the table as often as with three", async () => {
  const references = await openedRound(service, { halton: { said: nobodyLinked } })
  const requests = async (path: string) => {
    await page(people.chair, path)
    service.costs.length = 0
    expect((await page(people.chair, path)).status).toBe(200)
    return service.costs.length
  }
  const few = [await requests("/department"), await requests(department)]
  const one = (await store().reading(references.halton)) as Reading
  const many = Array.from({ length: 297 }, (_, at) => ({
    ...one,
    reference: `NSW2-X${String(at).padStart(3, "0")}-E-7K3PQ4`,
    organisation: `council-${at}`,
    name: `Council ${at}`,
    revision: 0,
  }))
  for (let at = 0; at < many.length; at += 99)
    await service.table.write(many.slice(at, at + 99).map((each) => store().put(each)))
  expect((await listOf(people.chair)).all).toBe(300)
  expect([await requests("/department"), await requests(department)]).toEqual(few)
  expect(few[0]).toBeLessThanOrEqual(8)
  expect(few[1]).toBeLessThanOrEqual(6)
})

test("a sent version that is not there is reported, and the others are taken in", async () => {
  const references = await threeSent(service)
  await service.table.write([{ remove: keys.sent("halton", references.halton, 1) }])
  const answer = await open()
  expect(await answer.json()).toEqual({ round, taken: 2, done: true })
  expect(service.faults).toContainEqual({ message: "unreadable record", reference: references.halton })
})

test("a hundred are taken in at a time: asked again, it goes on until all are", async () => {
  const { one } = await sent(service)
  service.at(afterClose)
  const [expected, version] = await Promise.all([
    expectedIn(service.table).of("halton", round) as Promise<Expected>,
    service.table.get(keys.sent("halton", one.reference, 1)) as Promise<Item>,
  ])
  const more = Array.from({ length: 129 }, (_, at) => ({
    organisation: `council-${at}`,
    reference: `NSW2-X${String(at).padStart(3, "0")}-E-7K3PQ4`,
  }))
  const actions = more.flatMap(({ organisation, reference }): Action[] => [
    putExpected({
      ...expected,
      organisation,
      name: organisation,
      stands: { ...(expected.stands as Stands), reference },
      revision: 0,
    }),
    { put: { ...version, ...keys.sent(organisation, reference, 1), reference } },
  ])
  for (let at = 0; at < actions.length; at += 86) await service.table.write(actions.slice(at, at + 86))
  expect(await (await open()).json()).toEqual({ round, taken: 100, done: false })
  expect((await page(people.chair, `${department}/open`)).text).toContain("100 taken in so far.")
  const answer = await people.chair.post(`${department}/open`, { key: newKey() })
  expect(answer.headers.get("location")).toBe(department)
  const { panel, readings } = await store().all()
  expect(panel?.opening).toMatchObject({ taken: 130, done: true })
  expect(readings).toHaveLength(130)
})
