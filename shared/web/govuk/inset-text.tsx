import type { Content } from "./content.ts"

type InsetTextProps = { id?: string; children: Content }

export const InsetText = ({ id, children }: InsetTextProps) => (
  <div id={id} class="govuk-inset-text">
    {children}
  </div>
)
