import type { Content } from "./content.ts"

type GenericHeaderProps = { name: Content; href?: string }

export const GenericHeader = ({ name, href = "/" }: GenericHeaderProps) => (
  <div class="govuk-generic-header">
    <div class="govuk-generic-header__container govuk-width-container">
      <div class="govuk-generic-header__logo">
        <a href={href} class="govuk-generic-header__homepage-link">
          {name}
        </a>
      </div>
    </div>
  </div>
)
