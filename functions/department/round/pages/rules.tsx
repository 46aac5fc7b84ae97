import type { ReadingRules, Round } from "../../../../shared/domain/calendar/round.ts"
import type { Panel } from "../../../../shared/domain/selection/reading.ts"
import { dayMomentWords, dayWords, stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"

type Props = { round: Round; rules: ReadingRules; panel?: Panel }

/** The dates of a round, what it is read for and by which rules: as they were published. */
export const Rules = ({ round, rules, panel }: Props) => (
  <Details summary="Dates, criteria and rules of this round">
    <SummaryList
      rows={[
        { key: "Opens", value: dayMomentWords(new Date(round.opens)) },
        { key: "Closes", value: dayMomentWords(new Date(round.closes)) },
        ...(panel?.opening
          ? [
              {
                key: "Opened for reading",
                value: `${stampWords(new Date(panel.opening.at))}, by ${panel.opening.by.name}`,
              },
            ]
          : []),
        ...(panel?.scoresBy ? [{ key: "Scores by", value: dayWords(panel.scoresBy) }] : []),
        { key: "Decisions by", value: dayWords(round.decisionsBy) },
        ...(panel?.told
          ? [
              {
                key: "Applicants told",
                value: `${stampWords(new Date(panel.told.at))}, by ${panel.told.by.name}`,
              },
            ]
          : []),
        { key: "At most, for each", value: pounds(round.ceiling) },
        ...(round.envelope === undefined ? [] : [{ key: "In all", value: pounds(round.envelope) }]),
        {
          key: "When they are read",
          value: rules.sealed
            ? "Nobody reads one before the round closes"
            : "They may be read while it is open",
        },
        { key: "Readers of each", value: String(rules.readers) },
        {
          key: "Pass line",
          value: rules.passLine === undefined ? "None" : `${rules.passLine} points out of 100`,
        },
        {
          key: "Questions to applicants",
          value: rules.questions ? "The panel may ask" : "The panel asks none",
        },
      ]}
    />
    <Table
      caption="What they are read for"
      captionSize="s"
      firstCellIsHeader
      head={[{ text: "Criterion" }, { text: "Weight", numeric: true }]}
      rows={round.weights.map(({ criterion, weight }) => [
        { content: criterion },
        { content: String(weight), numeric: true },
      ])}
    />
  </Details>
)
