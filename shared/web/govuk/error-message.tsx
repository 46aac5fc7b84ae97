import type { Content } from "./content.ts"

type ErrorMessageProps = { id?: string; children: Content }

export const ErrorMessage = ({ id, children }: ErrorMessageProps) => (
  <p id={id} class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> {children}
  </p>
)
