import type { Content } from "./content.ts"

type DetailsProps = { summary: Content; open?: boolean; id?: string; children: Content }

export const Details = ({ summary, open, id, children }: DetailsProps) => (
  <details id={id} class="govuk-details" open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
