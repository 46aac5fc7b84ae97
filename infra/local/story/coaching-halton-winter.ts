import { calls, type Move } from "./acts.ts"
import { about, coach, finishes, meeting, moves } from "./coaching-acts.ts"
import { accountant, lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

const site = "halton"
const team = "The site lead and two named social workers (invented)"
const offices = "The council’s offices (invented)"
const reader = "reader@doh.example"

/** What was asked of the Department, and what it said after seven working days. */
const help: Move[] = [
  move(
    "2018-01-08",
    "11:10",
    lead(site),
    about(site, "help/ask", {
      what: "consent",
      asks: "Two health teams share nothing with the workers until somebody tells them that they may. We have sent the agreement twice. A line from the Department to both would help (invented).",
    }),
  ),
  move(
    "2018-01-17",
    "11:30",
    reader,
    about(site, "help/1/answer", {
      says: "We write to both this week, with the agreement, and say that what a person has agreed to may be shared (invented).",
    }),
  ),
]

/** The ordinary Tuesday of 16 January lies between the visit that waits and the call at 2pm. */
const january: Move[] = [
  ...meeting(site, {
    planned: "2017-12-05",
    on: "2018-01-09",
    time: "10am",
    place: offices,
    kind: "visit",
    who: team,
    talked:
      "Both covers are there, one of them on trial.\nTwo health teams still share nothing.\nThe page for families waits for the easy-read group (invented).",
    actions: [
      { of: "Write down on one page", due: "2018-01-19" },
      {
        text: "Tell both health teams in writing what may be shared (invented)",
        owner: "department",
        due: "2018-01-31",
      },
    ],
    next: "2018-01-16",
    shared: ["2018-01-11", "16:30"],
    agreed: ["2018-01-18", "10:10"],
    closed: "2018-01-24",
    more: { stage: "test", topics: ["partners", "governance"], stuck: ["backfill", "consent"] },
  }),
  ...meeting(site, {
    planned: "2018-01-10",
    on: "2018-01-16",
    time: "2pm",
    place: "By telephone (invented)",
    kind: "call",
    who: "The site lead (invented)",
    talked:
      "What the return to December will say about cover, and who takes duty if the second cover leaves (invented).",
    next: "2018-01-25",
    shared: ["2018-01-19", "16:00"],
    closed: "2018-02-05",
    more: { topics: ["finance", "team"] },
  }),
  move(
    "2018-01-05",
    "11:00",
    coach,
    about(site, "sessions/plan", { kind: "visit", on: "2018-01-25", time: "2pm", place: offices }),
  ),
  move(
    "2018-01-23",
    "11:00",
    coach,
    moves(site, "2018-01-25", "plan", { kind: "visit", on: "2018-02-07", time: "2pm", place: offices }),
  ),
]

/** Done by the site, by its coach, by the coordinators and by the Department: each with what shows it. */
const done: Move[] = [
  move(
    "2018-01-09",
    "09:20",
    coordinator,
    calls(`/organisations/${site}/actions`, {
      text: "Send every site the names of agencies that know the role (invented)",
      owner: "coordinators",
      due: "2018-01-19",
    }),
  ),
  move(
    "2018-01-11",
    "10:00",
    accountant(site),
    finishes(site, "Name who takes duty", "The January rota names two people for Mondays (invented)."),
  ),
  move(
    "2018-01-16",
    "17:30",
    coach,
    finishes(site, "Send the rota", "Sent to the site lead this afternoon (invented)."),
  ),
  move(
    "2018-01-18",
    "15:30",
    coordinator,
    finishes(site, "Send every site", "Sent to all six site leads on 18 January (invented)."),
  ),
  move(
    "2018-01-30",
    "15:00",
    reader,
    finishes(site, "Tell both health teams", "Two letters of 29 January, copied to the site (invented)."),
  ),
  move(
    "2018-02-01",
    "11:00",
    accountant(site),
    finishes(site, "Ask the agency", "The agency gave a name on 31 January (invented)."),
  ),
  move(
    "2018-04-12",
    "11:00",
    lead(site),
    finishes(site, "Bring the directors", "It lies with the papers of 18 April (invented)."),
  ),
]

/** What the coordinating side keeps for itself, under the words that it may be released. */
const notes: Move[] = [
  move(
    "2018-01-11",
    "16:50",
    coach,
    about(site, "notes", { text: "Ask on Tuesday who takes duty if the second cover goes (invented)." }),
  ),
]

/** The new year: what was asked of the Department, a visit, a call, and what was done. */
export const haltonWinter: Move[] = [...help, ...january, ...done, ...notes]
