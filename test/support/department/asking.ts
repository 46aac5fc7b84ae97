import type { Door } from "../doors.ts"

const questions = "/department/rounds/:round/expressions/:reference/questions"
const mine = "/organisations/:organisation/submissions/:reference/panel-questions"

const reading: Door = { for: "read expressions" }
const ask: Door = {
  for: "ask applicants",
  gives: () => ({ section: "amount", question: "What does the first month buy?", answerBy: "2017-09-05" }),
  keyed: true,
}

/** Asking an applicant, and reading what they answered. */
export const askingDoors: Record<string, Door> = {
  [`GET ${questions}`]: reading,
  [`POST ${questions}`]: {
    ...ask,
    gives: () => ({
      section: "amount",
      question: "What does the first month buy?",
      "answerBy.day": "5",
      "answerBy.month": "9",
      "answerBy.year": "2017",
    }),
  },
  [`GET /api${questions}`]: reading,
  [`POST /api${questions}`]: ask,
}

const read: Door = { for: "read" }
/** Whoever may save may answer: a right of its own would say the same of the same roles. */
const answer: Door = { for: "read", gives: () => ({ answer: "Two posts, from October." }), keyed: true }

/** The applicant's side of it. */
export const answeringDoors: Record<string, Door> = {
  [`GET ${mine}/:number`]: read,
  [`POST ${mine}/:number`]: answer,
  [`GET /api${mine}`]: read,
  [`GET /api${mine}/:number`]: read,
  [`POST /api${mine}/:number`]: answer,
}
