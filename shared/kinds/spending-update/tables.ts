import type { Answers, Problem } from "../../form/question.ts"
import type { Derived } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import { actualBy, agreedBy, forecastBy, lineWords, spendingLines, sumOf } from "../lines.ts"
import { type Position, positionOf, positionWords } from "../position.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { isMoreThan } from "../variance.ts"
import { postingOf } from "./posting.ts"

type Everything = Record<string, Answers>

/** To date, expected, award and left, by line: the award by line only where every line that costs something has one. */
export const standingTable = (facts: ReturnFacts, all: Everything): Derived[] => {
  const posting = postingOf(facts, all)
  const position = positionOf(facts, posting)
  const { funding } = facts
  if (!position || !funding) return []
  const toDate = actualBy([...funding.earlier.map((one) => one.posting), posting], "row")
  const expected = forecastBy(posting.forecast)
  const agreed = agreedBy(funding.profile.quarters)
  const known = (row: string) => spendingLines.some(({ id }) => id === row)
  const others = Object.keys(toDate).filter((row) => !known(row))
  const byLine =
    Object.entries(agreed).every(([row, amount]) => amount === 0 || known(row)) &&
    [...Object.entries(toDate), ...Object.entries(expected)].every(
      ([row, amount]) => amount === 0 || (agreed[row] ?? 0) > 0,
    )
  const line = (label: string, spent: number, after: number, award: number | undefined) => ({
    label,
    cells: [
      pounds(spent),
      pounds(after),
      ...(award === undefined ? ["", ""] : [pounds(award), pounds(award - spent)]),
    ],
  })
  return [
    {
      caption: "Where your award stands with this return",
      columns: ["Spent to date", "Expected", "Award", "Left of it"],
      rows: [
        ...[...spendingLines.map(({ id }) => id), ...others].map((row) =>
          line(
            lineWords(row, spendingLines),
            toDate[row] ?? 0,
            expected[row] ?? 0,
            byLine ? (agreed[row] ?? 0) : undefined,
          ),
        ),
        line("Total", sumOf(toDate), sumOf(expected), position.award),
      ],
      says: positionWords(position),
    },
  ]
}

/** What the figures say against what is said of the whole award: shown, and never in the way. */
export const disagreement = (facts: ReturnFacts, all: Everything): (Problem & { section: string })[] => {
  const position = positionOf(facts, postingOf(facts, all))
  const { award, less, more } = all.outlook ?? {}
  if (!position || all.spending?.spending === undefined) return []
  const said = saidBy(String(award ?? ""), Number(less ?? 0), Number(more ?? 0))
  const says = said && contradicted(position, said)
  if (says) return [{ section: "outlook", question: "award", says }]
  return position.unallocated < 0 && !said
    ? [{ section: "spending", question: "spending", says: figuresWords(position) }]
    : []
}

/** How much of the award they say is left, in pence, and that in words. */
const saidBy = (award: string, less: number, more: number) => {
  if (award === "whole") return { left: 0, words: "you said that you will spend the whole award" }
  if (award === "less") return { left: less, words: `you said about ${pounds(less)} less` }
  return award === "more" ? { left: -more, words: `you said about ${pounds(more)} more` } : undefined
}

/** They say it in round figures: one part in a hundred of the award is not spoken of. */
const contradicted = (position: Position, said: { left: number; words: string }) =>
  isMoreThan(1, Math.abs(position.unallocated - said.left), position.award)
    ? `${figuresWords(position)}; ${said.words}`
    : undefined

const figuresWords = ({ unallocated }: Position) => {
  if (unallocated === 0) return "Your figures come to the whole award"
  return `Your figures come to ${pounds(Math.abs(unallocated))} ${unallocated < 0 ? "more" : "less"} than your award`
}
