import type { Move } from "./acts.ts"
import { about, finishes, meeting } from "./coaching-acts.ts"
import { drafts, marks } from "./coaching-plan.ts"
import { accountant, lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

const visit = "The site lead and two named social workers (invented)"
const agree = "plan/agree"

/** A plan that was not agreed at first, and changed again in January: its third version waits on the 16th (invented). */
const bradfordPlan: Move[] = [
  move("2017-10-09", "14:00", lead("bradford"), about("bradford", "plan/begin")),
  move(
    "2017-10-10",
    "14:00",
    accountant("bradford"),
    drafts("bradford", "core", {
      changes: "People say who their worker is, and when they last met (invented).",
      team: [{ role: "Named social worker (invented)", number: 4, days: 2.5 }],
      milestones: [
        { what: "Forty people have a worker (invented)", by: "2017-12-01", who: "Site lead" },
        { what: "Self-advocates have read the first figures (invented)", by: "2018-02-28", who: "Evaluator" },
      ],
    }),
  ),
  move("2017-10-16", "11:00", lead("bradford"), about("bradford", "plan/propose", { agrees: true })),
  move(
    "2017-10-18",
    "15:00",
    coordinator,
    about("bradford", "plan/not-yet", {
      version: 1,
      note: "Say who covers the other work from January: the award depends on it (invented).",
    }),
  ),
  move(
    "2017-10-20",
    "14:00",
    accountant("bradford"),
    drafts("bradford", "core", {
      stops:
        "Two days a week of each post. The review team covers until December, then a new post (invented).",
    }),
  ),
  move("2017-10-23", "11:00", lead("bradford"), about("bradford", "plan/propose", { agrees: true })),
  move("2017-10-25", "15:00", coordinator, about("bradford", agree, { version: 2 })),
  move(
    "2017-12-01",
    "12:00",
    lead("bradford"),
    marks("bradford", "Forty people", "moved", {
      to: "2018-02-16",
      because: "Nobody applied for the cover (invented).",
    }),
  ),
  move("2018-01-10", "10:00", lead("bradford"), about("bradford", "plan/open")),
  move(
    "2018-01-10",
    "10:20",
    lead("bradford"),
    drafts("bradford", "core", {
      stops: "Two days a week of each post. An agency covers until March, since nobody applied (invented).",
    }),
  ),
  move("2018-01-12", "11:00", lead("bradford"), about("bradford", "plan/propose", { agrees: true })),
  move("2018-01-23", "15:00", coordinator, about("bradford", agree, { version: 3 })),
  move(
    "2018-02-15",
    "12:00",
    lead("bradford"),
    marks("bradford", "Forty people", "done", {
      on: "2018-02-15",
      says: "The team’s table has forty rows (invented).",
    }),
  ),
  move(
    "2018-02-27",
    "12:00",
    lead("bradford"),
    marks("bradford", "Self-advocates", "done", {
      on: "2018-02-26",
      says: "They changed two of the five tables (invented).",
    }),
  ),
]

/** One of those that joined: what makes it hard is who does the other work. */
export const bradford: Move[] = [
  ...bradfordPlan,
  ...meeting("bradford", {
    planned: "2017-10-17",
    on: "2017-10-26",
    time: "11am",
    kind: "evaluation-visit",
    who: "The site lead and self-advocates of Bradford Talking Media",
    talked:
      "What a good life means here, with self-advocates: that is published.\nThey chose the words of two measures, and which pictures stand beside them (invented).",
    next: "2017-11-22",
    shared: ["2017-10-27", "16:00"],
    agreed: ["2017-11-01", "10:20"],
    closed: "2017-11-08",
    more: {
      secondCoach: "An associate of SCIE",
      stage: "design",
      topics: ["evaluation", "coproduction"],
    },
  }),
  ...meeting("bradford", {
    on: "2017-11-22",
    kind: "call",
    who: "The site lead (invented)",
    talked: "Nobody has applied for the cover. The workers still hold their old cases (invented).",
    actions: [
      { text: "Ask two agencies who could cover from January (invented)", owner: "site", due: "2017-12-15" },
    ],
    next: "2018-01-17",
    shared: ["2017-11-23", "16:00"],
    closed: "2017-12-07",
    more: { topics: ["team"], stuck: ["backfill", "recruitment"] },
  }),
  ...meeting("bradford", {
    on: "2018-01-17",
    kind: "visit",
    who: visit,
    talked: "An agency covers until March. Thirty people have met their worker (invented).",
    actions: [
      { of: "Ask two agencies", now: "done", because: "One began on 15 January (invented)." },
      {
        text: "Show self-advocates the first figures (invented)",
        owner: "site",
        due: "2018-02-23",
      },
    ],
    next: "2018-03-20",
    shared: ["2018-01-19", "16:30"],
    agreed: ["2018-01-25", "09:50"],
    closed: "2018-02-06",
    more: { stage: "test", topics: ["team", "coproduction"], stuck: ["backfill"] },
  }),
  move(
    "2018-02-26",
    "15:00",
    accountant("bradford"),
    finishes("bradford", "Show self-advocates", "They met on 26 February and changed two tables (invented)."),
  ),
  ...meeting("bradford", {
    on: "2018-03-20",
    kind: "visit",
    who: visit,
    talked:
      "What self-advocates would keep, and which part of the cover the council goes on paying (invented).",
    shared: ["2018-03-21", "16:00"],
    agreed: ["2018-03-26", "09:50"],
    closed: "2018-03-28",
    more: { stage: "close", topics: ["sustaining", "coproduction"] },
  }),
]
