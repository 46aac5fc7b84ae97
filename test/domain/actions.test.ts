import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Action,
  ageOf,
  carriedInto,
  closed,
  dropped,
  inOrder,
  newAction,
} from "../../shared/domain/actions/action.ts"
import {
  ageWords,
  becameOf,
  carriedWords,
  fromWords,
  intoDay,
  owesWords,
  whoseWords,
} from "../../shared/domain/actions/action-words.ts"
import { changesBy, closesBy } from "../../shared/domain/actions/by-hand.ts"
import { afterCover } from "../../shared/domain/actions/from-cover.ts"
import { seenIn } from "../../shared/domain/actions/seen.ts"
import { stoodOn } from "../../shared/domain/actions/stood-on.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { type Head, newHead } from "../../shared/domain/coaching/head.ts"
import { coachComes, coachingWaits } from "../../shared/domain/coaching/home-words.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { londonDate } from "../../shared/values/london.ts"

const by = { person: "p-lead", name: "Halton site lead" }
const at = new Date("2017-12-06T14:00:00Z")
const given = (more: Partial<Action> = {}): Action => ({
  ...newAction(
    {
      id: "2018-01-09-a",
      organisation: "halton",
      phase: "NSW2",
      name: "Halton",
      text: "Write the rota down.",
      due: "2018-01-09",
      from: { kind: "by hand" },
      owner: "site",
    },
    by,
    at,
  ),
  ...more,
})

describe("the age of an action", () => {
  /** Bank holidays of the year, written out: not those of the code. */
  const holidays = [
    "2017-12-25",
    "2017-12-26",
    "2018-01-01",
    "2018-03-30",
    "2018-04-02",
    "2018-05-07",
    "2018-05-28",
  ]
  const dayAfter = (day: string) =>
    new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const counted = (from: string, to: string) => {
    let count = 0
    for (let day = from; day < to; ) {
      day = dayAfter(day)
      const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
      if (weekday !== 0 && weekday !== 6 && !holidays.includes(day)) count++
    }
    return count
  }
  /** The clocks went back at 2am on 29 October 2017, and forward at 1am on 25 March 2018. */
  const zone = (day: string, time: string) => {
    if (day === "2017-10-29") return time < "02" ? "+01:00" : "Z"
    if (day === "2018-03-25") return time < "01" ? "Z" : "+01:00"
    return day < "2017-10-29" || day > "2018-03-25" ? "+01:00" : "Z"
  }
  const day = fc
    .integer({ min: 0, max: 270 })
    .map((days) => new Date(Date.UTC(2017, 8, 1 + days)).toISOString().slice(0, 10))
  const nearMidnight = fc.constantFrom(
    "00:00:00.000",
    "00:00:00.001",
    "00:29:59.999",
    "23:30:00.000",
    "23:59:59.999",
  )

  test("is the working days of London since the day it was set, however near midnight, across clocks, Christmas and Easter", () => {
    fc.assert(
      fc.property(day, nearMidnight, day, (set, time, today) => {
        const instant = new Date(`${set}T${time}${zone(set, time)}`)
        fc.pre(today >= set)
        expect(ageOf({ set: { by, at: instant.toISOString() } }, today)).toBe(counted(set, today))
      }),
      { numRuns: 400 },
    )
  })

  test("is one more on each working day, and the same on every other", () => {
    fc.assert(
      fc.property(day, (today) => {
        const of = (one: string) => ageOf({ set: { by, at: "2017-09-01T08:00:00Z" } }, one) ?? 0
        const next = dayAfter(today)
        const weekday = new Date(`${next}T12:00:00Z`).getUTCDay()
        const works = weekday !== 0 && weekday !== 6 && !holidays.includes(next)
        expect(of(next) - of(today)).toBe(works ? 1 : 0)
      }),
    )
  })

  test.each([
    ["late on the last summer evening", "2017-10-28T22:59:59.999Z", "2017-10-30", 1],
    ["in the first hour of the night the clocks went back", "2017-10-28T23:00:00Z", "2017-10-30", 1],
    ["in the hour that came twice, the second time", "2017-10-29T01:30:00Z", "2017-10-31", 2],
    ["on Friday before Christmas, a minute to midnight", "2017-12-22T23:59:00Z", "2017-12-27", 1],
    [
      "on Friday before Christmas, read on the first day of the new year that works",
      "2017-12-22T23:59:00Z",
      "2018-01-02",
      4,
    ],
    ["on Maundy Thursday in summer time, after 11pm of Greenwich", "2018-03-29T22:30:00Z", "2018-04-03", 1],
    [
      "after midnight of London on Good Friday, which is Thursday in Greenwich",
      "2018-03-29T23:30:00Z",
      "2018-04-03",
      1,
    ],
    ["the night the clocks went forward", "2018-03-25T00:59:59.999Z", "2018-03-26", 1],
  ])("set %s", (_, set, today, age) => {
    expect(ageOf({ set: { by, at: set } }, today)).toBe(age)
  })

  test("is said in words, and is not known where nobody kept when it was set", () => {
    const of = (today: string) => ageWords(given(), today)
    expect([of("2017-12-06"), of("2017-12-07"), of("2017-12-08")]).toEqual([
      "Set today",
      "1 working day old",
      "2 working days old",
    ])
    expect(ageWords({}, "2018-01-01")).toBeUndefined()
  })
})

describe("an action in words", () => {
  const kinds: [Action["from"], string][] = [
    [{ kind: "condition", reference: "NSW2-HAL-E-7K3PQ4" }, "A condition of the award"],
    [{ kind: "session", id: "s", title: "Site visit of 9 January 2018" }, "Site visit of 9 January 2018"],
    [
      { kind: "question", reference: "R", number: 2, title: "Spending update" },
      "Question 2 on Spending update",
    ],
    [{ kind: "risk", id: "r", title: "Backfill is not found" }, "Risk: Backfill is not found"],
    [
      { kind: "cover", round: "r", title: "Statement of grant usage" },
      "Who certifies Statement of grant usage",
    ],
    [{ kind: "rating", id: "r", title: "Ratings of January 2018" }, "Ratings of January 2018"],
    [{ kind: "by hand" }, "Set by Halton site lead"],
  ]
  test.each(kinds)("says where it comes from: %j", (from, words) => {
    expect(fromWords(given({ from }))).toBe(words)
  })

  test("says into what it was carried last, and from which day", () => {
    const once = carriedInto(given(), { kind: "session", id: "s", title: "Call of 8 January 2018" }, at)
    expect(carriedWords(once)).toBe("Carried into Call of 8 January 2018")
    const twice = carriedInto(once, intoDay("2018-02-05"), at, "2018-02-05", {
      by,
      because: "The panel met late.",
    })
    expect(carriedWords(twice)).toBe("Carried to 5 February 2018, from 9 January 2018")
    expect(carriedWords(given())).toBeUndefined()
  })

  test("tells everything that became of it in turn, with who and why", () => {
    const moved = carriedInto(
      given(),
      intoDay("2018-02-05"),
      new Date("2018-01-08T10:00:00Z"),
      "2018-02-05",
      {
        by,
        because: "The panel met late.",
      },
    )
    const done = closed(moved, { evidence: "In the team’s folder." }, by, new Date("2018-02-01T10:00:00Z"))
    expect(becameOf(done).map(({ says, note }) => [says, note])).toEqual([
      ["Set by hand", undefined],
      ["Carried to 5 February 2018, from 9 January 2018", "The panel met late."],
      ["Done", "In the team’s folder."],
    ])
  })

  test("lies on a desk, and on the coach’s with whoever coaches now", () => {
    const who = { person: "p-old", name: "Old Coach" }
    expect(whoseWords(given({ owner: "coach", who }), "New Coach")).toBe("The coach: New Coach")
    expect(whoseWords(given({ owner: "site", who: by }), "New Coach")).toBe("The site: Halton site lead")
    expect(whoseWords(given({ owner: "department" }))).toBe("The Department")
    expect(owesWords("department")).toBe("The Department owes this")
    expect(owesWords("coordinators")).toBe("The programme’s coordinators owe this")
  })

  test("late ones lead a list", () => {
    const all = [
      given({ id: "b", due: "2018-02-01" }),
      given({ id: "c", state: "done" }),
      given({ id: "a", due: "2017-12-10" }),
    ]
    expect(inOrder(all).map(({ id }) => id)).toEqual(["a", "b", "c"])
  })
})

const actor = (role: Role, id = `p-${role}`, organisation?: string): Actor => ({
  id,
  name: role,
  email: `${role}@x.example`,
  grants: [
    {
      id: "g",
      role,
      ...(organisation && { organisation }),
      from: "2016-01-01T00:00:00Z",
      to: "2020-01-01T00:00:00Z",
      by: "t",
    },
  ],
})
const halton = { organisation: "halton", coaches: ["p-coach"] }

describe("who does what about an action", () => {
  const lead = actor("lead", "p-lead", "halton")
  const sponsor = actor("sponsor", "p-sponsor", "halton")
  const coordinator = actor("coordinator")
  const department = actor("finance")

  test("its desk says that it is done, and nobody else", () => {
    const closers = (owner: Action["owner"]) =>
      [lead, sponsor, actor("coach"), coordinator, department]
        .filter((who) => closesBy(who, given({ owner }), halton))
        .map(({ id }) => id)
    expect(closers("site")).toEqual(["p-lead"])
    expect(closers("coach")).toEqual(["p-coach"])
    expect(closers("coordinators")).toEqual(["p-coordinator"])
    expect(closers("department")).toEqual(["p-finance"])
  })

  test("a coach who is not this site’s has no part in it", () => {
    const other = actor("coach", "p-other")
    expect(closesBy(other, given({ owner: "coach" }), halton)).toBeUndefined()
    expect(changesBy(other, given({ owner: "coach" }), halton)).toBeUndefined()
  })

  test("whoever set it, its desk and a coordinator drop it or give it another day", () => {
    const one = given({
      owner: "department",
      set: { by: { person: "p-coach", name: "Coach" }, at: at.toISOString() },
    })
    expect(changesBy(actor("coach"), one, halton)).toBe("set action")
    expect(changesBy(coordinator, one, halton)).toBe("close action of the coordinators")
    expect(changesBy(department, one, halton)).toBe("close action of the department")
    expect(changesBy(lead, one, halton)).toBeUndefined()
  })

  test("a condition of an award is closed by the site, and changed by a coordinator alone", () => {
    const one = given({
      from: { kind: "condition", reference: "R" },
      set: { by: { person: "p-decider", name: "Decider" }, at: at.toISOString() },
    })
    expect(closesBy(lead, one, halton)).toBe("close action of the site")
    expect(changesBy(lead, one, halton)).toBeUndefined()
    expect(changesBy(coordinator, one, halton)).toBe("close action of the coordinators")
  })

  test("a question is closed by its answer, and by nobody’s hand", () => {
    const one = given({ from: { kind: "question", reference: "R", number: 1, title: "Update" } })
    for (const who of [lead, coordinator, department])
      expect([closesBy(who, one, halton), changesBy(who, one, halton)]).toEqual([undefined, undefined])
  })
})

describe("the Department’s summary", () => {
  test("has what is open, without why a day was moved or what a risk is called", () => {
    const one = given({
      from: { kind: "risk", id: "r", title: "MARKER risk" },
      carried: [
        { into: intoDay("2018-01-09"), at: at.toISOString(), due: "2018-01-05", because: "MARKER why" },
      ],
    })
    expect(JSON.stringify(seenIn("summary", one))).not.toContain("MARKER")
    expect(JSON.stringify(seenIn("whole", one))).toContain("MARKER why")
  })

  test("has nothing that is over, but of its own conditions, questions and desk", () => {
    const over = closed(given(), { evidence: "MARKER" }, by, at)
    expect(seenIn("summary", over)).toBeUndefined()
    expect(seenIn("summary", dropped(given(), "MARKER", by, at))).toBeUndefined()
    expect(seenIn("summary", { ...over, owner: "department" })).toBeDefined()
    expect(seenIn("summary", { ...over, from: { kind: "condition", reference: "R" } })).toBeDefined()
  })
})

describe("“Somebody else certifies now”", () => {
  const asked = (answer: "yes" | "deputy" | "someone else", on: string, due = "2018-05-30T16:00:00.000Z") =>
    ({
      organisation: "halton",
      phase: "NSW2",
      round: "usage",
      name: "Halton",
      title: "Statement of grant usage",
      by: due,
      cover: { answer, by: { person: "p-s151", name: "Officer" }, at: on },
    }) as Parameters<typeof afterCover>[0]

  test("is an action of the lead, due ten working days before the return, or tomorrow where that is later", () => {
    const [made] = afterCover(asked("someone else", "2018-05-09T09:00:00Z"), [], by)
    expect(made?.after).toMatchObject({
      text: "Name who certifies Statement of grant usage",
      due: "2018-05-15",
      owner: "site",
      who: by,
      from: { kind: "cover", round: "usage" },
      set: { by: { name: "Officer" } },
    })
    const [late] = afterCover(asked("someone else", "2018-05-28T09:00:00Z"), [], undefined)
    expect([late?.after.due, late?.after.who]).toEqual(["2018-05-29", undefined])
  })

  test("is one action however often it is said, and is done once somebody will be there", () => {
    const [made] = afterCover(asked("someone else", "2018-05-09T09:00:00Z"), [], by)
    const open = made ? [made.after, given()] : []
    expect(afterCover(asked("someone else", "2018-05-10T09:00:00Z"), open, by)).toEqual([])
    const [done, ...rest] = afterCover(asked("deputy", "2018-05-11T09:00:00Z"), open, by)
    expect(rest).toEqual([])
    expect(done?.after).toMatchObject({ state: "done", done: { evidence: "Officer: “My deputy will”." } })
    expect(afterCover(asked("yes", "2018-05-11T09:00:00Z"), [], by)).toEqual([])
  })
})

describe("the returns on which it stood", () => {
  const sentAt = (round: string, firstSentAt?: string, phase = "NSW2") =>
    ({
      round,
      title: round,
      phase,
      stands: firstSentAt && { reference: round, firstSentAt },
    }) as unknown as Expected
  const returns = [
    sentAt("march", "2018-04-20T10:00:00.000Z"),
    sentAt("december", "2018-01-22T10:00:00.000Z"),
    sentAt("june"),
    sentAt("other", "2018-01-22T10:00:00.000Z", "NSW1"),
  ]

  test("are those of its phase that were first sent while it was open", () => {
    expect(stoodOn(given(), returns).map(({ round }) => round)).toEqual(["december", "march"])
    const done = closed(given(), { evidence: "It is." }, by, new Date("2018-02-01T10:00:00Z"))
    expect(stoodOn(done, returns).map(({ round }) => round)).toEqual(["december"])
    expect(
      stoodOn(given({ set: { by, at: "2018-02-01T10:00:00.000Z" } }), returns).map(({ round }) => round),
    ).toEqual(["march"])
    expect(stoodOn(given({ owner: "coach" }), returns)).toEqual([])
  })
})

describe("the first line of a home", () => {
  const today = londonDate(new Date("2018-01-16T09:00:00Z"))
  const head: Head = {
    ...newHead({ organisation: "halton", phase: "NSW2", name: "Halton" }),
    planned: [
      { session: "old", title: "Call of 3 January 2018", on: "2018-01-03" },
      { session: "s2", title: "Site visit of 25 January 2018", on: "2018-01-25", time: "14:00" },
    ],
    waits: [
      {
        session: "s1",
        title: "Site visit of 9 January 2018",
        on: "2018-01-09",
        state: "shared",
        since: "2018-01-10T10:00:00.000Z",
        until: "2018-01-24",
        agreement: true,
      },
      {
        session: "c1",
        title: "Call of 2 January 2018",
        on: "2018-01-02",
        state: "shared",
        since: "2018-01-03T10:00:00.000Z",
        agreement: false,
      },
    ],
  }
  const reader = (role: Role) => ({
    actor: actor(role, `p-${role}`, "halton"),
    organisation: "halton",
    today,
  })

  test("tells the lead which visit waits to be agreed, and nobody else", () => {
    expect(coachingWaits([head], [], reader("lead"))).toEqual(["agree the site visit of 9 January 2018"])
    for (const role of ["contributor", "sponsor", "certifier"] as const)
      expect(coachingWaits([head], [], reader(role))).toEqual([])
  })

  test("tells a plan that waits for the site", () => {
    const plan = { version: 0, waitsFor: ["the site" as const], draft: false }
    expect(coachingWaits([{ ...head, waits: [], plan }], [], reader("lead"))).toEqual([
      "agree the pilot plan",
    ])
    expect(
      coachingWaits(
        [{ ...head, waits: [], plan: { ...plan, waitsFor: ["the programme" as const] } }],
        [],
        reader("lead"),
      ),
    ).toEqual([])
  })

  test("tells whoever is named for an action that is late, or else the lead", () => {
    const late = given()
    const named = given({ id: "n", who: { person: "p-contributor", name: "C" } })
    const theirs = given({ id: "d", owner: "department" })
    expect(coachingWaits([], [late, named, theirs], reader("lead"))).toEqual([
      "an action that is late, below",
    ])
    expect(coachingWaits([], [late, late, theirs], reader("lead"))).toEqual([
      "2 actions that are late, below",
    ])
    expect(coachingWaits([], [late, named, theirs], reader("contributor"))).toEqual([
      "an action that is late, below",
    ])
    expect(coachingWaits([], [late, named, theirs], reader("sponsor"))).toEqual([])
  })

  test("tells whoever works with the coach when they come; a sponsor nothing", () => {
    expect(coachComes([head], reader("contributor"))).toEqual([
      "Your coach comes Thursday 25 January 2018, 2pm.",
    ])
    expect(coachComes([head], reader("sponsor"))).toEqual([])
    expect(coachComes([{ ...head, planned: [] }], reader("contributor"))).toEqual([])
    const call = { session: "c", title: "Call of 16 January 2018", on: today, time: "09:30" }
    expect(coachComes([{ ...head, planned: [call] }], reader("lead"))).toEqual([
      "Call with your coach: Tuesday 16 January 2018, 9:30am.",
    ])
    const later = { ...call, session: "l", title: "Call of 30 January 2018", on: "2018-01-30" }
    expect(coachComes([{ ...head, planned: [later, ...head.planned, call] }], reader("lead"))).toEqual([
      "Call with your coach: Tuesday 16 January 2018, 9:30am.",
      "Your coach comes Thursday 25 January 2018, 2pm.",
    ])
  })
})
