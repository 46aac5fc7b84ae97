import type { Door } from "../doors.ts"

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
export const findingsDoors: Record<string, Door> = { ...deskDoors }
