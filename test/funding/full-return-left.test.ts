import { describe, expect, test } from "vitest"
import { fundingReturn } from "../../shared/kinds/funding-return.ts"
import { type ReturnFacts, sampleReturn } from "../../shared/kinds/return-facts.ts"
import {
  derived,
  facts,
  filled,
  funding,
  problems,
  spending,
  warnings,
} from "../support/funding/full-return.ts"

describe("what is expected", () => {
  const columns = (about: ReturnFacts) =>
    fundingReturn
      .sections(about)
      .find(({ id }) => id === "forecast")
      ?.asks.forecast?.shape.columns?.map(({ label }) => label)

  test("is asked for by the quarters that are left, the last of them to the end of the pilot", () => {
    expect(columns(facts())).toEqual(["April 2018"])
    const first = { return: { ...sampleReturn.return, from: "2017-10-01", to: "2017-12-31" } }
    expect(columns(facts({}, first))).toEqual(["January to March 2018", "April 2018"])
  })

  test("is not asked for once the pilot has ended, unless money is carried over", () => {
    const ended = { site: { ...sampleReturn.site, to: "2018-03-31" } }
    expect(columns(facts({}, ended))).toBeUndefined()
    const about = facts({ carryOvers: [{ from: "2017-18", amount: 100_000 }] }, ended)
    expect(columns(about)).toEqual(["April to June 2018"])
    expect(
      problems(filled({ forecast: { forecast: { backfill: { "2018-06-30": 100_001 } } } }), about),
    ).toContain("forecast: You expect £1,000.01 after 31 March 2018. The Department has agreed to £1,000")
  })

  test("holds what is promised", () => {
    const promised = {
      spending: {
        spending: {
          practitioners: { actual: 3_000_000, committed: 1_500_001 },
          backfill: { actual: 900_000 },
        },
      },
    }
    expect(problems(filled(promised))).toEqual([
      "forecast: Practitioner salaries: £15,000.01 is promised, and you expect £15,000. What is promised is part of what you expect",
    ])
  })

  test("what is received and not paid for is asked for at the end of a year or of the pilot alone", () => {
    const asks = (to: string) =>
      fundingReturn
        .sections(facts({}, { return: { ...sampleReturn.return, to } }))[0]
        ?.asks.spending?.shape.columns?.map(({ id }) => id)
    expect(asks("2018-02-28")).toEqual(["actual", "committed"])
    expect(asks("2018-03-31")).toEqual(["actual", "accrued", "committed"])
    expect(asks("2018-04-30")).toEqual(["actual", "accrued"].toSpliced(1, 0, "actual-2018-19"))
  })
})

describe("money that is moved", () => {
  const move = (amount: number, to = "training") => ({
    moving: { any: true, moves: [{ from: "backfill", to, amount, kind: "forecast", why: "More days." }] },
  })

  test("goes from one head to another, and is no more than is left in the profile", () => {
    expect(problems(filled(move(482_700)))).toEqual([])
    expect(problems(filled(move(482_701)))).toEqual([
      "moving: Backfill has £4,827 left in the profile: you cannot move £4,827.01 from it",
    ])
    expect(problems(filled(move(1, "backfill")))).toEqual([
      "moving: Money is moved from one head of cost to another: select two",
    ])
  })

  test("needs approval where it comes to more than 10 % of the award in all", () => {
    const movedBefore = (amount: number) => ({
      earlier: funding.earlier.map((one) => ({
        ...one,
        posting: {
          ...one.posting,
          virements: [{ id: "v", from: "travel", to: "backfill", amount, because: "." }],
        },
      })),
    })
    expect(warnings(filled(move(482_700)), facts(movedBefore(445_570)))).toEqual([])
    expect(warnings(filled(move(482_700)), facts(movedBefore(445_571)))).toEqual([
      "With this you move £9,282.71 in all, which is more than 10 % of your award: it needs the Department’s approval",
    ])
  })
})

describe("what is left, or wanting", () => {
  const noPlan = { confidence: "4" }
  const expecting = (backfill: number) => ({
    ...spending(3_000_000),
    corrections: { any: false },
    forecast: {
      forecast: { practitioners: { "2018-06-30": 1_500_000 }, backfill: { "2018-06-30": backfill } },
    },
    ending: noPlan,
  })

  test("more than the award is met by the council, which says how", () => {
    expect(problems(filled(expecting(982_700)))).toEqual([])
    const over = filled(expecting(1_322_700))
    expect(problems(over)).toEqual([
      "ending: Your figures come to £3,400 more than your award. Enter how the council will meet it, or change a figure",
    ])
    expect(problems({ ...over, ending: { ...noPlan, over: "From its own budget." } })).toEqual([])
  })

  test("up to 5 % of the award may be left without a plan, and no more", () => {
    expect(problems(filled(expecting(982_700 - 464_135)))).toEqual([])
    const left = filled(expecting(982_700 - 464_136))
    expect(problems(left)).toEqual([
      "ending: £4,641.36 is left, which is more than 5 % of your award: select what is to become of it",
    ])
    expect(problems({ ...left, ending: { ...noPlan, plan: "return" } })).toEqual([
      "ending: Enter the plan for what is left",
    ])
    const planned = { ...left, ending: { ...noPlan, plan: "carry over", words: "Two posts end in June." } }
    expect(problems(planned)).toEqual([])
    expect(warnings(planned)).toEqual([
      "To carry over £4,641.36 you need the Department’s consent. Ask for it first",
    ])
    expect(fundingReturn.spends?.(facts(), planned).underspend).toEqual({
      plan: "carry over",
      words: "Two posts end in June.",
    })
  })

  test("to spend more than 10 % of the award otherwise needs approval", () => {
    const otherwise = (backfill: number) => ({
      ...filled(expecting(backfill)),
      ending: { ...noPlan, plan: "reprofile", words: "It starts in May." },
    })
    expect(warnings(otherwise(982_700 - 928_270))).toEqual([])
    expect(warnings(otherwise(982_700 - 928_271))).toEqual([
      "£9,282.71 is more than 10 % of your award: to spend it otherwise needs the Department’s approval",
    ])
  })

  test("whoever is not sure says why", () => {
    const sure = (confidence: string, more = {}) =>
      problems(filled({ ...expecting(982_700), ending: { confidence, ...more } }))
    expect(sure("2")).toEqual(["ending: Enter what makes you unsure"])
    expect(sure("2", { doubt: "A post is vacant." })).toEqual([])
    expect(sure("3")).toEqual([])
  })

  test("is said in two sentences, and both sums come out", () => {
    const [table] = derived("ending", filled())
    expect(table?.says).toEqual([
      "Your award of £92,827 is £67,300 spent, £500 received and not paid for yet, £19,827 expected, and £5,200 that nobody expects to spend.",
      "You were paid £37,130.80 and have spent £67,300: the council is carrying £30,169.20.",
    ])
  })
})

test("money under “Other” is said what it is, wherever it stands", () => {
  const other = {
    spending: {
      spending: { practitioners: { actual: 3_000_000 }, backfill: { actual: 900_000 }, other: { actual: 1 } },
    },
  }
  expect(problems(filled(other))).toEqual(["spending: Enter what is under “Other”"])
  expect(
    problems(
      filled({
        ...spending(3_000_000),
        forecast: { forecast: { other: { "2018-06-30": 1 }, practitioners: { "2018-06-30": 1_500_000 } } },
      }),
    ),
  ).toEqual(["spending: Enter what is under “Other”"])
})

test("a post that has been vacant for more than 30 days is spoken of", () => {
  const post = (start: string, state = "vacant") => ({
    staff: { posts: [{ role: "Named social worker", share: 1, state, start, end: "2018-04-30" }] },
  })
  expect(warnings(filled(post("2018-03-01")))).toEqual([])
  expect(warnings(filled(post("2018-02-28")))).toEqual([
    "Named social worker has been vacant for more than 30 days",
  ])
  expect(warnings(filled(post("2018-02-28", "filled")))).toEqual([])
  expect(problems(filled(post("2018-05-01")))).toEqual([
    "staff: A post cannot end before it starts: change one of the two days",
  ])
})
