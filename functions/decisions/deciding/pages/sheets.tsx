import { type Criterion, type Score, scoreWords } from "../../../../shared/domain/selection/criterion.ts"
import { widestGap } from "../../../../shared/domain/selection/moderation.ts"
import type { SentSheet } from "../../../../shared/domain/selection/sheet.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { PlainTable } from "../../../../shared/web/govuk/table.tsx"
import type { Comparing } from "../desk.ts"

/** The sheets that count of one, in the order of its readers. */
export const sheetsOn = async ({ one, store }: Comparing): Promise<SentSheet[]> => {
  const all = await store.sheetsOf(one.reference)
  return one.compared.readers.flatMap(
    ({ person, sent }) =>
      all.find((each) => sent && each.person === person && each.version === sent.version) ?? [],
  )
}

/** What its readers gave, side by side: first what is far apart, and the other criteria for whoever opens them. */
export const SideBySide = ({ desk, sheets }: { desk: Comparing; sheets: SentSheet[] }) => {
  const all = desk.whole.criteria.map((criterion) => ({ criterion, gap: gapIn(sheets, criterion) }))
  const wide = all.filter(({ gap }) => gap >= widestGap)
  const others = all.filter(({ gap }) => gap < widestGap)
  if (wide.length === 0 || others.length === 0) return <Criteria all={all} sheets={sheets} />
  return (
    <>
      <Criteria all={wide} sheets={sheets} />
      <Details
        summary={`The other ${others.length === 1 ? "criterion" : `${others.length} criteria`}: no gap of ${widestGap} points`}
      >
        <Criteria all={others} sheets={sheets} />
      </Details>
    </>
  )
}

const gapIn = (sheets: SentSheet[], { id }: Criterion) => {
  const given = sheets.flatMap(({ scores }) => scores[id]?.score ?? [])
  return given.length > 0 ? Math.max(...given) - Math.min(...given) : 0
}

type CriteriaProps = { all: { criterion: Criterion; gap: number }[]; sheets: SentSheet[] }

const Criteria = ({ all, sheets }: CriteriaProps) => (
  <>
    {all.map(({ criterion: { id, criterion, weight }, gap }) => {
      return (
        <>
          <h2 class="govuk-heading-s">
            {criterion} (weight {weight})
          </h2>
          {gap >= widestGap && (
            <p class="govuk-body">
              <strong>A gap of {gap} points between its readers: it must be settled.</strong>
            </p>
          )}
          <section class="scrolls" tabindex={0} aria-label={`${criterion}: what its readers gave`}>
            <PlainTable
              head={sheets.map(({ name, scores }) => ({ text: `${name}: ${scoreText(scores[id]?.score)}` }))}
              rows={[
                sheets.map(({ scores }) => ({ content: <AnswerWords words={scores[id]?.because ?? ""} /> })),
              ]}
            />
          </section>
        </>
      )
    })}
  </>
)

const scoreText = (score: number | undefined) =>
  score === undefined ? "no score" : `${score} ${scoreWords[score as Score]}`
