import { columnTotal, type Grid, rowTotal, totalOf } from "../../../../shared/form/questions/money-grid.ts"
import type { Row } from "../../../../shared/form/questions/repeated.ts"
import type { Json } from "../../../../shared/values/canonical.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { AskedThen, SentSection } from "../sent.ts"

/** Every question of a section as it was asked, with its answer. */
export const SectionAnswers = ({ section, level }: { section: SentSection; level: 3 | 4 }) => {
  const Heading = `h${level}` as const
  return (
    <>
      {section.questions.map((asked) => (
        <>
          <Heading class="govuk-heading-s govuk-!-margin-bottom-1">{asked.label}</Heading>
          {asked.hint && <p class="govuk-hint">{asked.hint}</p>}
          <div class="govuk-body govuk-!-margin-bottom-6">
            <Answer asked={asked} />
          </div>
        </>
      ))}
      {section.asked.map((one) => (
        <>
          <Heading class="govuk-heading-s govuk-!-margin-bottom-1">Asked since: {one.question}</Heading>
          <div class="govuk-body govuk-!-margin-bottom-6">
            {one.answer ? <AnswerWords words={one.answer.text} /> : "No answer has come."}
          </div>
        </>
      ))}
    </>
  )
}

const Answer = ({ asked }: { asked: AskedThen }) => {
  const { type, answer, words, drawn } = asked
  if (answer !== undefined && type === "moneyGrid" && drawn?.shape.rows)
    return <Amounts asked={asked} grid={answer as Grid} />
  if (answer !== undefined && type === "repeated" && drawn?.shape.of)
    return <RowsOf asked={asked} rows={answer as Row[]} />
  return <AnswerWords words={words} />
}

const Amounts = ({ asked: { label, drawn }, grid }: { asked: AskedThen; grid: Grid }) => {
  const { rows = [], columns = [] } = drawn?.shape ?? {}
  const amount = (pence: number | undefined) => ({
    content: pence === undefined ? "" : pounds(pence),
    numeric: true,
  })
  return (
    <Table
      caption={label}
      small
      firstCellIsHeader
      head={[
        { text: "Spent on" },
        ...columns.map((column) => ({ text: column.label, numeric: true })),
        { text: "Total", numeric: true },
      ]}
      rows={[
        ...rows
          .filter(({ id }) => grid[id])
          .map((row) => [
            { content: row.label },
            ...columns.map(({ id }) => amount(grid[row.id]?.[id])),
            amount(rowTotal(grid, row.id)),
          ]),
        [
          { content: "Total" },
          ...columns.map(({ id }) => amount(columnTotal(grid, id))),
          amount(totalOf(grid)),
        ],
      ]}
    />
  )
}

const RowsOf = ({ asked: { drawn }, rows }: { asked: AskedThen; rows: Row[] }) => (
  <>
    {rows.map((row) => (
      <SummaryList
        rows={Object.entries(drawn?.shape.of ?? {})
          .filter(([key]) => row[key] !== undefined)
          .map(([key, question]) => ({
            key: question.label,
            value: <AnswerWords words={question.words(row[key] as Json)} />,
          }))}
      />
    ))}
  </>
)
