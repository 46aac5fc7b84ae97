import { asShown } from "../../../../shared/domain/calendar/draft-round.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { RoundQuestions } from "../../../../shared/web/round-questions.tsx"
import { RoundReading } from "../../../../shared/web/round-reading.tsx"
import { roundAt } from "../addresses.ts"
import type { C, Here } from "../desk.ts"

/** A round that is not published, with every question as applicants will see it. */
export const PreviewPage = ({ c, here: { round } }: { c: C; here: Here }) => (
  <Page
    c={c}
    title={`As applicants will see it – ${round.title}`}
    back={{ href: roundAt(round.id), text: "The round" }}
  >
    <span class="govuk-caption-l">{round.title}</span>
    <h1 class="govuk-heading-l">As applicants will see it</h1>
    <InsetText>
      This is not published.{" "}
      {round.ceiling === undefined && "The ceiling is not decided yet, and stands here as £0. "}
      {round.startsBetween === undefined && "The days to start are not decided yet."}
    </InsetText>
    {round.about?.map((one) => (
      <p class="govuk-body">{one}</p>
    ))}
    <RoundReading round={asShown(round)} />
    <RoundQuestions round={asShown(round)} />
  </Page>
)
