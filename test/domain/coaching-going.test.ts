import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  differs,
  type GoingMonth,
  latestGoing,
  stillSayable,
  stuckIn,
  type Word,
  withWord,
} from "../../shared/domain/coaching/going.ts"
import { sayingFrom } from "../../shared/domain/coaching/going-form.ts"
import {
  isOfPilot,
  isOpen,
  monthBefore,
  monthsOf,
  sayUntil,
} from "../../shared/domain/coaching/going-month.ts"
import { monthLine, monthSeen } from "../../shared/domain/coaching/going-seen.ts"
import { type Going, goings, type StuckOn, stuckOn } from "../../shared/domain/coaching/going-words.ts"
import {
  lastRated,
  owes,
  type RatedMonth,
  type Rating,
  ratingNames,
  withAnswer,
  withRatings,
} from "../../shared/domain/coaching/rating.ts"
import { owing, ratingForm } from "../../shared/domain/coaching/rating-form.ts"
import { problemsIn } from "../../shared/form/section.ts"

const ann = { person: "p-ann", name: "Ann Example" }
const at = new Date("2018-01-16T09:00:00Z")
const january: GoingMonth = { id: "2018-01", organisation: "halton", phase: "NSW2", words: {}, revision: 0 }
const halton = { from: "2017-09-01", to: "2018-04-30" }

describe("the months of a pilot", () => {
  test("are those that have begun at this site, newest first, and end with it", () => {
    expect(monthsOf(halton, "2017-11-01")).toEqual(["2017-11", "2017-10", "2017-09"])
    expect(monthsOf(halton, "2017-08-31")).toEqual([])
    expect(monthsOf(halton, "2019-01-01")).toHaveLength(8)
    expect(monthsOf({}, "2018-01-16")).toEqual([])
  })

  test("can be spoken of from their first day until the month after has ended, over a new year and a leap day too", () => {
    expect(sayUntil("2017-12")).toBe("2018-01-31")
    expect(sayUntil("2018-01")).toBe("2018-02-28")
    expect(sayUntil("2020-01")).toBe("2020-02-29")
    expect(monthBefore("2018-01")).toBe("2017-12")
    expect(["2018-01-01", "2018-02-28"].map((day) => isOpen("2018-01", day))).toEqual([true, true])
    expect(["2017-12-31", "2018-03-01"].map((day) => isOpen("2018-01", day))).toEqual([false, false])
  })

  test("go by London’s clocks: just before midnight of summer time is still the day before", () => {
    expect(() => stillSayable("2018-05", new Date("2018-04-30T22:59:59Z"))).toThrow()
    expect(() => stillSayable("2018-05", new Date("2018-04-30T23:00:00Z"))).not.toThrow()
  })

  test("of a site are no others", () => {
    expect(["2017-08", "2017-09", "2018-04", "2018-05"].map((one) => isOfPilot(one, halton))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isOfPilot("2017-10", {})).toBe(false)
  })
})

const says = (word: Going, stuck: StuckOn[] = [], line?: string) => ({
  says: word,
  stuck,
  ...(line && { line }),
})

describe("the words of both sides", () => {
  test("stand beside each other: a difference is said, and is no average", () => {
    const one = withWord(january, "site", says("on-track"), ann, at)
    expect(monthLine("2018-01", one)).toBe(
      "January 2018. The site: on track. Its coach has said nothing yet.",
    )
    const both = withWord(one, "coach", says("needs-help", ["money"]), ann, at)
    expect(differs(both)).toBe(true)
    expect(monthLine("2018-01", both)).toBe(
      "January 2018. The site: on track. Its coach: needs help. They see it differently.",
    )
    expect(differs(withWord(one, "coach", says("on-track"), ann, at))).toBe(false)
  })

  test("are kept when they are changed: who said what, and when", () => {
    const first = withWord(january, "site", says("on-track"), ann, at)
    const later = new Date("2018-02-01T10:00:00Z")
    const bo = { person: "p-bo", name: "Bo Example" }
    const changed = withWord(first, "site", says("needs-attention", ["backfill"], "Nobody covers"), bo, later)
    expect(changed.words.site?.before).toEqual([
      { says: "on-track", stuck: [], by: ann, at: at.toISOString() },
    ])
    expect(changed.words.site).toMatchObject({ says: "needs-attention", by: bo, at: later.toISOString() })
    expect(() =>
      withWord(changed, "site", says("needs-attention", ["backfill"], "Nobody covers"), bo, later),
    ).toThrow()
  })

  test("can be changed often, and not for ever", () => {
    let one = january
    const turn = (index: number) => says(index % 2 === 0 ? "on-track" : "needs-help")
    for (let index = 0; index <= 20; index++) one = withWord(one, "coach", turn(index), ann, at)
    expect(one.words.coach?.before).toHaveLength(20)
    expect(() => withWord(one, "coach", turn(21), ann, at)).toThrow()
  })

  test("are stuck on what either says, each once and in the order of the list", () => {
    const one = withWord(january, "site", says("needs-help", ["money", "backfill"]), ann, at)
    const both = withWord(one, "coach", says("needs-help", ["recruitment", "money"]), ann, at)
    expect(stuckIn(both)).toEqual(["backfill", "recruitment", "money"])
    expect(latestGoing(undefined, both)).toEqual({
      month: "2018-01",
      site: { says: "needs-help", at: at.toISOString() },
      coach: { says: "needs-help", at: at.toISOString() },
      stuck: ["backfill", "recruitment", "money"],
    })
  })

  test("about an earlier month never stand in the place of the latest", () => {
    const latest = latestGoing(undefined, withWord(january, "site", says("on-track"), ann, at))
    const december = withWord({ ...january, id: "2017-12" }, "site", says("needs-help"), ann, at)
    expect(latestGoing(latest, december)).toEqual(latest)
    const february = withWord({ ...january, id: "2018-02" }, "coach", says("on-track"), ann, at)
    expect(latestGoing(latest, february)).toMatchObject({ month: "2018-02", stuck: [] })
    expect(latestGoing(latest, february)).not.toHaveProperty("site")
  })
})

describe("what is said", () => {
  test("is one word where it is on track, and nothing is asked with it", () => {
    expect(sayingFrom("2018-01", { says: "on-track" }, at)).toEqual({ says: "on-track", stuck: [] })
    expect(() => sayingFrom("2018-01", { says: "on-track", stuck: ["money"] }, at)).toThrow()
    expect(() => sayingFrom("2018-01", { says: "on-track", line: "All well" }, at)).toThrow()
  })

  const line = "Nobody covers on Fridays."
  test.each([
    ["no word at all", {}],
    ["an unknown word", { says: "fine", stuck: ["money"], line }],
    ["a word that every object has", { says: "constructor", stuck: ["money"], line }],
    ["nothing that it is stuck on", { says: "needs-help", line }],
    ["an empty list", { says: "needs-help", stuck: [], line }],
    ["something that is not on the list", { says: "needs-help", stuck: ["weather"], line }],
    ["the same twice", { says: "needs-help", stuck: ["money", "money"], line }],
    ["no line", { says: "needs-attention", stuck: ["money"] }],
    ["41 words", { says: "needs-attention", stuck: ["money"], line: "word ".repeat(41) }],
    ["an NHS number", { says: "needs-attention", stuck: ["money"], line: "NHS number 943 476 5919" }],
  ])("is refused with %s", (_, typed) => {
    expect(() => sayingFrom("2018-01", typed, at)).toThrow()
  })

  test("is taken with 40 words", () => {
    const forty = "word ".repeat(40).trim()
    expect(sayingFrom("2018-01", { says: "needs-help", stuck: ["money"], line: forty }, at).line).toBe(forty)
  })
})

/** What is owed for each move, row by row from the last rating: "." nothing, "x" a reason and an action. */
const owed: Record<Rating, string> = {
  //              G A/G A A/R R
  green: "..xxx",
  "amber-green": "...xx",
  amber: "x...x",
  "amber-red": "xx..x",
  red: "xxx.x",
}

describe("five-point ratings", () => {
  test.each(
    ratingNames.flatMap((last) =>
      ratingNames.map((now, index) => ({ last, now, owed: owed[last][index] === "x" })),
    ),
  )("from $last to $now owes a reason and an action: $owed", ({ last, now, owed }) => {
    expect(owes(now, last)).toBe(owed)
  })

  test.each(ratingNames)("the first of all, %s, owes them where it is Red alone", (now) => {
    expect(owes(now, undefined)).toBe(now === "red")
  })

  const given = (delivery: Rating, people: Rating = "green", spend: Rating = "green") => ({
    delivery: { is: delivery },
    people: { is: people },
    spend: { is: spend },
  })
  const place = { organisation: "halton", phase: "NSW2" }
  const december = withRatings({ id: "2017-12", ...place }, undefined, given("green"), ann, at)

  test("stand beside those of the last month that was rated, whichever it was", () => {
    const october = withRatings({ id: "2017-10", ...place }, undefined, given("amber"), ann, at)
    const all = [december, october, { ...december, id: "2018-01" }]
    expect(lastRated(all, "2018-01")?.id).toBe("2017-12")
    expect(lastRated(all, "2017-12")?.id).toBe("2017-10")
    expect(lastRated(all, "2017-10")).toBeUndefined()
  })

  test("ask for a reason and an action exactly where they are owed", () => {
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...ratingNames))),
        fc.option(fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...ratingNames))), { nil: undefined }),
        ([delivery = "green", people = "green", spend = "green"], before) => {
          const last =
            before &&
            withRatings(
              { id: "2017-12", ...place },
              undefined,
              given(before[0] ?? "red", before[1], before[2]),
              ann,
              at,
            )
          const typed = { delivery, people, spend }
          const form = ratingForm({ month: "2018-01", last, given: typed, open: [], today: "2018-01-16" })
          const missing = problemsIn(form, typed).map(({ question }) => question)
          const due = owing({ given: typed, last })
          expect(missing).toEqual(due.flatMap((area) => [`${area}Because`, `${area}Action`]))
        },
      ),
    )
  })

  test("are kept when they are changed, and so is what the site answered", () => {
    const changed = withRatings(december, december, given("amber"), ann, at)
    expect(changed.before).toEqual([{ now: december.now, by: ann, at: at.toISOString() }])
    const answered = withAnswer(withAnswer(changed, "We differ.", ann, at), "We agree.", ann, at)
    expect(answered.answer?.text).toBe("We agree.")
    expect(answered.answersBefore.map(({ text }) => text)).toEqual(["We differ."])
  })
})

const who = fc.record({ person: fc.string(), name: fc.string() })
const instant = fc.constantFrom("2018-01-16T09:00:00.000Z", "2018-01-17T10:30:00.000Z")
const word: fc.Arbitrary<Word> = fc.record(
  {
    says: fc.constantFrom(...(Object.keys(goings) as Going[])),
    stuck: fc.subarray(Object.keys(stuckOn) as StuckOn[]),
    line: fc.string(),
    by: who,
    at: instant,
  },
  { requiredKeys: ["says", "stuck", "by", "at"] },
)
const said = fc.tuple(word, fc.array(word, { maxLength: 2 })).map(([now, before]) => ({ ...now, before }))
const rated = fc.record(
  { is: fc.constantFrom(...ratingNames), because: fc.string(), action: fc.string() },
  { requiredKeys: ["is"] },
)
const given = fc.record({ delivery: rated, people: rated, spend: rated })
const month: fc.Arbitrary<GoingMonth> = fc.record({
  id: fc.constant("2018-01"),
  organisation: fc.string(),
  phase: fc.string(),
  words: fc.record({ site: said, coach: said }, { requiredKeys: [] }),
  revision: fc.nat(),
})
const comment = fc.record({ text: fc.string(), by: who, at: instant })
const ratings: fc.Arbitrary<RatedMonth> = fc.record(
  {
    id: fc.constant("2018-01"),
    organisation: fc.string(),
    phase: fc.string(),
    now: given,
    by: who,
    at: instant,
    before: fc.array(fc.record({ now: given, by: who, at: instant }), { maxLength: 2 }),
    answer: comment,
    answersBefore: fc.array(comment, { maxLength: 2 }),
    revision: fc.nat(),
  },
  { requiredKeys: ["id", "organisation", "phase", "now", "by", "at", "before", "answersBefore", "revision"] },
)

test("the department’s months are made of what it may see: whatever else is changed, not a byte of them is", () => {
  fc.assert(
    fc.property(month, month, ratings, ratings, (one, other, rated, otherRated) => {
      const side = (name: "site" | "coach") => {
        const seen = one.words[name]
        if (!seen) return {}
        const hidden = other.words[name] ?? { by: ann, before: [] }
        return { [name]: { ...hidden, line: "another", says: seen.says, stuck: seen.stuck, at: seen.at } }
      }
      const changed = { ...other, words: { ...side("site"), ...side("coach") } } as GoingMonth
      const now = Object.fromEntries(
        Object.entries(rated.now).map(([area, { is, because }]) => [
          area,
          { is, ...(because !== undefined && { because }), action: "another" },
        ]),
      ) as RatedMonth["now"]
      const changedRatings = { ...otherRated, now, at: rated.at }
      expect(JSON.stringify(monthSeen("2018-01", changed, changedRatings))).toBe(
        JSON.stringify(monthSeen("2018-01", one, rated)),
      )
    }),
  )
})
