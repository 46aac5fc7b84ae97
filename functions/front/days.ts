import { firstMoment, lastMoment } from "../../shared/domain/people/term.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { readDate } from "../../shared/values/london.ts"

const called = { from: "first", until: "last" }

/** The first and the last day of access as a page's boxes have them: a day left empty is open. */
export const daysIn = (typed: Entries): { from?: Date; until?: Date; problems: Problem[] } => {
  const first = dayIn(typed, "from")
  const last = dayIn(typed, "until")
  return {
    from: first.date === undefined ? undefined : firstMoment(first.date),
    until: last.date === undefined ? undefined : lastMoment(last.date),
    problems: [...first.problems, ...last.problems],
  }
}

const dayIn = (typed: Entries, question: keyof typeof called): { date?: string; problems: Problem[] } => {
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map(
    (part) => typed[`${question}.${part}`],
  )
  if (`${day}${month}${year}`.trim() === "") return { problems: [] }
  const read = readDate({ day, month, year })
  return "date" in read
    ? { date: read.date, problems: [] }
    : { problems: [{ question, says: `The ${called[question]} day must be a real date` }] }
}
