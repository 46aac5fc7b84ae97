import { figureIs, figureLabels } from "../../form/questions/figure-labels.ts"
import { DateInput } from "../govuk/date-input.tsx"
import { Details } from "../govuk/details.tsx"
import { ErrorMessage } from "../govuk/error-message.tsx"
import { Fieldset } from "../govuk/fieldset.tsx"
import { Input } from "../govuk/input.tsx"
import { Radios } from "../govuk/radios.tsx"
import { type ControlProps, capital, field, hintOf, optionsOf, says } from "./field.tsx"

/** A figure: the number itself, or why there is none. What it rests on is behind “Add more”. */
export const Measured = ({ question, name, entries, problems, size }: ControlProps) => {
  const { figure } = question.shape
  if (!figure) return null
  const typed = (part: string) => entries[`${name}.${part}`] ?? ""
  const line = (part: string, label: string, hint?: string) => (
    <Input {...field(`${name}.${part}`, problems)} label={{ text: label }} hint={hint} value={typed(part)} />
  )
  const labels = figureLabels(figure)
  const is = figureIs(figure.none)
  const wrong = says(`${name}.value`, problems)
  const known = (
    <>
      <Input
        {...field(name, problems)}
        label={{ text: labels.main }}
        value={entries[name] ?? ""}
        width={5}
        inputmode={labels.of && figure.unit !== "share" ? "decimal" : "numeric"}
        spellcheck={false}
      />
      {labels.of && (
        <Input
          {...field(`${name}.of`, problems)}
          label={{ text: labels.of }}
          value={typed("of")}
          width={5}
          inputmode="numeric"
          spellcheck={false}
        />
      )}
    </>
  )
  return (
    <Fieldset legend={{ text: question.label, size: size ?? "s" }}>
      <div class="govuk-hint">{hintOf(question)}</div>
      <div id={`${name}.value`} class="anchor">
        {wrong && <ErrorMessage>{wrong}</ErrorMessage>}
      </div>
      <Radios
        idPrefix={`${name}.is`}
        name={`${name}.is`}
        small
        value={typed("is") || "figure"}
        items={[
          { value: "figure", text: is.figure, conditional: known },
          {
            value: "not known",
            text: is["not known"],
            conditional: (
              <>
                {line("why", "Why is it not known?", "20 words or fewer")}
                <DayOf {...{ name: `${name}.by`, label: "By when will it be known?", entries, problems }} />
              </>
            ),
          },
          { value: "none", text: is.none, conditional: line("none", "Why?", "20 words or fewer") },
        ]}
      />
      {question.shape.options && (
        <Radios
          idPrefix={`${name}.attribution`}
          name={`${name}.attribution`}
          small
          fieldset={{ legend: { text: "What made the difference?" } }}
          errorMessage={says(`${name}.attribution`, problems)}
          value={typed("attribution")}
          items={optionsOf(question).map(([value, text]) => ({ value, text }))}
        />
      )}
      <Details summary="Add more" open={hasMore(name, { entries, problems })}>
        {question.shape.options && line("because", "Why do you think so?", "60 words or fewer")}
        <DayOf
          {...{ name: `${name}.on`, label: "Of which day is it, where it is another?", entries, problems }}
        />
        {line("method", "How was it found?", "One line. Nobody recognisable in it.")}
        <Input
          {...field(`${name}.complete`, problems)}
          label={{ text: "How much of the data is in it?" }}
          value={typed("complete")}
          suffix="%"
          width={3}
          inputmode="numeric"
        />
      </Details>
    </Fieldset>
  )
}

const more = ["because", "on.day", "on.month", "on.year", "method", "complete"]

const hasMore = (name: string, { entries, problems }: Pick<ControlProps, "entries" | "problems">) =>
  more.some(
    (part) =>
      entries[`${name}.${part}`] || problems.some((one) => one.question === name && one.part === part),
  )

type DayProps = Pick<ControlProps, "name" | "entries" | "problems"> & { label: string }

const DayOf = ({ name, label, entries, problems }: DayProps) => {
  const parts = ["day", "month", "year"]
  return (
    <DateInput
      id={name}
      fieldset={{ legend: { text: label } }}
      errorMessage={parts.map((part) => says(`${name}.${part}`, problems)).find(Boolean)}
      items={parts.map((part) => ({
        name: `${name}.${part}`,
        id: `${name}.${part}`,
        label: capital(part),
        width: part === "year" ? 4 : 2,
        value: entries[`${name}.${part}`] ?? "",
      }))}
    />
  )
}
