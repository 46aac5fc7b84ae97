import { calls, type Move } from "./acts.ts"
import { lead, move } from "./returns.ts"
import {
  about,
  adviser,
  answersPanel,
  chair,
  coordinator,
  decider,
  noLinks,
  panel,
  reader,
  scores,
  scoresAndSends,
  second,
  shares,
} from "./selection-acts.ts"
import { sheets } from "./selection-sheets.ts"

/** The Monday after the close is a bank holiday: the chair opens on the Tuesday, and everybody says their links. */
const opening: Move[] = [
  move("2017-08-29", "09:30", chair, calls(`${panel}/open`, {})),
  move("2017-08-29", "09:40", chair, noLinks),
  move("2017-08-29", "10:15", coordinator, noLinks),
  move("2017-08-29", "11:05", reader, noLinks),
  move("2017-08-29", "14:20", second, noLinks),
  move("2017-08-29", "15:00", adviser, noLinks),
  move("2017-08-29", "16:30", decider, noLinks),
]

/** Whether they can apply, and who reads what: everything is read by two of three. */
const sharing: Move[] = [
  move("2017-08-30", "10:00", coordinator, about("halton", "check", { answer: "yes" })),
  move(
    "2017-08-30",
    "10:15",
    coordinator,
    about("bradford", "check", {
      answer: "yes, but",
      caveat1: "Tell us before the pilot starts who covers the other work of the workers (invented).",
    }),
  ),
  move("2017-08-30", "10:30", coordinator, about("shropshire", "check", { answer: "yes" })),
  move("2017-08-30", "14:00", chair, calls(`${panel}/assign/date`, { scoresBy: "2017-09-06" })),
  move(
    "2017-08-30",
    "14:10",
    chair,
    shares([
      ["halton", "p-reader"],
      ["halton", "p-chair"],
      ["bradford", "p-chair"],
      ["bradford", "p-second-reader"],
      ["shropshire", "p-reader"],
      ["shropshire", "p-second-reader"],
    ]),
  ),
]

const plain = (place: string, people: string) => ({
  text: [
    `${people} people in ${place} would each have one social worker (invented).`,
    "The social worker stays when a person moves or something changes.",
    "Other people do some of the work that the social worker did before.",
    "A group of people with a learning disability changed the plan.",
  ].join("\n"),
})

/** Plain words for the member with lived experience, what that member thinks of each, and a question to one of them. */
const listening: Move[] = [
  move("2017-08-31", "11:00", reader, about("halton", "plain", plain("Halton", "17"))),
  move("2017-08-31", "11:30", reader, about("shropshire", "plain", plain("Shropshire", "20"))),
  move("2017-08-31", "14:00", second, about("bradford", "plain", plain("Bradford", "40"))),
  move(
    "2017-08-31",
    "15:00",
    second,
    about("bradford", "questions", {
      section: "delivery",
      question: "Which part of the two posts is covered, from which month, and by whom? (invented)",
      answerBy: "2017-09-05",
    }),
  ),
  move(
    "2017-09-04",
    "11:30",
    lead("bradford"),
    answersPanel(
      "bradford",
      1,
      "Two days a week of each post, from October, by two workers of the review team until December. From January we recruit. (invented)",
    ),
  ),
  move(
    "2017-09-05",
    "11:00",
    adviser,
    about("halton", "view", {
      face: "good",
      why: "say",
      words: "I would know who to ring. I want to meet my social worker before I move. (invented)",
    }),
  ),
  move(
    "2017-09-06",
    "11:00",
    adviser,
    about("bradford", "view", {
      face: "unsure",
      why: "say",
      words: "Forty people is a lot. Will my social worker have time for me? (invented)",
    }),
  ),
  move("2017-09-07", "14:00", adviser, about("shropshire", "view", { face: "good", why: "no" })),
]

const { halton, bradford, shropshire } = sheets

/** Two sheets for each by Wednesday 6 September; one is a day late. */
const scoring: Move[] = [
  move("2017-09-01", "12:00", reader, scoresAndSends("halton", halton.first)),
  move("2017-09-04", "14:00", chair, scoresAndSends("halton", halton.second)),
  move("2017-09-05", "09:30", chair, scoresAndSends("bradford", bradford.first)),
  move("2017-09-05", "15:00", second, scoresAndSends("bradford", bradford.second)),
  move("2017-09-06", "10:30", reader, scoresAndSends("shropshire", shropshire.first)),
  move("2017-09-06", "16:40", second, scores("shropshire", shropshire.second.slice(0, 2))),
  move("2017-09-07", "10:30", second, scoresAndSends("shropshire", shropshire.second.slice(2), 2)),
]

/** The meeting of Friday 8 September: one score lies too far apart. */
const moderating: Move[] = [
  move(
    "2017-09-08",
    "10:30",
    chair,
    about("bradford", "moderation", {
      points: { c3: 3 },
      reasons: {
        c3: "Both readers read the answer to our question again: October to December is covered, and from January it rests on recruiting. A condition can hold that. (invented)",
      },
    }),
  ),
]

/** From the opening of the round to the last score that counts. What people of the panel think is invented. */
export const selection: Move[] = [...opening, ...sharing, ...listening, ...scoring, ...moderating]
