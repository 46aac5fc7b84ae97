import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { lateIn } from "../../shared/store/late.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Action } from "../../shared/store/table.ts"
import { interrupted, type Meanwhile } from "../support/interrupted.ts"
import {
  type Applicant,
  because,
  canApply,
  department,
  nobodyLinked,
  openedRound,
  panelPeople,
  programmeId,
  round,
  scoredBy,
  threeSent,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { decidedRound, toldAt, toldRound } from "../support/told-round.ts"

/** What somebody else does between what a request has read and what it writes, in an order that is always the same. */
const meanwhile: Meanwhile = {}
const key = { of: (_: Record<string, unknown>): boolean => true }
const itemOf = (action: Action) => ("put" in action ? action.put : "set" in action ? action.set : {})

let service: Service
let people: Awaited<ReturnType<typeof panelPeople>>
let references: Record<Applicant, string>

beforeEach(async () => {
  delete meanwhile.does
  key.of = () => true
  service = await startService({
    around: interrupted(meanwhile, (actions) => actions.some((one) => key.of(itemOf(one)))),
  })
})
afterEach(() => service.stop())

const store = () => panelIn(service.table, round)
const reading = async (one: Applicant): Promise<Reading> => {
  const found = await store().reading(references[one])
  if (!found) throw new Error("It is there")
  return found
}
const at = (one: Applicant) => `${department}/expressions/${references[one]}`
const begin = async (given: Partial<Record<Applicant, Partial<Reading>>>) => {
  references = await openedRound(service, given)
  people = await panelPeople(service)
}
const says = (client: Client, one: Applicant) =>
  client.api("POST", `${at(one)}/links`, { link: "family" }, keyed())

/** The next write to a reading, or to the panel itself. */
const toReading = (item: Record<string, unknown>) => item.reference !== undefined && "said" in item
const toHead = (item: Record<string, unknown>) => "opening" in item

const reason =
  "The need is clear and dated, and the plan says who covers the other work of each one. ".repeat(3)
const decides = async (one: Applicant, given: Record<string, unknown>) => {
  const { seen } = (await (await people.decider.api("GET", `${at(one)}/decision`)).json()) as { seen: string }
  return people.decider.api("POST", `${at(one)}/decision`, { seen, reason, ...given }, keyed())
}
const scored = scoredBy([3, 3, 3, 3, 3], [2, 2, 2, 2, 2])

describe("while somebody decides", () => {
  test("a reader says a link: nothing is decided by scores that count no longer", async () => {
    await begin({ halton: scored })
    key.of = toReading
    meanwhile.does = () => says(people.reader, "halton")
    const refused = await decides("halton", { decision: "unsuccessful" })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain("changed after you opened this page")
    expect((await reading("halton")).decided).toBeUndefined()
    expect((await reading("halton")).readers.map(({ person }) => person)).toEqual([who.second.person])
  })

  test("they say a link themselves: nothing is decided", async () => {
    await begin({ halton: scored })
    key.of = toReading
    meanwhile.does = () => says(people.decider, "halton")
    expect((await decides("halton", { decision: "unsuccessful" })).status).toBe(404)
    expect((await reading("halton")).decided).toBeUndefined()
  })

  test("a reader sends other scores: nothing is decided by what they were", async () => {
    await begin({ halton: scored })
    key.of = toReading
    meanwhile.does = async () => {
      const before = await reading("halton")
      const again = { at: toldAt, version: 2, points: { c1: 0, c2: 0, c3: 0, c4: 0, c5: 0 } }
      const readers = before.readers.map((one) =>
        one.person === who.reader.person ? { ...one, sent: again } : one,
      )
      await service.table.write([store().put({ ...before, readers }, before)])
    }
    expect((await decides("halton", { decision: "unsuccessful" })).status).toBe(409)
    expect((await reading("halton")).decided).toBeUndefined()
  })

  test("the letters are sealed: what is decided anew is sealed anew before anybody is told", async () => {
    const decided = await decidedRound(service)
    references = decided.references
    people = decided.people
    key.of = toHead
    meanwhile.does = () =>
      decides("shropshire", { decision: "reserve", place: 2, anewBecause: "It was a slip." })
    const seal = await people.chair.api("POST", `${department}/telling/seal`, {}, keyed())
    expect(seal.status).toBe(200)
    expect((await reading("shropshire")).decided?.decision).toBe("reserve")
    service.at(toldAt)
    const tell = await people.chair.api("POST", `${department}/telling/tell`, {}, keyed())
    expect(tell.status).toBeLessThan(300)
    const letter = await people.chair.api("GET", `${department}/telling/letters/${references.shropshire}`)
    expect(((await letter.json()) as { letter: { decision: string } }).letter.decision).toBe("reserve")
  })
})

describe("while the applicants are told", () => {
  test("something is decided anew: nobody is told by letters that are stale", async () => {
    const decided = await decidedRound(service)
    references = decided.references
    people = decided.people
    expect((await people.chair.api("POST", `${department}/telling/seal`, {}, keyed())).status).toBe(200)
    service.at(toldAt)
    key.of = toHead
    meanwhile.does = () =>
      decides("shropshire", { decision: "reserve", place: 2, anewBecause: "It was a slip." })
    expect((await people.chair.api("POST", `${department}/telling/tell`, {}, keyed())).status).toBe(409)
    expect((await store().head())?.told).toBeUndefined()
    expect((await reading("shropshire")).decided?.version).toBe(2)
  })

  test("a reader says a link: what was told stands, with the scores it was decided by", async () => {
    const decided = await decidedRound(service)
    references = decided.references
    people = decided.people
    expect((await people.chair.api("POST", `${department}/telling/seal`, {}, keyed())).status).toBe(200)
    service.at(toldAt)
    key.of = toReading
    meanwhile.does = () => people.chair.api("POST", `${department}/telling/tell`, {}, keyed())
    expect((await says(people.reader, "halton")).status).toBeLessThan(300)
    expect((await store().head())?.told).toBeDefined()
    const letter = await people.chair.api("GET", `${department}/telling/letters/${references.halton}`)
    expect(((await letter.json()) as { state: string }).state).toBe("sealed")
    expect((await reading("halton")).readers).toHaveLength(2)
    expect((await people.reader.api("GET", at("halton"))).status).toBe(404)
  })
})

describe("while readers are given", () => {
  test("one says a link: they are not given it", async () => {
    await begin({ halton: { ...canApply, said: nobodyLinked } })
    const pairs = [who.reader, who.second].map(({ person }) => ({ reference: references.halton, person }))
    key.of = toReading
    meanwhile.does = () => says(people.reader, "halton")
    expect((await people.chair.api("POST", `${department}/assign`, { pairs }, keyed())).status).toBeLessThan(
      300,
    )
    expect((await reading("halton")).readers).toEqual([who.second])
    expect((await people.reader.api("GET", at("halton"))).status).toBe(404)
  })

  test("the last one sends while the chair takes them off: nothing of theirs is sent by halves", async () => {
    await begin({ halton: { ...canApply, said: nobodyLinked, readers: [who.reader] } })
    for (const criterion of ["c1", "c2", "c3", "c4", "c5"])
      await people.reader.api("POST", `${at("halton")}/score/${criterion}`, { score: 3, because })
    key.of = toReading
    const off = { reference: references.halton, person: who.reader.person }
    meanwhile.does = () => people.chair.api("POST", `${department}/assign/take-off`, off, keyed())
    const sent = await people.reader.api("POST", `${at("halton")}/score/send`, {}, keyed())
    expect(sent.status).toBe(404)
    expect(await reading("halton")).toMatchObject({ readers: [], scorers: [], compared: false })
    expect(await store().sheetsOf(references.halton)).toEqual([])
  })

  test("two send at the same instant: both count, and it is compared from then on", async () => {
    await begin({ halton: { ...canApply, said: nobodyLinked, readers: [who.reader, who.second] } })
    for (const client of [people.reader, people.second])
      for (const criterion of ["c1", "c2", "c3", "c4", "c5"])
        await client.api("POST", `${at("halton")}/score/${criterion}`, { score: 3, because })
    key.of = toReading
    meanwhile.does = () => people.second.api("POST", `${at("halton")}/score/send`, {}, keyed())
    expect((await people.reader.api("POST", `${at("halton")}/score/send`, {}, keyed())).status).toBeLessThan(
      300,
    )
    const one = await reading("halton")
    expect(one.readers.every(({ sent }) => sent)).toBe(true)
    expect(one.compared).toBe(true)
    expect(one.scorers.sort()).toEqual([who.reader.person, who.second.person])
    expect(await store().sheetsOf(references.halton)).toHaveLength(2)
  })
})

describe("once it is told", () => {
  const told = async () => {
    const made = await toldRound(service)
    references = made.references
    people = made.people
  }
  const funded = { decision: "successful", amount: 4_000_000, reason }

  test("a reserve is promoted once, whoever presses at the same moment", async () => {
    await told()
    const promote = () =>
      people.decider.api("POST", `${department}/phase/${references.bradford}/promote`, funded, keyed())
    key.of = toReading
    let other: Response | undefined
    meanwhile.does = async () => {
      other = await promote()
    }
    const slower = await promote()
    expect([other?.status, slower.status]).toEqual([200, 409])
    expect((await reading("bradford")).decided).toMatchObject({ version: 2, amount: 4_000_000 })
    expect(await store().decisions(references.bradford)).toHaveLength(2)
  })

  test("one is taken into the phase once, whoever presses at the same moment", async () => {
    await told()
    const days = { from: "2017-10-16", to: "2018-03-31" }
    const take = (client: Client) =>
      client.api("POST", `${department}/phase/${references.halton}`, days, keyed())
    key.of = toReading
    let other: Response | undefined
    meanwhile.does = async () => {
      other = await take(people.chair)
    }
    const slower = await take(people.decider)
    expect(other?.status).toBeLessThan(300)
    expect(slower.status).toBe(409)
    const sites = await calendarIn(service.table, programmeId).phase("NSW2")
    expect(sites?.sites.filter(({ organisation }) => organisation === "halton")).toHaveLength(1)
  })

  test("the minute that was set first is not lost to whoever sets another at the same moment", async () => {
    await told()
    const set = (on: string) =>
      people.decider.api("POST", `${department}/announcement`, { when: "later", on, time: "09:30" }, keyed())
    key.of = (item) => "announced" in item
    let other: Response | undefined
    meanwhile.does = async () => {
      other = await set("2017-10-13")
    }
    const slower = await set("2017-10-16")
    expect(other?.status).toBeLessThan(300)
    expect(slower.status).toBeLessThan(300)
    const history = await store().changes.history("panel")
    expect(history.filter(({ move }) => move === "set the minute")).toHaveLength(2)
    const phase = await calendarIn(service.table, programmeId).phase("NSW2")
    expect(phase?.announced).toBe("2017-10-16T08:30:00.000Z")
  })
})

describe("while the round is opened", () => {
  const ask = (organisation: string) => ({
    organisation,
    name: "Halton",
    round,
    reference: references.halton,
    because: "The director was away.",
    by: { person: "p-halton-lead", name: "Lead" },
    at: "2017-08-25T15:00:00.000Z",
  })

  test("another chair opens it: it is opened once", async () => {
    references = await threeSent(service)
    people = await panelPeople(service)
    key.of = toHead
    meanwhile.does = () => people.chair.api("POST", `${department}/open`, {}, keyed())
    expect((await people.chair.api("POST", `${department}/open`, {}, keyed())).status).toBeLessThan(300)
    const lines = await store().changes.history("panel")
    expect(lines.filter(({ move }) => move === "open the round")).toHaveLength(1)
    expect((await store().all()).readings).toHaveLength(3)
  })

  test("an ask to be late that somebody is about to allow is not allowed any more", async () => {
    references = await threeSent(service)
    people = await panelPeople(service)
    const late = lateIn(service.table, programmeId)
    await service.table.write([late.ask(ask("halton"))])
    const allow = { answer: "allow", until: "2017-08-30", untilAt: "17:00", because: "The post was late." }
    key.of = (item) => "decided" in item
    meanwhile.does = async () => {
      const head = await store().head()
      const opening = { at: toldAt, by: who.chair, taken: 0, done: false }
      await service.table.write([store().putHead({ round, revision: 0, opening }, head)])
    }
    const refused = await people.chair.api("POST", `${department}/late/halton`, allow, keyed())
    expect(refused.status).toBe(409)
    expect(await late.waiting(round)).toHaveLength(1)
  })

  test("one by somebody the only chair has a link with is not named to them, and they are told who decides it", async () => {
    references = await threeSent(service)
    people = await panelPeople(service)
    await service.table.write([lateIn(service.table, programmeId).ask(ask("halton"))])
    const invite = { name: "X", email: "chair@doh.example", role: "contributor" }
    await people.coordinator.api("POST", "/organisations/halton/people/invite", invite, keyed())
    for (const answer of [
      await people.chair.api("POST", `${department}/open`, {}, keyed()),
      await people.chair.get(`${department}/open`),
    ]) {
      const text = await answer.text()
      expect(text).toContain("An ask to be late waits that another chair decides")
      expect(text).not.toContain("Halton")
    }
    expect((await people.chair.get(`${department}/late/halton`)).status).toBe(404)
    const another = { name: "Another chair", email: "another.chair@doh.example", role: "chair" }
    const invited = await people.coordinator.api("POST", "/programme/people/invite", another, keyed())
    expect(invited.status, await invited.clone().text()).toBeLessThan(300)
    const second = await service.as(another.email)
    const no = { answer: "refuse", because: "Others sent in time." }
    expect((await second.api("POST", `${department}/late/halton`, no, keyed())).status).toBe(200)
    expect((await people.chair.api("POST", `${department}/open`, {}, keyed())).status).toBeLessThan(300)
  })
})
