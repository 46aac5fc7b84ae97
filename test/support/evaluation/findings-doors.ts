import type { Door } from "../doors.ts"
import { releasesDoors } from "./releases-doors.ts"

import { reportsDoors } from "./reports-doors.ts"

const reading: Door = { for: "read shared stories" }
const one = "/findings/stories/:phase/:organisation/:story"

const answers = "/findings/:phase/answers"
const wave = `${answers}/waves/:wave`

const collecting: Door = { for: "collect answers" }
const making = (gives: Record<string, unknown>): Door => ({
  for: "collect answers",
  gives: () => gives,
  keyed: true,
})
const asked = { site: "halton", group: "people", point: "baseline", title: "Autumn 2017" }

/** Answers that come straight to evaluators. */
const answerDoors: Record<string, Door> = {
  [`GET ${answers}`]: collecting,
  [`GET /api${answers}`]: collecting,
  [`GET ${answers}/totals.csv`]: collecting,
  [`GET ${answers}/words.csv`]: collecting,
  [`GET ${answers}/ask`]: collecting,
  [`POST ${answers}/ask`]: making({ ...asked, "until.day": "31", "until.month": "3", "until.year": "2018" }),
  [`POST /api${answers}/ask`]: making({ ...asked, until: "2018-03-31" }),
  [`GET ${wave}`]: collecting,
  [`GET /api${wave}`]: collecting,
  [`GET ${wave}/slips`]: collecting,
  [`GET ${wave}/paper`]: collecting,
  [`POST ${wave}/paper`]: making({ "knows-who": "yes" }),
  [`POST /api${wave}/paper`]: making({ said: { "knows-who": "yes" } }),
  [`GET ${wave}/close`]: collecting,
  [`POST ${wave}/close`]: making({}),
  [`POST /api${wave}/close`]: making({}),
}

/** Every route of this part of the evaluation, with who it is for. */
export const findingsDoors: Record<string, Door> = {
  ...answerDoors,
  "GET /findings/stories": reading,
  "GET /findings/stories.csv": reading,
  [`GET ${one}`]: reading,
  "GET /api/findings/stories": reading,
  [`GET /api${one}`]: reading,
  ...reportsDoors,
  ...releasesDoors,
}
