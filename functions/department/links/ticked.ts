import { Refused } from "../../../shared/domain/refused.ts"
import type { Pair } from "../../../shared/domain/selection/assigning.ts"
import type { Entries } from "../../../shared/form/question.ts"

/** The values of the boxes of one name that were ticked on a page. */
export const ticked = (entries: Entries, name: string): string[] => [
  ...new Set(
    Object.entries(entries).flatMap(([field, value]) =>
      (field === name || field.startsWith(`${name}.`)) && value !== "" ? [value] : [],
    ),
  ),
]

/** No page gives out more at once. */
const most = 5_000

/** What a page of ticks, or one with a proposal, gives to whom. */
export const pairsOn = (entries: Entries): Pair[] => {
  if (entries.pairs !== undefined) return pairsIn(entries.pairs)
  const [expressions, readers] = [ticked(entries, "expression"), ticked(entries, "reader")]
  const problems = [
    ...(expressions.length === 0 ? [{ question: "expression", says: "Select what is to be read" }] : []),
    ...(readers.length === 0 ? [{ question: "reader", says: "Select who is to read" }] : []),
  ]
  if (problems.length > 0 || expressions.length * readers.length > most)
    throw new Refused("not valid", { problems })
  return expressions.flatMap((reference) => readers.map((person) => ({ reference, person })))
}

export const pairsField = (pairs: Pair[]) =>
  pairs.map(({ reference, person }) => `${reference} ${person}`).join(",")

const pairsIn = (field: string): Pair[] =>
  field.split(",", most).flatMap((one) => {
    const [reference, person] = one.split(" ")
    return reference && person ? [{ reference, person }] : []
  })
