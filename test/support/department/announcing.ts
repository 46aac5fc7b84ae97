import type { Door } from "../doors.ts"

const announcement = "/department/rounds/:round/announcement"
const phase = "/department/rounds/:round/phase"
const one = `${phase}/:reference`
const foi = "/department/rounds/:round/foi"

const now: Door = { for: "announce", gives: () => ({ when: "now" }), keyed: true }
const link: Door = { for: "announce", gives: () => ({}), keyed: true }
const days = {
  "from.day": "1",
  "from.month": "10",
  "from.year": "2017",
  "to.day": "31",
  "to.month": "3",
  "to.year": "2018",
}
const joining: Door = { for: "take into the phase" }
const why = "The first of the successful cannot go ahead, and this one is the next on the list. "
const promoting = { decision: "successful", reason: why.repeat(3) }
const because = { because: "Request 17 of this year." }

export const announcingDoors: Record<string, Door> = {
  "GET /announcements/:token": { for: "everybody" },
  [`GET ${announcement}`]: { for: "announce" },
  [`POST ${announcement}`]: now,
  [`GET ${announcement}/sheet`]: { for: "announce" },
  [`POST ${announcement}/office`]: link,
  [`POST ${announcement}/office/stop`]: link,
  [`GET ${phase}`]: joining,
  [`POST ${phase}`]: { ...joining, gives: () => ({}) },
  [`GET ${one}`]: joining,
  [`POST ${one}`]: { ...joining, gives: () => days, keyed: true },
  [`GET ${one}/promote`]: { for: "decide" },
  [`POST ${one}/promote`]: { for: "decide", gives: () => ({ ...promoting, amount: "40000" }), keyed: true },
  [`GET ${foi}`]: { for: "export the round" },
  [`POST ${foi}`]: { for: "export the round", gives: () => because, keyed: true },

  [`GET /api${announcement}`]: { for: "announce" },
  [`POST /api${announcement}`]: now,
  [`POST /api${announcement}/office`]: link,
  [`POST /api${announcement}/office/stop`]: link,
  [`GET /api${phase}`]: joining,
  [`POST /api${phase}`]: { ...joining, gives: () => ({}) },
  [`POST /api${one}`]: { ...joining, gives: () => ({ from: "2017-10-01", to: "2018-03-31" }), keyed: true },
  [`POST /api${one}/promote`]: {
    for: "decide",
    gives: () => ({ ...promoting, amount: 4_000_000 }),
    keyed: true,
  },
  [`GET /api${foi}`]: { for: "export the round" },
  [`POST /api${foi}`]: { for: "export the round", gives: () => because, keyed: true },
}
