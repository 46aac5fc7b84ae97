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

const costs = "/findings/:phase/costs"
const lines = `${costs}/lines`
const line = `${lines}/:line`

const seeing: Door = { for: "see findings" }
const estimating: Door = { for: "estimate costs" }

const said = {
  change: "Days in a hospital far from home",
  shownBy: "Admissions",
  effect: "less",
  priceYear: 2017,
  source: "Unit costs of health and social care 2017, page 29",
  confidence: "medium",
  benefits: "nhs",
  sort: "fiscal",
}
const inApi = { ...said, count: { low: 1, high: 3 }, unit: { low: 40_000, high: 62_000 } }
const onPage = { ...said, countLow: "1", countHigh: "3", unitLow: "400", unitHigh: "620" }

/** The first page of whoever follows the evaluation, and what the evaluator estimates. */
const deskDoors: Record<string, Door> = {
  "GET /findings": seeing,
  "GET /findings/sites.csv": seeing,
  [`GET ${costs}`]: estimating,
  [`GET ${costs}/print`]: estimating,
  [`GET ${costs}/lines.csv`]: estimating,
  [`GET ${lines}`]: estimating,
  [`POST ${lines}`]: { for: "estimate costs", gives: () => onPage, keyed: true },
  [`GET ${line}`]: estimating,
  [`POST ${line}`]: { for: "estimate costs", gives: (revision) => ({ ...onPage, revision }), keyed: true },
  [`GET ${line}/remove`]: estimating,
  [`POST ${line}/remove`]: { for: "estimate costs", gives: (revision) => ({ revision }), keyed: true },

  "GET /api/findings": seeing,
  [`GET /api${costs}`]: estimating,
  [`POST /api${lines}`]: { for: "estimate costs", gives: () => inApi, keyed: true },
  [`POST /api${line}`]: { for: "estimate costs", gives: (revision) => ({ ...inApi, revision }), keyed: true },
  [`POST /api${line}/remove`]: { for: "estimate costs", gives: (revision) => ({ revision }), keyed: true },
}

/** Every route of this part of the evaluation, with who it is for. */
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
  ...deskDoors,
}
