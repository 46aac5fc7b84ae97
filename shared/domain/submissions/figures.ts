import type { Answers, Question } from "../../form/question.ts"
import { askedIn, type Section } from "../../form/section.ts"
import type { Json } from "../../values/canonical.ts"

/** Where one amount stands: `part` is a row and a column of a table, or a row and a question of a list. */
export type Place = { section: string; question: string; part?: string }

/** One amount of a submission in pence, and what it is called; none is there where a cell is empty. */
export type Figure = Place & { label: string; pence?: number }

/** A place as one word, for forms and addresses. */
export const placeName = ({ section, question, part }: Place) =>
  [section, question, ...(part === undefined ? [] : [part])].join("/")

/** Every amount that is asked for, in the order of its pages. */
export const figuresIn = (sections: readonly Section[], answers: Record<string, Answers>): Figure[] =>
  sections.flatMap((section) => {
    const given = answers[section.id] ?? {}
    return askedIn(section, given).flatMap(([question, asked]) =>
      amountsIn(asked, given[question]).map((one) => ({ section: section.id, question, ...one })),
    )
  })

const amountsIn = (asked: Question, answer: Json | undefined): Omit<Figure, "section" | "question">[] => {
  const { label, shape, type } = asked
  if (type === "money") return [{ label, pence: figureAt(answer) }]
  if (type === "moneyGrid")
    return (shape.rows ?? []).flatMap((row) =>
      (shape.columns ?? []).map((column) => {
        const part = `${row.id}.${column.id}`
        return { part, label: cellLabel(row.label, column.label), pence: figureAt(answer, part) }
      }),
    )
  if (type === "repeated" && Array.isArray(answer))
    return answer.flatMap((row, at) =>
      Object.entries(shape.of ?? {})
        .filter(([, one]) => one.type === "money")
        .map(([key, one]) => {
          const part = `${(row as { id: string }).id}.${key}`
          return { part, label: `${label} ${at + 1}, ${lower(one.label)}`, pence: figureAt(answer, part) }
        }),
    )
  return []
}

/** "Backfill, spent in this period" */
export const cellLabel = (row: string, column: string) => `${row}, ${lower(column)}`

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The pence at one place of an answer: an amount itself, or a cell of a table or a list of them. */
export const figureAt = (answer: unknown, part?: string): number | undefined => {
  const found = partAt(answer, part)
  return typeof found === "number" ? found : undefined
}

/** What stands at one place of an answer: the whole answer where no part is named, or a whole row. */
export const partAt = (answer: unknown, part?: string): unknown => {
  if (part === undefined) return answer
  const [row = "", column] = part.split(".")
  const line = Array.isArray(answer)
    ? answer.find((one) => (one as { id?: unknown }).id === row)
    : own(answer, row)
  return column === undefined ? line : own(line, column)
}

const own = (one: unknown, key: string): unknown =>
  typeof one === "object" && one !== null && Object.hasOwn(one, key)
    ? (one as Record<string, unknown>)[key]
    : undefined

/** An answer with another amount at one place. */
export const withFigure = (answer: Json | undefined, part: string | undefined, pence: number): Json => {
  if (part === undefined) return pence
  const [row = "", column = ""] = part.split(".")
  if (Array.isArray(answer))
    return answer.map((one) =>
      (one as { id?: unknown }).id === row ? { ...(one as Record<string, Json>), [column]: pence } : one,
    )
  const grid = (answer ?? {}) as Record<string, Record<string, Json>>
  return { ...grid, [row]: { ...grid[row], [column]: pence } }
}
