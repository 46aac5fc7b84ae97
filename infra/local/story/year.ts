import { calls, type Move } from "./acts.ts"
import {
  certified,
  covers,
  december,
  goesOn,
  lead,
  march,
  move,
  pence,
  returnsOf,
  spending,
} from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

/** The coordinator publishes the phase with its six sites; what it asks begins to run. */
const setUp: Move[] = [move("2017-09-20", "11:00", coordinator, calls("/programme/phases/NSW2/publish", {}))]

/** The first spending updates: one early, one with nothing to report, one given more time, one on the day, two late. */
const january: Move[] = [
  ...spending({
    site: "sheffield",
    round: december,
    begins: "2018-01-08",
    sent: ["2018-01-10", "14:00"],
    spent: 9_000,
    expected: 14_354,
  }),
  move(
    "2018-01-12",
    "10:30",
    lead("shropshire"),
    calls(`${returnsOf("shropshire")}/${december}/nothing`, {
      reason: "The first worker starts in February (invented).",
    }),
    `shropshire: ${december}`,
  ),
  move(
    "2018-01-17",
    "09:30",
    lead("bradford"),
    calls(`${returnsOf("bradford")}/${december}/more-time`, {
      until: "2018-01-29",
      reason: "Our ledger closes a week later this year (invented).",
    }),
  ),
  move(
    "2018-01-18",
    "10:00",
    coordinator,
    calls(`/programme/sites/bradford/returns/${december}/time`, {
      until: "2018-01-29",
      because: "The ledger closes later (invented).",
      scope: "this",
    }),
  ),
  ...spending({
    site: "bradford",
    round: december,
    begins: "2018-01-15",
    sent: ["2018-01-29", "11:00"],
    spent: 12_000,
    expected: 37_500,
  }),
  ...spending({
    site: "liverpool",
    round: december,
    begins: "2018-01-19",
    sent: ["2018-01-24", "15:30"],
    spent: 10_000,
    expected: 20_000,
  }),
  ...spending({
    site: "hertfordshire",
    round: december,
    begins: "2018-01-15",
    sent: ["2018-02-01", "12:00"],
    spent: 20_000,
    expected: 40_000,
  }),
]

/** The end of the year: who certifies, the last updates, the statements. Halton ends a month later. */
const april: Move[] = [
  covers("sheffield", "2018-04-10", "yes"),
  covers("bradford", "2018-04-11", "yes"),
  covers("shropshire", "2018-04-12", "deputy"),
  covers("hertfordshire", "2018-04-13", "yes"),
  covers("liverpool", "2018-04-18", "yes"),
  covers("halton", "2018-05-10", "yes"),
  ...spending({
    site: "sheffield",
    round: march,
    begins: "2018-04-09",
    sent: ["2018-04-12", "11:30"],
    spent: 13_854,
    expected: 0,
  }),
  ...spending({
    site: "shropshire",
    round: march,
    begins: "2018-04-16",
    sent: ["2018-04-20", "16:40"],
    spent: 60_192,
    expected: 0,
  }),
  ...spending({
    site: "bradford",
    round: march,
    begins: "2018-04-17",
    sent: ["2018-04-27", "10:15"],
    spent: 37_000,
    expected: 0,
  }),
  ...spending({
    site: "hertfordshire",
    round: march,
    begins: "2018-04-18",
    sent: ["2018-04-30", "16:50"],
    spent: 39_500,
    expected: 0,
  }),
  ...spending({
    site: "liverpool",
    round: march,
    begins: "2018-04-23",
    sent: ["2018-05-02", "10:00"],
    spent: 19_500,
    expected: 0,
  }),
  ...certified("sheffield", "2018-04-16", "2018-04-19", { "2017-18": pence(23_854) }),
  ...certified("bradford", "2018-04-23", "2018-04-27", { "2017-18": pence(50_000) }),
  ...certified("shropshire", "2018-04-24", "2018-04-30", { "2017-18": pence(60_692) }),
  ...certified("hertfordshire", "2018-04-25", "2018-04-30", { "2017-18": pence(60_000) }),
  ...certified("liverpool", "2018-04-30", "2018-05-03", { "2017-18": pence(30_000) }),
]

/** The first weeks: two in time, one on the day. */
const october: Move[] = [
  ...goesOn("sheffield", "2017-10-03", "2017-10-04", 12),
  ...goesOn("hertfordshire", "2017-10-05", "2017-10-09", 24),
  ...goesOn("liverpool", "2017-10-10", "2017-10-13", 15),
]

export const year: Move[] = [...setUp, ...october, ...january, ...april]
