import { dateWords, dayMomentWords, londonDate } from "../../values/london.ts"
import type { PanelAsks } from "../calendar/expected.ts"
import type { Sentence } from "../submissions/sentence.ts"
import { openOf } from "./asking.ts"

/** Whom the site's page speaks to: somebody who may answer, or somebody who may read. */
type Whose = "you" | "your team"

/** "One question for you, asked on 30 August 2017; answer by 5pm on Wednesday 6 September 2017." */
const forWords = (asks: PanelAsks | undefined, at: Date, whose: Whose): string | undefined => {
  const open = openOf(asks, at)
  const [first] = open
  if (!first) return undefined
  const days = [...new Set(open.map(({ askedAt }) => dateWords(londonDate(new Date(askedAt)))))]
  const by = dayMomentWords(new Date(first.answerBy))
  return open.length === 1
    ? `One question for ${whose}, asked on ${days[0]}; answer by ${by}.`
    : `${open.length} questions for ${whose}, asked on ${days.join(" and ")}; answer the first by ${by}.`
}

/** The sentence of something sent about which the selection panel asks: any other says what it said. */
export const askedSentence = (
  sentence: Sentence,
  asks: PanelAsks | undefined,
  at: Date,
  whose: Whose,
): Sentence => {
  const rest = sentence.loud === "SENT" ? forWords(asks, at, whose) : undefined
  return rest === undefined ? sentence : { loud: "SENT", rest }
}

/** The same in the first line of a home, for whoever may answer. */
export const askedLine = (title: string, asks: PanelAsks | undefined, at: Date): string | undefined => {
  const words = forWords(asks, at, "you")
  return words && `The selection panel asks about ${title}. ${words}`
}

/** What of the questions to one applicant is answered, open and passed, now: from the site's own record. */
export const countsOf = (asks: PanelAsks | undefined, at: Date) => {
  const { asked = 0, answered = 0 } = asks ?? {}
  const open = openOf(asks, at).length
  return { asked, answered, open, passed: Math.max(0, asked - answered - open) }
}

/** How many answers have come to questions about some expressions of interest, or nothing where none has. */
export const answersCome = (asks: (PanelAsks | undefined)[]): string | undefined => {
  const came = asks.reduce((sum, one) => sum + (one?.answered ?? 0), 0)
  if (came === 0) return undefined
  return came === 1 ? "1 answer has come" : `${came} answers have come`
}
