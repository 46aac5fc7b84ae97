import type { Content } from "./content.ts"

type BreadcrumbsProps = { items: { text: Content; href?: string }[] }

/** The way down to this page. A step without an address is the page itself. */
export const Breadcrumbs = ({ items }: BreadcrumbsProps) => (
  <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
    <ol class="govuk-breadcrumbs__list">
      {items.map(({ text, href }) =>
        href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href}>
              {text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
