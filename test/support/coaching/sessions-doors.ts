import type { Door } from "../doors.ts"

const typed = "/organisations/:organisation/coaching/:phase/typed/:typed"
const all = "/organisations/:organisation/coaching/:phase/sessions"
const one = `${all}/:session`

const reading: Door = { for: "see coaching" }
const day = (on: string) => {
  const [year = "", month = "", day = ""] = on.split("-")
  return { "on.day": day, "on.month": month, "on.year": year }
}

const plan = { kind: "visit", time: "2pm", place: "The town hall" }
const planPage: Door = { for: "plan session", gives: () => ({ ...plan, ...day("2018-02-06") }), keyed: true }
const planOperation: Door = { for: "plan session", gives: () => ({ ...plan, on: "2018-02-06" }), keyed: true }
const cancelling: Door = { for: "plan session", gives: () => ({ because: "The team is away." }), keyed: true }

const written = { kind: "call", who: "The lead", talked: "How backfill goes." }
const sharing: Door = { for: "write session", gives: (revision) => ({ revision }), keyed: true }
const agreeing: Door = { for: "answer session", gives: () => ({ version: 1 }), keyed: true }
const adding: Door = { for: "add addendum", gives: () => ({ text: "It was Tuesday." }), keyed: true }

/** Every route of coaching sessions, with who it is for. */
export const sessionsDoors: Record<string, Door> = {
  [`GET ${typed}`]: reading,
  [`GET ${typed}/discard`]: reading,
  [`POST ${typed}/discard`]: { for: "see coaching", gives: () => ({}) },
  [`GET ${all}`]: reading,
  [`GET ${all}.csv`]: reading,
  [`GET ${all}/plan`]: { for: "plan session" },
  [`POST ${all}/plan`]: planPage,
  [`GET ${all}/write`]: { for: "write session" },
  [`POST ${all}/write`]: {
    for: "write session",
    gives: () => ({ ...written, ...day("2018-01-15") }),
    keyed: true,
  },
  [`GET ${one}`]: reading,
  [`GET ${one}/print`]: reading,
  [`GET ${one}/versions/:version`]: reading,
  [`GET ${one}/plan`]: { for: "plan session" },
  [`POST ${one}/plan`]: planPage,
  [`GET ${one}/cancel`]: { for: "plan session" },
  [`POST ${one}/cancel`]: cancelling,
  [`GET ${one}/write`]: { for: "write session" },
  [`POST ${one}/write`]: { for: "write session", gives: (revision) => ({ revision, ...written }) },
  [`GET ${one}/more`]: { for: "write session" },
  [`POST ${one}/more`]: { for: "write session", gives: (revision) => ({ revision, minutes: "60" }) },
  [`GET ${one}/share`]: { for: "write session" },
  [`POST ${one}/share`]: sharing,
  [`GET ${one}/agree`]: reading,
  [`POST ${one}/agree`]: agreeing,
  [`GET ${one}/change`]: { for: "comment on session" },
  [`POST ${one}/change`]: {
    for: "comment on session",
    gives: () => ({ version: 1, as: "comment", all: "We would add the date." }),
    keyed: true,
  },
  [`GET ${one}/addendum`]: { for: "add addendum" },
  [`POST ${one}/addendum`]: adding,
  [`GET ${one}/close`]: reading,
  [`POST ${one}/close`]: { for: "write session", gives: () => ({}), keyed: true },

  [`GET /api${all}`]: reading,
  [`GET /api${one}`]: reading,
  [`GET /api${one}/versions/:version`]: reading,
  [`POST /api${all}/plan`]: planOperation,
  [`POST /api${one}/plan`]: planOperation,
  [`POST /api${one}/cancel`]: cancelling,
  [`POST /api${all}/write`]: {
    for: "write session",
    gives: () => ({ answers: { ...written, on: "2018-01-15" } }),
    keyed: true,
  },
  [`POST /api${one}/write`]: { for: "write session", gives: (revision) => ({ revision, core: written }) },
  [`POST /api${one}/share`]: sharing,
  [`POST /api${one}/agree`]: agreeing,
  [`POST /api${one}/change`]: {
    for: "comment on session",
    gives: () => ({
      version: 1,
      as: "comment",
      lines: [{ line: "all", says: "We would add the date.", wrong: false }],
    }),
    keyed: true,
  },
  [`POST /api${one}/addendum`]: adding,
  [`POST /api${one}/close`]: { for: "write session", gives: () => ({}), keyed: true },
}
