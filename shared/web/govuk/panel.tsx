import type { Content } from "./content.ts"
import type { HeadingLevel } from "./heading.ts"

type PanelProps = { title: Content; headingLevel?: HeadingLevel; children?: Content }

export const Panel = ({ title, headingLevel = 1, children }: PanelProps) => {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  )
}
