import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { brokenAt, contents, event } from "../../shared/domain/submissions/event.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { keys } from "../../shared/store/keys.ts"
import { panelIn } from "../../shared/store/panel.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import {
  type Applicant,
  afterClose,
  department,
  nobodyLinked,
  openedRound,
  panelPeople,
  round,
  scoredBy,
  sheetsOf,
  who,
} from "../support/panel.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

const close = scoredBy([3, 3, 3, 3, 3], [3, 3, 2, 3, 3])
const apart = scoredBy([0, 2, 3, 4, 2], [3, 2, 3, 4, 2])
const equal = scoredBy([3, 3, 2, 3, 3], [3, 3, 3, 3, 3])
const words = (count: number, word = "word") => Array.from({ length: count }, () => word).join(" ")
const why = `It is clear ${words(30)}`

const rivals = { person: "p-other-decision-maker", name: "Other decision-maker (demonstration)" }
const andRival = (given: Partial<Reading>): Partial<Reading> => ({
  ...given,
  said: [...(given.said ?? nobodyLinked), { ...rivals, link: "none", at: afterClose }],
})

/** A round whose readings stand so, with everybody of its panel and a second decision-maker. */
const opened = async (given: Record<Applicant, Partial<Reading>>, rules: Partial<Round> = {}) => {
  const service = await startService()
  await directoryIn(service.table).publishRound({ ...phaseTwo, ...rules })
  const people = peopleIn(service.table)
  const email = "other-decision-maker@doh.example"
  const person = { id: rivals.person, name: rivals.name, email }
  const grant = { id: "g-other-decision-maker", role: "decision-maker" as const, by: "tests" }
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2018-01-01T00:00:00.000Z" }
  await people.write([...people.add(person), ...people.granting(person, { ...grant, ...days })])
  const readings = Object.fromEntries(
    Object.entries(given).map(([name, one]) => [name, andRival(one)]),
  ) as Record<Applicant, Partial<Reading>>
  const references = await openedRound(service, readings)
  for (const [name, one] of Object.entries(readings))
    await sheetsOf(service, references[name as Applicant], one)
  return { service, references, ...(await panelPeople(service)), rival: await service.as(email) }
}
type Opened = Awaited<ReturnType<typeof opened>>

const text = async (answer: Response) =>
  plain((await answer.text()).replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ")
const see = async (whom: Client, path: string) => text(await whom.get(path))
const ask = async <Body = Record<string, unknown>>(whom: Client, path: string) =>
  (await (await whom.api("GET", path)).json()) as Body
const refusalOf = async (answer: Response) => {
  const body = (await answer.json()) as { detail?: string; problems?: { says: string }[] }
  return [answer.status, [body.detail, ...(body.problems ?? []).map(({ says }) => says)].join(" ")] as const
}
const write = async (whom: Client, path: string, given: Record<string, string>) =>
  whom.post(path, { ...fieldsIn(await (await whom.get(path)).text(), path), ...given })

const chainOf = async (service: Service, reference: string) => {
  const [events, kept, last] = await Promise.all([
    service.table.query({ pk: `PANELLOG#${round}`, begins: `${reference}#`, strong: true }),
    service.table.query({ pk: `PANEL#${round}`, begins: `CONTENTS#${reference}#`, strong: true }),
    service.table.get(keys.panelChain(round, reference), { strong: true }),
  ])
  const lines = events.items.map((item) => event.parse(item))
  const notes = kept.items.map((item) => contents.parse(item))
  const end = (last ?? { number: 0, hash: "" }) as unknown as { number: number; hash: string }
  return { moves: lines.map(({ move }) => move), notes, brokenAt: brokenAt(lines, end, notes) }
}

type RankingBody = {
  owed: number
  notRanked: number
  ranking: {
    place: number
    tied: boolean
    name: string
    reference: string
    total: { words: string; exact: { over: number; under: number } }
  }[]
  scores: unknown[]
}

/** The ranking worked out again from the file alone, in whole numbers. */
const fromFile = (csv: string) => {
  const rows = csv
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(","))
  const totals = [...new Set(rows.map(([reference]) => reference))].map((reference) => {
    const own = rows.filter((row) => row[0] === reference)
    const readers = new Set(own.map((row) => row[5])).size
    const over = own.reduce((sum, row) => {
      const [, , , , weight = "", , score = "", moderated = ""] = row
      return sum + BigInt(weight) * BigInt(moderated === "" ? score : moderated)
    }, 0n)
    return { reference, over, under: BigInt(4 * readers) }
  })
  return totals.map(({ reference, over, under }) => {
    const thousandths = (2n * over * 1000n + under) / (2n * under)
    const place = 1 + totals.filter((other) => other.over * under > over * other.under).length
    const tied = totals.filter((other) => other.over * under === over * other.under).length > 1
    return {
      reference,
      place,
      tied,
      words: `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, "0")}`,
    }
  })
}

describe("the ranking of a round", () => {
  let here: Opened
  const ranking = `${department}/ranking`
  beforeAll(async () => {
    here = await opened({ halton: close, bradford: equal, shropshire: apart })
  })
  afterAll(() => here.service.stop())

  test("is what anybody works out from the file that it is exported as, ties included", async () => {
    const file = await here.chair.get(`${department}/scores.csv`)
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    const again = fromFile(await file.text())
    const { ranking: rows, scores } = await ask<RankingBody>(here.chair, ranking)
    expect(
      rows.map(({ reference, place, tied, total }) => ({ reference, place, tied, words: total.words })),
    ).toEqual(again)
    expect(rows.map(({ name, place, tied }) => [name.split(" ")[0], place, tied])).toEqual([
      ["Bradford", 1, true],
      ["Halton", 1, true],
      ["Shropshire", 3, false],
    ])
    expect(scores).toHaveLength(3 * 5 * 2)
  })

  test("shows place, ties in words, what counts, and the arithmetic of each total", async () => {
    const page = await see(here.chair, ranking)
    expect(page).toContain("3 are ranked. 2 share a place: a tie. 1 must be moderated before it is decided.")
    expect(page).toContain("1= tie Halton")
    expect(page).toContain("Must be moderated Moderate Shropshire")
    expect(page).toContain("30 × 3 ÷ 4 = 22.500")
    expect(page).toContain("11.250 + 22.500 + 15.625 + 15.000 + 7.500 = 71.875 out of 100")
    expect(page).toContain("Places are among those that are listed here")
    expect(page).not.toContain("pass line")
  })

  test("is not for whoever has no right to compare", async () => {
    for (const whom of [here.adviser, here.coordinator])
      for (const path of [ranking, `${department}/scores.csv`, `${department}/portfolio`])
        expect((await whom.get(path)).status).toBe(403)
    expect((await here.reader.get(`${department}/portfolio`)).status).toBe(403)
    expect((await here.reader.get(`${department}/decisions.csv`)).status).toBe(403)
  })
})

describe("a reader who owes a sheet", () => {
  let here: Opened
  beforeAll(async () => {
    here = await opened({
      halton: close,
      bradford: apart,
      shropshire: { ...close, readers: [{ ...who.reader }, { ...who.second }], compared: false },
    })
    const store = panelIn(here.service.table, round)
    const before = await store.reading(here.references.shropshire)
    if (!before) throw new Error("no reading")
    const [mine, theirs] = close.readers ?? []
    if (!mine || !theirs) throw new Error("no readers")
    await here.service.table.write([store.put({ ...before, readers: [mine, who.second] }, before)])
  })
  afterAll(() => here.service.stop())

  test("sees no row of the ranking, no score and no file, and reads what to do first", async () => {
    const page = await see(here.second, `${department}/ranking`)
    expect(page).toContain("Send your own sheet first. You see what others scored after that.")
    expect(page).not.toContain("Halton")
    expect(page).not.toContain("scores as a file")
    expect(await ask<RankingBody>(here.second, `${department}/ranking`)).toMatchObject({
      owed: 1,
      ranking: [],
      scores: [],
    })
    const file = await here.second.get(`${department}/scores.csv`)
    expect(file.status).toBe(409)
    expect(await text(file)).not.toContain("Halton")
    const at = `${department}/expressions/${here.references.halton}/feedback`
    expect(await refusalOf(await here.second.api("GET", at))).toEqual([
      409,
      "Send your own sheet first. You see what others scored after that.",
    ])
  })

  test("changes with nobody else’s scores: not a byte of what they are given follows from them", async () => {
    const given = async () => ({
      ranking: await (await here.second.api("GET", `${department}/ranking`)).text(),
      file: await text(await here.second.get(`${department}/scores.csv`)),
    })
    const before = await given()
    const store = panelIn(here.service.table, round)
    const one = await store.reading(here.references.halton)
    if (!one) throw new Error("no reading")
    const readers = one.readers.map((each) =>
      each.sent ? { ...each, sent: { ...each.sent, points: { c1: 0, c2: 0, c3: 0, c4: 0, c5: 0 } } } : each,
    )
    await here.service.table.write([store.put({ ...one, readers }, one)])
    expect(await given()).toEqual(before)
  })

  test("is counted for those who compare: it is not ranked yet", async () => {
    const page = await see(here.chair, `${department}/ranking`)
    expect(page).toContain("1 is not ranked yet: not every reader has sent their scores.")
    const mine = await ask<RankingBody>(here.reader, `${department}/ranking`)
    expect([mine.ranking.length, mine.notRanked]).toEqual([2, 1])
  })
})

describe("weights and the pass line", () => {
  const weights = [
    { criterion: "Need", weight: 60 },
    { criterion: "Proposal", weight: 10 },
    { criterion: "Delivery", weight: 10 },
    { criterion: "Evaluation", weight: 10 },
    { criterion: "Legacy", weight: 10 },
  ]
  let here: Opened
  beforeAll(async () => {
    here = await opened(
      {
        halton: scoredBy([4, 1, 1, 1, 1], [4, 1, 1, 1, 1]),
        bradford: scoredBy([1, 4, 4, 4, 4], [1, 4, 4, 4, 4]),
        shropshire: scoredBy([2, 3, 3, 3, 3], [3, 3, 3, 3, 3]),
      },
      { weights, reading: { sealed: true, readers: 2, questions: false, passLine: 65 } },
    )
  })
  afterAll(() => here.service.stop())

  test("are those of the round", async () => {
    const { ranking } = await ask<RankingBody>(here.decider, `${department}/ranking`)
    expect(ranking.map(({ name, total }) => [name.split(" ")[0], total.words])).toEqual([
      ["Halton", "70.000"],
      ["Shropshire", "67.500"],
      ["Bradford", "55.000"],
    ])
  })

  test("cannot be changed once the round has opened", async () => {
    const answer = await here.coordinator.api("POST", `/programme/rounds/${round}/criteria`, {
      answers: { weights: [{ criterion: "Need", weight: 100 }] },
    })
    expect(await refusalOf(answer)).toEqual([
      409,
      "The round opened at 9am on Monday 7 August 2017: weights, sections and who may lead stand as they were published.",
    ])
    const { ranking } = await ask<RankingBody>(here.decider, `${department}/ranking`)
    expect(ranking[0]?.total.words).toBe("70.000")
  })

  test("the pass line is drawn between those on it and those below, and readers on both sides are moderated", async () => {
    const page = await see(here.chair, `${department}/ranking`)
    expect(page).toContain("The pass line is 65 out of 100: 2 of 3 are on it or over it.")
    expect(page).toMatch(/67\.500 Pass line: 65 out of 100\..* 3 Bradford/)
    const at = `${department}/expressions/${here.references.shropshire}/moderation`
    expect(await ask(here.chair, at)).toMatchObject({ wideGaps: [], acrossLine: true })
    const settle = (body: object) => here.chair.api("POST", at, body, keyed())
    expect(await refusalOf(await settle({ points: {}, reasons: {} }))).toEqual([
      422,
      "Nothing was saved. Enter why it stands where it does",
    ])
    expect((await settle({ points: {}, reasons: {}, because: words(10) })).status).toBe(200)
    expect(await see(here.chair, at)).toContain("Both sides of the pass line")
  })
})

describe("moderation", () => {
  let here: Opened
  let at: string
  beforeAll(async () => {
    here = await opened({
      halton: apart,
      bradford: close,
      shropshire: { ...close, readers: [], compared: false },
    })
    at = `${department}/expressions/${here.references.halton}/moderation`
  })
  afterAll(() => here.service.stop())

  test("is for the chair: a reader and a decision-maker are told who does it", async () => {
    for (const whom of [here.reader, here.decider, here.adviser, here.coordinator]) {
      expect((await whom.get(at)).status).toBe(403)
      expect((await write(here.chair, at, {})).status).toBe(422)
    }
    expect(await see(here.reader, at)).toContain("The chair of the selection panel moderates.")
  })

  test("shows the sheets side by side and says what must be settled", async () => {
    const page = await see(here.chair, at)
    expect(page).toContain("1 criterion has a gap of 2 points or more.")
    expect(page).toContain("A gap of 3 points between its readers: it must be settled.")
    expect(page).toContain("Reader (demonstration): 0 Poor")
    expect(page).toContain("Second reader (demonstration): 3 Good")
    expect(page).toContain("The need is clear and the figures are dated.")
  })

  test("is refused without reasons, and where nothing is to settle or not all is sent", async () => {
    const answer = await write(here.chair, at, { c1: "2", c1Because: "Too few." })
    expect(answer.status).toBe(422)
    const page = await text(answer)
    expect(page).toContain("Say why in 10 words or more. You have 2")
    expect(page).toContain("Too few.")
    const of = (applicant: Applicant) => `${department}/expressions/${here.references[applicant]}/moderation`
    const body = { points: { c1: 2 }, reasons: { c1: words(10) } }
    const says = async (applicant: Applicant) =>
      refusalOf(await here.chair.api("POST", of(applicant), body, keyed()))
    expect(await says("bradford")).toEqual([
      409,
      "Nothing is to settle: no gap of 2 or more, and no readers on both sides of a pass line.",
    ])
    expect(await says("shropshire")).toEqual([409, "Not every reader has sent their scores."])
    expect(await see(here.chair, of("bradford"))).toContain("Nothing is to settle")
    const strange = { points: { c9: 2 }, reasons: {} }
    expect(await refusalOf(await here.chair.api("POST", at, strange, keyed()))).toEqual([
      422,
      "Nothing was saved. This is not a criterion of the round",
    ])
  })

  test("is settled once for one key, and again until it is decided: what the readers gave stands", async () => {
    const key = newKey()
    const body = { points: { c1: 2 }, reasons: { c1: `First ${words(10)}` } }
    const first = await (await here.chair.api("POST", at, body, keyed(key))).text()
    expect(await (await here.chair.api("POST", at, body, keyed(key))).text()).toBe(first)
    const again = await write(here.chair, at, { c1: "1", c2: "mean", c1Because: `Second ${words(10)}` })
    expect(again.status).toBe(303)
    expect(await see(here.chair, `${at}?settled=yes`)).toContain("It is settled.")
    const store = panelIn(here.service.table, round)
    expect(await store.moderation(here.references.halton)).toMatchObject({ points: { c1: 1 }, by: who.chair })
    const one = await store.reading(here.references.halton)
    expect(one?.readers).toEqual(apart.readers)
    expect(one?.scorers).toContain(who.chair.person)
    const chain = await chainOf(here.service, here.references.halton)
    expect(chain).toMatchObject({ moves: ["moderate", "moderate"], brokenAt: undefined })
    expect(chain.notes.map(({ note }) => note)).toEqual([
      `Need: 2. First ${words(10)}`,
      `Need: 1. Second ${words(10)}`,
    ])
    expect(await see(here.reader, `${department}/ranking`)).toContain("1, moderated")
  })
})

describe("a decision", () => {
  let here: Opened
  const at = (applicant: Applicant) => `${department}/expressions/${here.references[applicant]}/decision`
  const seen = async (applicant: Applicant, whom: Client = here.decider) =>
    (await ask<{ seen: string }>(whom, at(applicant))).seen
  const decide = async (applicant: Applicant, body: object, whom = here.decider, key = newKey()) =>
    whom.api("POST", at(applicant), { seen: await seen(applicant, whom), ...body }, keyed(key))
  beforeAll(async () => {
    const view = { ...who.adviser, at: afterClose }
    here = await opened({ halton: close, bradford: { ...close, views: [view.person] }, shropshire: apart })
    const store = panelIn(here.service.table, round)
    await here.service.table.write([
      store.putView({
        reference: here.references.bradford,
        face: "good",
        words: "They asked us first.",
        by: who.adviser,
        at: afterClose,
        revision: 0,
      }),
    ])
  })
  afterAll(() => here.service.stop())

  test("is for a decision-maker who has no link with it", async () => {
    for (const whom of [here.chair, here.reader, here.adviser, here.coordinator]) {
      expect((await whom.get(at("halton"))).status).toBe(403)
      const body = { seen: "0.x", decision: "unsuccessful", reason: why }
      expect((await whom.api("POST", at("halton"), body, keyed())).status).toBe(403)
    }
    expect((await here.decider.get(`${department}/expressions/NSW2-HAL-E-222222/decision`)).status).toBe(404)
  })

  test("is made by everything that is there: the total, the check, and the views with who gave them", async () => {
    const page = await see(here.decider, at("bradford"))
    expect(page).toContain("It waits for a decision.")
    expect(page).toContain("71.875 out of 100")
    expect(page).toContain("They asked us first.")
    expect(page).toContain("How were the views of members with lived experience used?")
    expect(page).toContain("They ask for £50,000. The most in this round is £100,000.")
  })

  test("waits for moderation, and says so", async () => {
    expect(await see(here.decider, at("shropshire"))).toContain("It must be moderated before it is decided.")
    const answer = await decide("shropshire", { decision: "unsuccessful", reason: why })
    expect(await refusalOf(answer)).toEqual([409, "It must be moderated before it is decided."])
  })

  test("comes back with what is missing beside its cause, and with what was typed", async () => {
    const answer = await write(here.decider, at("bradford"), {
      decision: "with conditions",
      amount: "60,000",
      reason: why,
      "conditions.rows": "new-1",
      "conditions.new-1.text": "Name the lead social worker.",
      "conditions.new-1.due.day": "1",
      "conditions.new-1.due.month": "8",
      "conditions.new-1.due.year": "2017",
    })
    expect(answer.status).toBe(422)
    const page = await text(answer)
    expect(page).toContain("The day it is due must be on or after 29 August 2017")
    expect(page).toContain("Enter how the views were used")
    expect(page).toContain("Name the lead social worker.")
  })

  test("has up to six conditions, each on a row that is added without deciding", async () => {
    const page = await (await here.decider.get(at("bradford"))).text()
    const fields = fieldsIn(page, at("bradford"))
    const answer = await here.decider.post(at("bradford"), {
      ...fields,
      "conditions.new-1.text": "Name the lead.",
      add: "conditions",
    })
    expect(answer.status).toBe(200)
    const more = await answer.text()
    expect(plain(more)).toContain("Name the lead.")
    expect(more).toContain('name="conditions.new-2.text"')
    expect(await seen("bradford")).toMatch(/^0\./)
  })

  test("is kept with its amount, its reason and its conditions", async () => {
    const answer = await write(here.decider, at("bradford"), {
      decision: "with conditions",
      amount: "60,000",
      overBecause: "Backfill costs more in this city.",
      viewsUsed: "They liked it, and it weighed.",
      reason: why,
      "conditions.rows": "new-1",
      "conditions.new-1.text": "Name the lead social worker.",
      "conditions.new-1.due.day": "1",
      "conditions.new-1.due.month": "10",
      "conditions.new-1.due.year": "2017",
    })
    expect(answer.status).toBe(303)
    const page = await see(here.decider, `${at("bradford")}?decided=yes`)
    expect(page).toContain("It is decided. Nobody outside the panel is told yet.")
    expect(page).toContain("Successful, with conditions, £60,000")
    expect(page).toContain("Condition, by 1 October 2017")
    const anew = fieldsIn(await (await here.decider.get(at("bradford"))).text(), at("bradford"))
    expect(anew).toMatchObject({ amount: "60,000", "conditions.condition-1.due.month": "10" })
    const kept = await panelIn(here.service.table, round).decision(here.references.bradford, 1)
    expect(kept).toMatchObject({
      amount: 6_000_000,
      conditions: [{ id: "condition-1", text: "Name the lead social worker.", due: "2017-10-01" }],
      by: who.decider,
    })
  })

  test("of two who decide at the same moment is one: the other is shown what was decided, by whom and when", async () => {
    const mark = await seen("halton")
    const first = { seen: mark, decision: "successful", amount: 4_000_000, reason: why }
    const second = { seen: mark, decision: "unsuccessful", reason: why }
    const answers = await Promise.all([
      here.decider.api("POST", at("halton"), first, keyed()),
      here.rival.api("POST", at("halton"), second, keyed()),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const store = panelIn(here.service.table, round)
    const decisions = await store.decisions(here.references.halton)
    expect(decisions).toHaveLength(1)
    const lost = answers.find(({ status }) => status === 409) as Response
    const [, says] = await refusalOf(lost)
    expect(says).toContain(`${decisions[0]?.by.name} decided this on 29 August 2017 at 10am:`)
    const chain = await chainOf(here.service, here.references.halton)
    expect(chain).toMatchObject({ moves: ["decide"], brokenAt: undefined })
    const late = await here.rival.post(at("halton"), {
      key: newKey(),
      seen: mark,
      decision: "unsuccessful",
      reason: `Typed before ${why}`,
    })
    expect(late.status).toBe(409)
    const page = await text(late)
    expect(page).toContain(`${decisions[0]?.by.name} decided this on 29 August 2017 at 10am:`)
    expect(page).toContain("Typed before")
    expect(page).toContain("Why is it decided anew?")
  })

  test("can be made anew before the telling, with a reason; both are kept, and the letter is sealed anew", async () => {
    const store = panelIn(here.service.table, round)
    const one = await store.reading(here.references.halton)
    if (!one) throw new Error("no reading")
    await here.service.table.write([store.put({ ...one, sealed: { mark: "m", at: afterClose } }, one)])
    const body = { decision: "reserve", place: 1, reason: why }
    expect(await refusalOf(await decide("halton", body))).toEqual([
      422,
      "Nothing was saved. Enter why it is decided anew",
    ])
    const key = newKey()
    const anew = { seen: await seen("halton"), ...body, anewBecause: "The envelope is spent." }
    const first = await here.decider.api("POST", at("halton"), anew, keyed(key))
    expect(first.status).toBe(200)
    const given = await first.text()
    expect(await (await here.decider.api("POST", at("halton"), anew, keyed(key))).text()).toBe(given)
    expect((await store.decisions(here.references.halton)).map(({ version }) => version)).toEqual([1, 2])
    expect(await store.reading(here.references.halton)).not.toHaveProperty("sealed")
    expect(await see(here.decider, at("halton"))).toContain("Decision 1, before")
  })

  test("gives one place of the reserve list to one, even where two ask at the same moment", async () => {
    const place = (anewBecause: string) => ({ decision: "reserve", place: 2, reason: why, anewBecause })
    const views = { viewsUsed: "They liked it." }
    const answers = await Promise.all([
      decide("halton", place("Second."), here.decider),
      decide("bradford", { ...place("Second."), ...views }, here.rival),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const lost = answers.find(({ status }) => status === 422) as Response
    expect((await refusalOf(lost))[1]).toContain("Place 2 on the reserve list is taken: choose another")
  })

  test("is not by whoever settled a score of it, even if they may decide", async () => {
    const people = peopleIn(here.service.table)
    const known = await people.known(who.chair.person)
    if (!known) throw new Error("nobody")
    const days = { from: "2017-01-01T00:00:00.000Z", to: "2018-01-01T00:00:00.000Z" }
    const grant = { id: "g-both", role: "decision-maker" as const, by: "tests", ...days }
    await people.write(people.granting(known.person, grant))
    const moderation = `${department}/expressions/${here.references.shropshire}/moderation`
    const settled = { points: { c1: 2 }, reasons: { c1: words(10) } }
    expect((await here.chair.api("POST", moderation, settled, keyed())).status).toBe(200)
    const answer = await decide("shropshire", { decision: "unsuccessful", reason: why }, here.chair)
    expect(await refusalOf(answer)).toEqual([403, "You scored it: another decision-maker decides."])
    const page = await see(here.chair, at("shropshire"))
    expect(page).toContain("You scored it: another decision-maker decides.")
    expect(page).not.toContain("What is decided?")
    expect((await decide("shropshire", { decision: "unsuccessful", reason: why })).status).toBe(200)
    expect(await refusalOf(await here.chair.api("POST", moderation, settled, keyed()))).toEqual([
      409,
      "It was decided by Decision-maker (demonstration) on 29 August 2017 at 10am: the scores stand.",
    ])
  })

  test("writes nothing that an applicant can read, and stands after the telling", async () => {
    const { items } = await here.service.table.query({ pk: "ORG#halton", strong: true })
    expect(JSON.stringify(items)).not.toMatch(/unsuccessful|reserve/)
    const store = panelIn(here.service.table, round)
    const head = await store.head()
    if (!head) throw new Error("no head")
    await here.service.table.write([
      store.putHead({ ...head, told: { at: afterClose, by: who.chair } }, head),
    ])
    const answer = await decide("shropshire", { decision: "unsuccessful", reason: why, anewBecause: "x" })
    expect((await refusalOf(answer))[1]).toMatch(/^The applicants were told on 29 August 2017 at 10am/)
  })
})

describe("the portfolio", () => {
  let here: Opened
  const decided = (decision: "successful" | "reserve" | "unsuccessful", amount?: number, place?: number) => ({
    decided: {
      decision,
      ...(amount !== undefined && { amount }),
      ...(place !== undefined && { place }),
      conditions: 0,
      version: 1,
      by: who.decider,
      at: afterClose,
    },
  })
  const linked = nobodyLinked.map((one) =>
    one.person === who.decider.person ? { ...one, link: "family" as const } : one,
  )
  beforeAll(async () => {
    here = await opened(
      {
        halton: { ...close, ...decided("successful", 4_000_000) },
        bradford: { ...close, ...decided("reserve", undefined, 1) },
        shropshire: { ...close, ...decided("successful", 5_000_000), said: linked },
      },
      { envelope: 8_000_000 },
    )
    const store = panelIn(here.service.table, round)
    const one = (applicant: Applicant, decision: "successful" | "reserve", amount?: number) =>
      store.addDecision({
        reference: here.references[applicant],
        version: 1,
        decision,
        ...(amount !== undefined && { amount }),
        reason: `=Why ${applicant}`,
        conditions: [],
        by: who.decider,
        at: afterClose,
      })
    await here.service.table.write([
      one("halton", "successful", 4_000_000),
      one("bradford", "reserve"),
      one("shropshire", "successful", 5_000_000),
    ])
  })
  afterAll(() => here.service.stop())

  test("sets what is decided against the envelope, by region and group, and warns where it is over", async () => {
    const page = await see(here.chair, `${department}/portfolio`)
    expect(page).toContain("£90,000 of £80,000 is decided: £10,000 too much. Everything is decided.")
    expect(page).toContain("What is decided is £10,000 over the envelope of £80,000.")
    expect(page).toContain("North West 2 £100,000 1 £40,000")
    expect(page).toContain("West Midlands 1 £50,000 1 £50,000")
    expect(page).toContain("People with a learning disability 3 £150,000 2 £90,000")
    expect(page).toMatch(/1 Bradford[^£]* £50,000 £140,000 No: over it/)
    expect(page).toContain("Totals here are of what you may see.")
  })

  test("leaves out what somebody has a link with, in every total, list and file, and says no number of it", async () => {
    const page = await see(here.decider, `${department}/portfolio`)
    expect(page).toContain("£40,000 of £80,000 is decided: £40,000 remains. Everything is decided.")
    expect(page).toContain("Totals here are of what you may see.")
    expect(page).not.toContain("West Midlands")
    const given = [
      await (await here.decider.get(`${department}/decisions.csv`)).text(),
      await (await here.decider.get(`${department}/scores.csv`)).text(),
      await (await here.decider.get(`${department}/ranking`)).text(),
      await (await here.decider.api("GET", `${department}/decisions`)).text(),
      await (await here.decider.api("GET", `${department}/portfolio`)).text(),
    ]
    for (const one of given) {
      expect(one).not.toContain(here.references.shropshire)
      expect(one).not.toContain("Shropshire")
    }
    for (const page of ["decision", "moderation", "feedback"]) {
      const at = `${department}/expressions/${here.references.shropshire}/${page}`
      expect([page, [403, 404].includes((await here.decider.get(at)).status)]).toEqual([page, true])
    }
  })

  test("gives every decision as a file, in which nothing runs as a formula", async () => {
    const file = await (await here.chair.get(`${department}/decisions.csv`)).text()
    expect(file.split("\r\n")).toHaveLength(5)
    expect(file).toContain('Successful,"£40,000"')
    expect(file).toContain("'=Why halton")
  })
})

describe("feedback", () => {
  let here: Opened
  let at: string
  const lines = { strengths: ["Clear need.", "Dated figures."], gaps: ["Thin on legacy.", "No backfill."] }
  beforeAll(async () => {
    here = await opened({
      halton: close,
      bradford: { ...close, readers: close.readers?.slice(0, 1) },
      shropshire: apart,
    })
    at = `${department}/expressions/${here.references.halton}/feedback`
  })
  afterAll(() => here.service.stop())

  test("is two strengths and two gaps of forty words each", async () => {
    const answer = await write(here.reader, at, { strength1: words(41), gap1: "Thin on legacy." })
    expect(answer.status).toBe(422)
    const page = await text(answer)
    expect(page).toContain("must be 40 words or fewer")
    expect(page).toContain("Enter the second gap")
    expect(page).toContain("Write as if the applicant will read it: it may be asked for")
    const three = { ...lines, gaps: ["One.", "Two.", "Three."] }
    expect((await here.reader.api("POST", at, three)).status).toBe(422)
  })

  test("is written by the chair or a reader of it who may compare, and by nobody else", async () => {
    for (const whom of [here.decider, here.adviser, here.coordinator])
      expect((await whom.api("POST", at, lines)).status).toBe(403)
    const notMine = `${department}/expressions/${here.references.bradford}/feedback`
    expect(await refusalOf(await here.second.api("GET", notMine))).toEqual([
      403,
      "You see the scores of those that you read.",
    ])
    expect(await (await here.reader.api("POST", at, lines)).json()).toMatchObject({ revision: 1 })
    const page = await see(here.chair, at)
    expect(page).toContain("As the applicant will read it: strengths Clear need. Dated figures.")
  })

  test("is not overwritten by whoever did not read it, and the same again changes nothing", async () => {
    expect(await (await here.chair.api("POST", at, lines)).json()).toMatchObject({ revision: 1 })
    const other = { ...lines, gaps: ["Thin.", "No backfill."] }
    const [status, says] = await refusalOf(await here.chair.api("POST", at, other))
    expect(status).toBe(409)
    expect(says).toContain("Reader (demonstration) wrote other feedback after you opened this page.")
    const store = panelIn(here.service.table, round)
    const one = await store.reading(here.references.halton)
    if (!one) throw new Error("no reading")
    await here.service.table.write([store.put({ ...one, sealed: { mark: "m", at: afterClose } }, one)])
    expect((await here.chair.api("POST", at, { ...other, seen: 1 })).status).toBe(200)
    const after = await store.reading(here.references.halton)
    expect(after).not.toHaveProperty("sealed")
    expect(after?.feedback?.by).toEqual(who.chair)
    expect(await chainOf(here.service, here.references.halton)).toMatchObject({
      moves: ["write feedback", "write feedback"],
      brokenAt: undefined,
    })
  })

  test("stands once the applicants are told", async () => {
    const store = panelIn(here.service.table, round)
    const head = await store.head()
    if (!head) throw new Error("no head")
    await here.service.table.write([
      store.putHead({ ...head, told: { at: afterClose, by: who.chair } }, head),
    ])
    const [status, says] = await refusalOf(await here.chair.api("POST", at, { ...lines, seen: 2 }))
    expect([status, says]).toEqual([
      409,
      "The applicants were told on 29 August 2017 at 10am: what they read stands.",
    ])
    expect(await see(here.reader, at)).not.toContain("First strength")
  })
})
