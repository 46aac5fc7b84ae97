import { perPart, redacted } from "../../../shared/domain/selection/foi.ts"
import { momentWords } from "../../../shared/values/london.ts"

type Given = {
  round: { title: string }
  count: number
  made: { at: Date; part: number; parts: number }
}

/** What is in the files: the same words on the page that makes them. */
export const whatIsIn = [
  ["expressions/", "each expression of interest as it was sent: every question with its answer"],
  ["scores.csv", "every score that a reader sent, with its weight and why; readers are letters"],
  ["moderation.csv", "what the panel settled where readers were far apart, with why"],
  ["decisions.csv", "every decision with its reason, amount, conditions and dates"],
  ["notes.csv", "the notes of the selection panel"],
  ["views.csv", "the views of members with lived experience; members are letters"],
] as const

export const whatIsOut = [
  `Names and contact details of people: ${redacted} stands in their place, also inside texts where the service knows the name or a pattern finds it.`,
  "Expressions of interest that whoever made this file has a link with, or has not yet said about: this may not be the whole round.",
  "Drafts that were never sent, questions to applicants and their answers, and the strengths and gaps in letters.",
]

/** What lies beside the files, in plain text. */
export const readmeOf = ({ round, count, made: { at, part, parts } }: Given): string =>
  [
    `${round.title}: the round as files, for a request under the Freedom of Information Act 2000`,
    "",
    `Made at ${momentWords(at)}. Part ${part} of ${parts}, with ${count} expressions of interest${parts > 1 ? ` (${perPart} a part)` : ""}.`,
    "This may not be the whole round.",
    "",
    "What is in it",
    ...whatIsIn.map(([name, says]) => `- ${name}: ${says}`),
    "",
    "What is taken out",
    ...whatIsOut.map((one) => `- ${one}`),
    "",
    "Read it before it goes out: no pattern finds every name.",
    "",
  ].join("\r\n")
