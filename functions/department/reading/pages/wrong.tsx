import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"

type Props = { errors: { text: string; href?: string }[]; says?: string }

/** What is wrong with what was typed, on a page that draws its own form. */
export const WhatIsWrong = ({ errors, says }: Props) => (
  <>
    {errors.length > 0 && <ErrorSummary errors={errors} />}
    {says && <InsetText>{says}</InsetText>}
  </>
)
