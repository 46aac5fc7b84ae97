import type { Round } from "../../../shared/domain/calendar/round.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { programme } from "./programme.ts"
import { sources } from "./sources.ts"
import { weights } from "./weights.ts"

const at = (date: string, time: string) => atLondon(date, time).toISOString()
const pounds = (amount: number) => amount * 100

/** The first round, with everything that a round can ask. */
export const phaseOne: Round = {
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
