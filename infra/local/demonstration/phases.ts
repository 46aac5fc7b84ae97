import type { Line, Phase } from "../../../shared/domain/calendar/phase.ts"
import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { type Site, sites } from "./sites.ts"
import { sources } from "./sources.ts"

const pounds = (amount: number) => amount * 100
const at = (date: string, time: string) => atLondon(date, time).toISOString()
const notPublished = "Award not published."
const days = "The months are published; the days are not (invented)."

type More = Partial<Pick<SitePhase, "award" | "joined" | "because" | "coach">>
const site =
  (phase: string, from: string, to: string) =>
  (id: Site, note: string, more: More = {}): SitePhase => ({
    phase,
    organisation: id,
    name: sites[id],
    from,
    to,
    joined: "applied",
    note: `${note} ${days}`,
    longer: [],
    revision: 1,
    ...more,
  })
const one = site("NSW1", "2016-10-01", "2017-03-31")
const two = site("NSW2", "2017-10-01", "2018-03-31")

const coach = { person: "p-coach", name: "Coach (demonstration)" }
const continuing: More = {
  joined: "continuing",
  because: "It took part in phase 1 and stays for phase 2 (invented: who decided is not published).",
}

/** What the light phase asks of each site: two spending updates, one statement, two pages afterwards; one page first of those that go on (invented). */
export const asks: Line[] = [
  {
    id: "spending",
    kind: "spending-update",
    cadence: "quarter",
    workingDays: 15,
    lastWorkingDays: 20,
    locksAfter: 20,
    because: "The department pays in parts and needs to know whether the award will be spent (invented).",
  },
  {
    id: "statement",
    kind: "statement-of-grant-usage",
    cadence: "end",
    workingDays: 20,
    locksAfter: 40,
    because: "Public money is accounted for once, by the statutory officer (invented).",
  },
  {
    id: "after-6",
    kind: "follow-up",
    cadence: "after",
    months: 6,
    workingDays: 10,
    locksAfter: 60,
    because: "What lasts is what counts (invented).",
  },
  {
    id: "after-12",
    kind: "follow-up",
    cadence: "after",
    months: 12,
    workingDays: 10,
    locksAfter: 60,
    because: "What lasts is what counts (invented).",
  },
  {
    id: "going-on",
    kind: "continuing-site",
    cadence: "start",
    workingDays: 10,
    locksAfter: 20,
    because:
      "A site that goes on writes no new expression of interest: this one page stands for it (invented).",
  },
  {
    id: "baseline",
    kind: "evaluation-baseline",
    cadence: "start",
    workingDays: 40,
    locksAfter: 40,
    because: "Without where a site began, nobody can say later what has changed (invented).",
  },
  {
    id: "tally",
    kind: "monthly-tally",
    cadence: "month",
    workingDays: 5,
    locksAfter: 5,
    because: "Two minutes a month, so that nothing is asked twice at the end (invented).",
  },
  {
    id: "final",
    kind: "evaluation-final",
    cadence: "end",
    workingDays: 28,
    locksAfter: 40,
    because: "What changed, and what cannot be claimed, is what everybody else can learn from (invented).",
  },
]

/** What is published of each phase. What is not published is left out, never worked out. */
export const phases: { phase: Phase; sites: SitePhase[] }[] = [
  {
    phase: {
      id: "NSW1",
      title: "Phase 1, October 2016 to March 2017",
      about: "Six councils for six months. All of them chose to work with people with learning disabilities.",
      from: "2016-10-01",
      to: "2017-03-31",
      envelope: pounds(460_000),
      asks: [],
      announced: at("2016-12-06", "09:00"),
      sources: [sources.opening, sources.sixCouncils, sources.workers, sources.split],
      revision: 1,
    },
    sites: [
      one("calderdale", `${notPublished} Left after phase 1.`),
      one("camden", `${notPublished} Two social workers. Left after phase 1.`),
      one("hertfordshire", `${notPublished} Eight named social workers. Stayed for phase 2.`),
      one("liverpool", `${notPublished} Stayed for phase 2.`),
      one("nottingham", `${notPublished} Left after phase 1.`),
      one("sheffield", `${notPublished} Stayed for phase 2.`),
    ],
  },
  {
    phase: {
      id: "NSW2",
      title: "Phase 2, 2017 to 2018",
      about:
        "Three councils of phase 1 stayed and three joined. Sources differ on the dates: Halton's minutes say September 2017 to April 2018, the trade press October 2017 to March 2018. They differ on the £400,000 too: one reads as if it were for the three that joined, others as if it were for all six.",
      from: "2017-10-01",
      to: "2018-03-31",
      envelope: pounds(400_000),
      asks,
      sources: [
        sources.invitation,
        sources.split,
        sources.joining,
        sources.yorkshire,
        sources.halton,
        sources.shropshire,
        sources.haltonBoard,
        sources.sector,
      ],
      revision: 1,
    },
    sites: [
      two("hertfordshire", notPublished, { ...continuing, coach }),
      two("liverpool", notPublished, { ...continuing, coach }),
      two("sheffield", "Stayed from phase 1.", { ...continuing, coach, award: pounds(23_854) }),
    ],
  },
]

/** The three that join when the expressions of interest are decided. */
export const joining: SitePhase[] = [
  two("bradford", "Joined in phase 2. About 40 people planned.", { award: pounds(50_000), coach }),
  site("NSW2", "2017-09-01", "2018-04-30")(
    "halton",
    "Joined in phase 2. September 2017 to April 2018; 17 people, 5 staff, in the Transition Team.",
    { award: pounds(92_827), coach },
  ),
  two("shropshire", "Joined in phase 2.", { award: pounds(60_692), coach }),
]
