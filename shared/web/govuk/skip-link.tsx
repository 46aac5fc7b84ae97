import type { Content } from "./content.ts"

type SkipLinkProps = { href?: string; children: Content }

export const SkipLink = ({ href = "#main-content", children }: SkipLinkProps) => (
  <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
    {children}
  </a>
)
