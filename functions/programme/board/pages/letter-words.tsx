import type { Words } from "../../../../shared/domain/letters/whole.ts"

/** A letter, word for word, as it arrives. */
export const LetterWords = ({ words: { subject, text }, to }: { words: Words; to?: string }) => (
  <div class="govuk-inset-text">
    {to && <p class="govuk-body">To: {to}</p>}
    <p class="govuk-body govuk-!-font-weight-bold">{subject}</p>
    <p class="govuk-body answer">{text}</p>
  </div>
)
