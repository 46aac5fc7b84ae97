import { mayInSelection } from "../../../../shared/domain/people/selection-policy.ts"
import { countsWords } from "../../../../shared/domain/selection/arithmetic.ts"
import type { Criterion } from "../../../../shared/domain/selection/criterion.ts"
import { decidedWords } from "../../../../shared/domain/selection/deciding.ts"
import { overLine, placeWords, type Ranked } from "../../../../shared/domain/selection/ranking.ts"
import { exactWords, type Line } from "../../../../shared/domain/selection/total.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { type Cell, Table } from "../../../../shared/web/govuk/table.tsx"
import { Tag } from "../../../../shared/web/govuk/tag.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Desk } from "../../../../shared/web/panel/here.ts"
import { type RankedOne, type Ranking, sendFirst } from "../desk.ts"
import { Arithmetic } from "./arithmetic.tsx"

type Props = { c: C; desk: Desk & { ranking: Ranking } }

/** Highest first, each with how it came about. Whoever owes a sheet reads what to do first, and nothing else. */
export const RankingPage = ({ c, desk }: Props) => {
  const { round, whole, ranking } = desk
  const { rows, owed } = ranking
  const { passLine } = whole.rules
  return (
    <Page c={c} title={`Ranking – ${round.title}`} back={{ href: roundAt(round.id), text: "The round" }} wide>
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Ranking</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(ranking)}
      </p>
      {asides(ranking).map((one) => (
        <p class="govuk-body">{one}</p>
      ))}
      {rows.length > 0 && (
        <>
          <p class="govuk-body">
            Places are among those that are listed here. Each criterion shows what its readers gave, then what
            counts.{" "}
            {passLine !== undefined &&
              `The pass line is ${passLine} out of 100: ${overLine(rows, passLine)} of ${rows.length} ${overLine(rows, passLine) === 1 ? "is" : "are"} on it or over it.`}
          </p>
          <Table
            caption="From the highest total"
            captionSize="m"
            small
            head={[
              { text: "Place" },
              { text: "Name" },
              ...whole.criteria.map(({ criterion, weight }) => ({ text: `${criterion} (${weight})` })),
              { text: "Total out of 100", numeric: true },
            ]}
            rows={withPassLine(c, desk, passLine)}
          />
          <h2 class="govuk-heading-m">How each total is worked out</h2>
          {rows.map(({ one, total }) => (
            <Details summary={`${one.name}: ${exactWords(total.total)}`}>
              <Arithmetic total={total} readers={one.readers} caption={one.name} />
            </Details>
          ))}
        </>
      )}
      {owed === 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${roundAt(round.id)}/scores.csv`}>
            Every score as a file (CSV)
          </a>
          : with it anybody can work out this ranking again.
        </p>
      )}
    </Page>
  )
}

const firstLine = ({ owed, rows }: Ranking) => {
  if (owed > 0) return sendFirst(owed)
  if (rows.length === 0) return "Nothing is ranked yet. Next: every reader sends their scores."
  const must = rows.filter(({ one }) => one.compared.toModerate).length
  const ties = rows.filter(({ tied }) => tied).length
  return [
    `${rows.length} ${rows.length === 1 ? "is" : "are"} ranked.`,
    ...(ties > 0 ? [`${ties} share a place: a tie.`] : []),
    ...(must > 0 ? [`${must} must be moderated before ${must === 1 ? "it is" : "they are"} decided.`] : []),
  ].join(" ")
}

const asides = ({ notRanked, cannot, others, unsaid }: Ranking): string[] => [
  ...(notRanked > 0
    ? [
        `${notRanked} ${notRanked === 1 ? "is" : "are"} not ranked yet: not every reader has sent their scores.`,
      ]
    : []),
  ...(cannot > 0 ? [`${cannot} could not apply, and ${cannot === 1 ? "has" : "have"} no place.`] : []),
  ...(others > 0
    ? [`You see those that you read. ${others} ${others === 1 ? "is" : "are"} read by others.`]
    : []),
  ...(unsaid > 0 ? [`Say first whether you have a link with ${unsaid} more.`] : []),
]

/** The rows, with the pass line as a row of its own below the last that is on it or over it. */
const withPassLine = (c: C, desk: Props["desk"], passLine: number | undefined): Cell[][] => {
  const { rows } = desk.ranking
  const drawn = rows.map((row) => cellsOf(c, desk, row))
  if (passLine === undefined) return drawn
  const over = overLine(rows, passLine)
  const line: Cell[] = [
    {
      content: <strong>Pass line: {passLine} out of 100. Those below it are under the line.</strong>,
      colspan: 3 + desk.whole.criteria.length,
    },
  ]
  return [...drawn.slice(0, over), line, ...drawn.slice(over)]
}

const cellsOf = (c: C, { round, whole }: Props["desk"], row: Ranked<RankedOne>): Cell[] => {
  const { one, total, tied } = row
  const here = expressionAt(round.id, one.reference)
  return [
    {
      content: (
        <>
          {placeWords(row)}
          {tied && <span class="beside">tie</span>}
        </>
      ),
    },
    {
      content: (
        <>
          <a class="govuk-link" href={here}>
            {one.name}
          </a>
          <Standing c={c} one={one} here={here} />
        </>
      ),
    },
    ...whole.criteria.map((criterion) => ({ content: <Given line={lineOf(total.lines, criterion)} /> })),
    { content: exactWords(total.total), numeric: true },
  ]
}

const lineOf = (lines: Line[], { id }: Criterion) => lines.find((one) => one.id === id)

const Given = ({ line }: { line?: Line }) =>
  line ? (
    <>
      {line.given.join(", ")}
      <span class="beside">
        {line.settled === undefined ? countsWords(line.counts) : `${line.settled}, moderated`}
      </span>
    </>
  ) : null

/** What is to be done about it, or what was decided. */
const Standing = ({ c, one, here }: { c: C; one: RankedOne; here: string }) => {
  const { toModerate, decided, scorers } = one.compared
  const { actor } = c.var
  if (decided) return <span class="beside">{decidedWords(decided)}</span>
  if (toModerate)
    return (
      <span class="beside">
        <Tag colour="orange">Must be moderated</Tag>{" "}
        {mayInSelection(actor, "moderate") && (
          <a class="govuk-link" href={`${here}/moderation`}>
            Moderate<span class="govuk-visually-hidden"> {one.name}</span>
          </a>
        )}
      </span>
    )
  return mayInSelection(actor, "decide") && !scorers.includes(actor.id) ? (
    <span class="beside">
      <a class="govuk-link" href={`${here}/decision`}>
        Decide<span class="govuk-visually-hidden"> {one.name}</span>
      </a>
    </span>
  ) : null
}
