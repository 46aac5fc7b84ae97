import { Checkboxes } from "../govuk/checkboxes.tsx"
import { DateInput } from "../govuk/date-input.tsx"
import { Fieldset } from "../govuk/fieldset.tsx"
import { Input } from "../govuk/input.tsx"
import { type ControlProps, capital, field, hintOf, says, Whole } from "./field.tsx"

export const Counted = ({ question, name, entries, problems, size }: ControlProps) => (
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
)

export const Day = ({ question, name, entries, problems, size }: ControlProps) => (
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
)

export const Staff = ({ question, name, entries, problems, size }: ControlProps) => (
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
)
