import type { Site } from "../demonstration/sites.ts"
import type { Move } from "./acts.ts"
import { coach, finishes, meeting } from "./coaching-acts.ts"
import { marks, plans } from "./coaching-plan.ts"
import { lead, move } from "./returns.ts"

export const team = "The site lead and three named social workers (invented)"

/** What a plan of a site that goes on says: it promised nothing new in August. */
export const again = (people: number, stops: string, milestone: string, by: string) => ({
  model:
    "One worker stays with each person, as in phase 1, and now through the first year at home (invented).",
  changes: "People and families choose when the worker comes (invented).",
  stops,
  people: { number: people },
  team: [{ role: "Named social worker (invented)", number: 3, days: 2 }],
  milestones: [{ what: milestone, by, who: "Site lead" }],
})

type Evaluated = { planned: string; on: string; shared: string; agreed: string; next: string; closed: string }

export const evaluated = (site: Site, { shared, agreed, ...days }: Evaluated, talked: string): Move[] =>
  meeting(site, {
    ...days,
    time: "10:30am",
    kind: "evaluation-visit",
    who: team,
    talked,
    shared: [shared, "16:20"],
    agreed: [agreed, "10:40"],
    more: { secondCoach: "An associate of SCIE", stage: "design", topics: ["evaluation"] },
  })

export const reached = (site: Site, day: string, of: string, says: string): Move =>
  move(day, "12:10", lead(site), marks(site, of, "done", { on: day, says }))

const sheffield: Move[] = [
  ...plans("sheffield", {
    begun: "2017-10-06",
    proposed: "2017-10-11",
    agreed: "2017-10-16",
    text: again(
      12,
      "Reviews of people who are settled go to the review team (invented).",
      "Everybody has a page about themselves (invented)",
      "2018-02-28",
    ),
  }),
  ...evaluated(
    "sheffield",
    {
      planned: "2017-10-18",
      on: "2017-10-25",
      shared: "2017-10-26",
      agreed: "2017-10-31",
      next: "2018-01-11",
      closed: "2017-11-10",
    },
    "Which measures of phase 1 stay, and who asks people what a good life is (invented).",
  ),
  ...meeting("sheffield", {
    on: "2018-01-11",
    writes: "17:00",
    kind: "visit",
    who: team,
    talked: "Nine of 12 have a page about themselves. Two measures are not counted yet (invented).",
    actions: [
      { text: "Count the two measures from January on (invented)", owner: "site", due: "2018-02-16" },
      { text: "Send the tally that another site fills in (invented)", owner: "coach", due: "2018-01-26" },
    ],
    next: "2018-03-08",
    shared: ["2018-01-16", "17:00"],
    agreed: ["2018-01-24", "10:40"],
    closed: "2018-02-05",
    more: { stage: "refine", topics: ["evaluation", "practice"] },
  }),
  move(
    "2018-01-22",
    "15:00",
    coach,
    finishes("sheffield", "Send the tally", "Sent on 22 January, filled in once as an example (invented)."),
  ),
  move(
    "2018-02-15",
    "12:00",
    lead("sheffield"),
    finishes("sheffield", "Count the two", "January stands in the team’s table (invented)."),
  ),
  reached(
    "sheffield",
    "2018-02-27",
    "Everybody has a page",
    "Twelve pages, each read by its person (invented).",
  ),
  ...meeting("sheffield", {
    on: "2018-03-08",
    kind: "visit",
    who: team,
    talked: "What the review team needs so that nobody loses their worker in April (invented).",
    shared: ["2018-03-09", "16:00"],
    agreed: ["2018-03-13", "10:40"],
    closed: "2018-03-20",
    more: { stage: "close", topics: ["sustaining"] },
  }),
]

const hertfordshire: Move[] = [
  ...plans("hertfordshire", {
    begun: "2017-10-10",
    proposed: "2017-10-13",
    agreed: "2017-10-18",
    text: again(
      24,
      "Two teams give up their own waiting lists (invented).",
      "Health and council have signed what is shared (invented)",
      "2017-12-22",
    ),
  }),
  ...evaluated(
    "hertfordshire",
    {
      planned: "2017-10-20",
      on: "2017-10-27",
      shared: "2017-10-30",
      agreed: "2017-11-02",
      next: "2017-11-29",
      closed: "2017-11-10",
    },
    "How experts by experience ask the questions, and what they are paid (invented).",
  ),
  ...meeting("hertfordshire", {
    on: "2017-11-29",
    kind: "call",
    who: "The site lead (invented)",
    talked: "The sharing agreement waits for three lawyers. What can begin without it (invented).",
    next: "2018-01-31",
    shared: ["2017-11-30", "16:00"],
    closed: "2017-12-15",
    more: { topics: ["governance"], stuck: ["consent"] },
  }),
  reached("hertfordshire", "2017-12-21", "Health and council", "All three signed on 20 December (invented)."),
  ...meeting("hertfordshire", {
    on: "2018-01-31",
    kind: "visit",
    who: team,
    talked: "Since the agreement is signed both teams write in one plan. Families notice (invented).",
    next: "2018-03-15",
    shared: ["2018-02-05", "16:00"],
    agreed: ["2018-02-08", "10:40"],
    closed: "2018-02-21",
    more: { stage: "refine", topics: ["partners", "practice"] },
  }),
  ...meeting("hertfordshire", {
    on: "2018-03-15",
    kind: "visit",
    who: team,
    talked: "Who leads the joint plan after March, and what it costs (invented).",
    shared: ["2018-03-16", "16:00"],
    agreed: ["2018-03-21", "10:40"],
    closed: "2018-03-27",
    more: { stage: "close", topics: ["sustaining", "partners"] },
  }),
]

/** Two of the three that stayed from phase 1. */
export const stayed: Move[] = [...sheffield, ...hertfordshire]
