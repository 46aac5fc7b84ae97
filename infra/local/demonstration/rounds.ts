import type { PublishedAnswer, Round } from "../../../shared/domain/calendar/round.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { programme } from "./programme.ts"
import { type Site, sites } from "./sites.ts"
import { sources } from "./sources.ts"

const at = (date: string, time: string) => atLondon(date, time).toISOString()
const pounds = (amount: number) => amount * 100

const weights = [
  { criterion: "Need", weight: 15 },
  { criterion: "Quality of the proposal and co-production", weight: 30 },
  { criterion: "Deliverability and finance", weight: 25 },
  { criterion: "Evaluation and learning", weight: 20 },
  { criterion: "Legacy", weight: 10 },
]

const left = (site: Site) => ({
  organisation: site,
  because: `${sites[site]} took part in phase 1 and has left. This round is for councils that have not been involved yet.`,
})
const stays = (site: Site) => ({
  organisation: site,
  because: `${sites[site]} took part in phase 1 and stays for phase 2 without a new expression of interest. This round is for councils that have not been involved yet.`,
})

const phaseTwo: Round = {
  id: "nsw-2-2017",
  programme: programme.id,
  kind: "expression-of-interest",
  phase: "NSW2",
  title: "Named Social Worker pilots, phase 2: expression of interest",
  about: [
    "Councils that have not been involved yet can ask to take part in the second phase of the Named Social Worker pilots.",
    "Published: the week in which the round opened, the day on which it closed, and £400,000. The ceiling of £100,000, the weights, the times of day and the days for questions and decisions are not published (invented).",
  ],
  opens: at("2017-08-07", "09:00"),
  closes: at("2017-08-25", "17:00"),
  questionsUntil: "2017-08-18",
  decisionsBy: "2017-09-15",
  ceiling: pounds(100_000),
  envelope: pounds(400_000),
  weights,
  sections: [],
  signatures: [],
  quarters: [
    { id: "2017-18-q2", label: "Q2 2017/18 (Jul to Sep 2017)" },
    { id: "2017-18-q3", label: "Q3 2017/18 (Oct to Dec 2017)" },
    { id: "2017-18-q4", label: "Q4 2017/18 (Jan to Mar 2018)" },
    { id: "2018-19-q1", label: "Q1 2018/19 (Apr to Jun 2018)" },
  ],
  startsBetween: { from: "2017-09-01", to: "2017-11-30" },
  partnerships: true,
  mayLead: ["council"],
  barred: [
    left("calderdale"),
    left("camden"),
    stays("hertfordshire"),
    stays("liverpool"),
    left("nottingham"),
    stays("sheffield"),
  ],
  sources: [sources.invitation, sources.split, sources.joining, sources.halton],
  invented: true,
}

const phaseOne: Round = {
  id: "nsw-1-2016",
  programme: programme.id,
  kind: "expression-of-interest",
  phase: "NSW1",
  title: "Named Social Worker pilots, phase 1: expression of interest",
  about: [
    "Councils and Transforming Care Partnerships were invited to pilot a named social worker, in up to six areas.",
    "Published: that it was open by 23 June 2016, that it closed on 18 July 2016, and £460,000. In 2016 it was sent by email. Everything it asks here, the ceiling of £100,000, the weights, the times of day and the days for questions and decisions are not published (invented).",
  ],
  opens: at("2016-06-23", "09:00"),
  closes: at("2016-07-18", "17:00"),
  questionsUntil: "2016-07-11",
  decisionsBy: "2016-09-16",
  ceiling: pounds(100_000),
  envelope: pounds(460_000),
  weights,
  sections: [
    { id: "need", because: "The selection panel compares local need in figures (invented)." },
    { id: "practitioners", because: "A first phase must show how many workers it takes (invented)." },
    { id: "partners", because: "Health and voluntary partners hold part of the answer (invented)." },
    { id: "measures", because: "Each site decides how impact is measured (invented)." },
    { id: "profile", because: "The money must be spent by 31 March 2017 (invented)." },
    { id: "risks", because: "Nobody has done this before (invented)." },
    { id: "backfill", because: "Six months are short: cover must be there from the start (invented)." },
    { id: "sustaining", because: "The money ends after six months (invented)." },
    { id: "coaching", because: "Sites are coached, and that takes their time (invented)." },
    { id: "governance", because: "People's information will be used in a new way (invented)." },
  ],
  signatures: [
    { role: "certifier", because: "Money moves within one financial year (invented)." },
    { role: "governance", because: "People's information will be used in a new way (invented)." },
  ],
  quarters: [
    { id: "2016-17-q3", label: "Q3 2016/17 (Oct to Dec 2016)" },
    { id: "2016-17-q4", label: "Q4 2016/17 (Jan to Mar 2017)" },
  ],
  startsBetween: { from: "2016-10-01", to: "2016-12-31" },
  partnerships: true,
  mayLead: ["council", "transforming-care-partnership"],
  barred: [],
  sources: [sources.opening, sources.sixCouncils],
  invented: true,
}

export const rounds: Round[] = [phaseOne, phaseTwo]

export const answers: { round: string; answer: PublishedAnswer }[] = [
  {
    question: "Can two councils apply together? (invented)",
    answer: "Yes. One of you leads and answers for the money. Name the other as a partner. (invented)",
    at: at("2017-08-08", "15:10"),
  },
  {
    question: "Does our section 151 officer have to confirm before we send? (invented)",
    answer:
      "No. In this round your lead and your sponsor confirm. Your section 151 officer accepts the money with you if you are successful. (invented)",
    at: at("2017-08-10", "10:25"),
  },
  {
    question: "We can only start in November. Is that too late? (invented)",
    answer: "No. A pilot of this round starts between 1 September and 30 November 2017. (invented)",
    at: at("2017-08-11", "16:40"),
  },
].map((one, place) => ({ round: phaseTwo.id, answer: { number: place + 1, ...one } }))
