import type { Door } from "../doors.ts"

const help = "/organisations/:organisation/coaching/:phase/help"
const one = `${help}/:number`
const reading: Door = { for: "see coaching" }
const asking: Door = {
  for: "ask for help",
  gives: () => ({ what: "backfill", asks: "May the money pay for cover?" }),
  keyed: true,
}
const answering: Door = { for: "answer help", gives: () => ({ says: "Yes, it may." }), keyed: true }
const askingBack: Door = { for: "answer help", gives: () => ({ asks: "For how many weeks?" }), keyed: true }
const saying: Door = { for: "ask for help", gives: () => ({ says: "For six." }), keyed: true }
const withdrawing: Door = { for: "ask for help", gives: () => ({ because: "We found cover." }), keyed: true }

/** What a site asks the department, and what it says. */
export const helpDoors: Record<string, Door> = {
  [`GET ${help}`]: reading,
  [`GET ${help}/ask`]: { for: "ask for help" },
  [`POST ${help}/ask`]: asking,
  [`GET ${one}`]: reading,
  [`GET ${one}/answer`]: { for: "answer help" },
  [`POST ${one}/answer`]: answering,
  [`GET ${one}/ask-back`]: { for: "answer help" },
  [`POST ${one}/ask-back`]: askingBack,
  [`GET ${one}/say-more`]: { for: "ask for help" },
  [`POST ${one}/say-more`]: saying,
  [`GET ${one}/withdraw`]: { for: "ask for help" },
  [`POST ${one}/withdraw`]: withdrawing,
  [`GET /api${help}`]: reading,
  [`GET /api${one}`]: reading,
  [`POST /api${help}/ask`]: asking,
  [`POST /api${one}/answer`]: answering,
  [`POST /api${one}/ask-back`]: askingBack,
  [`POST /api${one}/say-more`]: saying,
  [`POST /api${one}/withdraw`]: withdrawing,
}
