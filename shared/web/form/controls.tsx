import type { Child } from "hono/jsx"
import type { Entries, Problem, Question, QuestionType } from "../../form/question.ts"
import { idsIn } from "../../form/questions/repeated.ts"
import { Button } from "../govuk/button.tsx"
import { CharacterCount } from "../govuk/character-count.tsx"
import { Checkboxes } from "../govuk/checkboxes.tsx"
import { DateInput } from "../govuk/date-input.tsx"
import { ErrorMessage } from "../govuk/error-message.tsx"
import { Fieldset } from "../govuk/fieldset.tsx"
import { Input } from "../govuk/input.tsx"
import { Radios } from "../govuk/radios.tsx"
import { MoneyGrid } from "./money-grid.tsx"

export type ControlProps = {
  question: Question
  /** The name of its field, and its id: what an error links to. */
  name: string
  entries: Entries
  problems: Problem[]
  /** What is asked only where this choice is made, by option. */
  follows?: Record<string, Child>
  /** The heading of its page, where it is the only question there. */
  size?: "s" | "m" | "l"
}

type Control = (props: ControlProps) => Child

/** One control for each type of question: the compiler asks for a new type's. */
const controls: Record<QuestionType, Control> = {
  text: ({ question, name, entries, ...rest }) => (
    <Input {...common(question, name, rest)} value={entries[name] ?? ""} spellcheck />
  ),
  longText: ({ question, name, entries, ...rest }) => (
    <CharacterCount
      {...common(question, name, rest)}
      value={entries[name] ?? ""}
      maxWords={question.shape.words ?? 100}
      rows={(question.shape.words ?? 100) > 200 ? 12 : 6}
    />
  ),
  money: ({ question, name, entries, ...rest }) => (
    <Input
      {...common(question, name, rest)}
      value={entries[name] ?? ""}
      prefix="£"
      width={10}
      inputmode="decimal"
      spellcheck={false}
    />
  ),
  wholeNumber: ({ question, name, entries, ...rest }) => (
    <Input
      {...common(question, name, rest)}
      value={entries[name] ?? ""}
      width={5}
      inputmode="numeric"
      spellcheck={false}
    />
  ),
  decimal: ({ question, name, entries, ...rest }) => (
    <Input
      {...common(question, name, rest)}
      value={entries[name] ?? ""}
      width={5}
      inputmode="decimal"
      spellcheck={false}
    />
  ),
  count: ({ question, name, entries, problems, size }) => (
    <Fieldset legend={{ text: question.label, size: size ?? "s" }}>
      <Input
        {...field(name, problems)}
        label={{ text: "Number" }}
        hint={hintOf(question)}
        value={entries[name] ?? ""}
        width={5}
        inputmode="numeric"
        spellcheck={false}
      />
      <Checkboxes
        idPrefix={`${name}.is`}
        name={`${name}.is`}
        small
        values={[entries[`${name}.is`] ?? ""]}
        items={[
          {
            value: "not known",
            text: "Not known yet",
            conditional: (
              <Input
                {...field(`${name}.why`, problems)}
                label={{ text: "Why is it not known?" }}
                hint="20 words or fewer"
                value={entries[`${name}.why`] ?? ""}
              />
            ),
          },
        ]}
      />
    </Fieldset>
  ),
  date: ({ question, name, entries, problems, size }) => (
    <DateInput
      id={name}
      fieldset={{ legend: { text: question.label, size: size ?? "s" } }}
      hint={hintOf(question)}
      errorMessage={says(name, problems, true)}
      items={["day", "month", "year"].map((part) => ({
        name: `${name}.${part}`,
        id: `${name}.${part}`,
        label: capital(part),
        width: part === "year" ? 4 : 2,
        value: entries[`${name}.${part}`] ?? "",
      }))}
    />
  ),
  choice: (props) => <OneOf {...props} />,
  yesNo: (props) => <OneOf {...props} inline={!props.follows} />,
  choices: ({ question, name, entries, problems, follows, size }) => (
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
  ),
  person: ({ question, name, entries, problems, size }) => (
    <Fieldset legend={{ text: question.label, size: size ?? "s" }}>
      <div class="govuk-hint">{hintOf(question)}</div>
      <Whole name={name} problems={problems} />
      <Input
        {...field(`${name}.name`, problems)}
        label={{ text: "Full name" }}
        value={entries[`${name}.name`] ?? ""}
        spellcheck={false}
      />
      <Input
        {...field(`${name}.jobTitle`, problems)}
        label={{ text: "Job title" }}
        value={entries[`${name}.jobTitle`] ?? ""}
      />
      <Input
        {...field(`${name}.email`, problems)}
        label={{ text: "Work email address" }}
        type="email"
        value={entries[`${name}.email`] ?? ""}
        spellcheck={false}
      />
    </Fieldset>
  ),
  repeated: ({ question, name, entries, problems, size }) => (
    <Rows {...{ question, name, entries, problems, size }} />
  ),
  moneyGrid: (props) => <MoneyGrid {...props} />,
  declaration: ({ question, name, entries, problems, size }) => (
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
  ),
}

export const Control = (props: ControlProps) => controls[props.question.type](props)

const OneOf = ({
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

/** The rows there are, and an empty one where there is none: "up to", never "exactly". */
const Rows = ({ question, name, entries, problems, size }: ControlProps) => {
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
              <Control question={one} name={`${name}.${id}.${key}`} entries={entries} problems={problems} />
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

/** Where links to a question of several fields lead, and an error of the whole group: each field shows its own. */
const Whole = ({ name, problems }: { name: string; problems: Problem[] }) => {
  const own = problems.filter((one) => one.question === name && !one.part)
  return (
    <div id={name} class="anchor">
      {own.length > 0 && <ErrorMessage>{own.map((one) => one.says).join(". ")}</ErrorMessage>}
    </div>
  )
}

const common = (
  question: Question,
  name: string,
  { problems, size }: Pick<ControlProps, "problems" | "size">,
) => ({
  ...field(name, problems),
  label: {
    text: question.optional ? `${question.label} (optional)` : question.label,
    size: size ?? ("s" as const),
  },
  hint: hintOf(question),
})

const field = (name: string, problems: Problem[]) => ({ id: name, name, errorMessage: says(name, problems) })

const hintOf = ({ hint, why }: Question) =>
  why ? (
    <>
      {hint && <>{hint} </>}
      <span class="why">Why we ask: {why}</span>
    </>
  ) : (
    hint
  )

/** What is wrong with a field: the same words as in the summary. A group also takes its parts'. */
export const says = (name: string, problems: Problem[], withParts = false) => {
  const own = problems.filter((one) => (withParts && one.question === name) || fieldOf(one) === name)
  return own.length > 0 ? own.map((one) => one.says).join(". ") : undefined
}

/** The field a problem is at. */
export const fieldOf = ({ question, part }: Problem) => (part ? `${question}.${part}` : question)

const optionsOf = ({ shape }: Question) => Object.entries(shape.options ?? {})

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
