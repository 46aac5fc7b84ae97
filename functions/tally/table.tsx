import type { Entries, Problem } from "../../shared/form/question.ts"
import { idsIn } from "../../shared/form/questions/repeated.ts"
import { daysOf, heads, type TallyRow, totalOf } from "../../shared/kinds/monthly-tally/columns.ts"
import { ErrorMessage } from "../../shared/web/govuk/error-message.tsx"
import { Table } from "../../shared/web/govuk/table.tsx"
import { NotWatched } from "../../shared/web/notes.tsx"
import type { Desk } from "./desk.ts"
import { columnsIn, fieldsOf, whyOf } from "./typed.ts"

type Props = { desk: Desk; entries: Entries; problems: Problem[] }

/** Where a problem is shown, as the id of its field: what is said of a reason stands under the column. */
export const fieldOf = ({ question, part }: Problem): string => {
  const [row, column, why] = part?.split(".") ?? []
  if (column && (why === "why" || column === "noDays")) return whyOf(column === "noDays" ? "days" : column)
  return row && column ? `${question}.${row}.${column}` : question
}

/** The table of a team: a row a worker, a column for what is counted, and under each why it is not known. */
export const TallyTable = ({ desk, entries, problems }: Props) => {
  const columns = columnsIn(desk)
  const ids = idsIn(entries, "team")
  const wrong = new Set(problems.map(fieldOf))
  const own = problems.filter((one) => fieldOf(one) === "team")
  const sums = columns.map((column) => sumOf(desk, entries, column))
  const cell = (name: string, label: string, width: string, numeric: boolean) => (
    <input
      class={`govuk-input ${width}${wrong.has(name) ? " govuk-input--error" : ""}`}
      id={name}
      name={name}
      type="text"
      {...(numeric && { inputmode: "decimal" })}
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      value={entries[name] ?? ""}
    />
  )
  return (
    <div class={`govuk-form-group tally${own.length > 0 ? " govuk-form-group--error" : ""}`} id="team">
      {own.length > 0 && <ErrorMessage>{own.map(({ says }) => says).join(". ")}</ErrorMessage>}
      <input type="hidden" name="team.rows" value={ids.join(",")} />
      <Table
        caption={`${desk.section.asks.team?.label}: one row a worker, or one for the whole team`}
        captionSize="s"
        small
        stacks
        head={[heads.name, ...columns.map((column) => heads[column])].map((text) => ({ text }))}
        rows={[
          ...ids.map((id, at) => {
            const who = entries[`team.${id}.name`]?.trim() || `row ${at + 1}`
            return [
              {
                content: cell(
                  `team.${id}.name`,
                  `${heads.name}, row ${at + 1}`,
                  "govuk-input--width-5",
                  false,
                ),
              },
              ...columns.map((column) => ({
                content: cell(
                  `team.${id}.${column}`,
                  `${heads[column]}, ${who}`,
                  "govuk-input--width-2",
                  true,
                ),
              })),
            ]
          }),
          ...(sums.some((sum) => sum !== "")
            ? [[{ content: <strong>All together</strong> }, ...sums.map((content) => ({ content }))]]
            : []),
        ]}
      />
    </div>
  )
}

/** What a column comes to as it is typed; nothing while something in it is empty. */
const sumOf = (desk: Desk, entries: Entries, column: ReturnType<typeof columnsIn>[number]) => {
  const read = desk.section.asks.team?.read(fieldsOf(desk, entries), "team")
  const rows = read && "value" in read ? (read.value as TallyRow[]) : []
  const total = column === "days" ? daysOf(rows) : totalOf(rows, column)
  if ("number" in total) return String(total.number)
  return "missing" in total ? "" : "not known"
}

/** Why something is not known, by column: closed where everything is known. */
export const Reasons = ({ desk, entries, problems }: Props) => {
  const columns = columnsIn(desk)
  const wrong = problems.filter((one) => columns.some((column) => fieldOf(one) === whyOf(column)))
  const open = wrong.length > 0 || columns.some((column) => entries[whyOf(column)]?.trim())
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Something is not known</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">
          Say why, in a few words and without naming anybody you support. Every empty place in that column,
          and every ?, then counts as not known, and never as 0. It is asked again with the next tally.
        </p>
        <NotWatched />
        {columns.map((column) => {
          const name = whyOf(column)
          const says = wrong.filter((one) => fieldOf(one) === name).map((one) => one.says)
          return (
            <div class={`govuk-form-group${says.length > 0 ? " govuk-form-group--error" : ""}`}>
              <label class="govuk-label" for={name}>
                {heads[column]}
              </label>
              {says.length > 0 && <ErrorMessage id={`${name}-error`}>{says.join(". ")}</ErrorMessage>}
              <input
                class={`govuk-input govuk-input--width-20${says.length > 0 ? " govuk-input--error" : ""}`}
                id={name}
                name={name}
                type="text"
                maxlength={200}
                aria-describedby={says.length > 0 ? `${name}-error` : undefined}
                value={entries[name] ?? ""}
              />
            </div>
          )
        })}
      </div>
    </details>
  )
}
