import type { Door } from "../doors.ts"

const phase = "/funding/phases/:phase"
const site = `${phase}/sites/:organisation`

const seen: Door = { for: "see money" }
const why = "It spends later than it thought."

const offer = { amount: 9_282_700, because: "As it was decided.", answerBy: "2017-10-06" }
const offerPage = {
  form: "light",
  amount: "92,827",
  because: "As it was decided.",
  "answerBy.day": "6",
  "answerBy.month": "10",
  "answerBy.year": "2017",
}
const previewing = (gives: Door["gives"]): Door => ({ for: "offer", gives })
const keyed = (right: Door["for"], gives: Record<string, unknown>): Door => ({
  for: right,
  gives: () => gives,
  keyed: true,
})

export const accountsDoors: Record<string, Door> = {
  "GET /funding": seen,
  [`GET ${phase}`]: seen,
  [`GET ${phase}/sites.csv`]: seen,
  [`GET ${site}`]: seen,
  [`GET ${site}/ledger`]: seen,
  [`GET ${site}/ledger.csv`]: seen,
  [`GET ${site}/offer`]: { for: "offer" },
  [`POST ${site}/offer/preview`]: previewing(() => offerPage),
  [`POST ${site}/offer`]: keyed("offer", offerPage),
  [`GET ${site}/vary`]: { for: "vary" },
  [`POST ${site}/vary`]: keyed("vary", { form: "light", amount: "92,827", because: why }),
  [`GET ${site}/carry-over`]: { for: "consent to carry over" },
  [`POST ${site}/carry-over`]: keyed("consent to carry over", {
    from: "2017-18",
    amount: "1,000",
    because: why,
  }),
  [`GET ${site}/mid-phase`]: { for: "decide mid-phase" },
  [`POST ${site}/mid-phase`]: keyed("decide mid-phase", { decision: "continue", because: why }),
  [`GET ${site}/leave`]: { for: "leave" },
  [`POST ${site}/leave`]: keyed("leave", {
    "on.day": "31",
    "on.month": "1",
    "on.year": "2018",
    because: why,
  }),

  "GET /api/funding": seen,
  [`GET /api${phase}`]: seen,
  [`GET /api${site}`]: seen,
  [`GET /api${site}/ledger`]: seen,
  [`POST /api${site}/offer/preview`]: previewing(() => offer),
  [`POST /api${site}/offer`]: keyed("offer", offer),
  [`POST /api${site}/vary`]: keyed("vary", { amount: 9_282_700, because: why }),
  [`POST /api${site}/carry-over`]: keyed("consent to carry over", {
    from: "2017-18",
    amount: 100_000,
    because: why,
  }),
  [`POST /api${site}/mid-phase`]: keyed("decide mid-phase", { decision: "continue", because: why }),
  [`POST /api${site}/leave`]: keyed("leave", { on: "2018-01-31", because: why }),
}
