import { InsetText } from "./govuk/inset-text.tsx"

/** Beside every free text. */
export const NotWatched = () => (
  <InsetText>
    Do not report a safeguarding concern or write about a person’s care here. Use your council’s safeguarding
    route now. This page is not watched.
  </InsetText>
)

/** Where the page is there to write about somebody, with them. */
export const NotForConcerns = () => (
  <InsetText>
    Do not report a safeguarding concern here. Use your council’s safeguarding route now. This page is not
    watched.
  </InsetText>
)
