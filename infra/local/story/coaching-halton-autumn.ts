import type { Move } from "./acts.ts"
import { about, answersLine, coach, meeting, moves } from "./coaching-acts.ts"
import { lead, move } from "./returns.ts"

const site = "halton"
const team = "The site lead and two named social workers (invented)"

/** The autumn: how it will be known that it helps, and who covers. The month of the first visit is published. */
const autumn: Move[] = [
  ...meeting(site, {
    planned: "2017-10-11",
    on: "2017-10-24",
    time: "10am",
    place: "The council’s offices (invented)",
    kind: "evaluation-visit",
    who: "The site lead, three named social workers and two parents (invented)",
    talked:
      "What a good life means to the young people here, and how anybody would see that it comes nearer.\nFive measures were chosen; one of them is in the young people’s own words (invented).",
    next: "2017-12-06",
    shared: ["2017-10-25", "16:00"],
    agreed: ["2017-10-30", "09:40"],
    closed: "2017-11-08",
    more: {
      secondCoach: "An associate of SCIE",
      stage: "design",
      topics: ["evaluation", "coproduction"],
      attended: [
        {
          role: "Parents (invented)",
          organisation: "A carers’ group (invented)",
          number: 2,
          livedExperience: true,
          paid: true,
        },
      ],
    },
  }),
  ...meeting(site, {
    planned: "2017-10-20",
    on: "2017-12-06",
    time: "10am",
    place: "The council’s offices (invented)",
    kind: "visit",
    who: team,
    talked:
      "One cover has not begun, so duty takes a worker back each Monday.\nFourteen of 17 people have met their worker.\nFamilies still ring the old number (invented).",
    actions: [
      { text: "Name who takes duty on Mondays (invented)", owner: "site", due: "2018-01-12" },
      {
        text: "Write down on one page how a family reaches its worker (invented)",
        owner: "site",
        due: "2018-01-05",
      },
      { text: "Send the rota that another site uses (invented)", owner: "coach", due: "2018-01-12" },
    ],
    next: "2018-01-09",
    shared: ["2017-12-07", "16:00"],
    more: {
      stage: "test",
      topics: ["team", "model"],
      stuck: ["backfill"],
      before: "3",
      after: "3",
      learning: [
        {
          idea: "Write what stops before you write what starts: duty is the first thing that takes a worker back (invented).",
          level: "community",
          tag: "team",
        },
      ],
    },
  }),
  move(
    "2017-12-12",
    "09:30",
    lead(site),
    answersLine(site, "2017-12-06", {
      as: "agree with comment",
      line: "Fourteen of 17",
      says: "Fifteen since Monday (invented).",
    }),
  ),
  move("2017-12-13", "17:20", coach, moves(site, "2017-12-06", "close")),
]

const cover = {
  title: "The second cover leaves before the spring (invented)",
  category: "backfill",
  owner: { side: "site", who: "Team manager" },
}

/** A risk that becomes high in December, with an action of it, and is over in April. */
const risk: Move[] = [
  move(
    "2017-10-17",
    "14:00",
    lead(site),
    about(site, "risks/add", {
      ...cover,
      before: { likelihood: 4, impact: 4 },
      after: { likelihood: 3, impact: 3 },
      doing: "The agency is asked early (invented).",
      proximity: "quarter",
      next: "2017-12-08",
    }),
  ),
  move(
    "2017-12-08",
    "14:00",
    lead(site),
    about(site, "risks/001/look", {
      ...cover,
      before: { likelihood: 5, impact: 4 },
      after: { likelihood: 4, impact: 4 },
      doing: "The manager takes duty, which cannot go on (invented).",
      proximity: "month",
      next: "2018-02-07",
      revision: 1,
      action: {
        text: "Ask the agency for a second name who could begin at once (invented)",
        owner: "site",
        due: "2018-02-02",
      },
    }),
  ),
  move(
    "2018-02-09",
    "14:00",
    lead(site),
    about(site, "risks/001/look", {
      ...cover,
      before: { likelihood: 4, impact: 4 },
      after: { likelihood: 2, impact: 4 },
      doing: "The agency has named somebody who knows the team (invented).",
      proximity: "quarter",
      next: "2018-04-18",
      revision: 2,
    }),
  ),
  move(
    "2018-04-18",
    "14:00",
    lead(site),
    about(site, "risks/001/close", { because: "The cover stayed to the end (invented)." }),
  ),
]

/** The first visits, and the risk that was foreseen. */
export const haltonAutumn: Move[] = [...autumn, ...risk]
