import type { Asking } from "../../../shared/web/env.ts"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { learnedAt } from "../addresses.ts"
import type { Looked } from "../library/desk.ts"
import { Ideas } from "../pages/ideas.tsx"

/** What sites share with everybody: no site and no person, and what it is worth. */
export const LearnedPage = ({ c, looked }: { c: Asking; looked: Looked }) => (
  <Page c={c} title="What the pilots have learned" back={{ href: "/", text: "The programme" }}>
    <h1 class="govuk-heading-xl">What the pilots have learned</h1>
    <p class="govuk-body-l">
      Short ideas and good news from the people who do the work, shared by them with everybody. No site and no
      person is named.
    </p>
    <InsetText>
      These are early and indicative. They are what people who tried something say of it, not findings of the
      evaluation.
    </InsetText>
    {looked.all === 0 ? (
      <p class="govuk-body">Nothing is shared with everybody yet. It stands here as soon as it is.</p>
    ) : (
      <Ideas looked={looked} at={learnedAt} />
    )}
  </Page>
)
