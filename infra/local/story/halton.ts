import { all, begins, calls, type Move, moves, writes } from "./acts.ts"
import {
  accepted,
  answersFigure,
  asksAbout,
  awardOf,
  finance,
  pays,
  readAnd,
  settles,
  takesUp,
} from "./money-acts.ts"
import { accountant, certified, certifier, december, lead, march, move, pence } from "./returns.ts"
import { coordinator, decider } from "./selection-acts.ts"

export const september = "nsw2-spending-2017-09-30"
export const april = "nsw2-spending-2018-06-30"
const site = "halton"

const grid = (rows: Record<string, Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([head, line]) => [
      head,
      Object.fromEntries(Object.entries(line).map(([column, pounds]) => [column, pence(pounds)])),
    ]),
  )

const [q2, q3, q4, q1] = ["2017-09-30", "2017-12-31", "2018-03-31", "2018-06-30"] as const

/** The amount is published; when it was to be spent, and on what, is invented. */
const offer: Move[] = [
  move(
    "2017-09-21",
    "10:00",
    finance,
    calls(`${awardOf(site)}/offer`, {
      form: "full",
      fullBecause: "It spends in two financial years (invented).",
      because: "As it was decided on 15 September (invented).",
      amount: pence(92_827),
      answerBy: "2017-10-06",
      profile: grid({
        practitioners: { [q2]: 4_000, [q3]: 20_000, [q4]: 22_000, [q1]: 8_000 },
        backfill: { [q2]: 1_500, [q3]: 9_000, [q4]: 11_000, [q1]: 3_500 },
        training: { [q2]: 500, [q3]: 3_000, [q4]: 4_000, [q1]: 827 },
        coproduction: { [q3]: 2_000, [q4]: 3_000, [q1]: 500 },
      }),
      payments: [
        { amount: 3_713_080, condition: "offer accepted" },
        { amount: 3_713_080, condition: december },
        { amount: 1_856_540, condition: march },
      ],
    }),
  ),
  ...takesUp(site, ["2017-09-25", "2017-09-27", "2017-10-03"]),
  ...pays([[site, 1]], "2017-09-28", "2017-10-02"),
]

type Full = {
  round: string
  begins: string
  certified: [day: string, time: string]
  form: Record<string, Record<string, unknown>>
}

/** A quarterly return: the accountant writes it, the lead signs, the section 151 officer certifies and sends. */
const quarterly = ({ round, begins: day, certified: [on, time], form }: Full): Move[] => {
  const name = `${site}: ${round}`
  return [
    move(day, "10:30", accountant(site), begins(site, round), name),
    move(day, "11:30", accountant(site), writes(site, name, form)),
    move(on, "09:30", lead(site), moves(site, name, "sign")),
    move(on, time, certifier(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}

const always = {
  staff: {
    posts: [
      {
        role: "Named social worker (invented)",
        share: 1,
        state: "filled",
        start: "2017-09-11",
        end: "2018-04-30",
      },
    ],
  },
  "other-funding": { any: false },
  checks: { ineligible: true },
}
const nothingMoved = { moving: { any: false } }
const nothingWrong = { corrections: { any: false } }

/** The first month, two working days late. */
const first: Move[] = [
  ...quarterly({
    round: september,
    begins: "2017-10-17",
    certified: ["2017-10-24", "15:40"],
    form: {
      spending: {
        spending: grid({
          practitioners: { actual: 3_800 },
          backfill: { actual: 1_200 },
          training: { actual: 527 },
        }),
      },
      forecast: {
        forecast: grid({
          practitioners: { [q3]: 20_200, [q4]: 22_000, [q1]: 8_000 },
          backfill: { [q3]: 9_300, [q4]: 11_000, [q1]: 3_500 },
          training: { [q3]: 3_000, [q4]: 4_000, [q1]: 800 },
          coproduction: { [q3]: 2_000, [q4]: 3_000, [q1]: 500 },
        }),
      },
      ...nothingMoved,
      ending: { confidence: "4" },
      ...always,
    },
  }),
  ...accepted(site, september, ["2017-10-26", "10:00"], ["2017-10-31", "11:00"]),
]

/** The second: a correction, money moved between two heads, and a question about one line. */
const second: Move[] = [
  ...quarterly({
    round: december,
    begins: "2018-01-11",
    certified: ["2018-01-22", "16:12"],
    form: {
      spending: {
        spending: grid({
          practitioners: { actual: 19_000 },
          backfill: { actual: 5_700 },
          training: { actual: 3_100 },
          coproduction: { actual: 1_800 },
        }),
      },
      corrections: {
        any: true,
        corrections: [
          { of: september, head: "training", amount: pence(-27), why: "A course was cheaper (invented)." },
        ],
      },
      forecast: {
        forecast: grid({
          practitioners: { [q4]: 23_000, [q1]: 8_000 },
          backfill: { [q4]: 9_500, [q1]: 3_500 },
          training: { [q4]: 5_500, [q1]: 827 },
          coproduction: { [q4]: 3_000, [q1]: 500 },
        }),
      },
      reasons: {
        reasons: [
          {
            head: "backfill",
            reason: "recruitment",
            words: "The second cover began in December (invented).",
          },
        ],
      },
      moving: {
        any: true,
        moves: [
          {
            from: "backfill",
            to: "training",
            amount: pence(1_500),
            kind: "forecast",
            why: "Two more learning days were asked for (invented).",
          },
        ],
      },
      ending: { confidence: "3" },
      ...always,
    },
  }),
  move("2018-01-23", "10:00", coordinator, readAnd(site, december, "check")),
  move(
    "2018-01-24",
    "11:00",
    finance,
    asksAbout(site, december, {
      about: "spending/spending/backfill",
      text: "Does the cover that began in December go on until April? (invented)",
      answerBy: "2018-01-31",
    }),
  ),
  move(
    "2018-01-26",
    "09:50",
    accountant(site),
    answersFigure(site, december, 1, "Yes, until 27 April. The contract is signed. (invented)"),
  ),
  move("2018-01-29", "10:00", finance, settles(site, december, 1)),
  move("2018-01-29", "10:20", finance, readAnd(site, december, "accept")),
  ...pays([[site, 2]], "2018-01-30", "2018-02-01"),
  move(
    "2018-01-31",
    "14:00",
    decider,
    calls(`${awardOf(site)}/mid-phase`, {
      decision: "continue",
      because: "The team is in place, and people meet their worker. (invented)",
    }),
  ),
  move(
    "2018-03-20",
    "14:00",
    decider,
    calls(`${awardOf(site)}/carry-over`, {
      from: "2017-18",
      amount: pence(12_827),
      because: "The pilot at Halton runs until the end of April. (invented)",
    }),
  ),
]

/** The year's end: what is owed at 31 March, and less spent than was awarded. */
const third: Move[] = [
  ...quarterly({
    round: march,
    begins: "2018-04-12",
    certified: ["2018-04-20", "14:30"],
    form: {
      spending: {
        spending: grid({
          practitioners: { actual: 20_500, accrued: 600 },
          backfill: { actual: 6_900 },
          training: { actual: 5_200 },
          coproduction: { actual: 2_400 },
        }),
      },
      ...nothingWrong,
      forecast: {
        forecast: grid({
          practitioners: { [q1]: 7_400 },
          backfill: { [q1]: 3_000 },
          training: { [q1]: 800 },
          coproduction: { [q1]: 500 },
        }),
      },
      reasons: {
        reasons: [
          { head: "backfill", reason: "sickness", words: "The cover was ill in February (invented)." },
        ],
      },
      ...nothingMoved,
      ending: {
        plan: "return",
        words: "Cover was short in two quarters. What is left comes back (invented).",
        confidence: "4",
      },
      ...always,
    },
  }),
  ...accepted(site, march, ["2018-04-24", "10:00"], ["2018-04-30", "11:00"]),
  ...pays([[site, 3]], "2018-05-01", "2018-05-03"),
]

/** April alone, which is another financial year. */
const last: Move[] = [
  ...quarterly({
    round: april,
    begins: "2018-05-14",
    certified: ["2018-05-25", "14:20"],
    form: {
      spending: {
        spending: grid({
          practitioners: { actual: 7_900 },
          backfill: { actual: 2_900 },
          training: { actual: 700 },
          coproduction: { actual: 400 },
        }),
      },
      ...nothingWrong,
      ...nothingMoved,
      ending: {
        plan: "return",
        words: "What is left comes back (invented).",
        confidence: "5",
      },
      ...always,
    },
  }),
  ...accepted(site, april, ["2018-05-29", "10:00"], ["2018-06-01", "11:00"]),
]

/** What the statutory officer says was used, what was paid beyond it, and the end of the award. */
const settled: Move[] = [
  ...certified(
    site,
    "2018-05-24",
    "2018-05-29",
    { "2017-18": pence(70_100), "2018-19": pence(11_900) },
    pence(10_827),
  ),
  ...accepted(site, "nsw2-statement-2018-03-31", ["2018-05-31", "10:00"], ["2018-06-04", "11:00"]),
  move("2018-06-05", "10:00", finance, calls(`${awardOf(site)}/reconcile`, {})),
  move(
    "2018-06-06",
    "10:00",
    finance,
    calls(`${awardOf(site)}/recoveries/1`, { step: "ask", payBy: "2018-06-29" }),
  ),
  move("2018-06-07", "15:00", decider, calls(`${awardOf(site)}/recoveries/1`, { step: "approve" })),
  move(
    "2018-06-28",
    "11:00",
    finance,
    calls(`${awardOf(site)}/recoveries/1`, {
      step: "receive",
      on: "2018-06-27",
      payerReference: "FPI 20180627-88 (invented)",
    }),
  ),
]

export const closesHalton: Move[] = [
  move("2018-07-02", "10:00", finance, calls(`${awardOf(site)}/close`, {})),
]

/** The money of Halton, from the offer to what came back: reported in full, in two financial years. */
export const halton: Move[] = [...offer, ...first, ...second, ...third, ...last, ...settled]
