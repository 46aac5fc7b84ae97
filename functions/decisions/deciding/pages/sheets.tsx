import { type Score, scoreWords } from "../../../../shared/domain/selection/criterion.ts"
import { widestGap } from "../../../../shared/domain/selection/moderation.ts"
import type { SentSheet } from "../../../../shared/domain/selection/sheet.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
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

/** What its readers gave, side by side, criterion by criterion. */
export const SideBySide = ({ desk, sheets }: { desk: Comparing; sheets: SentSheet[] }) => (
  <>
    {desk.whole.criteria.map(({ id, criterion, weight }) => {
      const given = sheets.flatMap(({ scores }) => scores[id]?.score ?? [])
      const gap = given.length > 0 ? Math.max(...given) - Math.min(...given) : 0
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
