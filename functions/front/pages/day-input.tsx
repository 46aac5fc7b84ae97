import type { Entries, Problem } from "../../../shared/form/question.ts"
import { DateInput } from "../../../shared/web/govuk/date-input.tsx"

type Props = { name: "from" | "until"; legend: string; hint: string; typed: Entries; problems: Problem[] }

/** A first or a last day, in three boxes. */
export const DayInput = ({ name, legend, hint, typed, problems }: Props) => (
  <DateInput
    id={name}
    fieldset={{ legend: { text: legend, size: "s" } }}
    hint={hint}
    errorMessage={problems.find(({ question }) => question === name)?.says}
    items={["day", "month", "year"].map((part) => ({
      name: `${name}.${part}`,
      id: `${name}.${part}`,
      label: part.charAt(0).toUpperCase() + part.slice(1),
      width: part === "year" ? 4 : 2,
      value: typed[`${name}.${part}`] ?? "",
    }))}
  />
)

/** What is wrong, each leading to its field: of a day, to its first box. */
export const summaryOf = (problems: Problem[]) =>
  problems.map(({ question, says }) => ({
    text: says,
    href: `#${question === "from" || question === "until" ? `${question}.day` : question}`,
  }))
