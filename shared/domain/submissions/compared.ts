import type { Question } from "../../form/question.ts"
import type { Row } from "../../form/questions/repeated.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { pounds } from "../../values/money.ts"
import { cellLabel, lower, partAt } from "./figures.ts"
import type { Sent } from "./sent.ts"

/** One answer, or one figure of it, as it was and as it is, in words. One that is not there has none. */
export type Difference = { label: string; before?: string; after?: string }

export type Compared = {
  sections: { id: string; title: string; differences: Difference[] }[]
  /** Answers and figures that are as they were. */
  same: number
}

type Said = Pick<Sent, "sections">
type SaidQuestion = Sent["sections"][number]["questions"][number]

/** The question as this service asks it, with the rows and columns that what was sent does not repeat. */
export type Drawn = (section: string, question: string) => Question | undefined

/** What one version says otherwise than another: answer by answer, figure by figure, row by row. */
export const compared = (before: Said, after: Said, drawn: Drawn): Compared => {
  const ids = [...new Set([...after.sections, ...before.sections].map(({ id }) => id))]
  let same = 0
  const sections = ids.map((id) => {
    const [old, now] = [before, after].map(({ sections }) => sections.find((one) => one.id === id))
    const questions = [
      ...new Set([...(now?.questions ?? []), ...(old?.questions ?? [])].map((one) => one.id)),
    ]
    const differences = questions.flatMap((question) => {
      const pair = [old, now].map((one) => one?.questions.find((each) => each.id === question))
      const found = differencesIn(pair[0], pair[1], drawn(id, question))
      same += found.same
      return found.differences
    })
    return { id, title: now?.title ?? old?.title ?? id, differences }
  })
  return { sections: sections.filter(({ differences }) => differences.length > 0), same }
}

type Found = { differences: Difference[]; same: number }

const differencesIn = (before?: SaidQuestion, after?: SaidQuestion, drawn?: Question): Found => {
  const { type = "", label = "" } = after ?? before ?? {}
  if (type === "moneyGrid" && drawn?.shape.rows) return ofCells(drawn, before?.answer, after?.answer)
  if (type === "repeated" && drawn?.shape.of) return ofRows(drawn, before?.answer, after?.answer)
  return counted([{ label, before: wordsOf(before), after: wordsOf(after) }])
}

const wordsOf = (one?: SaidQuestion) => (one?.answer === undefined ? undefined : one.words)

/** Those that differ, and how many do not. What is there in neither is not counted. */
const counted = (all: Difference[]): Found => {
  const there = all.filter(({ before, after }) => before !== undefined || after !== undefined)
  const differences = there.filter(({ before, after }) => before !== after)
  return { differences, same: there.length - differences.length }
}

const ofCells = ({ shape: { rows = [], columns = [] } }: Question, before?: Json, after?: Json): Found =>
  counted(
    rows.flatMap((row) =>
      columns.map((column) => ({
        label: cellLabel(row.label, column.label),
        before: amountAt(before, `${row.id}.${column.id}`),
        after: amountAt(after, `${row.id}.${column.id}`),
      })),
    ),
  )

const amountAt = (answer: unknown, part: string) => {
  const found = partAt(answer, part)
  return typeof found === "number" ? pounds(found) : undefined
}

const ofRows = ({ shape, label }: Question, before?: Json, after?: Json): Found => {
  const [old, now] = [before, after].map((one) => (Array.isArray(one) ? (one as Row[]) : []))
  const ids = [...new Set([...(old ?? []), ...(now ?? [])].map(({ id }) => id))]
  const called = shape.calledRow ?? label
  return ids.reduce<Found>(
    (sum, id, at) => {
      const [was, is] = [old, now].map((rows) => rows?.find((row) => row.id === id))
      const found = counted(
        Object.entries(shape.of ?? {}).map(([key, asked]) => ({
          label: `${called} ${at + 1}, ${lower(asked.label)}`,
          before: fieldOf(asked, was?.[key]),
          after: fieldOf(asked, is?.[key]),
        })),
      )
      return { differences: [...sum.differences, ...found.differences], same: sum.same + found.same }
    },
    { differences: [], same: 0 },
  )
}

const fieldOf = (asked: Question, value: unknown) =>
  value === undefined ? undefined : asked.words(value as Json)

/** Whether nothing at all is otherwise. */
export const isSame = ({ sections }: Compared) => sections.length === 0

/** One value for a section's answers, by which a change of any of them is seen. */
export const marksOf = (section: Sent["sections"][number] | undefined): string =>
  canonical((section?.questions ?? []).map(({ id, answer }) => [id, answer ?? null]) as Json)
