import { dateWords, londonDate, type PlainDate } from "../../../values/london.ts"
import { isChanged, type Report } from "./report.ts"

const day = (at: string) => dateWords(londonDate(new Date(at)))

/** On every page of a report, and in its print. */
export const earlyWords =
  "What follows is early and indicative. The pilots were small and short: it says what was seen, and does not prove what caused it."

/** Where a report stands, and what comes next. */
export const reportSentence = (one: Report, today: PlainDate): string => {
  const changed = isChanged(one) ? " It was changed since: a story was withdrawn." : ""
  if (one.published) return `PUBLISHED on ${day(one.published.at)}.${changed}`
  if (!one.issued) return "DRAFT. Evaluators alone read it."
  const { at, factsBy } = one.issued
  return today <= factsBy
    ? `ISSUED on ${day(at)}. Sites and the Department check its facts until ${dateWords(factsBy)}.${changed}`
    : `ISSUED on ${day(at)}. The days for checking facts have passed. A coordinator can publish it.${changed}`
}

/** In place of a story that was withdrawn, and of one that nobody reads further before its person was asked. */
export const withdrawnWords = (at: string) => `A story was withdrawn on ${day(at)}.`
export const notNowWords = "A story is not shown now: its person is being asked again."
