import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { links, type Reading } from "../../shared/domain/selection/reading.ts"
import { brokenAt, contents as contentsSchema, event } from "../../shared/domain/submissions/event.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { interrupted, type Meanwhile } from "../support/interrupted.ts"
import { type Life, mortal } from "../support/mortal.ts"
import { fieldsIn } from "../support/page-form.ts"
import {
  type Applicant,
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
const meanwhile: Meanwhile = {}
const isReading = (one: object) =>
  "put" in one && String((one.put as { sk: string }).sk).startsWith("READING#")
beforeEach(async () => {
  delete life.writes
  delete meanwhile.does
  const around = interrupted(meanwhile, (actions) => actions.some(isReading))
  service = await startService({ around: (table) => mortal(life)(around(table)) })
  people = await panelPeople(service)
})
afterEach(() => service.stop())

const open = async (given: Partial<Record<Applicant, Partial<Reading>>> = {}) => {
  references = await openedRound(service, given)
}
const store = () => panelIn(service.table, round)
const readingOf = async (one: Applicant) => (await store().reading(references[one])) as Reading
const at = (one: Applicant) => `${department}/expressions/${references[one]}`
const nowhere = `${department}/expressions/NSW2-HAL-E-222222`
const say = (whom: Client, one: Applicant, given: Record<string, unknown>, key = newKey()) =>
  whom.api("POST", `${at(one)}/links`, given, keyed(key))
const sayMany = (whom: Client, given: Record<string, unknown>, key = newKey()) =>
  whom.api("POST", `${department}/links`, given, keyed(key))
const of = (all: Applicant[]) => all.map((one) => references[one])

/** Both readers have sent theirs, and everybody but them has still to say. */
const scored = {
  ...scoredBy([4, 4, 4, 4, 4], [3, 3, 3, 3, 3]),
  said: nobodyLinked.filter(({ person }) => person === who.reader.person || person === who.second.person),
}

/** The unbroken history of one of them. */
const historyOf = async (one: Applicant) => {
  const record = references[one]
  const { pk, sk } = keys.panelEvent(round, record, 0)
  const [events, contents, chain] = await Promise.all([
    service.table.query({ pk, begins: sk.slice(0, -6), strong: true }),
    service.table.query({ ...begins(keys.panelContents(round, record, 0)), strong: true }),
    service.table.get(keys.panelChain(round, record), { strong: true }),
  ])
  const lines = events.items.map((item) => event.parse(item))
  const notes = contents.items.map((item) => contentsSchema.parse(item))
  const last = (chain ?? { number: 0, hash: "" }) as unknown as { number: number; hash: string }
  expect(brokenAt(lines, last, notes)).toBeUndefined()
  return lines.map(({ move, by, number }) => [
    move,
    by.person,
    notes.find((note) => note.number === number)?.note,
  ])
}
const begins = ({ pk, sk }: { pk: string; sk: string }) => ({ pk, begins: sk.slice(0, -6) })

const everything = async (whom: Client) => {
  const pages = ["/department", department, `${department}/list.csv`, `${department}/links`]
  const apis = ["/department", department, `${department}/links`]
  return (
    await Promise.all([
      ...pages.map(async (path) => (await whom.get(path)).text()),
      ...apis.map(async (path) => (await whom.api("GET", path)).text()),
    ])
  ).join("\n")
}

describe("before anything is shown", () => {
  test("a name is shown, and whoever has no link goes on to it", async () => {
    await open()
    const first = await people.reader.get(at("halton"))
    expect([first.status, first.headers.get("location")]).toEqual([303, `${at("halton")}/links`])
    const page = await (await people.reader.get(`${at("halton")}/links`)).text()
    expect(page).toContain("Do you have a link with Halton?")
    for (const words of Object.values(links)) expect(page).toContain(words)
    expect(page).toContain("you will not see anything of it again")
    expect(page).not.toContain("50,000")
    const fields = { ...fieldsIn(page, `${at("halton")}/links`), link: "none" }
    const said = await people.reader.post(`${at("halton")}/links`, fields)
    expect([said.status, said.headers.get("location")]).toEqual([303, at("halton")])
    expect((await people.reader.get(at("halton"))).status).toBe(200)
    expect(await historyOf("halton")).toEqual([["declare a link", who.reader.person, "No link"]])
  })

  test("another link needs words, 20 of them or fewer, and what was typed stands", async () => {
    await open()
    const path = `${at("halton")}/links`
    const none = await people.reader.post(path, { key: newKey(), link: "other" })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain("Enter what the link is")
    const long = await people.reader.post(path, { key: newKey(), link: "other", words: "so ".repeat(21) })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain("20 words or fewer. You have 21")
    expect((await people.reader.post(path, { key: newKey() })).status).toBe(422)
    expect((await readingOf("halton")).said).toEqual([])
  })

  test("each goes on to what they are there for", async () => {
    await open()
    const goesTo = async (whom: Client) => {
      const fields = { key: newKey(), link: "none" }
      return (await whom.post(`${at("halton")}/links`, fields)).headers.get("location")
    }
    expect(await goesTo(people.coordinator)).toBe(`${at("halton")}/check`)
    expect(await goesTo(people.adviser)).toBe(`${at("halton")}/view`)
    expect(await goesTo(people.decider)).toBe(at("halton"))
  })
})

describe("a link", () => {
  test("takes it out of that person’s list, files, counts and addresses, and names nothing in saying so", async () => {
    await open({ halton: { ...canApply, readers: [who.reader, who.second] } })
    await say(people.reader, "halton", { link: "none" })
    expect(await everything(people.reader)).toContain(references.halton)
    const key = newKey()
    const fields = { key, link: "family" }
    const said = await people.reader.post(`${at("halton")}/links`, fields)
    expect([said.status, said.headers.get("location")]).toEqual([303, `${department}?said=link`])
    const list = await (await people.reader.get(`${department}?said=link`)).text()
    expect(list).toContain("You have said that you have a link")
    const all = await everything(people.reader)
    expect(all + list).not.toContain(references.halton)
    expect(all + list).not.toContain("Halton")
    expect(all).toContain(references.bradford)
    for (const path of ["", "/links", "/score", "/history", "/notes", "/check"]) {
      const [real, none] = [
        await people.reader.api("GET", `${at("halton")}${path}`),
        await people.reader.api("GET", `${nowhere}${path}`),
      ]
      expect([path, real.status]).toEqual([path, none.status])
      expect(await real.text()).toBe(await none.text())
      expect((await people.reader.get(`${at("halton")}${path}`)).status).not.toBe(200)
    }
    expect((await readingOf("halton")).readers).toEqual([who.second])
    const again = await people.reader.post(`${at("halton")}/links`, fields)
    expect([again.status, again.headers.get("location")]).toEqual([303, `${department}?said=link`])
    expect((await people.reader.post(`${at("halton")}/links`, { ...fields, key: newKey() })).status).toBe(404)
    expect((await historyOf("halton")).map(([move]) => move)).toEqual(["declare a link", "declare a link"])
  })

  test("takes a sheet that was sent out of what counts, and leaves it in the history", async () => {
    await open({ halton: scored })
    await sheetsOf(service, references.halton, scored)
    expect((await say(people.reader, "halton", { link: "prior coaching" })).status).toBe(200)
    const after = await readingOf("halton")
    expect(after.readers.map(({ person }) => person)).toEqual([who.second.person])
    expect(after.scorers).toEqual([who.reader.person, who.second.person])
    expect(await store().sentBy(references.halton, who.reader.person)).toHaveLength(1)
  })

  test("that the service knows of is a 404 from the start, and is no matter of saying", async () => {
    await open()
    const all = peopleIn(service.table)
    const known = await all.known(who.reader.person)
    if (!known) throw new Error("The reader is known")
    const [grant] = known.grants
    if (!grant) throw new Error("The reader has a role")
    await all.write(
      all.granting(known.person, { ...grant, id: "g-other", role: "contributor", organisation: "halton" }),
    )
    expect(await everything(people.reader)).not.toContain(references.halton)
    expect((await people.reader.get(`${at("halton")}/links`)).status).toBe(404)
    expect((await say(people.reader, "halton", { link: "none" })).status).toBe(404)
    expect((await sayMany(people.reader, { none: of(["halton", "bradford"]) })).status).toBe(404)
    expect((await readingOf("bradford")).said).toEqual([])
  })

  test("that two people say at the same time counts for both", async () => {
    await open({ halton: { ...canApply, readers: [who.reader, who.second] } })
    meanwhile.does = () => say(people.second, "halton", { link: "employment" })
    expect((await say(people.reader, "halton", { link: "family" })).status).toBe(200)
    const { said, readers } = await readingOf("halton")
    expect(said.map(({ person, link }) => [person, link])).toEqual([
      [who.second.person, "employment"],
      [who.reader.person, "family"],
    ])
    expect(readers).toEqual([])
    expect(await historyOf("halton")).toHaveLength(2)
  })
})

describe("many at once", () => {
  test("are ticked by name on one page; the others need a tick of their own", async () => {
    await open()
    const page = await (await people.reader.get(`${department}/links`)).text()
    for (const name of ["Halton", "Bradford", "Shropshire"]) expect(page).toContain(name)
    const given = fieldsIn(page, `${department}/links`)
    const fields = { ...given, linked: references.bradford, link: "family" }
    const bare = await people.reader.post(`${department}/links`, given)
    expect(bare.status).toBe(422)
    const unsaid = await people.reader.post(`${department}/links`, {
      ...given,
      linked: references.bradford,
    })
    expect(await unsaid.text()).toContain("Select what link you have with those you ticked")
    const said = await people.reader.post(`${department}/links`, { ...fields, others: "yes" })
    expect([said.status, said.headers.get("location")]).toEqual([303, `${department}?said=links`])
    const links = await Promise.all((["halton", "bradford", "shropshire"] as const).map(readingOf))
    expect(links.map(({ said: [one] }) => one?.link)).toEqual(["none", "family", "none"])
    const after = await (await people.reader.get(`${department}/links`)).text()
    expect(after).toContain("Nothing to say a link about")
    expect(after).not.toContain("Bradford")
    expect(await historyOf("shropshire")).toEqual([["declare a link", who.reader.person, "No link"]])
  })

  test("without the tick, only those with a link are said", async () => {
    await open()
    expect((await sayMany(people.reader, { linked: of(["bradford"]), link: "family" })).status).toBe(200)
    expect((await readingOf("halton")).said).toEqual([])
    const { expressions } = (await (await people.reader.api("GET", `${department}/links`)).json()) as {
      expressions: { name: string }[]
    }
    expect(expressions.map(({ name }) => name).sort()).toEqual(["Halton", "Shropshire"])
  })

  test.each([1, 2, 3, 4])("broken off before write %i and asked again, it ends the same", async (writes) => {
    await open({ bradford: { ...canApply, readers: [who.reader] } })
    const given = { linked: of(["bradford"]), link: "family", none: of(["halton", "shropshire"]) }
    const key = newKey()
    life.writes = writes
    expect((await sayMany(people.reader, given, key)).status).toBe(500)
    delete life.writes
    for (let times = 0; times < 2; times++) {
      const answer = await sayMany(people.reader, given, key)
      expect([answer.status, await answer.json()]).toEqual([200, { linked: 1, none: 2 }])
    }
    for (const one of ["halton", "bradford", "shropshire"] as const) {
      expect((await readingOf(one)).said).toHaveLength(1)
      expect(await historyOf(one)).toHaveLength(1)
    }
    expect((await readingOf("bradford")).readers).toEqual([])
    expect((await sayMany(people.reader, { none: of(["halton"]) }, key)).status).toBe(422)
  })
})

describe("who has which link", () => {
  type Linked = {
    said: { reference: string; person: string; says: string; before: string[] }[]
    barred: { reference: string; person: string; because: string }[]
    stuck: { reference: string; nobody: string[]; next: string }[]
  }
  const linked = async (whom: Client) =>
    (await (await whom.api("GET", `${department}/linked`)).json()) as Linked
  const lift = (whom: Client, one: Applicant, person: string, because = "They meant another Halton.") =>
    whom.api("POST", `${department}/linked/lift`, { reference: references[one], person, because }, keyed())

  test("is seen by the chair and decision-makers, of what they are free of themselves", async () => {
    await open({ halton: { said: nobodyLinked.filter(({ person }) => person !== who.reader.person) } })
    await say(people.reader, "halton", { link: "other", words: "I owe them money" })
    await say(people.chair, "bradford", { link: "none" })
    await say(people.reader, "bradford", { link: "family" })
    const seen = await linked(people.chair)
    expect(seen.said.map(({ says }) => says).sort()).toEqual([
      "Another link: I owe them money",
      "Somebody close to me works there",
    ])
    expect((await linked(people.decider)).said.map(({ reference }) => reference)).toEqual(of(["halton"]))
    expect((await people.reader.api("GET", `${department}/linked`)).status).toBe(403)
    const page = await (await people.chair.get(`${department}/linked`)).text()
    expect(page).toContain("Links that others have")
    expect(page).not.toContain("Shropshire")
  })

  test("says where nobody is free to give it out or decide, and what to do", async () => {
    await open({ halton: { said: nobodyLinked.filter(({ person }) => person !== who.chair.person) } })
    await say(people.chair, "halton", { link: "family" })
    const { stuck } = await linked(people.decider)
    expect(stuck).toEqual([
      {
        reference: references.halton,
        name: "Halton",
        nobody: ["give it to readers", "settle its scores"],
        next: "Let in another chair",
      },
    ])
    expect((await linked(people.chair)).stuck).toEqual([])
    const page = await (await people.decider.get(`${department}/linked`)).text()
    expect(page).toContain("One expression of interest has nobody who is free")
  })

  test("is lifted where it was said by mistake, with a reason, and that person is asked again", async () => {
    await open({ halton: { said: nobodyLinked } })
    await say(people.reader, "halton", { link: "family" })
    expect((await lift(people.chair, "halton", who.reader.person, "")).status).toBe(422)
    const address = `${department}/linked/lift?${new URLSearchParams({ reference: references.halton, person: who.reader.person })}`
    const page = await (await people.chair.get(address)).text()
    const fields = { ...fieldsIn(page, `${department}/linked/lift`), because: "They meant another Halton." }
    const lifted = await people.chair.post(`${department}/linked/lift`, fields)
    expect([lifted.status, lifted.headers.get("location")]).toEqual([303, `${department}/linked`])
    expect((await people.reader.get(`${at("halton")}/links`)).status).toBe(200)
    const [last] = (await historyOf("halton")).reverse()
    expect(last).toEqual([
      "lift a link",
      who.chair.person,
      "Reader (demonstration): They meant another Halton.",
    ])
    expect((await lift(people.chair, "halton", who.reader.person)).status).toBe(404)
  })

  test("nobody lifts their own", async () => {
    await open({ halton: { said: nobodyLinked } })
    await say(people.chair, "halton", { link: "family" })
    expect((await lift(people.chair, "halton", who.chair.person)).status).toBe(404)
    expect((await lift(people.reader, "halton", who.chair.person)).status).toBe(403)
    expect((await lift(people.decider, "halton", who.chair.person)).status).toBe(200)
  })
})
