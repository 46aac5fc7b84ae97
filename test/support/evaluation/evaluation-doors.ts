import type { Door } from "../doors.ts"
import { figuresDoors } from "./figures-doors.ts"
import { onePageDoors } from "./one-page-doors.ts"

const site = "/organisations/:organisation/evaluation/:phase"

/** Links to hand on: for whoever sees true counts, as the council's one page is. */
const handing: Door = { for: "take one page" }
const answerDoors: Record<string, Door> = {
  [`GET ${site}/answers`]: handing,
  [`GET /api${site}/answers`]: handing,
}

const at = "/organisations/:organisation/evaluation"
const one = `${at}/:phase/returns/:reference`

const seeing: Door = { for: "see evaluation" }
const reading: Door = { for: "review evaluation return" }
const press: Door = { for: "review evaluation return", gives: () => ({}), keyed: true }
const accept: Door = { for: "review evaluation return", gives: (revision) => ({ revision }), keyed: true }
const question = { about: "all", text: "What is in it?" }
const ask: Door = {
  for: "review evaluation return",
  gives: () => ({ ...question, answerBy: "2018-01-29" }),
  keyed: true,
}
const askOnPage: Door = {
  ...ask,
  gives: () => ({ ...question, "answerBy.day": "29", "answerBy.month": "1", "answerBy.year": "2018" }),
}
const note = "The group changed since."
const opening: Door = {
  for: "review evaluation return",
  gives: (revision) => ({ revision, sections: ["limits"], note }),
  keyed: true,
}
const openingOnPage: Door = { ...opening, gives: (revision) => ({ revision, sections: "limits", note }) }

/** Where the evaluation of a site stands, and what the evaluator does about what it sent. */
const reviewDoors: Record<string, Door> = {
  [`GET ${at}`]: seeing,
  [`GET ${at}/:phase`]: seeing,
  [`GET ${one}`]: reading,
  [`GET ${one}/compare/:version`]: reading,
  [`POST ${one}/look`]: press,
  [`POST ${one}/accept`]: accept,
  [`GET ${one}/questions`]: reading,
  [`POST ${one}/questions`]: askOnPage,
  [`POST ${one}/questions/:number/settle`]: press,
  [`GET ${one}/send-back`]: reading,
  [`POST ${one}/send-back`]: openingOnPage,
  [`GET ${one}/reopen`]: reading,
  [`POST ${one}/reopen`]: openingOnPage,

  [`GET /api${at}`]: seeing,
  [`GET /api${at}/:phase`]: seeing,
  [`GET /api${one}`]: reading,
  [`GET /api${one}/compare/:version`]: reading,
  [`POST /api${one}/look`]: press,
  [`POST /api${one}/accept`]: accept,
  [`POST /api${one}/questions`]: ask,
  [`POST /api${one}/questions/:number/settle`]: press,
  [`POST /api${one}/send-back`]: opening,
  [`POST /api${one}/reopen`]: opening,
}

/** Every route of this part of the evaluation, with who it is for. */
export const evaluationDoors: Record<string, Door> = {
  ...answerDoors,
  ...figuresDoors,
  ...onePageDoors,
  ...reviewDoors,
}
