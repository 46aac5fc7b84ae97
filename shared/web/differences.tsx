import type { Compared, Difference } from "../domain/submissions/compared.ts"

type Props = { compared: Compared; level?: 2 | 3 }

/** What is otherwise, before and now, for eye and ear; what is the same is only counted. */
export const Differences = ({ compared: { sections, same }, level = 2 }: Props) => {
  const Heading = `h${level}` as const
  return (
    <>
      {sections.map(({ title, differences }) => (
        <>
          <Heading class="govuk-heading-s">{title}</Heading>
          <dl class="govuk-summary-list">
            {differences.map((one) => (
              <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
                <dt class="govuk-summary-list__key">{one.label}</dt>
                <dd class="govuk-summary-list__value">
                  <Changed difference={one} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ))}
      <p class="govuk-body">{sameWords(sections.length === 0, same)}</p>
    </>
  )
}

const sameWords = (none: boolean, same: number) => {
  const counted = same === 1 ? "1 answer or figure" : `${same} answers and figures`
  return none
    ? `Nothing is otherwise: ${counted} ${same === 1 ? "is" : "are"} as before.`
    : `${counted} ${same === 1 ? "is" : "are"} as before, and not shown.`
}

export const Changed = ({ difference: { before, after } }: { difference: Difference }) => (
  <>
    {before === undefined ? (
      "Not answered before. "
    ) : (
      <>
        <del class="answer">
          {before}
          <span class="govuk-visually-hidden"> before,</span>
        </del>{" "}
      </>
    )}
    {after === undefined ? (
      "Not answered now."
    ) : (
      <ins class="answer">
        {after}
        <span class="govuk-visually-hidden"> now</span>
      </ins>
    )}
  </>
)
