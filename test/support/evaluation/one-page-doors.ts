import type { Door } from "../doors.ts"

const one = "/organisations/:organisation/evaluation/:phase/one-page"
const taking: Door = { for: "take one page" }
const words: Door = {
  for: "write one page",
  gives: () => ({ seen: 0, posts: "Three, two days a week each." }),
  keyed: true,
}
const question = { question: "Will it go on?", asked: "Health Policy and Performance Board" }
const asking: Door = {
  for: "write one page",
  gives: () => ({ ...question, "due.day": "29", "due.month": "9", "due.year": "2018" }),
  keyed: true,
}

/** The council's one page, and what its Board asks. */
export const onePageDoors: Record<string, Door> = {
  [`GET ${one}`]: taking,
  [`GET ${one}/file`]: taking,
  [`GET ${one}/words`]: { for: "write one page" },
  [`POST ${one}/words`]: words,
  [`GET ${one}/question`]: { for: "write one page" },
  [`POST ${one}/question`]: asking,
  [`GET /api${one}`]: taking,
  [`POST /api${one}/words`]: words,
  [`POST /api${one}/question`]: { ...asking, gives: () => ({ ...question, due: "2018-09-29" }) },
}
