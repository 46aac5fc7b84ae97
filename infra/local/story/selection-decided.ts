import { joining } from "../demonstration/phases.ts"
import { calls, type Move } from "./acts.ts"
import { lead, move, pence } from "./returns.ts"
import {
  about,
  chair,
  closesFirst,
  coordinator,
  decider,
  decides,
  joins,
  panel,
  reader,
  second,
} from "./selection-acts.ts"
import { isApplicant } from "./selection-sheets.ts"

/** Two strengths and two gaps for each, as its applicant reads them. */
const feedback: Move[] = [
  move(
    "2017-09-12",
    "10:00",
    reader,
    about("halton", "feedback", {
      strengths: [
        "You know the people it is about, and the same worker stays with each of them. (invented)",
        "The cover for part of two posts is named and costed. (invented)",
      ],
      gaps: [
        "One measure is few: add one that families can answer. (invented)",
        "Say earlier whether the role stays, and who pays for it then. (invented)",
      ],
    }),
  ),
  move(
    "2017-09-12",
    "11:00",
    reader,
    about("shropshire", "feedback", {
      strengths: [
        "People with a learning disability changed the plan before it was sent. (invented)",
        "The money is in proportion to twenty people and two posts. (invented)",
      ],
      gaps: [
        "Count the distances: in a large county they cost time. (invented)",
        "Say when the measure is taken, and by whom. (invented)",
      ],
    }),
  ),
  move(
    "2017-09-13",
    "09:30",
    second,
    about("bradford", "feedback", {
      strengths: [
        "Forty people would have a worker who is there when something changes. (invented)",
        "You answered our question quickly, and the answer was of use. (invented)",
      ],
      gaps: [
        "From January the cover rests on recruiting. (invented)",
        "The decision about the role comes late for so many people. (invented)",
      ],
    }),
  ),
]

const viewsUsed = "The view was read out before the decision, and the feedback takes it up. (invented)"

/** Amounts are published; what they were decided by is invented. */
const decisions: Move[] = [
  move(
    "2017-09-15",
    "10:00",
    decider,
    decides("halton", {
      decision: "successful",
      amount: pence(92_827),
      reason:
        "It knows the people it is about, its cover is named and costed, and both readers found it good in every part that carries weight. The amount is what it asks for and is within the ceiling of the round. (invented)",
      viewsUsed,
    }),
  ),
  move(
    "2017-09-15",
    "10:20",
    decider,
    decides("bradford", {
      decision: "with conditions",
      amount: pence(50_000),
      conditions: [
        {
          text: "Tell us which posts cover the other work of the workers from January 2018. (invented)",
          due: "2017-10-31",
        },
      ],
      reason:
        "It reaches the most people, and the readers agree about the idea. Who does the other work from January is not settled, so the award has a condition with a day in October, before the cover runs out. (invented)",
      viewsUsed:
        "The view asks whether a worker has time for each of forty people. The condition is there because of it. (invented)",
    }),
  ),
  move(
    "2017-09-15",
    "10:40",
    decider,
    decides("shropshire", {
      decision: "successful",
      amount: pence(60_692),
      reason:
        "A large county with long ways is a test that the programme needs, and people with a learning disability shaped the plan. The readers see a slow start, which the coach can help with, and nothing that speaks against it. (invented)",
      viewsUsed,
    }),
  ),
]

/** Told in confidence, on the next working day. */
const telling: Move[] = [
  move("2017-09-15", "15:00", chair, calls(`${panel}/telling/seal`, {})),
  move("2017-09-18", "10:00", decider, calls(`${panel}/telling/tell`, {})),
]

/** The three become sites of the phase by their days; the coordinator then says where the facts are from, and who coaches. */
const joiningPhase: Move[] = joining.flatMap(({ organisation, from, to, award, note, coach }, place) =>
  isApplicant(organisation)
    ? [
        move("2017-09-18", `14:${place}0`, chair, joins(organisation, { from, to })),
        move(
          "2017-09-19",
          `10:${place}0`,
          coordinator,
          calls(`/programme/phases/NSW2/sites/${organisation}`, {
            answers: { joined: "applied", from, to, award, note, coach: coach?.person },
          }),
        ),
      ]
    : [],
)

/** The minute at which public pages name the sites is published; who set it, and when, is not (invented). */
const announcing: Move[] = [
  move(
    "2017-10-10",
    "15:00",
    decider,
    calls(`${panel}/announcement`, { when: "later", on: "2017-10-12", time: "09:30" }),
  ),
  move(
    "2017-10-26",
    "11:15",
    lead("bradford"),
    closesFirst(
      "bradford",
      "Two posts of the review team, named in the rota of 25 October, cover it until March. (invented)",
    ),
  ),
]

/** From the feedback to the announcement, and what one site had to do for its award. */
export const decided: Move[] = [...feedback, ...decisions, ...telling, ...joiningPhase, ...announcing]
