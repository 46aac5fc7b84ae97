import { measureRows, notAskedWords } from "../../../../shared/domain/evaluation/plan/measure-words.ts"
import type { EvaluationVersion } from "../../../../shared/domain/evaluation/plan/version.ts"
import type { Measure } from "../../../../shared/kinds/measures/measure.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

type Props = { version: Pick<EvaluationVersion, "measures" | "notOurGroup"> }

/** What is measured: the site's own measures whole, and the core ones folded away, since they are the same everywhere. */
export const Measures = ({
  version: { measures, notOurGroup },
  unfolded,
}: Props & { unfolded?: boolean }) => {
  const core = <Core measures={measures.filter(({ of }) => of === "core")} />
  return (
    <>
      <h2 class="govuk-heading-m">Measures of this site</h2>
      {measures
        .filter(({ of }) => of !== "core")
        .map((one) => (
          <>
            <h3 class="govuk-heading-s">{one.name}</h3>
            <SummaryList
              rows={measureRows(one).map(({ label, words }) => ({
                key: label,
                value: <div class="answer">{words}</div>,
              }))}
            />
          </>
        ))}
      <h2 class="govuk-heading-m">Core measures, the same at every site</h2>
      {unfolded ? core : <Details summary="What each core measure is">{core}</Details>}
      {notAskedWords(notOurGroup).map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
    </>
  )
}

const Core = ({ measures }: { measures: Measure[] }) => (
  <SummaryList rows={measures.map(({ name, definition }) => ({ key: name, value: definition }))} />
)
