import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"

export type NavigationItem = {
  text: Content
  href?: string
  /** This very page. */
  current?: boolean
  /** This page, or the section it is in. */
  active?: boolean
}

type ServiceNavigationProps = {
  name?: Content
  href?: string
  items: NavigationItem[]
  /** What the list of links is called. */
  label?: string
}

/** The service's name and its sections. On a small screen, two links or more fold behind "Menu". */
export const ServiceNavigation = ({ name, href, items, label = "Menu" }: ServiceNavigationProps) => {
  const inside = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        {name && (
          <span class="govuk-service-navigation__service-name">
            <LinkOrText href={href}>{name}</LinkOrText>
          </span>
        )}
        {items.length > 0 && (
          <nav aria-label={label} class="govuk-service-navigation__wrapper">
            {items.length > 1 && <Toggle />}
            <ul class="govuk-service-navigation__list" id="navigation">
              {items.map(itemOf)}
            </ul>
          </nav>
        )}
      </div>
    </div>
  )
  const look = { class: "govuk-service-navigation", "data-module": "govuk-service-navigation" }
  return name ? (
    <section aria-label="Service information" {...look}>
      {inside}
    </section>
  ) : (
    <div {...look}>{inside}</div>
  )
}

const Toggle = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden from all until JavaScript shows it to all
  <button
    type="button"
    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
    aria-controls="navigation"
    hidden
    aria-hidden="true"
  >
    Menu
  </button>
)

const itemOf = ({ text, href, current, active = current }: NavigationItem) => (
  <li
    class={classNames("govuk-service-navigation__item", active && "govuk-service-navigation__item--active")}
  >
    <LinkOrText href={href} current={current ? "page" : active ? "true" : undefined}>
      {active ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
    </LinkOrText>
  </li>
)

type LinkOrTextProps = { href?: string; current?: "page" | "true"; children: Content }

const LinkOrText = ({ href, current, children }: LinkOrTextProps) =>
  href ? (
    <a class="govuk-service-navigation__link" href={href} aria-current={current}>
      {children}
    </a>
  ) : (
    <span class="govuk-service-navigation__text" aria-current={current}>
      {children}
    </span>
  )
