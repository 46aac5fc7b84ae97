import type { Round } from "../../../shared/domain/calendar/round.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { programme } from "./programme.ts"
import { type Site, sites } from "./sites.ts"
import { sources } from "./sources.ts"
import { guided } from "./weights.ts"

const at = (date: string, time: string) => atLondon(date, time).toISOString()
const pounds = (amount: number) => amount * 100

const left = (site: Site) => ({
  organisation: site,
  because: `${sites[site]} took part in phase 1 and has left. This round is for councils that have not been involved yet.`,
})
const stays = (site: Site) => ({
  organisation: site,
  because: `${sites[site]} took part in phase 1 and stays for phase 2 without a new expression of interest. This round is for councils that have not been involved yet.`,
})

/** The round that is open as the demonstration begins: the short form. */
export const phaseTwo: Round = {
  id: "nsw-2-2017",
  programme: programme.id,
  kind: "expression-of-interest",
  phase: "NSW2",
  title: "Named Social Worker pilots, phase 2: expression of interest",
  about: [
    "Councils that have not been involved yet can ask to take part in the second phase of the Named Social Worker pilots.",
    "Published: the week in which the round opened, the day on which it closed, and £400,000. The ceiling of £100,000, the weights and what readers look for, how it is read, the times of day and the days for questions and decisions are not published (invented).",
  ],
  opens: at("2017-08-07", "09:00"),
  closes: at("2017-08-25", "17:00"),
  questionsUntil: "2017-08-18",
  decisionsBy: "2017-09-15",
  ceiling: pounds(100_000),
  envelope: pounds(400_000),
  weights: guided,
  reading: { sealed: true, readers: 2, questions: true },
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
