import { scale } from "../domain/selection/criterion.ts"
import { isFunded } from "../domain/selection/decision-word.ts"
import { decidedWords, inConfidence, lookAgain, nextFor, whomToTell } from "../domain/selection/letter.ts"
import type { ToldDecision } from "../domain/selection/told.ts"
import { dateWords } from "../values/london.ts"
import { pounds } from "../values/money.ts"
import { InsetText } from "./govuk/inset-text.tsx"
import { SummaryList } from "./govuk/summary-list.tsx"
import { Table } from "./govuk/table.tsx"
import type { Settings } from "./world.ts"

type Props = {
  told: ToldDecision
  contact: Settings["contact"]
  /** Whoever sees only the money reads the decision, the amount and the conditions. */
  whole: boolean
  announced: boolean
}

/** A decision as its applicant reads it: the same words before it is sealed, for whoever reads it over. */
export const DecisionOf = ({ told, contact, whole, announced }: Props) => (
  <>
    <SummaryList
      rows={[
        { key: "Decision", value: <strong>{decidedWords(told)}</strong> },
        ...(isFunded(told.decision) && told.amount !== undefined
          ? [{ key: "Amount", value: pounds(told.amount) }]
          : []),
        { key: "Decided on", value: dateWords(told.decidedOn) },
        ...(whole && told.because !== undefined
          ? [{ key: "Why you could not apply", value: told.because }]
          : []),
      ]}
    />
    {!announced && (
      <InsetText>
        <strong>{inConfidence}</strong>
        {isFunded(told.decision) && ` ${whomToTell}`}
      </InsetText>
    )}
    {told.conditions.length > 0 && (
      <Table
        caption="Conditions"
        captionSize="m"
        head={[{ text: "What has to be done" }, { text: "By" }]}
        rows={told.conditions.map(({ text, due }) => [{ content: text }, { content: dateWords(due) }])}
      />
    )}
    {whole && <WhyOf told={told} />}
    <h2 class="govuk-heading-m">What happens next</h2>
    <p class="govuk-body">{nextFor[told.decision]}</p>
    <h2 class="govuk-heading-m">Who to ask</h2>
    <p class="govuk-body">
      {contact.name}, telephone {contact.phone}, working days 9am to 5pm, or email{" "}
      <a class="govuk-link" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>
      . If you cannot go ahead, tell us there as well.
    </p>
    <p class="govuk-body">{lookAgain}</p>
  </>
)

const scaleWords = `Each score is the mean of the readers’, or what they settled: ${scale.map(({ score, word }) => `${score} ${word.toLowerCase()}`).join(", ")}.`

/** What was scored and said of it. */
const WhyOf = ({ told: { scores, total, strengths, gaps, caveats } }: Pick<Props, "told">) => (
  <>
    {scores.length > 0 && (
      <Table
        caption="Scores"
        captionSize="m"
        firstCellIsHeader
        head={[
          { text: "Criterion" },
          { text: "Weight", numeric: true },
          { text: "Score, out of 4", numeric: true },
        ]}
        rows={[
          ...scores.map(({ criterion, weight, score }) => [
            { content: criterion },
            { content: String(weight), numeric: true },
            { content: score, numeric: true },
          ]),
          ...(total === undefined
            ? []
            : [[{ content: "In all, out of 100" }, { content: "" }, { content: total, numeric: true }]]),
        ]}
      />
    )}
    {scores.length > 0 && <p class="govuk-body-s">{scaleWords}</p>}
    <Listed title="What was strong" lines={strengths} />
    <Listed title="What was missing" lines={gaps} />
    <Listed title="Please note" lines={caveats} />
  </>
)

const Listed = ({ title, lines }: { title: string; lines: string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li class="answer">{line}</li>
        ))}
      </ul>
    </>
  )
