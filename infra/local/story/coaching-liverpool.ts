import type { Move } from "./acts.ts"
import { about, meeting } from "./coaching-acts.ts"
import { plans } from "./coaching-plan.ts"
import { again, evaluated, reached, team } from "./coaching-staying.ts"
import { move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

/** The site that answers late: a visit is closed as not answered, never as agreed. */
export const liverpool: Move[] = [
  ...plans("liverpool", {
    begun: "2017-10-17",
    proposed: "2017-10-24",
    agreed: "2017-10-27",
    text: again(
      15,
      "Duty every second week (invented).",
      "Duty is covered by somebody else (invented)",
      "2018-02-28",
    ),
  }),
  ...evaluated(
    "liverpool",
    {
      planned: "2017-10-20",
      on: "2017-10-31",
      shared: "2017-11-01",
      agreed: "2017-11-07",
      next: "2017-11-28",
      closed: "2017-11-15",
    },
    "One measure about duty: how often it takes a worker away (invented).",
  ),
  ...meeting("liverpool", {
    on: "2017-11-28",
    kind: "visit",
    who: "Two named social workers (invented)",
    talked: "Duty took the workers back in three of four weeks (invented).",
    next: "2018-02-13",
    shared: ["2017-11-29", "16:00"],
    closed: "2017-12-15",
    more: { stage: "test", topics: ["team"], stuck: ["backfill"] },
  }),
  move(
    "2017-12-18",
    "14:40",
    coordinator,
    about("liverpool", "notes", {
      text: "Telephoned: nobody had read it. We talk about it in February instead (invented).",
    }),
  ),
  ...meeting("liverpool", {
    on: "2018-02-13",
    kind: "visit",
    who: team,
    talked: "Duty is covered from March. Each person has heard who stays with them (invented).",
    next: "2018-03-21",
    shared: ["2018-02-14", "16:00"],
    agreed: ["2018-02-20", "10:40"],
    closed: "2018-02-26",
    more: { stage: "refine", topics: ["team", "model"] },
  }),
  reached("liverpool", "2018-03-05", "Duty is covered", "The rota of March names others (invented)."),
  ...meeting("liverpool", {
    on: "2018-03-21",
    kind: "call",
    who: "The site lead (invented)",
    talked: "What ends in March and what stays (invented).",
    shared: ["2018-03-22", "16:00"],
    closed: "2018-03-29",
    more: { stage: "close", topics: ["sustaining"] },
  }),
]
