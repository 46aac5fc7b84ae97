import type { Answers, Problem } from "../../form/question.ts"
import { pounds } from "../../values/money.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { forecastBy, lineWords } from "../lines.ts"
import { positionOf } from "../position.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { isMoreThan, varianceWords } from "../variance.ts"
import { periodVariances } from "./against-profile.ts"
import { saidIn } from "./answers.ts"
import { postingOf } from "./posting.ts"

type Placed = Problem & { section: string }
type Everything = Record<string, Answers>

/** What must hold between sections: only where both are written. */
export const checks = (facts: ReturnFacts, all: Everything): Placed[] => {
  if (all.spending?.spending === undefined) return []
  return [
    ...unnamed(facts, all),
    ...overPromised(facts, all),
    ...unexplained(facts, all),
    ...left(facts, all),
  ]
}

/** Money under "Other" that nobody has said what it is. */
const unnamed = (facts: ReturnFacts, all: Everything): Placed[] => {
  const { spent, accrued, committed, forecast } = postingOf(facts, all)
  const has =
    (accrued.other ?? 0) + (committed.other ?? 0) > 0 ||
    [...spent, ...forecast].some(({ row, amount }) => row === "other" && amount > 0)
  return has && !saidIn(all).other
    ? [{ section: "spending", question: "other", says: "Enter what is under “Other”" }]
    : []
}

/** What is promised is part of what is expected. */
const overPromised = (facts: ReturnFacts, all: Everything): Placed[] => {
  if (all.forecast?.forecast === undefined) return []
  const { committed, forecast } = postingOf(facts, all)
  const expected = forecastBy(forecast)
  return heads
    .filter(({ id }) => (committed[id] ?? 0) > (expected[id] ?? 0))
    .map(({ id }) => ({
      section: "forecast",
      question: "forecast",
      says: `${lineWords(id)}: ${pounds(committed[id] ?? 0)} is promised, and you expect ${pounds(expected[id] ?? 0)}. What is promised is part of what you expect`,
    }))
}

const unexplained = (facts: ReturnFacts, all: Everything): Placed[] => {
  if (!facts.funding) return []
  const given = saidIn(all).reasons.map(({ head }) => head)
  return periodVariances(facts, postingOf(facts, all))
    .filter(({ id, out }) => out && !given.includes(id))
    .map((one) => ({
      section: "reasons",
      question: "reasons",
      says: `${varianceWords(one)}: give a reason`,
    }))
}

/** More than the award is met by the council, which says how; much less has a plan. */
const left = (facts: ReturnFacts, all: Everything): Placed[] => {
  const position = positionOf(facts, postingOf(facts, all))
  if (!position) return []
  const { unallocated, award } = position
  const { plan, over } = saidIn(all)
  const ending = { section: "ending" }
  if (unallocated < 0 && !over)
    return [
      {
        ...ending,
        question: "over",
        says: `Your figures come to ${pounds(-unallocated)} more than your award. Enter how the council will meet it, or change a figure`,
      },
    ]
  if (isMoreThan(5, unallocated, award) && !plan)
    return [
      {
        ...ending,
        question: "plan",
        says: `${pounds(unallocated)} is left, which is more than 5 % of your award: select what is to become of it`,
      },
    ]
  return []
}

/** What is not for the site to decide alone. */
export const warns = (facts: ReturnFacts, all: Everything): Placed[] => {
  const position = positionOf(facts, postingOf(facts, all))
  const { plan } = saidIn(all)
  if (!position || position.unallocated <= 0) return []
  const { unallocated, award } = position
  const at = { section: "ending", question: "plan" }
  if (plan === "carry over")
    return [
      {
        ...at,
        says: `To carry over ${pounds(unallocated)} you need the Department’s consent. Ask for it first`,
      },
    ]
  return plan === "reprofile" && isMoreThan(10, unallocated, award)
    ? [
        {
          ...at,
          says: `${pounds(unallocated)} is more than 10 % of your award: to spend it otherwise needs the Department’s approval`,
        },
      ]
    : []
}
