import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { asShown, type DraftRound, roundFrom, roundIdFrom } from "../../shared/domain/calendar/draft-round.ts"
import { checksOf, isReady, readersOn } from "../../shared/domain/calendar/publishing.ts"
import { round } from "../../shared/domain/calendar/round.ts"
import { burdenOf, burdenWords, isHeavy } from "../../shared/domain/calendar/round-burden.ts"
import { movedLater, notYetOpened } from "../../shared/domain/calendar/round-changes.ts"
import { usual } from "../../shared/domain/calendar/round-facts/date-questions.ts"
import { openFor } from "../../shared/domain/calendar/round-facts/dates.ts"
import { factsPages, wrongIn } from "../../shared/domain/calendar/round-facts/pages.ts"
import { spendingQuarters } from "../../shared/domain/calendar/spending-quarters.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { addDays, atLondon } from "../../shared/values/london.ts"
import { isWorkingDay } from "../../shared/values/working-days.ts"
import { fullRound, monday, refusalOf } from "./given.ts"
import "../support/chance.ts"

/** A fortnight before the demonstration's round opens. */
const before = new Date("2017-07-24T08:00:00.000Z")
const { id, programme, kind, phase, title } = phaseTwo
const bare: DraftRound = { id, programme, kind, phase, title, sources: [], invented: false }
const known = { now: before, organisations: [] }

const reader = (person: string, role: Member["role"], to = "2018-01-01T00:00:00.000Z"): Member => ({
  person,
  grant: `g-${person}`,
  name: person,
  email: `${person}@doh.example`,
  role,
  from: "2017-01-01T00:00:00.000Z",
  to,
})
const members = [reader("Ann", "reader"), reader("Ben", "chair")]
const about = { now: before, members }
const undone = (draft: DraftRound, more = about) =>
  checksOf(draft, more)
    .filter(({ done }) => !done)
    .map((one) => one.id)

const ready: DraftRound = { ...phaseTwo, reasons: { short: "The money is of this year." } }

describe("what stands between a round and being published", () => {
  test("is everything, of a round that is only named", () => {
    expect(undone(bare)).toEqual(["dates", "questions", "decisions", "ceiling", "lead", "weights", "readers"])
  })

  test("is nothing, of a whole one: then it comes to a round, and never before", () => {
    expect(undone(ready)).toEqual([])
    expect(isReady(checksOf(ready, about))).toBe(true)
    expect(roundFrom(ready)).toEqual(round.parse(ready))
    expect(roundFrom(bare)).toBeUndefined()
  })

  const without: [string, Partial<DraftRound>, string][] = [
    ["an opening in the past", { opens: "2017-07-21T08:00:00.000Z" }, "dates"],
    ["a close before it opens", { closes: "2017-08-04T16:00:00.000Z" }, "dates"],
    ["no reason for ten days", { reasons: {} }, "short"],
    ["no day for questions", { questionsUntil: undefined }, "questions"],
    ["no day for decisions", { decisionsBy: undefined }, "decisions"],
    ["no ceiling", { ceiling: undefined }, "ceiling"],
    ["nobody who may lead", { mayLead: [] }, "lead"],
    ["no criteria", { weights: [] }, "weights"],
    ["weights of 99", { weights: [{ criterion: "Need", weight: 99 }] }, "weights"],
    ["much asked for little, without a reason", { ceiling: 100_000 }, "heavy"],
  ]
  test.each(without)("%s is the one thing that is missing", (_, change, missing) => {
    expect(undone({ ...ready, ...change })).toEqual([missing])
  })

  test("says what is missing, on a page that there is", () => {
    const pages = [...factsPages.map((page) => page.id), "readers"]
    for (const draft of [bare, ready, ...without.map(([, change]) => ({ ...ready, ...change }))])
      for (const one of checksOf(draft, about)) {
        expect(pages).toContain(one.page)
        expect(one.says.length).toBeGreaterThan(3)
      }
  })

  test.each([
    ["one reader", [reader("Ann", "reader")]],
    ["one person with two roles", [reader("Ann", "reader"), reader("Ann", "chair")]],
    [
      "a reader whose access ends with the round",
      [reader("Ann", "reader"), reader("Ben", "reader", phaseTwo.closes)],
    ],
    ["a coordinator and a coach", [reader("Ann", "coordinator"), reader("Ben", "coach")]],
  ])("%s is not two who will read", (_, few) => {
    expect(undone(ready, { ...about, members: few })).toEqual(["readers"])
  })

  test("three readers for each need three people", () => {
    const three = { ...ready, reading: { sealed: true, readers: 3, questions: false } }
    expect(undone(three)).toEqual(["readers"])
    expect(undone(three, { ...about, members: [...members, reader("Cat", "reader")] })).toEqual([])
  })

  test("whoever reads on the day after it closes counts, to the minute", () => {
    const nine = atLondon("2017-08-26", "09:00")
    const until = (to: Date) => readersOn(phaseTwo.closes, [reader("Ann", "reader", to.toISOString())])
    expect(until(nine)).toHaveLength(0)
    expect(until(new Date(nine.getTime() + 1))).toHaveLength(1)
  })
})

describe("a page of facts", () => {
  test.each(factsPages)("$id gives back what was put in", (page) => {
    for (const one of [phaseTwo, fullRound, ready]) {
      const answers = page.answers(one)
      expect(page.answers(page.into(bare, answers))).toEqual(answers)
      expect(page.answers(page.into(one, answers))).toEqual(answers)
    }
  })

  test.each(factsPages)("$id may be empty in a draft, but for its name", (page) => {
    const wrong = wrongIn(page.section(bare, known), {}, before).map(({ question }) => question)
    expect(wrong).toEqual(page.id === "about" ? ["title", "phase"] : [])
  })

  test("dates come prefilled in working days, whatever the day", () => {
    const [dates] = factsPages.filter((page) => page.id === "dates")
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600 }), (days) => {
        const now = atLondon(addDays("2016-01-01", days), "12:00")
        const page = dates as (typeof factsPages)[number]
        const given = page.suggests?.(bare, { now, organisations: [] }) ?? {}
        const draft = page.into(bare, given)
        expect(wrongIn(page.section(draft, { now, organisations: [] }), given, now)).toEqual([])
        expect(openFor({ opens: draft.opens ?? "", closes: draft.closes ?? "" })).toBe(usual.open)
        for (const day of [given.opens, given.closes, given.questionsUntil, given.decisionsBy])
          expect(isWorkingDay(String(day))).toBe(true)
      }),
    )
  })
})

describe("a round that has opened", () => {
  const open = monday
  const later = { closes: "2017-09-01T16:00:00.000Z", decisionsBy: "2017-09-22", because: "More came." }

  test("allows no other change, from its very instant", () => {
    const opens = new Date(phaseTwo.opens)
    expect(() => notYetOpened(phaseTwo, new Date(opens.getTime() - 1))).not.toThrow()
    expect(refusalOf(() => notYetOpened(phaseTwo, opens)).details.says).toBe(
      "The round opened at 9am on Monday 7 August 2017: weights, sections and who may lead stand as they were published.",
    )
  })

  test("closes later, says so, and nothing else of it moves", () => {
    const moved = movedLater(phaseTwo, later, open)
    const { changed, ...rest } = moved
    expect(rest).toEqual({ ...phaseTwo, closes: later.closes, decisionsBy: later.decisionsBy })
    expect(changed).toEqual([
      {
        at: open.toISOString(),
        what: "It closes at 5pm on Friday 1 September 2017, not at 5pm on Friday 25 August 2017. Decisions come by Friday 22 September 2017, not by Friday 15 September 2017.",
        because: "More came.",
      },
    ])
    expect(movedLater(moved, { ...later, decisionsBy: "2017-09-25" }, open).changed).toHaveLength(2)
  })

  test("never closes earlier, whatever the instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60 * 24 * 60, max: 60 * 24 * 60 }), (minutes) => {
        const closes = new Date(new Date(phaseTwo.closes).getTime() + minutes * 60_000).toISOString()
        const move = () => movedLater(phaseTwo, { closes, decisionsBy: "2018-01-15", because: "Why." }, open)
        if (minutes < 0) expect(refusalOf(move).refusal).toBe("not valid")
        else expect(move().closes).toBe(closes)
      }),
    )
  })

  test.each([
    ["before it opens", before, "has not opened"],
    ["at its close", new Date(phaseTwo.closes), "The round closed at 5pm on Friday 25 August 2017"],
  ])("is not moved %s", (_, at, says) => {
    expect(refusalOf(() => movedLater(phaseTwo, later, at)).details.says).toContain(says)
  })
})

describe("what a round asks", () => {
  test("is counted from its sections, and said with its share of the ceiling", () => {
    expect(burdenWords(burdenOf(phaseTwo))).toBe(
      "This asks each organisation for one expression of interest: 6 sections, about 2 hours, 0.1% of the ceiling.",
    )
    expect(burdenOf(bare).share).toBeUndefined()
    expect(burdenOf(fullRound).minutes).toBeGreaterThan(burdenOf(phaseTwo).minutes)
  })

  test("is heavy from the first penny above a twentieth", () => {
    const { cost } = burdenOf(phaseTwo)
    expect(isHeavy(burdenOf({ ...phaseTwo, ceiling: cost * 20 }))).toBe(false)
    const heavy = burdenOf({ ...phaseTwo, ceiling: cost * 20 - 1 })
    expect(isHeavy(heavy)).toBe(true)
    expect(burdenWords(heavy)).toContain("5.1% of the ceiling")
  })
})

describe("the id of a round", () => {
  test.each([
    ["Named Social Worker pilots, phase 3", "named-social-worker-pilots-phase-3-2018"],
    ["The 2018 round", "the-round-2018"],
    ["Café & crèche — Été", "cafe-creche-ete-2018"],
    ["!!!", "round-2018"],
    ["new", "round-2018"],
  ])("of %j is %s", (from, made) => {
    expect(roundIdFrom(from, "2018", [])).toBe(made)
  })

  test("is never one that is taken, and always one for an address", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.integer({ min: 0, max: 4 }),
        (from, times) => {
          const taken: string[] = []
          for (let time = 0; time <= times; time++) taken.push(roundIdFrom(from, "2018", taken))
          expect(new Set(taken).size).toBe(taken.length)
          for (const one of taken) expect(one).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-2018$/)
        },
      ),
    )
  })
})

test("the quarters of the demonstration are those that its days come to", () => {
  expect(spendingQuarters("2017-09-01", "2018-06-30")).toEqual(phaseTwo.quarters)
  expect(spendingQuarters("2017-12-31", "2018-01-01").map((one) => one.id)).toEqual([
    "2017-18-q3",
    "2017-18-q4",
  ])
  expect(spendingQuarters("2017-12-31", "2047-01-01")).toHaveLength(12)
  expect(asShown({ ...phaseTwo, spentBy: "2017-12-31" }).quarters).toHaveLength(2)
})
