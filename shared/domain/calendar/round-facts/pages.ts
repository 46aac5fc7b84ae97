import type { Answers, Problem } from "../../../form/question.ts"
import { type Section, visibleAnswers } from "../../../form/section.ts"
import { problemsWith } from "../../answered.ts"
import { about } from "./about.ts"
import { sections, signatures } from "./asked.ts"
import { criteria } from "./criteria.ts"
import { dates } from "./dates.ts"
import { money } from "./money.ts"
import { reading } from "./reading.ts"
import { whoMayLead } from "./who-may-lead.ts"

/** The pages of a round, in the order in which they are usually written. */
export const factsPages = [about, dates, money, whoMayLead, criteria, reading, sections, signatures]

/** What hangs on a choice must be there once it is chosen, and so must a title: the rest can wait. */
const cannotWait = ["title", "phase"]

/** What is wrong with what was written. A question without an answer is not: it is not decided yet. */
export const wrongIn = (section: Section, answers: Answers, now: Date): Problem[] => {
  const shown = visibleAnswers(section, answers)
  const waits = ({ question, part }: Problem) =>
    part === undefined &&
    shown[question] === undefined &&
    !section.asks[question]?.when &&
    !cannotWait.includes(question)
  return problemsWith(section, answers, now).filter((one) => !waits(one))
}
