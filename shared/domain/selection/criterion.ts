import type { Round } from "../calendar/round.ts"

/** The scale of every criterion, in the words of the sheet and of the letter. */
export const scoreWords = { 4: "Strong", 3: "Good", 2: "Satisfactory", 1: "Partial", 0: "Poor" } as const
export type Score = keyof typeof scoreWords

export const scoreMeans: Record<Score, string> = {
  4: "Convincing and specific. You have no real doubt.",
  3: "Clear, with small gaps.",
  2: "Enough to go on. Some of it is general or missing.",
  1: "Touches on it. Much is missing or unclear.",
  0: "Not answered, or not convincing at all.",
}

export const mostPoints = 4

/** Every score with its word and what it means, the best first. */
export const scale = ([4, 3, 2, 1, 0] as const).map((score) => ({
  score,
  word: scoreWords[score],
  means: scoreMeans[score],
}))

/** One thing that an expression of interest is read for. `weight` is out of 100. */
export type Criterion = { id: string; criterion: string; weight: number; guidance?: string }

/** The criteria of a round, each with an id by its place: they stand still from the moment the round opens. */
export const criteriaOf = ({ weights }: Pick<Round, "weights">): Criterion[] =>
  weights.map((one, at) => ({ id: `c${at + 1}`, ...one }))
