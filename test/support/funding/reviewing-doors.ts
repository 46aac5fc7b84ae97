import type { Door } from "../doors.ts"

const one = "/funding/phases/:phase/sites/:organisation/returns/:reference"

const reading: Door = { for: "read" }
const seen = (revision: number) => ({ revision })
const look: Door = { for: "look", gives: () => ({}), keyed: true }
const check: Door = { for: "check completeness", gives: seen, keyed: true }
const settle: Door = { for: "settle", gives: () => ({}), keyed: true }
const accept: Door = { for: "accept", gives: seen, keyed: true }
const question = { about: "all", text: "What is in it?" }
const ask: Door = {
  for: "ask",
  gives: () => ({ ...question, answerBy: "2018-01-29" }),
  keyed: true,
}
const askOnPage: Door = {
  ...ask,
  gives: () => ({ ...question, "answerBy.day": "29", "answerBy.month": "1", "answerBy.year": "2018" }),
}
const opening = (whom: "send back" | "reopen"): Door => ({
  for: whom,
  gives: (revision) => ({
    revision,
    sections: ["spending"],
    note: "The backfill is not that of the ledger.",
  }),
  keyed: true,
})
const openingOnPage = (whom: "send back" | "reopen"): Door => ({
  ...opening(whom),
  gives: (revision) => ({ revision, sections: "spending", note: "The backfill is not that of the ledger." }),
})

/** Reading a return that was sent, and what the department does about it. */
export const reviewingDoors: Record<string, Door> = {
  [`GET ${one}`]: reading,
  [`GET ${one}/compare/:version`]: reading,
  [`POST ${one}/look`]: look,
  [`POST ${one}/check`]: check,
  [`GET ${one}/questions`]: reading,
  [`POST ${one}/questions`]: askOnPage,
  [`POST ${one}/questions/:number/settle`]: settle,
  [`GET ${one}/send-back`]: reading,
  [`POST ${one}/send-back`]: openingOnPage("send back"),
  [`POST ${one}/accept`]: accept,
  [`GET ${one}/reopen`]: reading,
  [`POST ${one}/reopen`]: openingOnPage("reopen"),

  [`GET /api${one}`]: reading,
  [`GET /api${one}/compare/:version`]: reading,
  [`POST /api${one}/look`]: look,
  [`POST /api${one}/check`]: check,
  [`POST /api${one}/questions`]: ask,
  [`POST /api${one}/questions/:number/settle`]: settle,
  [`POST /api${one}/send-back`]: opening("send back"),
  [`POST /api${one}/accept`]: accept,
  [`POST /api${one}/reopen`]: opening("reopen"),
}
