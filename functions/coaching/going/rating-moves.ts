import { newAction, type Action as ToDo } from "../../../shared/domain/actions/action.ts"
import { answered } from "../../../shared/domain/answered.ts"
import { asSeen, stillSayable } from "../../../shared/domain/coaching/going.ts"
import { firstDayOf, type Month } from "../../../shared/domain/coaching/going-month.ts"
import {
  type AreaName,
  areas,
  type Rated,
  type RatedMonth,
  withAnswer,
  withRatings,
} from "../../../shared/domain/coaching/rating.ts"
import { answerForm, ratedFrom, ratingForm } from "../../../shared/domain/coaching/rating-form.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Answers } from "../../../shared/form/question.ts"
import { putAction } from "../../../shared/store/actions.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, monthWords } from "../../../shared/values/london.ts"
import { type C, changeHere, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { newKey } from "../../../shared/web/move-key.ts"
import { monthToRate, ratingFacts } from "./desk.ts"

export type RatedSo = { month: string; actions: string[] }

const aboutOf = (month: Month) =>
  ({ kind: "rating", id: month, title: monthWords(firstDayOf(month)) }) as const

/** The form as it is for what is typed: what a rating owes is asked with it. */
export const ratingFormHere = async (c: C, month: Month, typed: Record<string, unknown>) => {
  const facts = await ratingFacts(c, month)
  const today = londonDate(c.var.world.now())
  return { ...facts, form: ratingForm({ month, last: facts.last, given: typed, open: facts.open, today }) }
}

/** The coach's ratings of the month in the address, with the actions that they owe, together or not at all. */
export const rate = async (
  c: C,
  typed: Record<string, unknown>,
  key: MoveKey,
  seen?: string,
): Promise<RatedSo> => {
  const month = monthToRate(c, "rate")
  const { organisation, phase } = placeHere(c)
  const made = await changeHere<RatedSo>(c, { right: "rate", key }, async () => {
    const now = c.var.world.now()
    stillSayable(month, now)
    const { form, before } = await ratingFormHere(c, month, typed)
    asSeen(before, seen)
    const answers = answered(form, typed, now)
    const delivery = followed(c, month, "delivery", answers)
    const people = followed(c, month, "people", answers)
    const spend = followed(c, month, "spend", answers)
    const all = [delivery, people, spend]
    const given = { delivery: delivery.rated, people: people.rated, spend: spend.rated }
    const after = withRatings({ id: month, organisation, phase }, before, given, whoHere(c), now)
    return {
      move: "rate",
      about: aboutOf(month),
      actions: [putShared("RATING", after, before), ...all.flatMap(({ set }) => (set ? putAction(set) : []))],
      result: { month, actions: [...new Set(all.flatMap(({ rated }) => rated.action ?? []))] },
    }
  })
  return { month: made.month, actions: made.actions }
}

type Followed = { rated: Rated; set?: ToDo }

/** One rating with the action that follows: one that is open, or a new one. */
const followed = (c: C, month: Month, area: AreaName, answers: Answers): Followed => {
  const { is, because, action, text, owner, due } = ratedFrom(area, answers)
  const rated = { is, ...(because !== undefined && { because }) }
  if (action === undefined) return { rated }
  if (action !== "new") return { rated: { ...rated, action } }
  const { organisation, phase, name } = placeHere(c)
  const { world } = c.var
  const from = {
    kind: "rating",
    id: month,
    title: `${areas[area]}, ${monthWords(firstDayOf(month))}`,
  } as const
  const id = `${due}-${newKey(world)}`
  const set = newAction({ id, organisation, phase, name, text, due, owner, from }, whoHere(c), world.now())
  return { rated: { ...rated, action: id }, set }
}

const answering = "say how it goes at the site"

/** The ratings of the month in the address, where there are some to answer. */
export const ratedToAnswer = async (c: C): Promise<RatedMonth> => {
  const month = monthToRate(c, answering)
  const { before } = await ratingFacts(c, month)
  if (before) return before
  throw new Refused("not possible now", {
    says: `${monthWords(firstDayOf(month))} is not rated yet: there is nothing to answer.`,
  })
}

/** The site's answer to the ratings of the month in the address. What it answered before is kept. */
export const answerRatings = async (c: C, typed: Record<string, unknown>, key: MoveKey) => {
  const month = monthToRate(c, answering)
  const made = await changeHere<{ month: string }>(c, { right: answering, key }, async () => {
    const now = c.var.world.now()
    const before = await ratedToAnswer(c)
    const { comment } = answered(answerForm, typed, now)
    return {
      move: "answer rating",
      about: aboutOf(month),
      actions: [putShared("RATING", withAnswer(before, String(comment), whoHere(c), now), before)],
      result: { month },
    }
  })
  return { month: made.month }
}
