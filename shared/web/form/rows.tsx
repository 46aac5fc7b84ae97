import type { Child } from "hono/jsx"
import { idsIn } from "../../form/questions/repeated.ts"
import { Button } from "../govuk/button.tsx"
import { Fieldset } from "../govuk/fieldset.tsx"
import { type ControlProps, capital, Whole } from "./field.tsx"

/** There may be many rows on one page: each is kept short. */
const manyInRows = 8

/** The rows there are, and an empty one where there is none: "up to", never "exactly". */
export const Rows = ({
  question,
  name,
  entries,
  problems,
  size,
  Control,
}: ControlProps & { Control: (props: ControlProps) => Child }) => {
  const { of = {}, upTo = 1, calledRow = "row" } = question.shape
  const ids = idsIn(entries, name)
  const shown = ids.length > 0 ? ids : ["new-1"]
  return (
    <Fieldset legend={{ text: question.label, size: size ?? "s" }}>
      <div class="govuk-hint">{[question.hint, `Up to ${upTo}.`].filter(Boolean).join(" ")}</div>
      <Whole name={name} problems={problems} />
      <input type="hidden" name={`${name}.rows`} value={shown.join(",")} />
      {shown.map((id, index) => (
        <div class="row-of-many">
          <Fieldset legend={{ text: `${capital(calledRow)} ${index + 1}`, size: "s" }}>
            {Object.entries(of).map(([key, one]) => (
              <Control
                question={one}
                name={`${name}.${id}.${key}`}
                entries={entries}
                problems={problems}
                many={manyInRows}
              />
            ))}
          </Fieldset>
          {ids.length > 0 && (
            <Button variant="secondary" name="remove" value={`${name}.${id}`}>
              Remove {calledRow} {index + 1}
            </Button>
          )}
        </div>
      ))}
      {shown.length < upTo && (
        <Button variant="secondary" name="add" value={name}>
          Add another {calledRow}
        </Button>
      )}
    </Fieldset>
  )
}
