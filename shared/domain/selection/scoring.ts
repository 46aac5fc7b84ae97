import type { Problem } from "../../form/question.ts"
import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { countWords } from "../../values/words.ts"
import { type Criterion, scale } from "./criterion.ts"
import type { Reading, Who } from "./reading.ts"
import type { Open } from "./seen.ts"
import { because, type SentSheet, type Sheet } from "./sheet.ts"
import { settledIn } from "./total.ts"

export type Scored = { score?: number; because?: string }
export type Scores = Record<string, Scored>

/** Beside every free text of the selection panel. */
export const writeAsRead =
  "Write as if the applicant will read it: it may be asked for under the Freedom of Information Act 2000."

/** "3 – Good". */
export const scoreSays = (given: number) => {
  const word = scale.find(({ score }) => score === given)?.word
  return word ? `${given} – ${word}` : String(given)
}

/** What a reader answers about one criterion. It is kept half-written too: what is missing is asked for on sending. */
export const scoreForm = ({ id, criterion }: Pick<Criterion, "id" | "criterion">): Section =>
  section({
    id,
    title: criterion,
    minutes: 0,
    asks: {
      score: choice({
        label: "Your score",
        called: "a score from 0 to 4",
        options: Object.fromEntries(scale.map(({ score }) => [score, scoreSays(score)])),
        optional: true,
      }),
      because: longText({
        label: "Why?",
        called: "your reason",
        hint: `From ${because.least} to ${because.most} words. Say what in the answers led you to it. ${writeAsRead}`,
        words: because.most,
        optional: true,
      }),
    },
  })

/** Why somebody who sent scores before sends others now: nothing is taken back without a word. */
export const againForm: Section = section({
  id: "again",
  title: "Send your scores again",
  minutes: 0,
  asks: {
    why: longText({
      label: "Why do you change your scores?",
      called: "why you change your scores",
      hint: `What you sent before is kept. ${writeAsRead}`,
      words: 30,
    }),
  },
})

/** What stands between a sheet and being sent: each problem at its criterion. */
export const toSend = (criteria: Criterion[], scores: Scores): Problem[] =>
  criteria.flatMap(({ id, criterion }): Problem[] => {
    const { score, because: words = "" } = scores[id] ?? {}
    const count = countWords(words)
    return [
      ...(score === undefined
        ? [{ question: id, part: "score", says: `${criterion}: choose a score from 0 to 4` }]
        : []),
      ...(count < because.least
        ? [
            {
              question: id,
              part: "because",
              says: `${criterion}: say why in ${because.least} words or more. You have ${count}`,
            },
          ]
        : []),
    ]
  })

/** A sheet with one criterion as it is now: a criterion without score and words is not in it. */
export const withScore = (
  before: Sheet,
  id: string,
  { score, because: words }: Scored,
  at: string,
): Sheet => {
  const { [id]: _, ...others } = before.scores
  const own = { ...(score !== undefined && { score }), ...(words !== undefined && { because: words }) }
  return { ...before, at, scores: Object.keys(own).length > 0 ? { ...others, [id]: own } : others }
}

export const emptySheet = (reference: string, person: string, at: string): Sheet => ({
  reference,
  person,
  scores: {},
  version: 0,
  at,
  revision: 0,
})

/** Whether a sheet says something other than what was sent of it last. */
export const differs = (criteria: Criterion[], scores: Scores, sent: Scores | undefined): boolean =>
  criteria.some(
    ({ id }) =>
      scores[id]?.score !== sent?.[id]?.score ||
      (scores[id]?.because ?? "").trim() !== (sent?.[id]?.because ?? "").trim(),
  )

type Sending = { by: Who; at: string; criteria: Criterion[] }

/** One more version of a sheet, kept for ever; the sheet and the reading as they stand after it. */
export const sentFrom = (reading: Reading, before: Sheet, { by, at, criteria }: Sending) => {
  const version = before.version + 1
  const scores = Object.fromEntries(
    criteria.map(({ id }) => [
      id,
      { score: before.scores[id]?.score ?? 0, because: before.scores[id]?.because ?? "" },
    ]),
  )
  const points = Object.fromEntries(Object.entries(scores).map(([id, { score }]) => [id, score]))
  const readers = reading.readers.map((one) =>
    one.person === by.person ? { ...one, sent: { at, version, points } } : one,
  )
  const sent: SentSheet = { reference: reading.reference, ...by, version, at, scores }
  return {
    sent,
    sheet: { ...before, version, at },
    reading: {
      ...reading,
      readers,
      scorers: [...new Set([...reading.scorers, by.person])],
      compared: reading.compared || readers.every((one) => one.sent !== undefined),
    },
  }
}

/**
 * Why this person's own sheet cannot be changed now, or nothing where it can. It follows from what this person may see,
 * so that it tells nobody how far the others have come.
 */
export const closedFor = ({ apply, own, compared }: Pick<Open, "apply" | "own" | "compared">) => {
  if (apply?.answer === "no") return "They cannot apply, so there is nothing to score."
  if (!own?.sent) return undefined
  if (!compared)
    return "Your scores are sent. You can change them, with a reason, once you have sent all of your own sheets of this round."
  if (compared.decided) return "A decision is recorded. Scores stand as they were sent."
  if (settledIn(compared))
    return "The chair has settled these scores with the selection panel. Scores stand as they were sent. If yours are wrong, tell the chair."
  return undefined
}
