import { earlyWords } from "../../domain/evaluation/reports/sentence.ts"
import { dateWords, londonDate } from "../../values/london.ts"
import { InsetText } from "../govuk/inset-text.tsx"
import { EveryMeasure } from "./every-measure.tsx"
import { Definitions, Rule } from "./measure-table.tsx"
import { ReportCosts } from "./report-costs.tsx"
import type { Placed, Rendered } from "./report-of.ts"
import { StoryOf } from "./story.tsx"

/** A report as everybody reads it: what it does not prove comes before what it found. */
export const ReportOf = ({ of: { report, stories, seen } }: { of: Rendered }) => (
  <>
    <InsetText>{earlyWords}</InsetText>
    <h2 class="govuk-heading-m">Summary</h2>
    <p class="govuk-body answer">{report.summary}</p>
    {report.found.map(({ heading, text }) => (
      <section>
        <h2 class="govuk-heading-m">{heading}</h2>
        <p class="govuk-body answer">{text}</p>
      </section>
    ))}
    {stories.length > 0 && <Stories stories={stories} />}
    {report.release && (
      <section>
        <h2 class="govuk-heading-m">Figures</h2>
        <p class="govuk-body">
          The figures are of release {report.release.number}, made on{" "}
          {dateWords(londonDate(new Date(report.release.at)))}.
        </p>
        {seen && (
          <>
            <Rule {...seen} />
            <EveryMeasure table={seen.table} />
            <Definitions table={seen.table} />
          </>
        )}
      </section>
    )}
    {report.cost && (
      <section>
        <h2 class="govuk-heading-m">What it cost</h2>
        <ReportCosts cost={report.cost} />
      </section>
    )}
    {report.did.length > 0 && (
      <section>
        <h2 class="govuk-heading-m">You said, we did</h2>
        {report.did.map(({ site, said, did }) => (
          <div class="row-of-many">
            <h3 class="govuk-heading-s">{site}</h3>
            <p class="govuk-body">
              <strong>You said:</strong> <span class="answer">{said}</span>
            </p>
            <p class="govuk-body">
              <strong>We did:</strong> <span class="answer">{did}</span>
            </p>
          </div>
        ))}
      </section>
    )}
    <h2 class="govuk-heading-m">What cannot be claimed</h2>
    <p class="govuk-body answer">{report.limits}</p>
  </>
)

const Stories = ({ stories }: { stories: Placed[] }) => (
  <section>
    <h2 class="govuk-heading-m">Stories</h2>
    {stories.map(({ story, says }) =>
      story ? (
        <StoryOf told={story} level={3} site={story.name} />
      ) : (
        <p class="govuk-body">
          <strong>{says}</strong>
        </p>
      ),
    )}
  </section>
)

/** Line by line, as it was written. */
export const EasyReadOf = ({ text }: { text: string }) => (
  <>
    {text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => (
        <p class="govuk-body-l">{line}</p>
      ))}
  </>
)
