import { stampWords } from "../../../../shared/values/london.ts"
import {
  allMeasuresAt,
  findingsAt,
  makeReleaseAt,
  releaseAt,
} from "../../../../shared/web/evaluation/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import type { OnReleases } from "../desk.ts"

/** Every release of a phase: what stands in one never changes. */
export const ReleasesPage = ({ c, on: { phase, all, mayMake } }: { c: C; on: OnReleases }) => (
  <Page c={c} title={`Releases – ${phase.title}`} back={{ href: findingsAt, text: "Findings" }} wide>
    <span class="govuk-caption-l">{phase.title}</span>
    <h1 class="govuk-heading-l">Releases</h1>
    <p class="govuk-body-l" data-first-line>
      {all.length === 0
        ? "Nothing was released yet. Until then only a site, its coach and the evaluator see its figures."
        : `${all.length} ${all.length === 1 ? "release was" : "releases were"} made. The newest is what everybody reads; the ones before stand as they were.`}
    </p>
    {all.length > 0 && (
      <Table
        caption="The newest first"
        captionSize="m"
        stacks
        firstCellIsHeader
        head={[{ text: "Release" }, { text: "Made" }, { text: "Why" }, { text: "Numbers" }]}
        rows={all.map((one) => [
          {
            content: (
              <a class="govuk-link" href={releaseAt(phase.id, one.number)}>
                {one.number}: {one.title}
              </a>
            ),
          },
          { content: `${stampWords(new Date(one.at))}, by ${one.by.name}` },
          { content: <span class="answer">{one.because}</span> },
          { content: `${one.shown} shown, ${one.hidden} hidden` },
        ])}
      />
    )}
    {mayMake && (
      <p class="govuk-body">
        <a class="govuk-link" href={makeReleaseAt(phase.id)}>
          See what a release would say now, and make it
        </a>
      </p>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={allMeasuresAt(phase.id)}>
        What was measured, at all sites
      </a>
    </p>
  </Page>
)
