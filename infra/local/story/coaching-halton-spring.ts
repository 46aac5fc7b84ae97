import type { Move } from "./acts.ts"
import { answersLine, coach, meeting, moves } from "./coaching-acts.ts"
import { lead, move } from "./returns.ts"

const site = "halton"
const team = "The site lead and two named social workers (invented)"
const offices = "The council’s offices (invented)"

/** A visit whose write-up the site disputes in one line: the coach answers below it, and the site agrees. */
const february: Move[] = [
  ...meeting(site, {
    on: "2018-02-07",
    kind: "visit",
    who: "The site lead, three named social workers and one parent (invented)",
    talked:
      "Everybody has met their worker.\nThree transition reviews were led by the worker who knows the person.\nOne school will not change its review dates (invented).",
    actions: [
      {
        of: "Write down on one page",
        now: "done",
        because: "Version 2 hangs in the reception, with an easy-read page (invented).",
      },
      {
        text: "Count how many reviews the worker led, for the final return (invented)",
        owner: "site",
        due: "2018-03-16",
      },
    ],
    next: "2018-03-27",
    shared: ["2018-02-09", "16:00"],
    agreed: ["2018-02-16", "09:40"],
    closed: "2018-02-19",
    more: {
      stage: "refine",
      topics: ["practice", "partners"],
      before: "3",
      after: "4",
      learning: [
        {
          idea: "Let whoever knows the person chair the review. Colleagues came, because somebody they know asked them (invented).",
          level: "public",
          tag: "practice",
        },
      ],
    },
  }),
  move(
    "2018-02-13",
    "09:30",
    lead(site),
    answersLine(site, "2018-02-07", {
      as: "dispute",
      line: "One school",
      says: "The school has offered two other dates. It did not refuse (invented).",
    }),
  ),
  move(
    "2018-02-14",
    "16:00",
    coach,
    moves(site, "2018-02-07", "addendum", {
      text: "The school had offered two other dates by the day of the visit. The line above says less than that (invented).",
    }),
  ),
]

const ending: Move[] = [
  ...meeting(site, {
    on: "2018-03-27",
    kind: "visit",
    who: team,
    talked:
      "Five of seven reviews were led by the worker.\nWhat the directors will be asked on 18 April, and what it costs to go on (invented).",
    actions: [
      {
        of: "Count how many reviews",
        now: "done",
        because: "Five of seven, in the team’s table (invented).",
      },
      {
        text: "Bring the directors one page: what changed, what it costs (invented)",
        owner: "site",
        due: "2018-04-13",
      },
    ],
    next: "2018-04-18",
    shared: ["2018-03-28", "16:00"],
    agreed: ["2018-04-05", "09:40"],
    closed: "2018-04-09",
    more: { stage: "embed", topics: ["sustaining", "evaluation"] },
  }),
  ...meeting(site, {
    planned: "2018-03-26",
    on: "2018-04-18",
    time: "10am",
    place: offices,
    kind: "visit",
    who: "The site lead, the sponsor, four named social workers and two parents (invented)",
    talked:
      "What each would keep: one number to ring, the page for families, reviews led by whoever knows the person.\nThe role stays; the directors said so this morning (invented).",
    shared: ["2018-04-19", "16:00"],
    agreed: ["2018-04-24", "09:40"],
    closed: "2018-04-26",
    more: { stage: "close", topics: ["sustaining"], before: "4", after: "5" },
  }),
]

/** From February to the end of the pilot at the end of April. */
export const haltonSpring: Move[] = [...february, ...ending]
