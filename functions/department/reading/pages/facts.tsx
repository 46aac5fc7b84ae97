import { groupWords } from "../../../../shared/domain/selection/plain.ts"
import { applyAnswers } from "../../../../shared/domain/selection/reading.ts"
import type { Open } from "../../../../shared/domain/selection/seen.ts"
import { readingStates } from "../../../../shared/domain/selection/state.ts"
import { momentWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

const several = (lines: string[]) =>
  lines.length === 1 ? (
    lines[0]
  ) : (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

const row = (key: string, lines: (string | undefined)[]) => {
  const given = lines.filter((line) => line !== undefined && line !== "") as string[]
  return given.length > 0 ? [{ key, value: several(given) }] : []
}

/** What it is, at a glance. */
export const Facts = ({ one }: { one: Open }) => {
  const { apply } = one
  const answer = apply && [
    applyAnswers[apply.answer],
    apply.because,
    ...apply.caveats,
    `${apply.by.name}, ${momentWords(new Date(apply.at))}`,
  ]
  return (
    <SummaryList
      rows={[
        ...row("Reference", [one.reference]),
        ...row("Where it stands", [readingStates[one.state]]),
        ...row("Asks for", [one.amount === undefined ? "Not said" : pounds(one.amount)]),
        ...row("How many people", [one.people === undefined ? "Not said yet" : String(one.people)]),
        ...row("Who it is for", groupWords(one.groups)),
        ...row("Region", [one.region]),
        ...row("Sent", [`Version ${one.version}, at ${momentWords(new Date(one.sentAt))}`]),
        ...row("Found as it came in", one.found),
        ...row("Can they apply?", answer ?? ["Not checked yet"]),
      ]}
    />
  )
}
