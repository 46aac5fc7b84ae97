import type { Move } from "./acts.ts"
import { finishes, meeting } from "./coaching-acts.ts"
import { marks, plans } from "./coaching-plan.ts"
import { lead, move } from "./returns.ts"

const visit = "The site lead and two named social workers (invented)"

/** Another that joined: its first worker begins in February. */
export const shropshire: Move[] = [
  ...plans("shropshire", {
    begun: "2017-10-06",
    proposed: "2017-10-12",
    agreed: "2017-10-17",
    text: {
      changes: "One worker from fourteen on, whatever team pays (invented).",
      stops: "Children’s and adults’ teams no longer assess apart (invented).",
      team: [{ role: "Named social worker (invented)", number: 2, days: 3 }],
      milestones: [
        { what: "The first worker has begun (invented)", by: "2018-02-09", who: "Site lead" },
        { what: "Twenty people have met theirs (invented)", by: "2018-03-23", who: "Named social workers" },
      ],
    },
  }),
  ...meeting("shropshire", {
    planned: "2017-10-20",
    on: "2017-10-30",
    time: "10:30am",
    kind: "evaluation-visit",
    who: visit,
    talked: "What a good life means to young people here, and how it is asked without a form (invented).",
    next: "2017-12-05",
    shared: ["2017-10-31", "16:00"],
    agreed: ["2017-11-06", "10:20"],
    closed: "2017-11-15",
    more: { secondCoach: "An associate of SCIE", stage: "design", topics: ["evaluation"] },
  }),
  ...meeting("shropshire", {
    on: "2017-12-05",
    kind: "visit",
    who: visit,
    talked: "One of two posts is filled from February. Until then the lead does both (invented).",
    actions: [
      { text: "Advertise the second post again, for a year (invented)", owner: "site", due: "2018-01-26" },
    ],
    next: "2018-01-30",
    shared: ["2017-12-06", "16:00"],
    agreed: ["2017-12-11", "10:20"],
    closed: "2017-12-20",
    more: { stage: "set-up", topics: ["team"], stuck: ["recruitment"] },
  }),
  move(
    "2018-01-25",
    "12:00",
    lead("shropshire"),
    finishes("shropshire", "Advertise the second", "On the council’s page since 24 January (invented)."),
  ),
  ...meeting("shropshire", {
    on: "2018-01-30",
    kind: "call",
    who: "The site lead (invented)",
    talked: "The first worker begins on Monday. Whom they meet in the first two weeks (invented).",
    next: "2018-03-22",
    shared: ["2018-02-01", "16:00"],
    closed: "2018-02-12",
    more: { topics: ["team", "practice"] },
  }),
  move(
    "2018-02-06",
    "12:00",
    lead("shropshire"),
    marks("shropshire", "The first worker", "done", {
      on: "2018-02-05",
      says: "They began on Monday (invented).",
    }),
  ),
  ...meeting("shropshire", {
    on: "2018-03-22",
    kind: "visit",
    who: visit,
    talked: "Eighteen people have met their worker. Both teams want to go on as one (invented).",
    shared: ["2018-03-23", "16:00"],
    agreed: ["2018-04-04", "10:20"],
    closed: "2018-04-06",
    more: { stage: "close", topics: ["sustaining", "model"] },
  }),
  move(
    "2018-03-23",
    "12:00",
    lead("shropshire"),
    marks("shropshire", "Twenty people", "moved", {
      to: "2018-04-20",
      because: "Two are in hospital (invented).",
    }),
  ),
]
