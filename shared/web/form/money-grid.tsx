import type { Entries, Problem, Question } from "../../form/question.ts"
import { columnTotal, type Grid, rowTotal, totalOf } from "../../form/questions/money-grid.ts"
import { pounds } from "../../values/money.ts"
import { ErrorMessage } from "../govuk/error-message.tsx"

type Props = { question: Question; name: string; entries: Entries; problems: Problem[] }

/**
 * A table of amounts. The totals are the server's, as last saved; with JavaScript they follow the typing
 * (`browser/money-grid.ts`).
 */
export const MoneyGrid = ({ question, name, entries, problems }: Props) => {
  const { rows = [], columns = [], apart } = question.shape
  const read = question.read(entries, name)
  const grid = ("value" in read ? read.value : {}) as Grid
  const wrong = problems.filter((one) => one.question === name)
  const wrongAt = (cell: string) => wrong.some(({ part }) => part && cell === `${name}.${part}`)
  return (
    <div class={`govuk-form-group${wrong.length ? " govuk-form-group--error" : ""}`} id={name}>
      {question.hint && <div class="govuk-hint">{question.hint}</div>}
      {wrong.length > 0 && (
        <ErrorMessage id={`${name}-error`}>{wrong.map(({ says }) => says).join(". ")}</ErrorMessage>
      )}
      <section class="scrolls" tabindex={0} aria-label={question.label}>
        <table class="govuk-table govuk-table--small-text-until-tablet money-grid" data-money-grid>
          <caption class="govuk-table__caption govuk-table__caption--s">
            {question.label} Amounts in pounds
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Spent on
              </th>
              {columns.map(({ label }) => (
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {label}
                </th>
              ))}
              {!apart && (
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  Total
                </th>
              )}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {row.label}
                </th>
                {columns.map((column) => {
                  const cell = `${name}.${row.id}.${column.id}`
                  return (
                    <td class="govuk-table__cell govuk-table__cell--numeric">
                      <input
                        class={`govuk-input govuk-input--width-5 money-grid__cell${wrongAt(cell) ? " govuk-input--error" : ""}`}
                        id={cell}
                        name={cell}
                        type="text"
                        inputmode="decimal"
                        aria-describedby={wrongAt(cell) ? `${name}-error` : undefined}
                        aria-label={`${row.label}, ${column.label}, in pounds`}
                        value={entries[cell] ?? ""}
                        data-row={row.id}
                        data-column={column.id}
                      />
                    </td>
                  )
                })}
                {!apart && (
                  <td class="govuk-table__cell govuk-table__cell--numeric" data-row-total={row.id}>
                    {pounds(rowTotal(grid, row.id))}
                  </td>
                )}
              </tr>
            ))}
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                Total
              </th>
              {columns.map(({ id }) => (
                <td class="govuk-table__cell govuk-table__cell--numeric" data-column-total={id}>
                  {pounds(columnTotal(grid, id))}
                </td>
              ))}
              {!apart && (
                <td class="govuk-table__cell govuk-table__cell--numeric" data-total aria-live="polite">
                  <strong>{pounds(totalOf(grid))}</strong>
                </td>
              )}
            </tr>
          </tbody>
        </table>
      </section>
    </div>
  )
}
