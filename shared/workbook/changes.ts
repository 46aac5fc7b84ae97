import type { Answers, Question } from "../form/question.ts"
import type { Grid } from "../form/questions/money-grid.ts"
import type { Row } from "../form/questions/repeated.ts"
import type { Section } from "../form/section.ts"
import { canonical, type Json } from "../values/canonical.ts"
import { pounds } from "../values/money.ts"
import { tableOf } from "./marker.ts"

/** One change in words, as a line of a table: nothing before or after is said so. */
export type ChangeWords = { section: string; what: string; before: string; after: string; place?: string }

const none = "Nothing"

/** Every answer that would be another, in the order of the form; in tables, every cell. */
export const changesOf = (
  sections: Section[],
  before: Record<string, Answers>,
  given: Record<string, Record<string, Json>>,
  places: Record<string, string> = {},
): ChangeWords[] =>
  sections.flatMap((section) =>
    Object.entries(section.asks).flatMap(([key, question]) => {
      const after = given[section.id]?.[key]
      if (after === undefined) return []
      const place = places[tableOf(section.id, key)]
      return changed(question, before[section.id]?.[key], after ?? undefined).map((one) => ({
        section: section.title,
        ...one,
        ...(place && { place }),
      }))
    }),
  )

type Words = Pick<ChangeWords, "what" | "before" | "after">

const changed = (question: Question, before: Json | undefined, after: Json | undefined): Words[] => {
  if (question.type === "moneyGrid") return cells(question, (before ?? {}) as Grid, (after ?? {}) as Grid)
  if (question.type === "repeated") return rows(question, (before ?? []) as Row[], (after ?? []) as Row[])
  return differ(question.label, wordsOf(question, before), wordsOf(question, after))
}

const differ = (what: string, before: string, after: string): Words[] =>
  before === after ? [] : [{ what, before, after }]

const wordsOf = (question: Question, value: Json | undefined) =>
  value === undefined || value === null ? none : question.words(value)

const cells = ({ shape: { rows = [], columns = [] } }: Question, before: Grid, after: Grid) => {
  const at = (grid: Grid, row: string, column: string) => {
    const pence = grid[row]?.[column]
    return pence === undefined ? none : pounds(pence)
  }
  return rows.flatMap((row) =>
    columns.flatMap((column) =>
      differ(`${row.label}, ${column.label}`, at(before, row.id, column.id), at(after, row.id, column.id)),
    ),
  )
}

const rows = ({ shape: { of = {}, calledRow = "row" } }: Question, before: Row[], after: Row[]) => {
  const called = (index: number) => `${calledRow.charAt(0).toUpperCase()}${calledRow.slice(1)} ${index + 1}`
  const inRow = (index: number, one: Row | undefined, other: Row | undefined): Words[] =>
    canonical(one ?? null) === canonical(other ?? null)
      ? []
      : Object.entries(of).flatMap(([key, sub]) =>
          differ(`${called(index)}: ${sub.label}`, wordsOf(sub, one?.[key]), wordsOf(sub, other?.[key])),
        )
  return [
    ...after.flatMap((row, index) =>
      inRow(
        index,
        before.find(({ id }) => id === row.id),
        row,
      ),
    ),
    ...before.flatMap((row, index) =>
      after.some(({ id }) => id === row.id)
        ? []
        : [
            {
              what: called(index),
              before: Object.entries(of)
                .flatMap(([key, sub]) => (row[key] === undefined ? [] : [wordsOf(sub, row[key])]))
                .join(", "),
              after: "Taken out",
            },
          ],
    ),
  ]
}
