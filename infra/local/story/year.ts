import { atLondon } from "../../../shared/values/london.ts"
import { joining } from "../demonstration/phases.ts"
import { domainOf, type Site } from "../demonstration/sites.ts"
import { all, begins, calls, type Does, type Move, moves, writes } from "./acts.ts"

const coordinator = "coordinator@innovation-unit.example"
const december = "nsw2-spending-2017-12-31"
const march = "nsw2-spending-2018-03-31"
const statement = "nsw2-statement-2018-03-31"

const lead = (site: Site) => `site-lead@${domainOf(site)}`
const accountant = (site: Site) => `contributor@${domainOf(site)}`
const sponsor = (site: Site) => `sponsor@${domainOf(site)}`
const certifier = (site: Site) => `section-151@${domainOf(site)}`
const returnsOf = (site: Site) => `/organisations/${site}/returns`

const move = (day: string, time: string, who: string, does: Does, keeps?: string): Move => ({
  at: atLondon(day, time),
  who,
  does,
  ...(keeps && { keeps }),
})

/** The coordinator takes in the three that were chosen, and publishes the phase; what it asks begins to run. */
const setUp: Move[] = [
  ...joining.map(({ organisation, from, to, award, note, coach }, place) =>
    move(
      "2017-09-18",
      `10:${String(10 + place * 10)}`,
      coordinator,
      calls("/programme/phases/NSW2/sites/new", {
        organisation,
        joined: "applied",
        from,
        to,
        award,
        note,
        coach: coach?.person,
      }),
    ),
  ),
  move("2017-09-20", "11:00", coordinator, calls("/programme/phases/NSW2/publish", {})),
]

type Spending = {
  site: Site
  round: string
  begins: string
  sent: [day: string, time: string]
  spent: number
  expected: number
}

/** Pence, from pounds. */
const pence = (pounds: number) => pounds * 100

/** A spending update: the accountant begins and writes it, the lead sends it. Its figures are invented. */
const spending = ({ site, round, begins: day, sent: [on, time], spent, expected }: Spending): Move[] => {
  const name = `${site}: ${round}`
  const atEnd = round === march
  const form = {
    spending: {
      spending: {
        workers: { spent: pence(spent), expected: pence(expected) },
        training: { spent: pence(500) },
      },
      ...(atEnd && { accruals: 0 }),
    },
    outlook: { award: "whole" },
  }
  return [
    move(day, "11:00", accountant(site), begins(site, round), name),
    move(day, "11:20", accountant(site), writes(site, name, form)),
    move(on, time, lead(site), moves(site, name, "send")),
  ]
}

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
  ),
  ...spending({
    site: "halton",
    round: december,
    begins: "2018-01-11",
    sent: ["2018-01-22", "16:12"],
    spent: 31_000,
    expected: 61_327,
  }),
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

/** A statement of grant usage: the lead writes and signs it, the section 151 officer certifies and sends it. */
const certified = (
  site: Site,
  written: string,
  on: string,
  used: Record<string, number>,
  unspent = 0,
): Move[] => {
  const name = `${site}: ${statement}`
  const form = {
    usage: { used: { used }, unspent, ...(unspent > 0 && { why: "A post was filled late (invented)." }) },
  }
  return [
    move(written, "10:00", lead(site), begins(site, statement), name),
    move(written, "10:20", lead(site), all(writes(site, name, form), moves(site, name, "sign"))),
    move(on, "15:00", certifier(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}

const covers = (site: Site, day: string, answer: "yes" | "deputy") =>
  move(day, "12:00", certifier(site), calls(`${returnsOf(site)}/${statement}/cover`, { answer }))

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
  ...spending({
    site: "halton",
    round: march,
    begins: "2018-05-14",
    sent: ["2018-05-25", "14:20"],
    spent: 61_327,
    expected: 0,
  }),
  ...certified("sheffield", "2018-04-16", "2018-04-19", { "2017-18": pence(23_854) }),
  ...certified("bradford", "2018-04-23", "2018-04-27", { "2017-18": pence(50_000) }),
  ...certified("shropshire", "2018-04-24", "2018-04-30", { "2017-18": pence(60_692) }),
  ...certified("hertfordshire", "2018-04-25", "2018-04-30", { "2017-18": pence(60_000) }),
  ...certified("liverpool", "2018-04-30", "2018-05-03", { "2017-18": pence(30_000) }),
  ...certified("halton", "2018-05-23", "2018-05-29", { "2017-18": pence(80_000), "2018-19": pence(12_827) }),
]

/** The three that go on say what is different this time: the lead writes it, the sponsor confirms and sends it. */
const goesOn = (site: Site, written: string, confirmed: string, people: number): Move[] => {
  const name = `${site}: going on`
  const form = {
    "going-on": {
      people: { number: people },
      different: "The workers meet the people's families from the first week (invented).",
      involved: "A self-advocacy group read it and changed a sentence (invented).",
      measures: true,
    },
  }
  return [
    move(written, "09:40", lead(site), begins(site, "nsw2-going-on-2017-10-01"), name),
    move(written, "10:00", lead(site), all(writes(site, name, form), moves(site, name, "sign"))),
    move(confirmed, "16:20", sponsor(site), all(moves(site, name, "sign"), moves(site, name, "send"))),
  ]
}

/** The first weeks: two in time, one on the day. */
const october: Move[] = [
  ...goesOn("sheffield", "2017-10-03", "2017-10-04", 12),
  ...goesOn("hertfordshire", "2017-10-05", "2017-10-09", 24),
  ...goesOn("liverpool", "2017-10-10", "2017-10-13", 15),
]

export const year: Move[] = [...setUp, ...october, ...january, ...april]
