import type { Answers, Asked, Question } from "../../form/question.ts"
import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { Json } from "../../values/canonical.ts"
import { stampWords } from "../../values/london.ts"
import { countWords } from "../../values/words.ts"
import { answered } from "../answered.ts"
import { Refused } from "../refused.ts"
import { type Criterion, type Score, scoreWords } from "./criterion.ts"
import { type Moderation, type ToSettle, toSettle } from "./moderation.ts"
import type { Points, Reading, Who } from "./reading.ts"
import { writeAsRead } from "./scoring.ts"
import type { Whole } from "./seen.ts"
import { pointsIn } from "./total.ts"

/** Why a score is settled: at least so many words, and at most. */
export const settledBecause = { least: 10, most: 200 }

export type Moderating = Pick<Whole, "panel" | "criteria" | "rules"> & { by: Who; at: Date }

/** What is to settle of one, or why it cannot be moderated now. */
export const toModerate = (
  one: Reading,
  { panel, criteria, rules }: Pick<Moderating, "panel" | "criteria" | "rules">,
): ToSettle | { not: string } => {
  if (panel?.told)
    return { not: `The applicants were told on ${stampWords(new Date(panel.told.at))}: the scores stand.` }
  if (one.decided)
    return {
      not: `It was decided by ${one.decided.by.name} on ${stampWords(new Date(one.decided.at))}: the scores stand.`,
    }
  const given = pointsIn(one)
  if (!given) return { not: "Not every reader has sent their scores." }
  const settles = toSettle(criteria, given, rules.passLine)
  return settles.criteria.length > 0 || settles.acrossLine
    ? settles
    : { not: "Nothing is to settle: no gap of 2 or more, and no readers on both sides of a pass line." }
}

export const becauseOf = (criterion: string) => `${criterion}Because`

/** Where a criterion need not be settled. */
const mean = { mean: "The mean of its readers" }

const scores = Object.fromEntries(
  (["0", "1", "2", "3", "4"] as const).map((one) => [one, `${one} – ${scoreWords[Number(one) as Score]}`]),
)

/** Each criterion with a score and a reason: those with a wide gap must have both, others may. */
export const moderationForm = (criteria: Criterion[], { criteria: wide, acrossLine }: ToSettle): Section => {
  const isWide = ({ id }: Criterion) => wide.some((one) => one.id === id)
  const ordered = [...criteria.filter(isWide), ...criteria.filter((one) => !isWide(one))]
  const asks: Record<string, Asked<Json>> = Object.assign(
    {},
    ...ordered.map((one) => asksOf(one, isWide(one))),
    acrossLine ? { because: acrossBecause } : {},
  )
  return section<Record<string, Asked<Json>>>({
    id: "moderation",
    title: "Moderate the scores",
    minutes: 0,
    intro: writeAsRead,
    asks,
    checks: reasonsIn(asks).map((at) => ({
      at,
      needs: [at],
      holds: (answers) => wordsAt(answers, at) >= settledBecause.least,
      otherwise: (answers) =>
        `Say why in ${settledBecause.least} words or more. You have ${wordsAt(answers, at)}`,
    })),
  })
}

const wordsAt = (answers: Record<string, unknown>, at: string) => countWords(String(answers[at] ?? ""))

const acrossBecause = longText({
  label: "The readers are on both sides of the pass line. Why does it stand where it does now?",
  called: "why it stands where it does",
  hint: `${settledBecause.least} to ${settledBecause.most} words.`,
  words: settledBecause.most,
})

const reasonsIn = (asks: Record<string, Question>) =>
  Object.keys(asks).filter((key) => asks[key]?.type === "longText")

const asksOf = ({ id, criterion, weight }: Criterion, wide: boolean): Record<string, Question> => ({
  [id]: choice({
    label: `${criterion} (weight ${weight}): which score counts?`,
    called: `the score that counts for ${criterion}`,
    hint: wide
      ? "There is a gap of 2 points or more between its readers."
      : "Leave it empty, and the mean of its readers counts.",
    options: wide ? scores : { ...scores, ...mean },
    optional: !wide,
  }),
  [becauseOf(id)]: longText({
    label: `${criterion}: why?`,
    called: `why this score counts for ${criterion}`,
    hint: `${settledBecause.least} to ${settledBecause.most} words.`,
    words: settledBecause.most,
    optional: !wide,
  }),
})

/**
 * The reading with what was settled, and the record of why. Whoever settles a score is one of its scorers from now on.
 * Refused where nothing is to settle, where not all is sent, and once it is decided.
 */
export const moderated = (
  one: Reading,
  given: Record<string, unknown>,
  context: Moderating,
): { reading: Reading; moderation: Moderation } => {
  const settles = toModerate(one, context)
  if ("not" in settles) throw new Refused("not possible now", { says: settles.not })
  const { criteria, by } = context
  const answers = withoutMeans(answered(moderationForm(criteria, settles), given, context.at))
  const problems = criteria.flatMap(({ id, criterion }) => {
    const [score, because] = [answers[id], answers[becauseOf(id)]]
    if ((score === undefined) === (because === undefined)) return []
    return score === undefined
      ? [{ question: id, says: `Select the score that counts for ${criterion}, or take the reason away` }]
      : [{ question: becauseOf(id), says: `Enter why this score counts for ${criterion}` }]
  })
  if (problems.length > 0) throw new Refused("not valid", { problems })
  const settled = criteria.filter(({ id }) => answers[id] !== undefined)
  const points: Points = Object.fromEntries(settled.map(({ id }) => [id, Number(answers[id])]))
  const reasons = Object.fromEntries(settled.map(({ id }) => [id, String(answers[becauseOf(id)])]))
  const at = context.at.toISOString()
  const { sealed: _, ...rest } = one
  return {
    reading: {
      ...rest,
      moderated: { by, at, points },
      scorers: [...new Set([...one.scorers, by.person])],
    },
    moderation: {
      reference: one.reference,
      points,
      reasons,
      ...(typeof answers.because === "string" && { because: answers.because }),
      by,
      at,
    },
  }
}

const withoutMeans = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "mean"))

/** The fields of the form as it was settled before. */
export const asSettled = ({
  points,
  reasons,
  because,
}: Omit<Moderation, "reference" | "by" | "at">): Answers => ({
  ...Object.fromEntries(Object.entries(points).map(([id, score]) => [id, String(score)])),
  ...Object.fromEntries(Object.entries(reasons).map(([id, why]) => [becauseOf(id), why])),
  ...(because !== undefined && { because }),
})

/** What was settled, in words: for the line of history that stays when it is settled anew. */
export const settledWords = (
  criteria: Criterion[],
  { points, reasons, because }: Omit<Moderation, "reference" | "by" | "at">,
) =>
  [
    ...criteria
      .filter(({ id }) => points[id] !== undefined)
      .map(({ id, criterion }) => `${criterion}: ${points[id]}. ${reasons[id] ?? ""}`),
    ...(because ? [because] : []),
  ].join("\n")
