import type { Door } from "../doors.ts"

const phase = "/funding/phases/:phase"
const site = `${phase}/sites/:organisation`
const payment = `${site}/payments/:number`
const recoveries = `${site}/recoveries`
const recovery = `${recoveries}/:number`
const check = `${site}/checks/:round`
const files = "/funding/payer-files"
const file = `${files}/:file`
const sample = `${phase}/sample`

const seeing: Door = { for: "see money" }
const nothing = () => ({})
const authorising: Door = { for: "authorise payment", gives: nothing, keyed: true }
const because = "Two salaries were paid twice."
const answer = "reference,outcome,date,payer's reference\nNSW2-HAL-P9-222222,paid,2017-10-20,BACS 17\n"
const found = "The ledger extract shows every line of it."

export const payingDoors: Record<string, Door> = {
  "GET /funding/payments": seeing,
  "GET /funding/payments.csv": { for: "send payments to the payer" },
  [`GET ${payment}`]: seeing,
  [`POST ${payment}`]: authorising,
  [`GET ${recoveries}`]: { for: "owe back" },
  [`POST ${recoveries}`]: { for: "owe back", gives: () => ({ amount: "120", because }), keyed: true },
  [`GET ${recovery}`]: seeing,
  [`POST ${recovery}`]: { for: "approve recovery", gives: () => ({ step: "approve" }), keyed: true },
  [`GET ${site}/reconcile`]: seeing,
  [`POST ${site}/reconcile`]: { for: "reconcile", gives: nothing, keyed: true },
  [`GET ${site}/close`]: seeing,
  [`POST ${site}/close`]: { for: "close", gives: nothing, keyed: true },
  [`GET ${check}`]: seeing,
  [`POST ${check}`]: { for: "check", gives: () => ({ result: "right", because: found }), keyed: true },
  [`GET ${files}`]: seeing,
  [`POST ${files}`]: { for: "confirm payment", gives: () => ({ text: answer }), keyed: true },
  [`GET ${file}`]: seeing,
  [`POST ${file}`]: { for: "confirm payment", gives: nothing, keyed: true },
  [`GET ${sample}`]: seeing,
  [`POST ${sample}`]: { for: "choose for checking", gives: () => ({ rate: "10" }), keyed: true },

  "GET /api/funding/payments": seeing,
  [`GET /api${payment}`]: seeing,
  [`POST /api${payment}`]: authorising,
  [`GET /api${recoveries}`]: { for: "owe back" },
  [`POST /api${recoveries}`]: { for: "owe back", gives: () => ({ amount: 12_000, because }), keyed: true },
  [`GET /api${recovery}`]: seeing,
  [`POST /api${recovery}`]: { for: "approve recovery", gives: () => ({ step: "approve" }), keyed: true },
  [`GET /api${site}/reconcile`]: seeing,
  [`POST /api${site}/reconcile`]: { for: "reconcile", gives: nothing, keyed: true },
  [`GET /api${site}/close`]: seeing,
  [`POST /api${site}/close`]: { for: "close", gives: nothing, keyed: true },
  [`GET /api${check}`]: seeing,
  [`POST /api${check}`]: { for: "check", gives: () => ({ result: "right", because: found }), keyed: true },
  [`GET /api${files}`]: seeing,
  [`POST /api${files}`]: { for: "confirm payment", gives: () => ({ text: answer }), keyed: true },
  [`GET /api${file}`]: seeing,
  [`POST /api${file}`]: { for: "confirm payment", gives: nothing, keyed: true },
  [`GET /api${sample}`]: seeing,
  [`POST /api${sample}`]: { for: "choose for checking", gives: () => ({ rate: 10 }), keyed: true },
}
