import type { Door } from "../doors.ts"

const money = "/organisations/:organisation/money"
const offer = `${money}/:phase/offer`
const setUp = `${money}/:phase/set-up`
const leave = `${money}/:phase/leave`

const seeing: Door = { for: "see own money" }
const accepting: Door = { for: "accept offer", gives: () => ({ hash: "none" }), keyed: true }
const declining: Door = { for: "decline offer", gives: () => ({ because: "We have no staff." }), keyed: true }
const left = { because: "We have no staff.", told: "In person, in May.", heavy: 2 }

/** The money of one site, for its own people. */
export const moneyDoors: Record<string, Door> = {
  [`GET ${money}`]: seeing,
  [`GET ${offer}`]: seeing,
  [`POST ${offer}/accept`]: accepting,
  [`GET ${offer}/decline`]: { for: "decline offer" },
  [`POST ${offer}/decline`]: declining,
  [`GET ${setUp}`]: { for: "enter" },
  [`GET ${setUp}/:task`]: { for: "set up" },
  [`POST ${setUp}/:task`]: { for: "set up", gives: () => ({ reference: "DPIA 17" }), keyed: true },
  [`GET ${leave}`]: { for: "leave" },
  [`POST ${leave}`]: {
    for: "leave",
    gives: () => ({ ...left, "on.day": "31", "on.month": "1", "on.year": "2018" }),
    keyed: true,
  },

  [`GET /api${money}`]: seeing,
  [`GET /api${offer}`]: seeing,
  [`POST /api${offer}/accept`]: accepting,
  [`POST /api${offer}/decline`]: declining,
  [`GET /api${setUp}`]: { for: "enter" },
  [`POST /api${setUp}/:task`]: {
    for: "set up",
    gives: () => ({ answers: { reference: "DPIA 17", on: "2017-09-15" } }),
    keyed: true,
  },
  [`GET /api${leave}`]: { for: "leave" },
  [`POST /api${leave}`]: { for: "leave", gives: () => ({ ...left, on: "2018-01-31" }), keyed: true },
}
