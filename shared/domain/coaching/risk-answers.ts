import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { type PlainDate, plainDate } from "../../values/london.ts"
import { type Desk, desks } from "../actions/action.ts"
import { type RiskFacts, riskFacts } from "./risk.ts"

const level = z.enum(["1", "2", "3", "4", "5"]).transform(Number)
const desk = z.enum(Object.keys(desks) as [Desk, ...Desk[]])
const given = z.object({
  title: z.string(),
  category: riskFacts.shape.category,
  likelihoodBefore: level,
  impactBefore: level,
  likelihoodAfter: level,
  impactAfter: level,
  doing: z.string().optional(),
  ownerSide: desk,
  ownerWho: z.string(),
  proximity: riskFacts.shape.proximity,
  next: plainDate,
})

/** What was answered on the form of a risk. */
export const factsFrom = (answers: Answers): RiskFacts => {
  const { title, category, proximity, next, doing, ...rest } = given.parse(answers)
  return {
    title,
    category,
    before: { likelihood: rest.likelihoodBefore, impact: rest.impactBefore },
    after: { likelihood: rest.likelihoodAfter, impact: rest.impactAfter },
    ...(doing !== undefined && { doing }),
    owner: { side: rest.ownerSide, who: rest.ownerWho },
    proximity,
    next,
  }
}

const setting = z.object({ actionText: z.string(), actionOwner: desk, actionDue: plainDate })

/** The action that is made of it, where one is. */
export const actionFrom = (answers: Answers) => {
  if (answers.action !== "yes") return undefined
  const { actionText: text, actionOwner: owner, actionDue: due } = setting.parse(answers)
  return { text, owner, due }
}

/** What is on the form already. A day to look that has passed is asked anew. */
export const riskAnswers = (one: RiskFacts, today: PlainDate): Answers => ({
  title: one.title,
  category: one.category,
  likelihoodBefore: String(one.before.likelihood),
  impactBefore: String(one.before.impact),
  ...(one.doing !== undefined && { doing: one.doing }),
  likelihoodAfter: String(one.after.likelihood),
  impactAfter: String(one.after.impact),
  ownerSide: one.owner.side,
  ownerWho: one.owner.who,
  proximity: one.proximity,
  ...(one.next > today && { next: one.next }),
})
