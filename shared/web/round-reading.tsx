import { type Round, rulesOf } from "../domain/calendar/round.ts"
import { askingRules } from "../domain/selection/asking.ts"
import { criteriaOf, mostPoints, scale } from "../domain/selection/criterion.ts"
import { SummaryList } from "./govuk/summary-list.tsx"
import { Table } from "./govuk/table.tsx"

const inWords = ["No", "One", "Two", "Three"]

/** How what is sent will be read: by whom, when, for what, and how it is scored. The same before and after publishing. */
export const RoundReading = ({ round }: { round: Pick<Round, "weights" | "reading"> }) => {
  const { sealed, readers, passLine, questions } = rulesOf(round)
  const criteria = criteriaOf(round)
  return (
    <>
      <h2 class="govuk-heading-m">How it is read</h2>
      <SummaryList
        rows={[
          {
            key: "Who reads it",
            value:
              readers === 1
                ? "One reader of the selection panel, at the Department of Health. Nobody with a link to your organisation."
                : `${inWords[readers] ?? readers} readers of the selection panel, at the Department of Health, without seeing each other’s scores. Nobody with a link to your organisation.`,
          },
          {
            key: "When",
            value: sealed
              ? "Sealed until the round closes: nobody opens yours before."
              : "From when it is sent. It is not sealed until the round closes.",
          },
          {
            key: "Pass line",
            value: passLine === undefined ? "There is none." : `${passLine} points out of 100.`,
          },
          {
            key: "Questions to you",
            value: questions
              ? `The selection panel may ask you about a section. You get a letter, and answer here in ${askingRules.answer} words or fewer, by the day it says.`
              : "None. What you send is all that is read.",
          },
        ]}
      />
      <p class="govuk-body">
        Each criterion gets 0 to {mostPoints}, with a reason. The weights do not change once the round is
        open.
      </p>
      <Table
        caption="What it is read for"
        captionSize="s"
        head={[{ text: "Criterion" }, { text: "Weight out of 100", numeric: true }]}
        rows={criteria.map(({ criterion, weight, guidance }) => [
          {
            content: (
              <>
                {guidance ? <strong>{criterion}</strong> : criterion}
                {guidance && <span class="beside">{guidance}</span>}
              </>
            ),
          },
          { content: String(weight), numeric: true },
        ])}
      />
      <Table
        caption="What a score means"
        captionSize="s"
        head={[{ text: "Score" }, { text: "Means" }]}
        rows={scale.map(({ score, word, means }) => [{ content: `${score} ${word}` }, { content: means }])}
      />
    </>
  )
}
