import type { Content } from "./content.ts"

type ErrorSummaryProps = {
  title?: Content
  description?: Content
  errors: { text: Content; href?: string }[]
  disableAutoFocus?: boolean
}

export const ErrorSummary = ({
  title = "There is a problem",
  description,
  errors,
  disableAutoFocus,
}: ErrorSummaryProps) => (
  <div
    class="govuk-error-summary"
    data-disable-auto-focus={disableAutoFocus}
    data-module="govuk-error-summary"
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description && <p>{description}</p>}
        {errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
