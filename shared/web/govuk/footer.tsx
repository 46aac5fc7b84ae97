import type { Content } from "./content.ts"

type FooterProps = { items?: { href: string; text: Content }[]; children?: Content }

/** The footer as a service outside GOV.UK may show it: no crown, no Crown copyright, no licence. */
export const Footer = ({ items = [], children }: FooterProps) => (
  <div class="govuk-footer">
    <div class="govuk-width-container">
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          {(items.length > 0 || children) && <h2 class="govuk-visually-hidden">Support links</h2>}
          {items.length > 0 && (
            <ul class="govuk-footer__inline-list">
              {items.map(({ href, text }) => (
                <li class="govuk-footer__inline-list-item">
                  <a class="govuk-footer__link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {children && <div class="govuk-footer__meta-custom">{children}</div>}
        </div>
      </div>
    </div>
  </div>
)
