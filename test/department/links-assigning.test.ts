import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { expectedIn, putExpected } from "../../shared/store/expected.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { type Life, mortal } from "../support/mortal.ts"
import { fieldsIn } from "../support/page-form.ts"
import {
  type Applicant,
  applicants,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  type PanelPeople,
  panelPeople,
  round,
  scoredBy,
  sheetsOf,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let people: PanelPeople
let references: Record<Applicant, string>
const life: Life = {}
beforeEach(async () => {
  delete life.writes
  service = await startService({ around: mortal(life) })
  people = await panelPeople(service)
})
afterEach(() => service.stop())

const free: Partial<Reading> = { ...canApply, said: nobodyLinked }
const open = async (given: Partial<Record<Applicant, Partial<Reading>>> = {}) => {
  references = await openedRound(service, { halton: free, bradford: free, shropshire: free, ...given })
  await service.deliver()
}
const assign = `${department}/assign`
const store = () => panelIn(service.table, round)
const readersOf = async (one: Applicant) =>
  ((await store().reading(references[one]))?.readers ?? []).map(({ person }) => person)
const pair = (one: Applicant, { person }: { person: string }) => ({ reference: references[one], person })
const give = (pairs: { reference: string; person: string }[], key = newKey(), whom: Client = people.chair) =>
  whom.api("POST", assign, { pairs }, keyed(key))
const all = () => applicants.flatMap((one) => [pair(one, who.reader), pair(one, who.second)])
const says = async (answer: Response) =>
  ((await answer.json()) as { problems: { question: string; says: string }[] }).problems
const lettersSince = async (since: number) => (await service.deliver({ again: true })).slice(since)
const historyOf = async (one: Applicant) =>
  (await store().changes.history(references[one])).map(({ move, note }) => [move, note])

describe("giving them out by hand", () => {
  test("each ticked one goes to each ticked reader, who is told how many and no name", async () => {
    await open()
    await people.chair.api("POST", `${assign}/date`, { scoresBy: "2017-09-08" }, keyed())
    const page = await (await people.chair.get(assign)).text()
    for (const words of ["3 need readers", "Each is read by 2 readers", "Friday 8 September 2017", "Halton"])
      expect(page).toContain(words)
    const before = service.mails.length
    const given = await people.chair.post(assign, {
      ...fieldsIn(page, assign),
      "expression.a": references.halton,
      "expression.b": references.bradford,
      "reader.a": who.reader.person,
      "reader.b": who.second.person,
    })
    expect([given.status, given.headers.get("location")]).toEqual([303, `${assign}?given=4`])
    expect(await readersOf("halton")).toEqual([who.reader.person, who.second.person])
    expect(await readersOf("shropshire")).toEqual([])
    expect(await historyOf("halton")).toEqual([
      ["assign", "Given to Reader (demonstration), Second reader (demonstration)"],
    ])
    const letters = await lettersSince(before)
    expect(letters.map(({ to }) => to).sort()).toEqual(["reader@doh.example", "second-reader@doh.example"])
    for (const { subject, text } of letters) {
      expect(subject).toContain("To read by Friday 8 September 2017: 2 expressions of interest")
      expect(text).toContain("You have been given 2 expressions of interest to read")
      for (const one of applicants) expect(text + subject).not.toContain(references[one])
      expect(text + subject).not.toMatch(/Halton|Bradford|Shropshire/)
    }
    expect(await (await people.chair.get(`${assign}?given=4`)).text()).toContain(
      "Each reader is told how many",
    )
  })

  test("whoever gives some to themselves gets no letter of it; a reader reads what to do", async () => {
    await open()
    const before = service.mails.length
    await give([pair("halton", who.chair), pair("halton", who.second)])
    expect(await readersOf("halton")).toEqual([who.chair.person, who.second.person])
    const letters = await lettersSince(before)
    expect(letters.map(({ to }) => to)).toEqual(["second-reader@doh.example"])
    expect(letters[0]?.text).toContain("Read and score it: ")
    expect(letters[0]?.text).toContain("you are asked that first")
  })

  test("what they have already is given nobody again, and nobody is told", async () => {
    await open({ halton: { ...free, readers: [who.reader] } })
    const before = service.mails.length
    const answer = await give([pair("halton", who.reader)])
    expect(await answer.json()).toEqual({ given: 0, expressions: 0, readers: 0 })
    expect(await lettersSince(before)).toEqual([])
    expect(await historyOf("halton")).toEqual([])
  })

  test("everything in the way is said beside its own, and nothing is given", async () => {
    const linked = nobodyLinked.map((one) =>
      one.person === who.reader.person ? { ...one, link: "family" as const } : one,
    )
    await open({
      halton: { ...free, said: linked },
      bradford: { said: nobodyLinked },
      shropshire: { ...scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3]) },
    })
    const wrong = [
      pair("halton", who.reader),
      pair("halton", who.second),
      pair("bradford", who.second),
      pair("shropshire", who.chair),
      pair("halton", who.adviser),
    ]
    const refused = await give(wrong)
    expect(refused.status).toBe(422)
    expect(await says(refused)).toEqual([
      { question: `expression.${references.halton}`, says: "Halton: Reader (demonstration) cannot read it" },
      { question: `expression.${references.bradford}`, says: "Bradford: Say first whether they can apply" },
      {
        question: `expression.${references.shropshire}`,
        says: "Shropshire: Chair of the selection panel (demonstration) could already see scores of it, so cannot score it",
      },
      { question: `expression.${references.halton}`, says: "Halton: Select readers from the list" },
    ])
    expect(await readersOf("halton")).toEqual([])
    const page = await people.chair.post(assign, {
      key: newKey(),
      expression: references.halton,
      reader: who.reader.person,
    })
    expect(page.status).toBe(422)
    const text = await page.text()
    expect(text).toContain(`href="#expression.${references.halton}"`)
    expect(text).not.toContain("Somebody close")
    expect((await people.chair.post(assign, { key: newKey() })).status).toBe(422)
    expect((await give([{ reference: "NSW2-HAL-E-222222", person: who.second.person }])).status).toBe(404)
    expect((await give(all(), newKey(), people.reader)).status).toBe(403)
  })

  test("what the chair has not said a link about is not here, and what they have a link with is not found", async () => {
    await open({ halton: { ...canApply }, bradford: free, shropshire: free })
    const page = await (await people.chair.get(assign)).text()
    expect(page).toContain("Say first whether you have a link with 1 other")
    expect(page).not.toContain("Halton")
    expect(await says(await give([pair("halton", who.reader)]))).toEqual([
      {
        question: `expression.${references.halton}`,
        says: "Halton: Say first whether you have a link with it",
      },
    ])
    const link = { link: "family" }
    await people.chair.api("POST", `${department}/expressions/${references.halton}/links`, link, keyed())
    expect((await give([pair("halton", who.reader)])).status).toBe(404)
  })

  test("a reader who decides too is warned of, and not barred", async () => {
    await open()
    const known = await peopleIn(service.table).known(who.decider.person)
    const [grant] = known?.grants ?? []
    if (!known || !grant) throw new Error("The decision-maker is known")
    await service.table.write(
      peopleIn(service.table).granting(known.person, { ...grant, id: "g-also-reader", role: "reader" }),
    )
    expect(await (await people.chair.get(assign)).text()).toContain(
      "The only decision-maker: nobody can decide about what they score",
    )
    expect((await give([pair("halton", who.decider)])).status).toBe(200)
  })
})

describe("sharing them out", () => {
  test("is shown first and changes nothing; then it is given as it was shown", async () => {
    const linked = nobodyLinked.map((one) =>
      one.person === who.reader.person ? { ...one, link: "employment" as const } : one,
    )
    await open({ halton: { ...free, said: linked } })
    const among = new URLSearchParams(
      [who.reader, who.second, who.chair].map(({ person }) => ["reader", person]),
    )
    const page = await (await people.chair.get(`${assign}/proposal?${among}`)).text()
    expect(page).toContain("Nothing is given yet. Each would have its readers.")
    expect(await readersOf("halton")).toEqual([])
    const given = await people.chair.post(assign, fieldsIn(page, assign))
    expect(given.headers.get("location")).toBe(`${assign}?given=6`)
    const readers = await Promise.all(applicants.map(readersOf))
    expect(readers.map(({ length }) => length)).toEqual([2, 2, 2])
    expect(readers[0]).not.toContain(who.reader.person)
    for (const { person } of [who.reader, who.second, who.chair])
      expect(readers.flat().filter((one) => one === person)).toHaveLength(2)
    expect(await (await people.chair.get(assign)).text()).toContain("Every one has its readers")
  })

  test("says what would still be missing, and asks among whom", async () => {
    await open()
    const proposal = async (query: string) => people.chair.api("GET", `${assign}/proposal?${query}`)
    const one = (await (await proposal(`reader=${who.reader.person}`)).json()) as {
      short: { missing: number }[]
    }
    expect(one.short.map(({ missing }) => missing)).toEqual([1, 1, 1])
    expect((await proposal("")).status).toBe(422)
    const nobody = await people.chair.get(`${assign}/proposal?reader=p-nobody`)
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain("Select who is to read, from the list")
  })
})

describe("broken off half way", () => {
  test.each([1, 2, 3, 4])(
    "before write %i and asked again with the same key, all have it once and are told once",
    async (writes) => {
      await open()
      const before = service.mails.length
      const key = newKey()
      life.writes = writes
      expect((await give(all(), key)).status).toBe(500)
      delete life.writes
      for (let times = 0; times < 2; times++) {
        const answer = await give(all(), key)
        expect([answer.status, await answer.json()]).toEqual([200, { given: 6, expressions: 3, readers: 2 }])
      }
      for (const one of applicants) {
        expect(await readersOf(one)).toEqual([who.reader.person, who.second.person])
        expect(await historyOf(one)).toHaveLength(1)
      }
      const letters = await lettersSince(before)
      expect(letters.map(({ to }) => to).sort()).toEqual(["reader@doh.example", "second-reader@doh.example"])
      for (const { text } of letters) expect(text).toContain("3 expressions of interest")
    },
  )

  test("the page says so and finishes it, but for what somebody has said a link with since", async () => {
    await open()
    const before = service.mails.length
    life.writes = 1
    expect((await give(all())).status).toBe(500)
    delete life.writes
    const link = { link: "family" }
    await people.reader.api("POST", `${department}/expressions/${references.halton}/links`, link, keyed())
    expect(await (await people.chair.get(assign)).text()).toContain("broken off half way")
    expect((await people.chair.post(`${assign}/finish`, {})).headers.get("location")).toBe(assign)
    expect(await readersOf("halton")).toEqual([who.second.person])
    expect(await (await people.chair.get(assign)).text()).not.toContain("broken off half way")
    const counts = (await lettersSince(before)).map(({ to, subject }) => [
      to,
      /\d+ expressions?/.exec(subject)?.[0],
    ])
    expect(counts.sort()).toEqual([
      ["reader@doh.example", "2 expressions"],
      ["second-reader@doh.example", "3 expressions"],
    ])
  })
})

describe("taking a reader off", () => {
  const off = (one: Applicant, person: string, because?: string) =>
    people.chair.api("POST", `${assign}/take-off`, { reference: references[one], person, because }, keyed())

  test("needs no reason before their sheet is sent, and one after; the sheet stays in the history", async () => {
    const scored = scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3])
    await open({ halton: scored, bradford: { ...free, readers: [who.reader, who.second] } })
    await sheetsOf(service, references.halton, scored)
    expect((await off("bradford", who.reader.person)).status).toBe(200)
    expect(await readersOf("bradford")).toEqual([who.second.person])
    expect((await off("halton", who.reader.person)).status).toBe(422)
    const because = "They marked another council by mistake."
    const query = new URLSearchParams(pair("halton", who.reader))
    const page = await (await people.chair.get(`${assign}/take-off?${query}`)).text()
    const fields = { ...fieldsIn(page, `${assign}/take-off`), because }
    expect((await people.chair.post(`${assign}/take-off`, fields)).headers.get("location")).toBe(assign)
    expect(await readersOf("halton")).toEqual([who.second.person])
    expect(await store().sentBy(references.halton, who.reader.person)).toHaveLength(1)
    expect((await historyOf("halton"))[0]).toEqual([
      "assign",
      `Taken off: Reader (demonstration)\n${because}`,
    ])
    expect((await off("halton", who.adviser.person)).status).toBe(404)
  })

  test("whoever is given it again reads it by the sheet they sent", async () => {
    const scored = scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3])
    await open({ halton: scored })
    await sheetsOf(service, references.halton, scored)
    await off("halton", who.reader.person, "It was the wrong one.")
    expect((await give([pair("halton", who.reader)])).status).toBe(200)
    const [second, again] = (await store().reading(references.halton))?.readers ?? []
    expect(second?.person).toBe(who.second.person)
    expect(again?.sent).toEqual(scored.readers?.[0]?.sent)
  })
})

test("the date for the sheets is kept with the panel, and is not in the past", async () => {
  await open()
  const day = (day: string, month: string) => ({
    key: newKey(),
    "scoresBy.day": day,
    "scoresBy.month": month,
    "scoresBy.year": "2017",
  })
  expect((await people.chair.post(`${assign}/date`, day("1", "8"))).status).toBe(422)
  expect((await people.chair.post(`${assign}/date`, day("8", "9"))).headers.get("location")).toBe(assign)
  expect((await store().head())?.scoresBy).toBe("2017-09-08")
  expect((await service.table.get(keys.panel(round), { strong: true }))?.opening).toBeDefined()
})

test("what its applicant has withdrawn is given to nobody", async () => {
  await open()
  const one = await expectedIn(service.table).of("halton", round)
  if (!one?.stands) throw new Error("Halton has sent one")
  await service.table.write([putExpected({ ...one, stands: { ...one.stands, state: "withdrawn" } }, one)])
  expect(await (await people.chair.get(assign)).text()).toContain("Withdrawn by the applicant")
  const refused = await give([pair("halton", who.reader)])
  expect([refused.status, (await says(refused))[0]?.says]).toEqual([
    422,
    "Halton: Withdrawn by the applicant",
  ])
})
