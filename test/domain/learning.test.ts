import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { becameWords } from "../../shared/domain/learning/became.ts"
import { cancelledSession, changedSession, plannedSession } from "../../shared/domain/learning/community.ts"
import { datesOfSessions } from "../../shared/domain/learning/community-dates.ts"
import { byTime, whenWords } from "../../shared/domain/learning/community-session.ts"
import { decided, withdrawn } from "../../shared/domain/learning/deciding.ts"
import { askOnce, doubtsIn } from "../../shared/domain/learning/doubts.ts"
import { endsListing } from "../../shared/domain/learning/ends-listing.ts"
import type { Idea } from "../../shared/domain/learning/idea.ts"
import {
  foundWords,
  type LibraryIdea,
  onOnePage,
  pageOf,
  searched,
} from "../../shared/domain/learning/library.ts"
import { isListed } from "../../shared/domain/learning/listing.ts"
import { shareForm } from "../../shared/domain/learning/sharing-forms.ts"
import { readTime } from "../../shared/domain/learning/time-of-day.ts"
import { type LearningRight, learningPolicy, mayLearn } from "../../shared/domain/people/coaching-policy.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { roles } from "../../shared/domain/people/role.ts"

const by = { person: "p-one", name: "One (invented)" }
const at = new Date("2018-01-16T09:00:00Z")
const idea = (more: Partial<Idea> = {}): Idea => ({
  id: "offer",
  text: "Ring the day before.",
  tags: ["team"],
  wanted: "public",
  from: { kind: "by hand", organisation: "halton" },
  offered: { by, at: "2018-01-15T09:00:00.000Z" },
  revision: 1,
  ...more,
})

describe("the library", () => {
  const one = (text: string, tags: LibraryIdea["tags"] = []): LibraryIdea => ({
    id: text,
    text,
    tags,
    on: "2018-01-16",
    level: "community",
    goodNews: false,
    shortened: false,
  })

  test("finds what holds every word, whatever its case and accents, and by what it is about", () => {
    const all = [one("Naïve Backfill", ["finance"]), one("Backfill first", ["team"]), one("Nothing")]
    expect(searched(all, { words: "BACKFILL naive" }).map(({ text }) => text)).toEqual(["Naïve Backfill"])
    expect(searched(all, { words: "leadership" }).map(({ text }) => text)).toEqual(["Backfill first"])
    expect(searched(all, { tag: "finance" }).length).toBe(1)
    expect(searched(all, { words: " ,.; " })).toEqual(all)
    expect(searched(all, {})).toEqual(all)
  })

  test("gives each idea on exactly one page, in its order, whatever page is asked for", () => {
    fc.assert(
      fc.property(fc.nat(130), fc.integer({ min: -3, max: 1_000 }), (many, wanted) => {
        const all = Array.from({ length: many }, (_, place) => place)
        const { pages, page } = pageOf(all, wanted)
        expect(page).toBeGreaterThanOrEqual(1)
        expect(page).toBeLessThanOrEqual(pages)
        const seen = Array.from({ length: pages }, (_, place) => pageOf(all, place + 1).items).flat()
        expect(seen).toEqual(all)
        expect(pageOf(all, wanted).items.length).toBeLessThanOrEqual(onOnePage)
      }),
    )
  })

  test("says how many it found, and about what", () => {
    expect(foundWords(0, {})).toBe("No ideas")
    expect(foundWords(1, { tag: "finance" })).toBe("1 idea about Finance")
    expect(foundWords(3, { words: "rotas", tag: "team" })).toBe(
      "3 ideas about “rotas” and Team and leadership",
    )
  })
})

describe("deciding", () => {
  const deciding = { by, at, random: "abcdefghijkl" }

  test("tells the library nothing but words, tags, day, level and label", () => {
    const { library, id } = decided(idea(), { decision: "public", words: "Ring the day before." }, deciding)
    expect(library).toEqual({
      id: "2018-01-16.abcdefghijkl",
      text: "Ring the day before.",
      tags: ["team"],
      on: "2018-01-16",
      level: "public",
      goodNews: false,
      shortened: false,
    })
    expect(id).toBe(library?.id)
  })

  test("shortened words are shared, the words that were offered are kept, and both say so", () => {
    const { library, after } = decided(idea(), { decision: "community", words: "Ring before." }, deciding)
    expect([library?.text, library?.shortened]).toEqual(["Ring before.", true])
    expect([after.text, after.shared?.text]).toEqual(["Ring the day before.", "Ring before."])
    expect(becameWords(after)).toBe(
      "Shared with every site on 16 January 2018, shortened by the coordinators.",
    )
  })

  test("what is left is in no library, and what is withdrawn has no words any more", () => {
    const { library, after } = decided(idea(), { decision: "leave", because: "It is not new." }, deciding)
    expect(library).toBeUndefined()
    expect(becameWords(after)).toBe("Not shared. One (invented) left it on 16 January 2018: It is not new.")
    const shared = decided(idea(), { decision: "community", words: "Ring." }, deciding).after
    const gone = withdrawn(shared, { by, at }, "A family asked.")
    expect(JSON.stringify(gone)).not.toContain("Ring")
    expect(becameWords(gone)).toBe("Withdrawn by One (invented) on 16 January 2018: A family asked.")
  })

  test("nothing that waits reads as if it were shared", () => {
    expect(becameWords(idea())).toMatch(/^NOT SHARED YET\. Sent to the coordinators on 15 January 2018/)
  })
})

describe("what may let somebody be recognised", () => {
  const form = shareForm()
  const doubts = (text: string, sites = ["Halton Borough Council", "Bradford"]) =>
    doubtsIn(form, { text }, { read: ["text"], sites, now: at })

  test("a title with a name, a site by what people call it, and nothing that is only like it", () => {
    expect(doubts("Ms Patel rang Halton.").length).toBe(2)
    expect(doubts("Miss a visit and halton-on-sea is lost.")).toEqual([])
    expect(doubts("Bradfordians and Haltonians.")).toEqual([])
    expect(doubts("Halton, Halton and (Halton).").length).toBe(1)
    expect(doubts("A (plain) text.", ["A+B (odd)", "["])).toEqual([])
  })

  test("is asked until each was said to stay, and not again", () => {
    const found = doubts("Ms Patel rang Halton.")
    const marks = found.map(({ mark }) => mark)
    expect(() => askOnce(found, [])).toThrow("not valid")
    expect(() => askOnce(found, marks.slice(1))).toThrow("not valid")
    expect(() => askOnce(found, marks)).not.toThrow()
    expect(() => askOnce(doubts("Ms Khan rang."), marks)).toThrow("not valid")
  })
})

describe("being listed", () => {
  const member = (grant: string, role: Member["role"], to: string): Member => ({
    person: "p-one",
    grant,
    name: "One",
    email: "one@halton.example",
    role,
    from: "2017-01-01T00:00:00.000Z",
    to,
  })

  test("ends with the last access that lasts as long as the list knows, and with nothing else", () => {
    const one = member("g-1", "contributor", "2018-06-01T00:00:00.000Z")
    const longer = member("g-2", "lead", "2018-09-01T00:00:00.000Z")
    const shorter = member("g-3", "lead", "2018-03-01T00:00:00.000Z")
    const sponsor = member("g-4", "sponsor", "2019-01-01T00:00:00.000Z")
    const other = { ...longer, person: "p-two" }
    const now = at.toISOString()
    expect(endsListing(one, [one], now)).toBe(true)
    expect(endsListing(one, [one, longer], now)).toBe(false)
    expect(endsListing(one, [one, shorter, sponsor, other], now)).toBe(true)
    expect(endsListing(sponsor, [sponsor], now)).toBe(false)
    expect(endsListing(one, [one], "2018-07-01T00:00:00.000Z")).toBe(false)
  })

  test("is over after its day, or when the access is, whichever comes first", () => {
    const ends = "2018-02-10T00:00:00.000Z"
    const on = (until: string, now: string) => isListed({ until, ends }, new Date(now))
    expect(on("2018-01-31", "2018-01-31T23:59:59Z")).toBe(true)
    expect(on("2018-01-31", "2018-02-01T00:00:00Z")).toBe(false)
    expect(on("2018-03-31", "2018-02-09T23:59:59Z")).toBe(true)
    expect(on("2018-03-31", "2018-02-10T00:00:00Z")).toBe(false)
  })
})

describe("community sessions", () => {
  test.each([
    ["2pm", "14:00"],
    ["2.30 pm", "14:30"],
    ["14:00", "14:00"],
    ["9.05", "09:05"],
    ["12am", "00:00"],
    ["12pm", "12:00"],
    ["Midday", "12:00"],
  ])("%s is %s", (typed, time) => expect(readTime(typed)).toBe(time))

  test.each(["two", "25:00", "13pm", "0am", "14", "2:5pm", "", "12:60", "2pm or so"])(
    "“%s” is no time",
    (typed) => expect(readTime(typed)).toBeUndefined(),
  )

  const answers = {
    title: "Rotas",
    on: "2018-03-24",
    from: "2pm",
    to: "3pm",
    place: "Room 4",
    agenda: "Rotas that hold.",
  }
  const one = plannedSession(answers, { by, at, random: "abc" })

  test("a date keeps its time in London across the clock change, its id as it moves, and a sequence that grows", () => {
    const { after, moved } = changedSession(one, { ...answers, on: "2018-03-26" }, { by, at })
    expect(moved).toBe(true)
    expect(whenWords(after)).toBe("Monday 26 March 2018, 2pm to 3pm")
    const gone = cancelledSession(after, "Snow.", { by, at })
    const dates = [one, after, gone].map((each) => datesOfSessions([each])[0])
    expect(dates.map((each) => each?.from)).toEqual([
      "2018-03-24T14:00:00.000Z",
      "2018-03-26T13:00:00.000Z",
      "2018-03-26T13:00:00.000Z",
    ])
    expect(new Set(dates.map((each) => each?.id)).size).toBe(1)
    expect(dates.map((each) => each?.sequence)).toEqual([0, 1, 2])
    expect(dates.map((each) => each?.cancelled)).toEqual([false, false, true])
  })

  test("another room is told and moves no date; another agenda is neither", () => {
    const room = changedSession(one, { ...answers, place: "Room 5" }, { by, at })
    expect([room.moved, room.after.sequence]).toEqual([true, 0])
    const agenda = changedSession(one, { ...answers, agenda: "Other words." }, { by, at })
    expect([agenda.moved, agenda.after.sequence]).toEqual([false, 0])
  })

  test("those to come stand by their day, those that are over or cancelled the other way round", () => {
    const on = (id: string, day: string, more = {}) => ({ ...one, id, on: day, ...more })
    const cancelled = { by, at: at.toISOString(), because: "Snow." }
    const { toCome, over } = byTime(
      [
        on("c", "2018-03-01"),
        on("a", "2018-02-01"),
        on("x", "2018-01-02"),
        on("z", "2018-01-10"),
        on("n", "2018-02-02", { cancelled }),
      ],
      at,
    )
    expect(toCome.map(({ id }) => id)).toEqual(["a", "c"])
    expect(over.map(({ id }) => id)).toEqual(["n", "z", "x"])
  })
})

describe("who may do what about learning", () => {
  const actor = (role: (typeof learningPolicy)["see learning"][number], organisation?: string) => ({
    id: "p-one",
    name: "One",
    email: "one@halton.example",
    grants: [
      {
        id: "g",
        role,
        ...(organisation && { organisation }),
        from: "2016-01-01T00:00:00.000Z",
        to: "2020-01-01T00:00:00.000Z",
        by: "a test",
      },
    ],
  })

  test("whoever may do anything may read, and everything may be done by somebody", () => {
    for (const right of Object.keys(learningPolicy) as LearningRight[]) {
      expect([right, learningPolicy[right].length > 0]).toEqual([right, true])
      for (const role of learningPolicy[right]) expect(mayLearn(actor(role), "see learning")).toBe(true)
    }
  })

  test("nobody of the Department or of a site decides what is shared, and only people of sites are listed", () => {
    expect(learningPolicy["approve learning"]).toEqual(["coordinator"])
    for (const right of ["list oneself", "share good news"] as const)
      expect(learningPolicy[right].filter((role) => roles[role].at === "programme")).toEqual([])
    for (const role of ["reader", "chair", "decision-maker", "finance", "adviser"] as const)
      expect(mayLearn(actor(role), "see listed people")).toBe(false)
  })
})
