import type { Content } from "./content.ts"

type BackLinkProps = { href: string; children?: Content }

export const BackLink = ({ href, children = "Back" }: BackLinkProps) => (
  <a href={href} class="govuk-back-link">
    {children}
  </a>
)
