import * as z from "zod"
import { rated, ratedMonth } from "../../../shared/domain/coaching/rating.ts"

const { by, at, before, answer, answersBefore } = ratedMonth.shape

/** The ratings of a month: with who gave them, what was changed and what the site answered, for whoever sees the whole. */
export const ratingsShape = z.object({
  delivery: rated,
  people: rated,
  spend: rated,
  at,
  by: by.optional(),
  before: before.optional(),
  answer,
  answersBefore: answersBefore.optional(),
})
