import { Checkboxes } from "../govuk/checkboxes.tsx"
import { Radios } from "../govuk/radios.tsx"
import { Select } from "../govuk/select.tsx"
import { type ControlProps, common, hintOf, optionsOf, says } from "./field.tsx"

/** More than one looks through on a page: they are in a list to choose from. */
const many = 20

export const OneOf = (props: ControlProps & { inline?: boolean }) =>
  optionsOf(props.question).length > (props.many ?? many) ? <FromList {...props} /> : <Choice {...props} />

const FromList = ({ question, name, entries, ...rest }: ControlProps) => (
  <Select
    {...common(question, name, rest)}
    value={entries[name] ?? ""}
    items={[
      { value: "", text: question.ask },
      ...optionsOf(question).map(([value, text]) => ({ value, text })),
    ]}
  />
)

const Choice = ({
  question,
  name,
  entries,
  problems,
  follows,
  size,
  inline,
}: ControlProps & { inline?: boolean }) => (
  <Radios
    idPrefix={name}
    name={name}
    inline={inline}
    fieldset={{ legend: { text: question.label, size: size ?? "s" } }}
    hint={hintOf(question)}
    errorMessage={says(name, problems, true)}
    value={entries[name]}
    items={optionsOf(question).map(([value, text]) => ({ value, text, conditional: follows?.[value] }))}
  />
)

export const Several = ({ question, name, entries, problems, follows, size }: ControlProps) => (
  <Checkboxes
    idPrefix={name}
    name={name}
    fieldset={{ legend: { text: question.label, size: size ?? "s" } }}
    hint={hintOf(question) ?? "Select all that apply."}
    errorMessage={says(name, problems, true)}
    items={optionsOf(question).map(([value, text]) => ({
      value,
      text,
      checked: entries[`${name}.${value}`] !== undefined || entries[name] === value,
      conditional: follows?.[value],
    }))}
  />
)

export const Declared = ({ question, name, entries, problems, size }: ControlProps) => (
  <Checkboxes
    idPrefix={name}
    name={name}
    fieldset={{ legend: { text: question.label, size: size ?? "s" } }}
    hint={
      <ul class="govuk-list govuk-list--bullet">
        {question.shape.statement?.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    }
    errorMessage={says(name, problems, true)}
    items={[{ value: "yes", text: "I confirm all of this", checked: entries[name] !== undefined }]}
  />
)
