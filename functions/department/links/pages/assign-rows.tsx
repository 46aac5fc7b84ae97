import { Fragment } from "hono/jsx"
import { standingTo } from "../../../../shared/domain/selection/standing.ts"
import { readingStates } from "../../../../shared/domain/selection/state.ts"
import type { Problem } from "../../../../shared/form/question.ts"
import { ErrorMessage } from "../../../../shared/web/govuk/error-message.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { assignAt, withPair } from "../addresses.ts"
import { fieldOfExpression } from "../assigning.ts"
import type { Assigning, Row } from "../sharing.ts"

type Props = { desk: Assigning; problems: Problem[]; chosen: string[] }

/** Each with who reads it and what is missing; those that can be given have a box to tick. */
export const RowsToGive = ({ desk, problems, chosen }: Props) => (
  <div id="expression" class="anchor">
    {problems
      .filter(({ question }) => question === "expression")
      .map(({ says }) => (
        <ErrorMessage>{says}</ErrorMessage>
      ))}
    <Table
      caption="Expressions of interest"
      captionSize="s"
      small
      firstCellIsHeader
      head={[{ text: "Organisation" }, { text: "Readers now" }, { text: "What is missing" }]}
      rows={desk.rows.map((row) => [
        { content: <Name row={row} problems={problems} chosen={chosen} /> },
        { content: <Readers desk={desk} row={row} /> },
        { content: missingWords(row) },
      ])}
    />
  </div>
)

const Name = ({ row: { one, not }, problems, chosen }: { row: Row } & Pick<Props, "problems" | "chosen">) => {
  const id = fieldOfExpression(one.reference)
  if (not) return <>{one.name}</>
  return (
    <>
      {problems
        .filter(({ question }) => question === id)
        .map(({ says }) => (
          <ErrorMessage>{says}</ErrorMessage>
        ))}
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={id}
            name="expression"
            type="checkbox"
            value={one.reference}
            checked={chosen.includes(one.reference)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            {one.name}
          </label>
        </div>
      </div>
    </>
  )
}

const Readers = ({ desk, row: { one, raw, stands } }: { desk: Assigning; row: Row }) => {
  const readers = one.readers ?? []
  const { coached } = desk.whole
  const reads = (person: string) =>
    desk.readers.some(({ actor }) => actor.id === person && standingTo(actor, raw, coached) !== "linked")
  if (readers.length === 0) return <>Nobody</>
  return (
    <ul class="govuk-list">
      {readers.map(({ person, name, sent }) => (
        <li>
          {name}: {sent ? "sent" : "not sent"}
          {!sent && !reads(person) && ", and cannot send it any longer"}
          {!stands && (
            <Fragment>
              {" "}
              <a
                class="govuk-link"
                href={withPair(`${assignAt(desk.round.id)}/take-off`, { reference: one.reference, person })}
              >
                Take off
                <span class="govuk-visually-hidden">
                  {" "}
                  {name}: {one.name}
                </span>
              </a>
            </Fragment>
          )}
        </li>
      ))}
    </ul>
  )
}

const missingWords = ({ one, missing, not }: Row) => {
  if (not) return not
  if (missing === 0) return readingStates[one.state]
  return missing === 1 ? "1 reader" : `${missing} readers`
}
