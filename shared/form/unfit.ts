import type { Problem, Question } from "./question.ts"

/** What a question would not take of an answer, in its own words: of a row, beside the field of that row. */
export const unfit = (key: string, { schema }: Question, answer: unknown): Problem[] =>
  (schema.safeParse(answer).error?.issues ?? []).map(({ path, message }) => {
    const [place, ...inside] = path.map(String)
    if (place === undefined) return { question: key, says: message }
    return { question: key, part: [idAt(answer, place), ...inside].join("."), says: message }
  })

/** A row by the id that it has, or by its place. */
const idAt = (answer: unknown, place: string): string => {
  const row: { id?: unknown } | undefined = Array.isArray(answer) ? answer[Number(place)] : undefined
  return typeof row?.id === "string" ? row.id : place
}
