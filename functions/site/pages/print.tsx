import { momentWords } from "../../../shared/values/london.ts"
import { Page } from "../../../shared/web/layout.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import type { C, OnDesk } from "../desk.ts"
import { AllAnswers } from "./check.tsx"
import { at } from "./submission-page.tsx"

/** Everything on one page, for paper: whether it has gone stands on it. */
export const PrintPage = ({ c, desk }: { c: C; desk: OnDesk }) => (
  <Page c={c} title={`Print – ${desk.head.reference}`} back={{ href: at(desk), text: "All sections" }} wide>
    <h1 class="govuk-heading-l">{desk.head.title}</h1>
    <p class="govuk-body">
      {desk.organisation.name}. Reference {desk.head.reference}. Printed at {momentWords(c.var.world.now())}.
    </p>
    <SentenceOf sentence={desk.sentence} />
    <AllAnswers desk={desk} change={false} />
  </Page>
)
